"""What is searched for over many texts: how words are compared, and where they stand in a sentence.

Words are compared as in `finding`: without case, accent or special shape. A script that leaves no spaces
between words is searched letter by letter, so that any run of letters is found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.text.finding import LONGEST_QUERY, QUOTES, Folds, spans
from reader.text.sentences import split
from reader.text.words import DENSE

_DENSE_LETTER = re.compile(f"([{DENSE}])")
_WORD = re.compile(r"[^\W_]+")
_SPACED = rf"[^\W_{DENSE}]"
"""A letter that makes one word with the letter beside it."""
_PHRASE = re.compile(r'"([^"]*)"?|([^"\s]+)')
_STRAIGHT = str.maketrans(dict.fromkeys(QUOTES, '"'))

LONGEST_PASSAGE = 240
"""Characters of a sentence that are shown; a whole table would fill the page."""
_BEFORE = 80


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand beside each other; of an open one the last is only the beginning of a word."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, start and end of what was found in it, and the offset of the first in the whole text."""

    sentence: str
    offset: int
    found: tuple[tuple[int, int], ...] = ()


def searchable(text: str, folds: Folds) -> str:
    """Return a text as it is compared, with a space around each letter of a script that has none."""
    folded = folds.of(text)
    return folded if folded.isascii() else _DENSE_LETTER.sub(r" \1 ", folded)


def terms(query: str) -> tuple[Term, ...]:
    """Return what a query asks for, all of it at once; nothing for one without a letter.

    What is in quotes, or joined by a hyphen, stands beside each other. The last word may be a mere
    beginning, unless it is in quotes.
    """
    folds = Folds()
    found = []
    for quoted, plain in _PHRASE.findall(query[:LONGEST_QUERY].translate(_STRAIGHT)):
        if words := tuple(_WORD.findall(searchable(quoted or plain, folds))):
            found.append(Term(words, is_open=bool(plain)))
    return (*(Term(term.words) for term in found[:-1]), *found[-1:])


def passage(text: str, wanted: Sequence[Term]) -> Passage:
    """Return the sentence of a text that holds the most of what is wanted, the first of equals."""
    folds = Folds()
    found = [list(spans(_pattern(term), text, folds)) for term in wanted]

    def held(start: int, end: int) -> int:
        return sum(any(start <= first < end for first, _ in each) for each in found)

    # `max` keeps to the first of equals.
    start, end = max(split(text) or [(0, 0)], key=lambda sentence: held(*sentence))
    here = sorted(span for each in found for span in each if start <= span[0] and span[1] <= end)
    return _passage(text, start, end, _apart(here))


def _apart(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what does not lie within what comes before it."""
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _passage(text: str, start: int, end: int, found: Sequence[tuple[int, int]]) -> Passage:
    """Return a sentence on one line; a long one is cut around the first thing found, after whole words."""
    offset = found[0][0] if found else start
    begin = max(start, offset - _BEFORE) if end - start > LONGEST_PASSAGE else start
    if begin > start:
        begin = text.find(" ", begin, offset) + 1 or begin
    stop = min(end, begin + LONGEST_PASSAGE)
    if stop < end:
        stop = max(text.rfind(" ", begin, stop), offset + 1)
    shown = text[begin:stop]
    begin += len(shown) - len(shown.lstrip())
    words = re.sub(r"\s", " ", shown.strip())
    before, after = "…" * (begin > start), "…" * (stop < end)
    shift = len(before) - begin
    inside = tuple((first + shift, last + shift) for first, last in found if last <= begin + len(words))
    return Passage(before + words + after, offset, inside)


def _pattern(term: Term) -> re.Pattern[str]:
    """Return what finds a term in folded letters."""
    pieces = [re.escape(term.words[0])]
    for before, word in pairwise(term.words):
        dense = _DENSE_LETTER.match(before) or _DENSE_LETTER.match(word)
        pieces += [r"[\W_]*" if dense else r"[\W_]+", re.escape(word)]
    end = "" if term.is_open or _DENSE_LETTER.match(term.words[-1]) else f"(?!{_SPACED})"
    begin = "" if _DENSE_LETTER.match(term.words[0]) else f"(?<!{_SPACED})"
    return re.compile(begin + "".join(pieces) + end)
