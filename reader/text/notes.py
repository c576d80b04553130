"""The footnotes of a piece: they stand in none, and are shown on demand."""

from dataclasses import dataclass

from reader.model.chunk import Chunk
from reader.model.document import Document, Kind, Style
from reader.model.listed import number_of, of_kind
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
    found = (document.blocks[number] for number in of_kind(document.blocks, Kind.NOTE))
    return {block.marker: block.text for block in found}


def place_of_mark(document: Document, place: Place) -> Place:
    """Return where the first mark of a note stands, for a place in the note; any other place as it is."""
    blocks = document.blocks
    number = number_of(blocks, place.block)
    if number is None or blocks[number].kind is not Kind.NOTE:
        return place
    note = blocks[number]
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
