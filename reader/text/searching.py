"""What is searched for over many texts: how words are compared, and where they stand in a sentence.

Words are compared as in `finding`: without case, accent or special shape. A script that leaves no spaces
between words is searched letter by letter, so that any run of letters is found. An English word is found in
the plural, too, and one with a hyphen without it; what is written as it was asked for comes first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise

from reader.text.finding import LONGEST_QUERY, QUOTES, Folds, spans
from reader.text.lemmas import lemmas
from reader.text.sentences import split
from reader.text.words import DENSE

_DENSE_LETTER = re.compile(f"([{DENSE}])")
_WORD = re.compile(r"[^\W_]+")
_SPACED = rf"[^\W_{DENSE}]"
"""A letter that makes one word with the letter beside it."""
_PHRASE = re.compile(r'"([^"]*)"?|([^"\s]+)')
_NUMBER_AND_UNIT = re.compile(r"(\d+)([^\W\d_]+)|([^\W\d_]+)(\d+)")
_STRAIGHT = str.maketrans(dict.fromkeys(QUOTES, '"'))

_SHORTEST = 3
"""Letters of a word that is looked for in another number; ours."""
LONGEST_PASSAGE = 240
"""Characters of a sentence that are shown; a whole table would fill the page."""
_BEFORE = 80


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand beside each other; of an open one the last is only the beginning of a word."""

    words: tuple[str, ...]
    is_open: bool = False
    others: tuple[tuple[str, ...], ...] = ()
    """Other ways to write it; what stands in one of them was asked for less clearly."""


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
    beginning, unless it is in quotes; any may stand in the plural or the singular instead.
    """
    folds = Folds()
    found = []
    for quoted, plain in _PHRASE.findall(query[:LONGEST_QUERY].translate(_STRAIGHT)):
        if words := tuple(_WORD.findall(searchable(quoted or plain, folds))):
            others = dict.fromkeys((*_in_number(words), *_joined(words, is_quoted=bool(quoted))))
            found.append(Term(words, is_open=bool(plain), others=tuple(others)))
    return (*(replace(term, is_open=False) for term in found[:-1]), *found[-1:])


def together(wanted: Sequence[Term]) -> Term:
    """Return all that is wanted as words that stand beside each other, in this order."""
    return Term(tuple(chain.from_iterable(term.words for term in wanted)), wanted[-1].is_open)


def passage(text: str, wanted: Sequence[Term]) -> Passage:
    """Return the sentence, or row of a table, that holds the most of what is wanted, the first of equals."""
    folds = Folds()
    found = [list(spans(_pattern(term), text, folds)) for term in wanted]
    phrase = list(spans(_pattern(together(wanted)), text, folds)) if len(wanted) > 1 else []

    def held(start: int, end: int) -> int:
        return sum(any(start <= first < end for first, _ in each) for each in (*found, phrase))

    # `max` keeps to the first of equals.
    start, end = max(_rows(text) or split(text) or [(0, 0)], key=lambda sentence: held(*sentence))
    here = sorted(span for each in found for span in each if start <= span[0] and span[1] <= end)
    return _passage(text, start, end, _apart(here))


def _rows(text: str) -> list[tuple[int, int]]:
    """Return start and end of each row of a table, none for another text."""
    lines = text.splitlines(keepends=True)
    if len(lines) < 2 or not all(" | " in line for line in lines):
        return []
    return list(pairwise(accumulate(map(len, lines), initial=0)))


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


def _in_number(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words with the last one in the singular, and in the plural, by the rules of English."""
    *before, last = words
    if not (last.isascii() and last.isalpha()) or len(last) < _SHORTEST:
        return
    for lemma, kinds in lemmas(last):
        if kinds == "n" and len(lemma) >= _SHORTEST and not last.endswith("ss"):
            yield (*before, lemma)
    yield (*before, f"{last[:-1]}ies" if re.search("[^aeiou]y$", last) else f"{last}s")
    if last.endswith(("s", "x", "z", "ch", "sh")):
        yield (*before, f"{last}es")


def _joined(words: tuple[str, ...], *, is_quoted: bool) -> Iterator[tuple[str, ...]]:
    """Yield what has a hyphen as one word, and a number apart from its unit: "5mg" as "5 mg"."""
    joined = "".join(words)
    # "M.E." is not "me".
    if len(words) > 1 and len(joined) > _SHORTEST and not is_quoted and not _DENSE_LETTER.match(joined):
        yield (joined,)
    if len(words) == 1 and (apart := _NUMBER_AND_UNIT.fullmatch(words[0])):
        yield tuple(filter(None, apart.groups()))


def _pattern(term: Term) -> re.Pattern[str]:
    """Return what finds a term in folded letters, in any way to write it."""
    ways = [_phrase(term.words, is_open=term.is_open), *map(_phrase, term.others)]
    return re.compile("|".join(ways))


def _phrase(words: tuple[str, ...], *, is_open: bool = False) -> str:
    pieces = [re.escape(words[0])]
    for before, word in pairwise(words):
        dense = _DENSE_LETTER.match(before) or _DENSE_LETTER.match(word)
        pieces += [r"[\W_]*" if dense else r"[\W_]+", re.escape(word)]
    end = "" if is_open or _DENSE_LETTER.match(words[-1]) else f"(?!{_SPACED})"
    begin = "" if _DENSE_LETTER.match(words[0]) else f"(?<!{_SPACED})"
    return begin + "".join(pieces) + end
