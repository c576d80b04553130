"""From blocks to pieces: the one segmentation for screen and voice."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.model.chunk import Chunk, Slice
from reader.model.document import Block, Document, Kind, Span, Style, clipped
from reader.model.level import Level
from reader.model.place import Place
from reader.text import outline, places, sentences

PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE})
"""Kinds that may share a piece; every other block has its own. Tables and code are never split."""


class _Sentence(NamedTuple):
    block: Block
    start: int
    end: int
    words: int


_Piece = list[_Sentence]


def chunks(document: Document, level: Level) -> tuple[Chunk, ...]:
    """Return the pieces of a document at a level.

    Their texts joined are all blocks that are not headings, in order, white space aside. A heading
    starts a new piece; one with no body is a piece with an empty text. Only a single sentence, table,
    code block or key point may exceed the level's words (R21, R22).
    """
    made: list[Chunk] = []
    for part in outline.parts(document):
        for heading, body in _sections(document.blocks[part.first : part.end]):
            pieces = list(_pieces(body, level.words))
            if heading and not pieces:
                made.append(Chunk(len(made), part.index, heading.text, "", (), (), places.at(heading, 0)))
            for piece in pieces:
                made.append(_chunk(len(made), part.index, heading.text if heading else "", piece))
    return tuple(made)


def index_of(pieces: Sequence[Chunk], place: Place, document: Document) -> int:
    """Return the index of the piece that holds a place; 0 when there are no pieces.

    A place in a heading gives the piece after it; one that a changed file has moved is located first.
    """
    order = {block.id: index for index, block in enumerate(document.blocks)}
    found = places.locate(document, place)

    def position(piece: Chunk) -> tuple[int, int]:
        return order[piece.place.block], piece.place.offset

    block = order.get(found.block, 0)
    if document.blocks and document.blocks[block].kind is Kind.HEADING:
        index = bisect_left(pieces, (block, 0), key=position)
    else:
        index = bisect_right(pieces, (block, found.offset), key=position) - 1
    return min(max(index, 0), max(len(pieces) - 1, 0))


def _sections(blocks: Iterable[Block]) -> Iterator[tuple[Block | None, list[Block]]]:
    """Yield each heading, or None at the start, with the blocks that hold text under it."""
    heading: Block | None = None
    body: list[Block] = []
    for block in blocks:
        if block.kind is Kind.HEADING:
            yield heading, body
            heading, body = block, []
        elif block.text.strip():
            body.append(block)
    yield heading, body


def _pieces(body: Iterable[Block], limit: int) -> Iterator[_Piece]:
    """Yield the sentences of each piece: whole blocks together while they fit, long ones split."""
    together: list[_Piece] = []
    for block in body:
        held = _sentences(block)
        if block.kind in PROSE and sum(sentence.words for sentence in held) <= limit:
            together.append(held)
        else:
            yield from _packed(together, limit)
            yield from _packed([[sentence] for sentence in held], limit)
            together = []
    yield from _packed(together, limit)


def _sentences(block: Block) -> _Piece:
    whole = block.kind in (Kind.TABLE, Kind.CODE)
    spans = ((0, len(block.text)),) if whole else sentences.split(block.text)
    # All that stands between spaces counts, a lone dash too: so the limit holds for a strict counter as well.
    return [_Sentence(block, start, end, len(block.text[start:end].split())) for start, end in spans]


def _packed(units: Sequence[_Piece], limit: int) -> Iterator[_Piece]:
    """Yield the units joined into as few pieces as the limit allows, and those as even as can be."""
    sizes = [max(1, sum(sentence.words for sentence in unit)) for unit in units]
    for first, end in _even_runs(sizes, limit):
        yield [sentence for unit in units[first:end] for sentence in unit]


def _even_runs(sizes: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """Return first and end of each run: as few runs as can be, then the least sum of their squares.

    A size over the limit stands alone. Each step looks back over at most `limit` sizes, all being 1 or
    more, so that the time grows only with their number.
    """
    best: list[tuple[int, int, int]] = [(0, 0, 0)]  # up to here: runs, sum of squares, where the last began
    for last in range(len(sizes)):
        options = []
        size = 0
        for first in range(last, -1, -1):
            size += sizes[first]
            if size > limit and first < last:
                break
            runs, squares, _ = best[first]
            options.append((runs + 1, squares + size * size, first))
        best.append(min(options))
    found = []
    end = len(sizes)
    while end:
        first = best[end][2]
        found.append((first, end))
        end = first
    return found[::-1]


def _chunk(index: int, part: int, heading: str, piece: _Piece) -> Chunk:
    """Return the piece with its sentences joined; white space at its very end is left out."""
    last = piece[-1]
    piece[-1] = last._replace(end=last.start + len(last.block.text[last.start : last.end].rstrip()))
    texts: list[str] = []
    slices: list[Slice] = []
    spans: list[Span] = []
    at = 0
    for _, group in groupby(piece, key=lambda sentence: sentence.block.id):
        run = list(group)
        block, start, end = run[0].block, run[0].start, run[-1].end
        if slices:
            listed = slices[-1].kind is block.kind is Kind.LIST_ITEM
            gap = "\n" if listed else places.SEPARATOR
            texts[-1] += gap
            at += len(gap)
        slices.append(Slice(block.id, block.kind, start, end, at))
        texts += [block.text[sentence.start : sentence.end] for sentence in run]
        spans += clipped(_styles(block), start, end, at)
        at += end - start
    place = places.at(piece[0].block, piece[0].start)
    return Chunk(index, part, heading, "".join(texts), tuple(texts), tuple(slices), place, tuple(spans))


def _styles(block: Block) -> tuple[Span, ...]:
    if block.kind is Kind.CODE:
        return (Span(0, len(block.text), Style.CODE), *block.spans)
    if block.kind is Kind.PICTURE:
        return (Span(0, 1, Style.PICTURE), *block.spans)
    return block.spans
