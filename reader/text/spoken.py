"""What to say for a text, and the way back to the shown letters."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.model.document import Span

SAID_AS_NOTHING = frozenset("\u00ad\u200b\u2060\ufeff")
"""Soft hyphen, zero-width space, word joiner and byte order mark: they shape lines, not speech."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text to say. `letters` holds, for each of its code points, the shown letters it came from.

    The shown letters are a start and an end in code points of the shown text. Several code points may
    come from the same letters: that is how a word may be said otherwise than it is written.
    """

    text: str
    letters: tuple[tuple[int, int], ...]
    skipped: tuple[tuple[int, int], ...] = ()
    """Start and end of the shown letters of each reference that is not said (R35)."""

    def shown(self, start: int, length: int) -> tuple[int, int]:
        """Return start and end of the shown letters behind a stretch of the spoken text.

        Raises IndexError for a stretch that is empty or not within the text.
        """
        if length < 1 or start < 0:
            raise IndexError("an empty stretch has no letters")
        return self.letters[start][0], self.letters[start + length - 1][1]

    def said_from(self, letter: int) -> int:
        """Return where in the text begins what is said from a shown letter on; its end if nothing is."""
        return next((at for at, (start, _) in enumerate(self.letters) if start >= letter), len(self.text))


Speak = Callable[[str, Sequence[Span]], Utterance]
"""Tells what to say for a text with these styles, in code points of the text."""


def spoken_in(language: str, speak: Speak) -> Speak:
    """Return what tells what to say in a language: `speak` knows how English is said, and nothing else."""
    return speak if language.partition("-")[0].lower() == "en" else spoken


def spoken(text: str, spans: Sequence[Span] = ()) -> Utterance:
    """Return what to say for a text: white space folded, what cannot be said left out, all else as shown."""
    said: list[str] = []
    letters: list[tuple[int, int]] = []
    for index, letter in enumerate(text):
        if letter.isspace():
            if said and said[-1] != " ":
                said.append(" ")
                letters.append((index, index + 1))
        elif letter not in SAID_AS_NOTHING and unicodedata.category(letter) not in {"Cc", "Cs"}:
            said.append(letter)
            letters.append((index, index + 1))
    if said and said[-1] == " ":
        said.pop()
        letters.pop()
    return Utterance("".join(said), tuple(letters))
