"""Which words of a text are which of those that an engine says once it has written numbers out."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from reader.speech.timing import Heard
from reader.text import words

Said = tuple[str, float | None]
"""A word as the engine says it, and the second at which it begins, if it makes a sound."""


def heard(text: str, said: Sequence[Said]) -> list[Heard]:
    """Return the places in the text of which it is certain when they are said.

    "5 km on 12 March" may be said as "5 kilometers on the twelfth of March": words that are the same on
    both sides are certain, and so is the first of those between them that are not.
    """
    spans = words.spans(text)
    said = [(key, time) for word, time in said if (key := _key(word))]
    matcher = SequenceMatcher(
        None, [_key(text[start:end]) for start, end in spans], [key for key, _ in said], autojunk=False
    )
    pairs: list[tuple[int, int]] = []
    for change, start, end, said_start, said_end in matcher.get_opcodes():
        if change == "equal":
            pairs += zip(range(start, end), range(said_start, said_end), strict=True)
        elif change == "replace":
            pairs.append((start, said_start))
    return [(spans[here][0], time) for here, there in pairs if (time := said[there][1]) is not None]


def _key(word: str) -> str:
    """Return what makes a word the same word, whatever its apostrophes and capitals are."""
    return "".join(letter for letter in word.casefold() if letter.isalnum())
