"""What a person can do to open a text."""

from collections.abc import Callable
from pathlib import Path

from reader.model.bookmark import Bookmark
from reader.model.chunk import Chunk
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

        def place_in(document: Document) -> Place | None:
            # A file that was changed since is another text with the same path: its place is found again.
            record = self._record(document.id) or self._record_of_file(whole)
            return record.place if record and not record.finished else None

        self._fetch(str(whole), whole, place_in, _nothing_more)

    def _record_of_file(self, path: Path) -> Record | None:
        return next((record for record in self._library.files() if record.path == path), None)

    def _open(
        self, document_id: str, path: Path | None, place: Place | None, then: Then = _nothing_more
    ) -> None:
        self._fetch(str(path or document_id), path, lambda _: place, then)

    def _fetch(
        self, name: str, path: Path | None, place_in: Callable[[Document], Place | None], then: Then
    ) -> None:
        level = self._reading.level

        def show(document: Document, pieces: tuple[Chunk, ...]) -> None:
            self._keeping.path = path
            # The person may want more or less at a time since, and these pieces are of then.
            fresh = pieces if level is self._reading.level else None
            self._reading.open(document, place_in(document), fresh)
            then()

        self._fetching.fetch(name, level, show)

    def _record(self, document_id: str) -> Record | None:
        # The move of just now may still be on its way to the disk.
        self._keeping.keep_now()
        try:
            return self._records.record(document_id)
        except StoreError as error:
            self._notices.say(str(error))
            return None
