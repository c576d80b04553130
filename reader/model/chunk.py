"""A piece: what is shown at once."""

from bisect import bisect_right
from dataclasses import dataclass

from reader.model.document import Kind, Span
from reader.model.place import QUOTE, Place


@dataclass(frozen=True, slots=True)
class Slice:
    """The letters `start` to `end` of a block, which stand at `at` in the chunk's text."""

    block: str
    kind: Kind
    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a document, the same for screen and voice.

    `text` is the slices joined by blank lines (list items by newlines); `sentences` joined are the text.
    `heading` is the nearest one above and is not part of the text. All offsets are code points.
    `part` is the index of the part it belongs to.
    """

    index: int
    part: int
    heading: str
    text: str
    sentences: tuple[str, ...]
    slices: tuple[Slice, ...]
    place: Place
    spans: tuple[Span, ...] = ()
    """The styles of its letters; all letters of a code block are code."""

    @property
    def is_key_point(self) -> bool:
        """Return whether the piece is the key point that ends a part."""
        return bool(self.slices) and self.slices[0].kind is Kind.KEY_POINT

    @property
    def begins_picture(self) -> bool:
        """Return whether the piece is a picture with the first of its words."""
        return bool(self.slices) and self.slices[0].kind is Kind.PICTURE and self.slices[0].start == 0

    def sentence_spans(self) -> tuple[tuple[int, int], ...]:
        """Return start and end of each sentence in the text."""
        spans, start = [], 0
        for sentence in self.sentences:
            spans.append((start, start + len(sentence)))
            start += len(sentence)
        return tuple(spans)

    def place_at(self, offset: int) -> Place:
        """Return the place of the letter at an offset in the text."""
        if not self.slices:
            return self.place
        found = self.slices[max(0, bisect_right(self.slices, offset, key=lambda part: part.at) - 1)]
        inside = min(found.start + offset - found.at, found.end)
        begin = inside - found.start + found.at
        return Place(
            found.block,
            inside,
            quote=self.text[begin : begin + QUOTE],
            before=self.text[max(0, begin - QUOTE) : begin],
        )

    def offset_of(self, place: Place) -> int | None:
        """Return where a place stands in the text, or None if it stands in another piece."""
        for part in self.slices:
            if part.block == place.block and part.start <= place.offset < max(part.end, part.start + 1):
                return part.at + place.offset - part.start
        return None
