"""The reading page's twin: where a person is in a text, and how they move through it."""

from collections.abc import Callable

from reader.ground.events import Event
from reader.model.document import Document
from reader.model.level import Level
from reader.model.place import Place
from reader.model.record import Record
from reader.model.scope import Scope
from reader.session.notices import Notices, Offer
from reader.session.open_text import OpenText
from reader.session.piece_cursor import PieceCursor
from reader.session.position import Position
from reader.session.whereabouts import INTO_PART, REST_ON_ITS_WAY

BEGINNING = "This is the beginning."
BACK_TO_POINTS = "The whole text. Ctrl+K goes back to the key point."
NO_KEY_POINTS = "There is nothing shorter than this text itself."

NEXT_ON_ITS_WAY = "The next piece is on its way. It will show here."
STOP = "Stop"
POINTS_LATER = "Key points come when the whole text is here."


class Reading(Position):
    """One open text, shown a piece at a time: the whole of it, its key points, or a reminder of them.

    The kept place is finer than the piece: it stays where a person last turned or heard, so that going to
    longer pieces and back to single sentences ends at the same sentence.
    """

    def __init__(self, notices: Notices, level: Level) -> None:
        super().__init__(level)
        self.turned: Event[[]] = Event()
        """A piece is shown: turned by hand or voice, cut anew by a level, or of a text just opened."""
        self.opened: Event[[]] = Event()
        """Another text is open."""
        self.grown: Event[[]] = Event()
        """More of the open text has come in, or no more of it will."""
        self.moved: Event[[]] = Event()
        """The kept place changed, perhaps within the piece."""
        self._notices = notices
        self._wants_next = False
        self._stop: Callable[[], object] | None = None

    # Opening

    def open(self, document: Document, place: Place | None = None) -> None:
        """Show a text at a place, or at its beginning; raises ValueError for one without pieces."""
        self._take(self._cut(document, place))

    def resume(
        self,
        document: Document,
        record: Record,
        *,
        looks_back: bool = False,
        reminds: bool = False,
    ) -> None:
        """Show a text where a record says one was; raises ValueError for one without pieces.

        `looks_back` shows the piece before, to pick up the thread. `reminds` shows the key points so far,
        and the text after them.
        """
        text = self._cut(document, record.place)
        text.resume(record, looks_back=looks_back, reminds=reminds)
        self._take(text)

    def grow(self, document: Document) -> None:
        """Take the open text with more of it that has come in since; the piece stays as it is."""
        if document.id == self.document.id:
            self._text.whole.grow(document)
            self._tell_of_growth()

    def linger(self, stop: Callable[[], object]) -> None:
        """Say how much of the text is here, and offer to stop it: the rest of it takes its time.

        The words change when the page turns, and not while it is read (R14).
        """
        self._stop = stop
        self._text.whole.lingers = True
        self._rest()

    def mend(self, document: Document) -> None:
        """Take the open text as it is called now; in another language it is cut anew, and the place stays."""
        if document.language != self.document.language and not self.is_arriving:
            self._text.whole.document = document
            self._text.cut(self._level)
            self._show_piece()
        self.grow(document)

    def break_off(self) -> None:
        """Expect no more of the open text: what there is of it stays."""
        self._text.whole.arrives = False
        self._tell_of_growth()

    def do_without_rest(self) -> bool:
        """Stop what is still on its way, where that is offered; return whether it was."""
        offered = self._text.whereabouts.tells_of_arrival
        if offered and self._stop:
            self._stop()
        return offered

    def _tell_of_growth(self) -> None:
        self.grown.emit()
        if not self._text.whereabouts.tells_of_arrival:
            self._rest()
        if self._wants_next and not self.awaits_next:
            self._wants_next = False
            self._notices.clear()
            self.next()

    def _cut(self, document: Document, place: Place | None) -> OpenText:
        whole = PieceCursor(document, self._level, place)
        if not whole.chunks:
            raise ValueError("A text without pieces cannot be shown.")
        return OpenText(whole, self._level)

    def _take(self, text: OpenText) -> None:
        self._text = text
        self.opened.emit()
        self._show_piece()

    # Turning

    def show(self, index: int) -> None:
        """Turn to a piece."""
        self._text.shown.show(index)
        self._show_piece()

    def next(self) -> None:
        """Turn to the next piece; after a reminder carry on, and at another end say so.

        A piece that is on its way is shown as soon as it is there, unless the person does something else.
        """
        if self.awaits_next:
            self._notices.say(NEXT_ON_ITS_WAY)
            self._wants_next = True
        elif not self.ends_text:
            self.show(self.index + 1)
        elif self.scope is Scope.REMINDER:
            self._carry_on()
        else:
            self._notices.say(self._text.whereabouts.end)

    def previous(self) -> None:
        """Turn to the piece before; at the beginning say so."""
        if self.index == 0:
            self._notices.say("This is the first piece.")
        else:
            self.show(self.index - 1)

    def next_part(self) -> None:
        """Turn to the first piece of the next part."""
        shown = self._text.shown
        if shown.chunk.part == shown.chunks[-1].part:
            self._notices.say(self._text.whereabouts.end_of_parts)
        else:
            self.show(shown.first_of(shown.chunk.part + 1))

    def previous_part(self) -> None:
        """Turn to the beginning of this part, or of the one before when already there."""
        shown = self._text.shown
        first = shown.first_of(shown.chunk.part)
        if shown.index > first:
            self.show(first)
        elif first == 0:
            self._notices.say("This is the first part.")
        else:
            self.show(shown.first_of(shown.chunk.part - 1))

    def reach(self, offset: int) -> None:
        """Be at a letter of the shown piece, which is kept as the place: the voice has come so far."""
        self._text.shown.reach(offset)
        self._wants_next = False
        self.moved.emit()

    def set_level(self, level: Level) -> None:
        """Show more or less at a time, and keep the place."""
        if level == self._level:
            return
        self._level = level
        self._text.cut(level)
        if self.chunks:
            self._show_piece()

    # Jumping

    def start_part_again(self) -> None:
        """Jump to the beginning of this part; Return comes back."""
        self.go(self._text.whole.beginning_of(self.part))

    def open_part(self, index: int) -> None:
        """Jump to a part by its index; Return comes back."""
        self.go(self._text.whole.beginning_of(self.parts[index]))

    def go(self, place: Place) -> None:
        """Jump to a place of the whole text; Return comes back."""
        if self._text.awaits(place):
            self._notices.say(REST_ON_ITS_WAY)
            return
        self._text.go(place)
        self._show_piece()
        self._notices.say("Your other place is kept. Press Alt and Left to return.")

    def go_back(self) -> None:
        """Return to the place that the last jump left."""
        if self._text.awaits_return:
            self._notices.say(REST_ON_ITS_WAY)
        elif self._text.go_back():
            self._show_piece()
            if self.scope is Scope.KEY_POINTS:
                self._notices.say(f"{self._text.whereabouts.excerpt} {INTO_PART}")
        else:
            self._notices.say("There is no other place to return to.")

    def show_place(self, place: Place) -> None:
        """Go to a place of what is shown; unlike after a jump there is nothing to return to."""
        self._text.shown.show_place(place)
        self._show_piece()

    def toggle_key_points(self) -> None:
        """Go to the key points, from a key point into its part, or on after a reminder."""
        if self.scope is Scope.REMINDER:
            self._carry_on()
        elif self.scope is Scope.KEY_POINTS:
            self._text.go_into_part()
            self._show_piece()
            self._notices.say(BACK_TO_POINTS)
        elif self.is_arriving:
            self._notices.say(POINTS_LATER)
        elif self._text.open_key_points():
            self._show_piece()
            self._notices.say(f"{self._text.whereabouts.excerpt} {INTO_PART}")
        else:
            self._notices.say(NO_KEY_POINTS)

    def _carry_on(self) -> None:
        self._text.leave_reminder()
        self._show_piece()

    def _rest(self) -> None:
        """Let the quiet line say where one is."""
        where = self._text.whereabouts
        stop = Offer(STOP, self.do_without_rest) if where.tells_of_arrival else None
        self._notices.rest(where.resting, stop)

    def _show_piece(self) -> None:
        self._wants_next = False
        self._rest()
        self.turned.emit()
        self.moved.emit()
