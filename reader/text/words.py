"""Words as a person counts them."""

import re
import unicodedata

# Within a run without white space, from the first letter or digit to the last one.
_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")

# From Thai to Burmese, Khmer, kana, and the signs of Chinese; Korean leaves spaces.
DENSE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of the scripts that leave no spaces between words, for a class of a pattern."""
_DENSE_LETTER = re.compile(f"[{DENSE}]")
# Long dashes, quotation marks and East Asian signs; an apostrophe or a point may stand within a word.
_STOPS = "–—…“-‟«»\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_ASKED = re.compile(rf"(?=[{DENSE}])[^\W_]|[^\W_{DENSE}](?:[^\s{DENSE}{_STOPS}]*[^\W_{DENSE}])?")
_DENSE_WORD = 2
"""Letters; ours: about the mean of a word in Chinese and Japanese."""

LONG_WORD = 20
"""Letters that count as a word where there are fewer words: some files have lost their spaces."""


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end (code points) of each word, without the punctuation around it.

    A word is a run between white space, no-break spaces too, that holds a letter or digit.
    """
    return tuple((word.start(), _with_accents(text, word.end())) for word in _WORD.finditer(text))


def word_at(text: str, at: int) -> tuple[int, int] | None:
    """Return the word that holds an offset, or ends there; None between words.

    In a script without spaces between words it is the one letter that begins there: nobody asks about a run.
    """
    found = [(word.start(), _with_accents(text, word.end())) for word in _ASKED.finditer(text)]
    return next((each for each in reversed(found) if each[0] <= at <= each[1]), None)


def count(text: str) -> int:
    """Return how many words a text has."""
    return max(sum(1 for _ in _WORD.finditer(text)), _dense(text))


def size(text: str) -> int:
    """Return how many words a text counts for where there must not be too many: a lone dash is one too."""
    return max(len(text.split()), _dense(text), len(text) // LONG_WORD)


def _dense(text: str) -> int:
    """Return how many words stand in a text without spaces between them."""
    return 0 if text.isascii() else len(_DENSE_LETTER.findall(text)) // _DENSE_WORD


def _with_accents(text: str, end: int) -> int:
    """Return where a word ends together with the combining marks on its last letter."""
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return end
