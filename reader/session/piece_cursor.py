"""Where a person is in a text: the piece that is shown, and the finer place that is kept."""

from reader.model.chunk import Chunk
from reader.model.document import Document, Part
from reader.model.level import Level
from reader.model.place import Place
from reader.model.scope import Scope
from reader.text import notes, places
from reader.text.chunks import chunks


class PieceCursor:
    """A text cut into pieces, and where one is in it; it may be an excerpt of another one.

    The kept place stays where a person last turned or heard, so that going to longer pieces and back to
    single sentences ends at the same sentence. It may lie in another piece than the one that is shown.
    """

    def __init__(
        self,
        document: Document,
        level: Level,
        place: Place | None = None,
        scope: Scope = Scope.WHOLE,
    ) -> None:
        self.document = document
        self.scope = scope
        self.arrives = scope is Scope.WHOLE and not document.is_whole
        """Whether more of the text is on its way; an excerpt is all there."""
        self.lingers = False
        """Whether it has been on its way for a while."""
        self.chunks = chunks(document, level)
        self.index = self._kept = 0
        """Which piece is shown, and which one holds the place."""
        self.place = self.here = Place("", 0)
        """The place that is kept, and what is read now: another one while a person looks back."""
        if self.chunks:
            # A page with nothing but the title would only ask for a key.
            first = next((chunk for chunk in self.chunks if chunk.text), self.chunks[0])
            self.show_place(place or first.place)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the parts of the text."""
        return self.chunks.parts

    @property
    def chunk(self) -> Chunk:
        """Return the piece that is shown; raises IndexError for a text without pieces."""
        return self.chunks[self.index]

    @property
    def sentence(self) -> str:
        """Return the sentence at the kept place, or the heading of a piece without text."""
        chunk = self.chunks[self._kept]
        offset = chunk.offset_of(self.place) or 0
        found = [chunk.text[start:end] for start, end in chunk.sentence_spans() if start <= offset < end]
        return found[0].strip() if found else chunk.heading

    @property
    def ends_part(self) -> bool:
        """Return whether the piece is the last of its part, as far as that is known."""
        if self.index == len(self.chunks) - 1:
            return not self.arrives
        return self.chunks[self.index + 1].part != self.chunk.part

    @property
    def ends_text(self) -> bool:
        """Return whether the piece is the last of all that there will be."""
        return self.index == len(self.chunks) - 1 and not self.arrives

    @property
    def awaits_next(self) -> bool:
        """Return whether the next piece is still on its way."""
        return self.index == len(self.chunks) - 1 and self.arrives

    @property
    def in_last_part(self) -> bool:
        """Return whether the piece lies in the last part."""
        return self.chunk.part == self.chunks[-1].part and not self.arrives

    @property
    def finished(self) -> bool:
        """Return whether the kept place is in the last piece of the text, whatever piece is shown."""
        return self._kept == len(self.chunks) - 1 and self.document.is_whole

    def part_of(self, place: Place) -> Part:
        """Return the part that holds a place of this text, or of an excerpt of it."""
        return self.parts[self.chunks.part_of(place)]

    def piece_at(self, place: Place) -> Chunk:
        """Return the piece that holds a place of this text, or of an excerpt of it."""
        return self.chunks[self.chunks.index_of(place)]

    def beginning_of(self, part: Part) -> Place:
        """Return the place where a part begins."""
        return self.chunks[self.first_of(part.index)].place

    def first_of(self, part: int) -> int:
        """Return the index of a part's first piece."""
        return self.chunks.of_part(part).start

    def show(self, index: int) -> None:
        """Turn to a piece, and keep its beginning."""
        self.index = self._kept = index
        self.place = self.here = self.chunk.place

    def show_place(self, place: Place) -> None:
        """Turn to the piece that holds a place, and keep the place; a text that has changed is searched.

        A place in a footnote, which stands in no piece, leads to its mark.
        """
        self.place = self.here = places.locate(self.document, notes.place_of_mark(self.document, place))
        self.index = self._kept = self.chunks.index_of(self.place)

    def look_back(self) -> None:
        """Show the piece before, if there is one, and keep the place."""
        if self.index > 0:
            self.index -= 1
            self.here = self.chunk.place

    def reach(self, offset: int) -> None:
        """Be at a letter of the shown piece, and keep it as the place; a look back keeps the one ahead."""
        looks_back = not self.here.is_at(self.place)
        self.here = self.chunk.place_at(offset)
        if not looks_back or (self.index == self._kept and offset >= (self.chunk.offset_of(self.place) or 0)):
            self.place = self.here

    def cut(self, level: Level) -> None:
        """Cut the text into longer or shorter pieces, and show the one that holds what is read now."""
        if self.chunks:
            here = self.here
            self.chunks = chunks(self.document, level)
            self.show_place(self.place)
            self.index, self.here = self.chunks.index_of(here), here

    def grow(self, document: Document) -> None:
        """Take the text with more of it that has come in since; place and pieces stay as they are."""
        self.document = document
        self.arrives = not document.is_whole
        self.chunks.grow(document)
