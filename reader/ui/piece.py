"""What the page shows of a chunk: its terms, and the indents of the blocks it was cut from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reader.model.chunk import Chunk
from reader.model.document import Block, Kind, Span, Style
from reader.model.term import TermHit
from reader.text import sense_lines

_SET_IN = frozenset({Kind.LIST_ITEM, Kind.QUOTE})
_BY_LINE = frozenset({Kind.TABLE, Kind.VERSE, Kind.CODE})


@dataclass(frozen=True, slots=True)
class Indent:
    """A paragraph that is set in: where it begins, how deep, and what is painted before it."""

    at: int
    depth: int
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A chunk with what is painted on it; all offsets are code points of the chunk's text."""

    chunk: Chunk
    dotted: tuple[TermHit, ...] = ()
    terms: tuple[TermHit, ...] = ()
    indents: tuple[Indent, ...] = ()
    by_line: tuple[tuple[int, int], ...] = ()
    """Start and end of each table, verse and code: where a line wraps, it goes on set in."""
    tables: tuple[tuple[int, int], ...] = ()
    lines: tuple[int, ...] = ()
    """Where a new line begins if long sentences are set one clause a line; a single space stands before."""

    picture: bytes = b""
    """What is painted above the words, if they are those of a picture."""

    @property
    def links(self) -> tuple[Span, ...]:
        """Return the links, in order."""
        return tuple(span for span in self.chunk.spans if span.style is Style.LINK)

    @property
    def notes(self) -> tuple[Span, ...]:
        """Return the marks of footnotes, in order."""
        return tuple(span for span in self.chunk.spans if span.style is Style.NOTE)


def piece_of(
    chunk: Chunk,
    block: Callable[[str], Block],
    pictures: Mapping[str, bytes],
    dotted: tuple[TermHit, ...],
    terms: tuple[TermHit, ...],
) -> Piece:
    """Return a chunk with its terms, its indents and its picture; `block` finds a block by its id."""
    indents: list[Indent] = []
    by_line: list[tuple[int, int]] = []
    tables: list[tuple[int, int]] = []
    picture = b""
    for part in chunk.slices:
        held = block(part.block)
        picture = pictures.get(held.picture, b"")
        if held.kind in _SET_IN:
            indents.append(Indent(part.at, max(1, held.level), held.marker if part.start == 0 else ""))
        elif held.kind in _BY_LINE:
            by_line.append((part.at, part.at + part.end - part.start))
            tables += by_line[-1:] if held.kind is Kind.TABLE else []
    return Piece(
        chunk,
        dotted,
        terms,
        indents=tuple(indents),
        by_line=tuple(by_line),
        tables=tuple(tables),
        lines=sense_lines.breaks_in(chunk),
        picture=picture,
    )
