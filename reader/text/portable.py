"""The parts of a document as plain data and back: what goes through a pipe or lies on the disk."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.model.document import Block, Cut, Document, Kind, Source, Span, Style
from reader.model.level import Level

Data = dict[str, Any]


def packed_blocks(blocks: Iterable[Block]) -> list[list[Any]]:
    """Return blocks as lists of their fields, which take half the letters that names would."""
    return list(map(packed_block, blocks))


def packed_block(block: Block) -> list[Any]:
    """Return a block as a list of its fields."""
    return [
        block.id,
        block.kind,
        block.text,
        block.level,
        [[span.start, span.end, span.style, span.target] for span in block.spans],
        block.marker,
        block.picture,
    ]


def unpacked_blocks(data: Iterable[Sequence[Any]]) -> tuple[Block, ...]:
    """Return the blocks; raises ValueError or TypeError for what are none."""
    return tuple(map(unpacked_block, data))


def unpacked_block(data: Sequence[Any]) -> Block:
    """Return the block; raises ValueError or TypeError for what is none."""
    id_, kind, text, level, spans, marker, picture = data
    return Block(id_, Kind(kind), text, level, tuple(map(_span, spans)), marker, picture)


def packed_cuts(cuts: Mapping[Level, Iterable[Cut]]) -> Data:
    """Return where pieces begin, by the names of the levels."""
    return {level.value: flat(found) for level, found in cuts.items()}


def unpacked_cuts(data: Mapping[str, Sequence[int]]) -> dict[Level, list[Cut]]:
    """Return where pieces begin; raises ValueError for what names no level."""
    # A longer piece begins where a shorter one does: of a book these weigh as much as its words.
    once: dict[Cut, Cut] = {}
    return {
        Level(level): [once.setdefault(cut, cut) for cut in paired(numbers)]
        for level, numbers in data.items()
    }


def flat(found: Iterable[Cut]) -> list[int]:
    """Return where the pieces of one level begin, as numbers in a row."""
    return [number for cut in found for number in cut]


def paired(numbers: Sequence[int]) -> list[Cut]:
    """Return where the pieces of one level begin; raises ValueError where a number is missing."""
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def packed_details(document: Document) -> Data:
    """Return what is known of a document besides its blocks, pictures and cuts."""
    source = document.source
    return {
        "title": document.title,
        "language": document.language,
        "summary": document.summary,
        "source": [source.original_title, source.series, source.source, source.author, source.date],
    }


def unpacked_details(data: Mapping[str, Any]) -> Data:
    """Return the fields of a document that stand in its details."""
    return {**data, "source": Source(*data["source"])}


def _span(data: Sequence[Any]) -> Span:
    start, end, style, target = data
    return Span(start, end, Style(style), target)
