"""Where pieces begin: worked out block by block, as a text comes in."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.model.document import Block, Cut, Kind
from reader.model.level import Level
from reader.text import clauses, outline, sentences, words

PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE})
"""Kinds that may share a piece; every other block has its own."""

WHOLE = frozenset({Kind.TABLE, Kind.CODE, Kind.FORMULA})
"""Kinds that are never split, though a table is read row by row."""

LONGEST = 2_000
"""Letters of a sentence; ours: some 350 words. What is longer has no stops, and would be an endless piece."""

_LEADING = (":", "：")
"""How a block ends that leads to the next one."""

_LABEL = 6
"""Words; ours: a paragraph of so many, which ends in a letter, is what a leaflet has for a heading."""


class _Sentence(NamedTuple):
    cut: Cut
    words: int


_Unit = list[_Sentence]
"""What stays in one piece."""


class Cutter:
    """Cuts a text at some levels; `cuts` holds where the pieces of the first `settled` blocks begin.

    Later blocks change nothing about these, so that they can be shown while the rest is on its way.
    """

    def __init__(self, language: str, levels: Iterable[Level] = tuple(Level)) -> None:
        self._language = language
        self.cuts: dict[Level, list[Cut]] = {level: [] for level in levels}
        self._together: dict[Level, list[_Unit]] = {level: [] for level in self.cuts}
        self._number = self._words = 0
        self._heading: int | None = None
        self._leads_on = False
        """Whether the block before leads to the next one, as "You need:" does to a list, or "Medication"."""

    @property
    def settled(self) -> int:
        """Return how many blocks, from the first, are cut for good."""
        ends = [held[0][0].cut[0] for held in self._together.values() if held]
        ends += [self._number if self._heading is None else self._heading]
        return min(ends)

    def taken(self, end: int) -> dict[Level, list[Cut]]:
        """Return, and forget, where the pieces of the first `end` blocks begin."""
        taken = {level: [cut for cut in found if cut[0] < end] for level, found in self.cuts.items()}
        for level, cuts in taken.items():
            del self.cuts[level][: len(cuts)]
        return taken

    def add(self, block: Block) -> None:
        """Take the next block."""
        number, self._number = self._number, self._number + 1
        self._part_by_length(block)
        if block.kind is Kind.HEADING:
            self.end()
            self._heading = number
        elif block.kind is not Kind.NOTE and block.text.strip():
            self._heading = None
            held = [
                _Sentence((number, start), words.size(block.text[start:end]))
                for start, end in (
                    ((0, len(block.text)),) if block.kind in WHOLE else sentences_of(block, self._language)
                )
            ]
            for level in self.cuts:
                self._add(level, held, block.kind)
            self._leads_on = _leads_on(block)

    def end(self) -> None:
        """Settle all that has come in: here a section ends, or the text."""
        for level, found in self.cuts.items():
            self._settle(level)
            if self._heading is not None:  # nothing stands under it
                found.append((self._heading, 0))
        self._heading = None

    def _part_by_length(self, block: Block) -> None:
        """End the run of short blocks where a text without headings is parted (`outline.parts`)."""
        if self._words >= outline.LONG_PART:
            self._words = 0
            for level in self.cuts:
                self._settle(level)
        self._words += words.size(block.text)

    def _add(self, level: Level, held: _Unit, kind: Kind) -> None:
        together = self._together[level]
        fits = kind in PROSE and _words(held) <= level.words
        if self._leads_on and together and (fits or kind in WHOLE):
            leading = _words(together[-1])
            # A table may be long; what leads to it makes it hardly longer.
            if leading + _words(held) <= level.words or (kind in WHOLE and leading <= _LABEL):
                held = together.pop() + held
        if fits:
            together.append(held)
        else:
            self._settle(level)
            units = [held] if kind in WHOLE else [[sentence] for sentence in held]
            self.cuts[level] += _packed(units, level.words)

    def _settle(self, level: Level) -> None:
        self.cuts[level] += _packed(self._together[level], level.words)
        self._together[level] = []


def cut(blocks: Iterable[Block], language: str, level: Level) -> list[Cut]:
    """Return where the pieces of a whole text begin."""
    return cuts(blocks, language, (level,))[level]


def cuts(
    blocks: Iterable[Block], language: str, levels: Iterable[Level] = tuple(Level)
) -> dict[Level, list[Cut]]:
    """Return the same at some levels."""
    cutter = Cutter(language, levels)
    for block in blocks:
        cutter.add(block)
    cutter.end()
    return cutter.cuts


def sentences_of(block: Block, language: str) -> Sequence[tuple[int, int]]:
    """Return start and end of each sentence; a row of a table and a line of verse count as one.

    What has no stops is parted after a clause or a word.
    """
    if block.kind in (Kind.CODE, Kind.FORMULA):
        return ((0, len(block.text)),)
    if block.kind is Kind.TABLE:
        return _lines(block.text)
    whole = _lines(block.text) if block.kind is Kind.VERSE else sentences.split(block.text, language)
    return tuple(
        (start + first, start + last)
        for start, end in whole
        for first, last in clauses.parts(block.text[start:end], LONGEST)
    )


def _leads_on(block: Block) -> bool:
    text = block.text.rstrip()
    is_label = block.kind is Kind.PARAGRAPH and text[-1:].isalnum() and words.size(text) <= _LABEL
    return is_label or text.endswith(_LEADING)


def _lines(text: str) -> list[tuple[int, int]]:
    ends = [found.end() for found in re.finditer("\n", text)]
    starts = [0, *ends]
    return [(start, end) for start, end in zip(starts, [*ends, len(text)], strict=True) if start < end]


def _words(unit: _Unit) -> int:
    return sum(sentence.words for sentence in unit)


def _packed(units: Sequence[_Unit], limit: int) -> list[Cut]:
    """Return where the pieces begin when the units make as few and as even ones as the limit allows."""
    # All that stands between spaces counts, a lone dash too: so the limit holds for a strict counter as well.
    sizes = [max(1, _words(unit)) for unit in units]
    return [units[first][0].cut for first, _ in _even_runs(sizes, limit)]


def _even_runs(sizes: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """Return first and end of each run: as few runs as can be, then the least sum of their squares.

    A size over the limit stands alone. Each step looks back over at most `limit` sizes, all being 1 or
    more, so that the time grows only with their number.
    """
    if sizes and sum(sizes) <= limit:
        return [(0, len(sizes))]
    best: list[tuple[int, int, int]] = [(0, 0, 0)]  # up to here: runs, sum of squares, where the last began
    sums = list(accumulate(sizes, initial=0))
    longest = 0
    for last in range(len(sizes)):
        while longest < last and sums[last + 1] - sums[longest] > limit:
            longest += 1
        # The longer the run, the fewer there are before it: the others with as few follow at once.
        runs, least, begin = best[longest][0], -1, longest
        for first in range(longest, last + 1):
            before, squares, _ = best[first]
            if before > runs:
                break
            squares += (sums[last + 1] - sums[first]) ** 2
            if squares < least or least < 0:
                least, begin = squares, first
        best.append((runs + 1, least, begin))
    found = []
    end = len(sizes)
    while end:
        first = best[end][2]
        found.append((first, end))
        end = first
    return found[::-1]
