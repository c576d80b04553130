"""Words as a person counts them."""

import re
import unicodedata

# Within a run without white space, from the first letter or digit to the last one.
_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end (code points) of each word, without the punctuation around it.

    A word is a run between white space, no-break spaces too, that holds a letter or digit.
    """
    return tuple((word.start(), _with_accents(text, word.end())) for word in _WORD.finditer(text))


def word_at(text: str, at: int) -> tuple[int, int] | None:
    """Return the word that holds an offset, or ends there; None between words."""
    return next(((start, end) for start, end in spans(text) if start <= at <= end), None)


def count(text: str) -> int:
    """Return how many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def _with_accents(text: str, end: int) -> int:
    """Return where a word ends together with the combining marks on its last letter."""
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return end
