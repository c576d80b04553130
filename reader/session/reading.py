"""The reading page's twin: where a person is in a text, and how they move through it."""

from bisect import bisect_left

from reader.ground.events import Event
from reader.model.chunk import Chunk
from reader.model.document import Document, Part
from reader.model.level import Level
from reader.model.place import Place
from reader.session.notices import Notices
from reader.text import outline
from reader.text.chunks import chunks, index_of

BEGINNING = "This is the beginning."


class Reading:
    """One open text, shown a piece at a time.

    The kept place is finer than the piece: it stays where a person last turned or heard, so that going to
    longer pieces and back to single sentences ends at the same sentence.
    """

    def __init__(self, notices: Notices, level: Level) -> None:
        self.turned: Event[[]] = Event()
        """A piece is shown: turned by hand or voice, cut anew by a level, or of a text just opened."""
        self.opened: Event[[]] = Event()
        """Another text is open."""
        self.moved: Event[[]] = Event()
        """The kept place changed, perhaps within the piece."""
        self._notices = notices
        self._level = level
        self._document = Document("", "", ())
        self._parts: tuple[Part, ...] = ()
        self._chunks: tuple[Chunk, ...] = ()
        self._index = 0
        self._kept = 0
        self._place = Place("", 0)
        self._left_behind: list[Place] = []

    @property
    def document(self) -> Document:
        """Return the open text; one without blocks before any was opened."""
        return self._document

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the parts of the text."""
        return self._parts

    @property
    def chunks(self) -> tuple[Chunk, ...]:
        """Return the pieces at the present level."""
        return self._chunks

    @property
    def index(self) -> int:
        """Return which piece is shown, from 0."""
        return self._index

    @property
    def chunk(self) -> Chunk:
        """Return the piece that is shown; raises IndexError while no text is open."""
        return self._chunks[self._index]

    @property
    def part(self) -> Part:
        """Return the part that is shown; raises IndexError while no text is open."""
        return self._parts[self.chunk.part]

    @property
    def place(self) -> Place:
        """Return the kept place."""
        return self._place

    @property
    def sentence(self) -> str:
        """Return the sentence at the kept place, or the heading of a piece without text."""
        chunk = self._chunks[self._kept]
        offset = chunk.offset_of(self._place) or 0
        found = [chunk.text[start:end] for start, end in chunk.sentence_spans() if start <= offset < end]
        return found[0].strip() if found else chunk.heading

    @property
    def kept_part(self) -> Part:
        """Return the part of the kept place."""
        return self._parts[self._chunks[self._kept].part]

    @property
    def level(self) -> Level:
        """Return how much is shown at a time."""
        return self._level

    @property
    def ends_part(self) -> bool:
        """Return whether the piece is the last of its part."""
        return self.ends_text or self._chunks[self._index + 1].part != self.chunk.part

    @property
    def ends_text(self) -> bool:
        """Return whether the piece is the last of all."""
        return self._index == len(self._chunks) - 1

    @property
    def finished(self) -> bool:
        """Return whether the kept place is in the last piece, whatever piece is shown."""
        return self._kept == len(self._chunks) - 1

    @property
    def can_return(self) -> bool:
        """Return whether a jump left a place behind."""
        return bool(self._left_behind)

    def open(
        self, document: Document, place: Place | None = None, pieces: tuple[Chunk, ...] | None = None
    ) -> None:
        """Show a text at a place, or at its beginning; raises ValueError for one without pieces.

        `pieces` are those of the present level, where they have been cut already.
        """
        if pieces is None:
            pieces = chunks(document, self._level)
        if not pieces:
            raise ValueError("A text without pieces cannot be shown.")
        self._document, self._parts, self._chunks = document, outline.parts(document), pieces
        self._left_behind.clear()
        self._place = place or pieces[0].place
        self._index = self._kept = index_of(pieces, self._place, document)
        self.opened.emit()
        self._show_piece()

    def show(self, index: int) -> None:
        """Turn to a piece."""
        self._index = self._kept = index
        self._place = self.chunk.place
        self._show_piece()

    def look_back(self) -> None:
        """Show the piece before to pick up the thread; the kept place stays."""
        if self._index > 0:
            self._index -= 1
            self._show_piece()

    def next(self) -> None:
        """Turn to the next piece; at the end say so."""
        if self.ends_text:
            self._notices.say("This was the last piece. Library takes you back.")
        else:
            self.show(self._index + 1)

    def previous(self) -> None:
        """Turn to the piece before; at the beginning say so."""
        if self._index == 0:
            self._notices.say("This is the first piece.")
        else:
            self.show(self._index - 1)

    def next_part(self) -> None:
        """Turn to the first piece of the next part."""
        if self.chunk.part == len(self._parts) - 1:
            self._notices.say("This is the last part.")
        else:
            self.show(self._first_of(self.chunk.part + 1))

    def previous_part(self) -> None:
        """Turn to the beginning of this part, or of the one before when already there."""
        first = self._first_of(self.chunk.part)
        if self._index > first:
            self.show(first)
        elif first == 0:
            self._notices.say("This is the first part.")
        else:
            self.show(self._first_of(self.chunk.part - 1))

    def start_part_again(self) -> None:
        """Jump to the beginning of this part; Return comes back."""
        self.go(self._chunks[self._first_of(self.chunk.part)].place)

    def open_part(self, index: int) -> None:
        """Jump to a part by its index; Return comes back."""
        self.go(self._chunks[self._first_of(index)].place)

    def go(self, place: Place) -> None:
        """Jump to a place; Return comes back."""
        self._left_behind.append(self._place)
        self.show_place(place)
        self._notices.say("Your other place is kept. Press Alt and Left to return.")

    def go_back(self) -> None:
        """Return to the place that the last jump left."""
        if self._left_behind:
            self.show_place(self._left_behind.pop())
        else:
            self._notices.say("There is no other place to return to.")

    def show_place(self, place: Place) -> None:
        """Go to a place; unlike after a jump there is nothing to return to."""
        self._place = place
        self._index = self._kept = index_of(self._chunks, place, self._document)
        self._show_piece()

    def set_level(self, level: Level) -> None:
        """Show more or less at a time, and keep the place."""
        if level == self._level:
            return
        self._level = level
        if self._chunks:
            self._chunks = chunks(self._document, level)
            self.show_place(self._place)

    def reach(self, offset: int) -> None:
        """Keep a letter of the shown piece as the place: the voice has come so far."""
        self._kept = self._index
        self._place = self.chunk.place_at(offset)
        self.moved.emit()

    def where(self) -> str:
        """Return where a person is, in words."""
        number, counted = self.part.number, self._parts[-1].number
        title = self.part.title or self._document.title
        return f"Part {number} of {counted}: {title}" if number else f"{title}: {self._document.title}"

    def just_read(self) -> str:
        """Return the sentence before the shown piece, "" at the very beginning."""
        before = (chunk for chunk in reversed(self._chunks[: self._index]) if chunk.text)
        chunk = next(before, None)
        return chunk.sentences[-1].strip() if chunk else ""

    def _first_of(self, part: int) -> int:
        return bisect_left(self._chunks, part, key=lambda chunk: chunk.part)

    def _show_piece(self) -> None:
        self._notices.rest(self._resting_words())
        self.turned.emit()
        self.moved.emit()

    def _resting_words(self) -> str:
        counted = self._parts[-1].number
        if self.ends_text:
            return "This is the end of the article. Library takes you back."
        if self._index == 0 and not self.part.number:
            return "Press Next when you are ready. There is no hurry."
        if self.ends_part and self.part.number:
            return "End of this part. This is a good place to stop."
        if self.part.number:
            return f"Part {self.part.number} of {counted}" if counted > 1 else ""
        return "Part 1 comes next." if self.ends_part else f"Before part 1 of {counted}"
