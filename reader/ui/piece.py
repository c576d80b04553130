"""What the page shows of a chunk: its terms, and the styles and markers of the blocks it was cut from."""

from dataclasses import dataclass

from reader.model.chunk import Chunk
from reader.model.document import Block, Document, Span
from reader.model.term import TermHit


@dataclass(frozen=True, slots=True)
class Piece:
    """A chunk with what is painted on it; all offsets are code points of the chunk's text."""

    chunk: Chunk
    dotted: tuple[TermHit, ...] = ()
    terms: tuple[TermHit, ...] = ()
    spans: tuple[Span, ...] = ()
    markers: tuple[tuple[int, str], ...] = ()


class Pieces:
    """Finds the styles of a document's chunks."""

    def __init__(self, document: Document) -> None:
        self._blocks: dict[str, Block] = {block.id: block for block in document.blocks}

    def piece(self, chunk: Chunk, dotted: tuple[TermHit, ...], terms: tuple[TermHit, ...]) -> Piece:
        """Return a chunk with its terms, styles and markers."""
        spans: list[Span] = []
        markers: list[tuple[int, str]] = []
        for part in chunk.slices:
            block = self._blocks[part.block]
            if block.marker and part.start == 0:
                markers.append((part.at, block.marker))
            for span in block.spans:
                start, end = max(span.start, part.start), min(span.end, part.end)
                if start < end:
                    shift = part.at - part.start
                    spans.append(Span(start + shift, end + shift, span.style, span.target))
        return Piece(chunk, dotted, terms, tuple(spans), tuple(markers))
