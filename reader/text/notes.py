"""The footnotes of a piece: they stand in none, and are shown on demand."""

from dataclasses import dataclass

from reader.model.chunk import Chunk
from reader.model.document import Document, Kind, Style
from reader.model.place import Place
from reader.text import places


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: where its mark begins and ends in the text of the piece, the mark, and its own text."""

    start: int
    end: int
    mark: str
    text: str


def texts_of(document: Document) -> dict[str, str]:
    """Return the text of each note by the name that marks give as their target."""
    return {block.marker: block.text for block in document.blocks if block.kind is Kind.NOTE}


def place_of_mark(document: Document, place: Place) -> Place:
    """Return where the first mark of a note stands, for a place in the note; any other place as it is."""
    blocks = document.blocks
    note = next((block for block in blocks if block.id == place.block and block.kind is Kind.NOTE), None)
    if note is None:
        return place
    marks = (
        places.at(block, span.start)
        for block in blocks
        for span in block.spans
        if span.style is Style.NOTE and span.target == note.marker
    )
    return next(marks, place)


def notes_in(chunk: Chunk, texts: dict[str, str]) -> tuple[Note, ...]:
    """Return the notes that a piece refers to, in order, where their texts are known."""
    return tuple(
        Note(span.start, span.end, chunk.text[span.start : span.end].strip("[]()"), texts[span.target])
        for span in chunk.spans
        if span.style is Style.NOTE and span.target in texts
    )
