"""From blocks to pieces: the one segmentation for screen and voice."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count
from typing import overload

from reader.model.chunk import Chunk, Slice
from reader.model.document import Block, Document, Kind, Span, Style, clipped
from reader.model.level import Level
from reader.model.listed import ids, of_kind
from reader.model.place import Place
from reader.text import outline, places
from reader.text.cutting import cut, sentences_of

KEPT = 500
"""Pieces that are not made anew each time; ours: those of a whole book would weigh several times its text."""


class Pieces(Sequence[Chunk]):
    """The pieces of a document at a level, each made when it is first looked at.

    Their texts joined are all blocks that are neither headings nor notes, in order, white space aside. A
    heading starts a new piece; one with no body is a piece with an empty text. Only a single sentence,
    table, code block or key point may exceed the level's words (R21, R22).

    `parts` are those of the document.
    """

    def __init__(self, document: Document, level: Level) -> None:
        self._level = level
        self._headings: list[int] = []
        self._numbers: dict[str, int] = {}
        self._made: dict[int, Chunk] = {}
        self._outline = outline.Outline()
        self._take(document)

    def grow(self, document: Document) -> None:
        """Take the document with more of it that has come in since; the pieces so far stay."""
        self._take(document)
        # With more headings, others may turn out to be those that begin a part.
        for index, piece in self._made.items():
            part = self._part_at(self._cuts[index][0])
            if piece.part != part:
                self._made[index] = replace(piece, part=part)

    def _take(self, document: Document) -> None:
        self._document = document
        self._blocks = document.blocks
        level = self._level
        known = document.cuts.get(level)
        self._cuts = cut(document.blocks, document.language, level) if known is None else known
        self.parts = self._outline.grown(document.blocks)
        seen = len(self._numbers)
        self._headings += of_kind(document.blocks, Kind.HEADING, seen)
        self._numbers.update(zip(ids(document.blocks, seen), count(seen)))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._cuts)

    def __eq__(self, other: object) -> bool:
        """Return whether the pieces are those of another sequence."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, index: int) -> Chunk: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Chunk, ...]: ...

    def __getitem__(self, index: int | slice) -> Chunk | tuple[Chunk, ...]:
        """Return a piece, or some of them."""
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        at = range(len(self))[index]
        if at not in self._made:
            while len(self._made) >= KEPT:
                del self._made[next(iter(self._made))]
            self._made[at] = self._make(at)
        return self._made[at]

    def index_of(self, place: Place) -> int:
        """Return the index of the piece that holds a place of the document; 0 when there are none.

        A place in a heading gives the piece after it; one that a changed file has moved is located first.
        """
        found = places.locate(self._document, place)
        number = self._numbers.get(found.block, 0)
        if self._blocks and self._blocks[number].kind is Kind.HEADING:
            index = bisect_left(self._cuts, (number, 0))
        else:
            index = bisect_right(self._cuts, (number, found.offset)) - 1
        return min(max(index, 0), max(len(self) - 1, 0))

    def holds(self, place: Place) -> bool:
        """Return whether the block of a place is in the document."""
        return place.block in self._numbers

    def block(self, id_: str) -> Block:
        """Return the block of this id; raises KeyError for one that is not in the document."""
        return self._blocks[self._numbers[id_]]

    def of_part(self, part: int) -> range:
        """Return the indexes of the pieces of a part."""
        first, end = self.parts[part].first, self.parts[part].end
        return range(bisect_left(self._cuts, (first, 0)), bisect_left(self._cuts, (end, 0)))

    def part_of(self, place: Place) -> int:
        """Return the index of the part that holds a place, of this text or of an excerpt of it."""
        number = self._numbers.get(place.block)
        if number is None:
            number = self._numbers.get(places.locate(self._document, place).block, 0)
        return self._part_at(number)

    def _part_at(self, number: int) -> int:
        return bisect_right(self.parts, number, key=lambda part: part.first) - 1

    def _make(self, index: int) -> Chunk:
        number, offset = self._cuts[index]
        end = self._cuts[index + 1] if index + 1 < len(self._cuts) else (len(self._blocks), 0)
        part = self._part_at(number)
        above = bisect_right(self._headings, number) - 1
        heading = self._blocks[self._headings[above]].text if above >= 0 else ""
        runs = list(self._runs((number, offset), end))
        if not runs:
            return Chunk(index, part, heading, "", (), (), places.at(self._blocks[number], 0))
        return _chunk(index, part, heading, runs)

    def _runs(self, begin: tuple[int, int], end: tuple[int, int]) -> "Iterator[_Run]":
        """Yield what a piece shows of each block."""
        for number in range(begin[0], min(end[0] + 1, len(self._blocks))):
            block = self._blocks[number]
            if block.kind in (Kind.HEADING, Kind.NOTE) or not block.text.strip():
                continue
            first = begin[1] if number == begin[0] else 0
            last = end[1] if number == end[0] else len(block.text)
            # Cut to size: a piece may have been begun by other rules for sentences than those of today.
            found = _sentences(block, self._document.language)
            spans = ((max(start, first), min(end, last)) for start, end in found)
            held = [(start, end) for start, end in spans if start < end]
            if held:
                yield block, held


_Run = tuple[Block, list[tuple[int, int]]]


def chunks(document: Document, level: Level) -> Pieces:
    """Return the pieces of a document at a level."""
    return Pieces(document, level)


@lru_cache(maxsize=64)
def _sentences(block: Block, language: str) -> Sequence[tuple[int, int]]:
    return sentences_of(block, language)


def _chunk(index: int, part: int, heading: str, runs: list[_Run]) -> Chunk:
    """Return the piece with its sentences joined; white space at its very end is left out."""
    block, held = runs[-1]
    start, end = held[-1]
    runs[-1] = block, [*held[:-1], (start, start + len(block.text[start:end].rstrip()))]
    texts: list[str] = []
    slices: list[Slice] = []
    spans: list[Span] = []
    at = 0
    for block, held in runs:
        start, end = held[0][0], held[-1][1]
        if slices:
            listed = slices[-1].kind is block.kind is Kind.LIST_ITEM
            gap = "\n" if listed else places.SEPARATOR
            texts[-1] += gap
            at += len(gap)
        slices.append(Slice(block.id, block.kind, start, end, at))
        texts += [block.text[first:last] for first, last in held]
        spans += clipped(_styles(block), start, end, at)
        at += end - start
    place = places.at(runs[0][0], runs[0][1][0][0])
    return Chunk(index, part, heading, "".join(texts), tuple(texts), tuple(slices), place, tuple(spans))


def _styles(block: Block) -> tuple[Span, ...]:
    if block.kind is Kind.CODE:
        return (Span(0, len(block.text), Style.CODE), *block.spans)
    if block.kind is Kind.PICTURE:
        return (Span(0, 1, Style.PICTURE), *block.spans)
    return block.spans
