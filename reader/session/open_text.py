"""An open text: the whole of it, its key points, a reminder of them, and the ways between them."""

from bisect import bisect_left

from reader.model.document import Part
from reader.model.level import Level
from reader.model.place import Place
from reader.model.record import LeftBehind, Record
from reader.model.scope import Scope
from reader.session.piece_cursor import PieceCursor
from reader.session.trail import Trail
from reader.session.whereabouts import Whereabouts
from reader.text import excerpts


class OpenText:
    """A place in the whole text, and one among its key points; neither moves while the other is shown.

    `read` is the one of them that is kept for another day. A reminder may lie over it, whose places are not.
    """

    def __init__(self, whole: PieceCursor, level: Level) -> None:
        self.whole = self.read = whole
        self.trail = Trail()
        self._excerpt_level = _of_excerpts(level)
        self._key_points: PieceCursor | None = None
        self._reminder: PieceCursor | None = None

    @property
    def shown(self) -> PieceCursor:
        """Return what is on the page."""
        return self._reminder or self.read

    @property
    def whereabouts(self) -> Whereabouts:
        """Return where a person is, in words."""
        return Whereabouts(self.whole, self.shown)

    @property
    def key_point(self) -> Place | None:
        """Return the place among the key points, None while the whole text is read."""
        return None if self.read is self.whole else self.read.place

    def awaits(self, place: Place) -> bool:
        """Return whether a place of the whole text is still on its way."""
        return self.whole.arrives and not self.whole.chunks.holds(place)

    @property
    def awaits_return(self) -> bool:
        """Return whether the place that the last jump left is; key points come with the whole text."""
        newest = self.trail.places[-1:]
        return any(
            self.awaits(left.place) or (left.among_key_points and self.whole.arrives) for left in newest
        )

    def cut(self, level: Level) -> None:
        """Cut everything into longer or shorter pieces; each place stays."""
        self._excerpt_level = _of_excerpts(level)
        self.whole.cut(level)
        for excerpt in (self._key_points, self._reminder):
            if excerpt is not None:
                excerpt.cut(self._excerpt_level)

    def resume(self, record: Record, *, looks_back: bool, reminds: bool) -> None:
        """Be where a record says one was, one piece before it, or at a reminder that lies over it."""
        self.trail = Trail(record.left_behind)
        if record.key_point:
            self._go_to(LeftBehind(record.key_point, among_key_points=True))
        if looks_back:
            self.read.look_back()
        if reminds:
            self._reminder = self._new_reminder()

    def leave_reminder(self) -> None:
        """Show again what is read, where it was left."""
        self._reminder = None

    # Jumps

    def go(self, place: Place) -> None:
        """Jump to a place of the whole text, and leave behind where one was."""
        self._leave_behind(self.whole)
        if self.read is not self.whole:
            self._leave_behind(self.read)
        self._read_on(self.whole, place)

    def go_back(self) -> bool:
        """Go where the last jump came from; return False if there is no such place."""
        left = self.trail.go_back()
        if left is not None:
            self._go_to(left)
        return left is not None

    # Key points, and the parts they stand for

    def open_key_points(self) -> bool:
        """Go to the key point of the part that is read; return False if the text has nothing of the kind.

        Whoever came from a key point of this part is at that one again. What was read is left behind.
        """
        points = self._points()
        if not points.chunks:
            return False
        part = self.whole.part_of(self.whole.place)
        if self.whole.part_of(points.place) != part:
            points.show(self._first_point_of(part))
        self.trail.forget(LeftBehind(points.place, among_key_points=True))
        self._leave_behind(self.whole)
        self._read_on(points, points.place)
        return True

    def go_into_part(self) -> None:
        """Go from a key point into its part: to the place that is kept there, else to its beginning."""
        part = self.whereabouts.part
        if self.whole.part_of(self.whole.place) == part:
            self.trail.forget(LeftBehind(self.whole.place))
            self._leave_behind(self.read)
            self._read_on(self.whole, self.whole.place)
        else:
            self.go(self.whole.beginning_of(part))

    def _read_on(self, cursor: PieceCursor, place: Place) -> None:
        self._reminder = None
        self.read = cursor
        cursor.show_place(place)

    def _leave_behind(self, cursor: PieceCursor) -> None:
        self.trail.leave(LeftBehind(cursor.place, among_key_points=cursor is not self.whole))

    def _go_to(self, left: LeftBehind) -> None:
        # A file may have lost its key points since.
        among_points = left.among_key_points and self._points().chunks
        self._read_on(self._points() if among_points else self.whole, left.place)

    def _points(self) -> PieceCursor:
        if self._key_points is None:
            document = excerpts.key_points(self.whole.document)
            self._key_points = PieceCursor(document, self._excerpt_level, scope=Scope.KEY_POINTS)
        return self._key_points

    def _first_point_of(self, part: Part) -> int:
        pieces = self._points().chunks
        found = bisect_left(pieces, part.index, key=lambda piece: self.whole.part_of(piece.place).index)
        return min(found, len(pieces) - 1)

    def _new_reminder(self) -> PieceCursor | None:
        """Return the reminder of what lies before the place; None where there is nothing to say."""
        now = self.whole.part_of(self.read.place)
        document = excerpts.reminder(self.whole.document, now.index, finished=self.read.finished)
        reminder = PieceCursor(document, self._excerpt_level, scope=Scope.REMINDER)
        return reminder if reminder.chunks else None


def _of_excerpts(level: Level) -> Level:
    """Return how much of an excerpt is shown at a time: a key point is not taken apart."""
    return level if level.words else Level.SHORT
