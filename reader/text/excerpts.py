"""A text in its key points: documents made of blocks of the whole one, word for word.

The blocks keep their ids, so that a place in an excerpt is a place in the whole text.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from reader.model.document import Block, Document, Kind, Part, clipped
from reader.model.listed import of_kind
from reader.text import outline, sentences
from reader.text.cutting import PROSE

_OfPart = Callable[[Document, Part], list[Block]]
"""What is taken of a part. Of a long text no other blocks are looked at: these would have to be made."""


def key_points(document: Document) -> Document:
    """Return what stands first in short, then heading and key points of each part, in order.

    A part without a key point has its first sentence instead; where it is the only part, the first one of
    each paragraph. There may be no blocks at all: a part need have neither a heading nor a sentence.
    """
    parts = outline.parts(document)
    return _excerpt(document, parts, _short_among(parts))


def reminder(document: Document, part: int, *, finished: bool = False) -> Document:
    """Return the key points of the counted parts before the one with the index `part`, newest first.

    With `finished` they are those of all parts. Whoever has come past no part yet has the text in short,
    or else how it begins: the first sentence of each part so far.
    """
    parts = outline.parts(document)
    past = [each for each in parts if each.number and (finished or each.index < part)]
    if past:
        return _excerpt(document, reversed(past), _short_among(parts))
    in_short = list(filter(outline.is_summary, parts))
    return _excerpt(document, in_short or parts[: part + 1], _beginning)


def _excerpt(document: Document, parts: Iterable[Part], of_part: _OfPart) -> Document:
    """Return what is taken of each part, under its heading; what is in short already stays whole."""
    chosen: list[Block] = []
    blocks = document.blocks
    for part in parts:
        if outline.is_summary(part):
            chosen += blocks[part.first : part.end]
        elif part.number or len(of_kind(blocks, Kind.HEADING, part.first, part.end)) < part.end - part.first:
            chosen += [block for block in blocks[part.first : part.first + 1] if block.kind is Kind.HEADING]
            chosen += of_part(document, part)
    return replace(document, blocks=tuple(chosen), cuts={})


def _short_among(parts: Sequence[Part]) -> _OfPart:
    return _short if len(parts) > 1 else _short_of_one


def _short(document: Document, part: Part) -> list[Block]:
    return _key_points(document, part) or _beginning(document, part)


def _short_of_one(document: Document, part: Part) -> list[Block]:
    return _key_points(document, part) or list(_beginnings(document, part))


def _key_points(document: Document, part: Part) -> list[Block]:
    blocks = document.blocks
    return [blocks[number] for number in of_kind(blocks, Kind.KEY_POINT, part.first, part.end)]


def _beginning(document: Document, part: Part) -> list[Block]:
    return list(islice(_beginnings(document, part), 1))


def _beginnings(document: Document, part: Part) -> Iterator[Block]:
    """Yield each block of prose in a part, cut after its first sentence."""
    for block in map(document.blocks.__getitem__, range(part.first, part.end)):
        if block.kind in PROSE and block.text.strip():
            _, end = sentences.split(block.text, document.language)[0]
            text = block.text[:end].rstrip()
            yield replace(block, text=text, spans=clipped(block.spans, 0, len(text)))
