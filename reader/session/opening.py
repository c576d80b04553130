"""What a person can do to open a text."""

from collections.abc import Callable
from pathlib import Path

from reader.model.bookmark import Bookmark
from reader.model.document import Document
from reader.model.place import Place
from reader.model.record import Record
from reader.session.fetching import Fetching
from reader.session.keeping import Keeping
from reader.session.library import Library
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.folders import StoreError
from reader.store.library import RecordStore

Then = Callable[[], object]


def _nothing_more() -> None:
    """Be what follows when nothing is to follow."""


class Opening:
    """Opens texts where they were left; `then` is called when the text is open, and not if it cannot be."""

    def __init__(
        self,
        fetching: Fetching,
        records: RecordStore,
        reading: Reading,
        keeping: Keeping,
        library: Library,
        notices: Notices,
    ) -> None:
        self._fetching = fetching
        self._records = records
        self._reading = reading
        self._keeping = keeping
        self._library = library
        self._notices = notices

    def open_text(self, document_id: str) -> None:
        """Open a text where it was left, or at its beginning; a finished one begins anew."""
        record = self._record(document_id)
        if record and not record.finished:
            self.carry_on(record)
        else:
            self._open(document_id, record.path if record else None, None)

    def carry_on(self, record: Record, then: Then = _nothing_more) -> None:
        """Go on where a person was; after a longer break one piece earlier, to pick up the thread."""
        earlier = self._library.shows_piece_before(record)

        def go_on() -> None:
            if earlier:
                self._reading.look_back()
            then()

        self._open(record.document, record.path, record.place, go_on)

    def start_part_again(self, record: Record) -> None:
        """Begin the part again where a person was; Return comes back to the place."""
        self._open(record.document, record.path, record.place, self._reading.start_part_again)

    def open_bookmark(self, bookmark: Bookmark) -> None:
        """Open the text of a bookmark at its place; within the open text, Return comes back."""
        if bookmark.document == self._reading.document.id:
            self._reading.go(bookmark.place)
        else:
            record = self._record(bookmark.document)
            self._open(bookmark.document, record.path if record else None, bookmark.place)

    def open_file(self, path: Path) -> None:
        """Open a file, at its beginning or where it was left."""
        whole = path.absolute()

        def show(document: Document) -> None:
            record = self._record(document.id)
            self._show(document, record.place if record and not record.finished else None, whole)

        self._fetching.fetch(str(whole), show)

    def _open(
        self, document_id: str, path: Path | None, place: Place | None, then: Then = _nothing_more
    ) -> None:
        def show(document: Document) -> None:
            self._show(document, place, path)
            then()

        self._fetching.fetch(str(path or document_id), show)

    def _show(self, document: Document, place: Place | None, path: Path | None) -> None:
        self._keeping.keep_now()
        self._keeping.path = path
        self._reading.open(document, place)

    def _record(self, document_id: str) -> Record | None:
        try:
            return self._records.record(document_id)
        except StoreError as error:
            self._notices.say(str(error))
            return None
