"""The one text that a person asks about, and its way out of the library and back."""

from dataclasses import dataclass
from functools import partial
from sqlite3 import Row

from reader.ground.events import Event
from reader.model.bookmark import Bookmark
from reader.model.kept_text import KeptText
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.bookmarks import BookmarkStore
from reader.store.folders import StoreError
from reader.store.library import RecordStore
from reader.store.texts import TextStore

REMOVED = "Removed from the library. Undo brings it back."
STILL_OPEN = "Removed from the library. You can still read it until you open another."
BACK = "The text is back, with its place and bookmarks."


@dataclass(frozen=True, slots=True)
class _Removed:
    """All that leaves with a text; what a file of an earlier version has is a record alone."""

    id: str
    text: KeptText | None
    record: Row | None
    marks: tuple[Bookmark, ...]


class About:
    """Whatever is removed comes back as it was (R27), for as long as the window is open.

    Nothing here raises StoreError: what could not be done is said in the quiet line.
    """

    def __init__(
        self,
        texts: TextStore,
        records: RecordStore,
        marks: BookmarkStore,
        reading: Reading,
        keeping: Keeping,
        notices: Notices,
    ) -> None:
        self.left: Event[[str]] = Event()
        """The text of this id has left the library."""
        self.came_back: Event[[]] = Event()
        """A text is in the library again."""
        self._texts = texts
        self._records = records
        self._marks = marks
        self._reading = reading
        self._keeping = keeping
        self._notices = notices
        self._chosen = ""

    @property
    def subject(self) -> str:
        """Return the id of the text that is asked about: the chosen one, else the open one, "" for none."""
        return self._chosen or (self._reading.document.id if self._reading.chunks else "")

    def choose(self, document_id: str) -> None:
        """Ask about a text of the library; about the open one again with an empty id."""
        self._chosen = document_id

    def remove(self, id_: str) -> None:
        """Take a text out of the library with its place and bookmarks; Undo brings all of it back."""
        # The move of just now belongs to what comes back.
        self._keeping.keep_now()
        try:
            gone = self._taken_out(id_)
        except StoreError as error:
            self._notices.say(str(error))
            return
        is_open = id_ == self._reading.document.id
        if is_open:
            self._keeping.leave_out(id_)
        self.left.emit(id_)
        self._notices.offer_undo(STILL_OPEN if is_open else REMOVED, partial(self._bring_back, gone))

    def _taken_out(self, id_: str) -> _Removed:
        """Take out all that belongs to a text, or nothing; raises StoreError."""
        text, marks = self._texts.of(id_), self._marks.of(id_)
        gone = _Removed(id_, text, self._records.remove(id_), marks)
        try:
            for mark in marks:
                self._marks.remove(mark.id)
            if text:
                self._texts.remove(id_)
        except StoreError:
            self._put_back(gone)
            raise
        return gone

    def _put_back(self, gone: _Removed) -> None:
        """Put back whatever of a text is not there any more; raises StoreError."""
        if gone.text:
            self._texts.restore(gone.text)
        if gone.record:
            self._records.restore(gone.record)
        for mark in gone.marks:
            self._marks.restore(mark)

    def _bring_back(self, gone: _Removed) -> None:
        try:
            self._put_back(gone)
        except StoreError as error:
            self._notices.offer_undo(str(error), partial(self._bring_back, gone))
            return
        if gone.id == self._reading.document.id:
            self._keeping.leave_out("")
        self.came_back.emit()
        self._notices.say(BACK)
