"""A text in its key points: documents made of blocks of the whole one, word for word.

The blocks keep their ids, so that a place in an excerpt is a place in the whole text.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reader.model.document import Block, Document, Kind, Part, clipped
from reader.text import outline, sentences
from reader.text.chunks import PROSE

Blocks = Sequence[Block]


def key_points(document: Document) -> Document:
    """Return what stands first in short, then heading and key points of each part, in order.

    A part without a key point has its first sentence instead. There may be no blocks at all: a part need
    have neither a heading nor a sentence.
    """
    return _excerpt(document, outline.parts(document), _short)


def reminder(document: Document, part: int, *, finished: bool = False) -> Document:
    """Return the key points of the counted parts before the one with the index `part`, newest first.

    With `finished` they are those of all parts. Whoever has come past no part yet has the text in short,
    or else how it begins: the first sentence of each part so far.
    """
    parts = outline.parts(document)
    past = [each for each in parts if each.number and (finished or each.index < part)]
    if past:
        return _excerpt(document, reversed(past), _short)
    in_short = list(filter(outline.is_summary, parts))
    return _excerpt(document, in_short or parts[: part + 1], _beginning)


def _excerpt(document: Document, parts: Iterable[Part], of_part: Callable[[Blocks], Blocks]) -> Document:
    """Return what is taken of each part, under its heading; what is in short already stays whole."""
    chosen: list[Block] = []
    for part in parts:
        blocks = document.blocks[part.first : part.end]
        if outline.is_summary(part):
            chosen += blocks
        else:
            chosen += [block for block in blocks[:1] if block.kind is Kind.HEADING]
            chosen += of_part(blocks)
    return replace(document, blocks=tuple(chosen))


def _short(blocks: Blocks) -> Blocks:
    return [block for block in blocks if block.kind is Kind.KEY_POINT] or _beginning(blocks)


def _beginning(blocks: Blocks) -> Blocks:
    """Return the first block of prose, cut after its first sentence; none where there is no prose."""
    for block in blocks:
        if block.kind in PROSE and block.text.strip():
            _, end = sentences.split(block.text)[0]
            text = block.text[:end].rstrip()
            return [replace(block, text=text, spans=clipped(block.spans, 0, len(text)))]
    return []
