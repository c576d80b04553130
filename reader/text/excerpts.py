"""A text in its key points: documents made of blocks of the whole one, word for word.

The blocks keep their ids, so that a place in an excerpt is a place in the whole text.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from reader.model.document import Block, Document, Kind, Part, clipped
from reader.text import outline, sentences
from reader.text.cutting import PROSE

Blocks = Sequence[Block]
_OfPart = Callable[[Blocks, str], Blocks]
"""What is taken of a part, in its language."""


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
    for part in parts:
        blocks = document.blocks[part.first : part.end]
        if outline.is_summary(part):
            chosen += blocks
        elif part.number or any(block.kind is not Kind.HEADING for block in blocks):
            chosen += [block for block in blocks[:1] if block.kind is Kind.HEADING]
            chosen += of_part(blocks, document.language)
    return replace(document, blocks=tuple(chosen), cuts={})


def _short_among(parts: Sequence[Part]) -> _OfPart:
    return _short if len(parts) > 1 else _short_of_one


def _short(blocks: Blocks, language: str) -> Blocks:
    return _key_points(blocks) or _beginning(blocks, language)


def _short_of_one(blocks: Blocks, language: str) -> Blocks:
    return _key_points(blocks) or list(_beginnings(blocks, language))


def _key_points(blocks: Blocks) -> Blocks:
    return [block for block in blocks if block.kind is Kind.KEY_POINT]


def _beginning(blocks: Blocks, language: str) -> Blocks:
    return list(islice(_beginnings(blocks, language), 1))


def _beginnings(blocks: Blocks, language: str) -> Iterator[Block]:
    """Yield each block of prose, cut after its first sentence."""
    for block in blocks:
        if block.kind in PROSE and block.text.strip():
            _, end = sentences.split(block.text, language)[0]
            text = block.text[:end].rstrip()
            yield replace(block, text=text, spans=clipped(block.spans, 0, len(text)))
