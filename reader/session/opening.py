"""What a person can do to open a text."""

from collections.abc import Callable
from pathlib import Path

from reader.model.bookmark import Bookmark
from reader.model.document import Document
from reader.model.place import Place
from reader.model.record import Record
from reader.session.fetching import Fetching
from reader.session.keeping import Keeping
from reader.session.library import GUIDE, Library
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
        self._before_guide = ""

    def open_text(self, document_id: str) -> None:
        """Open a text where it was left, or at its beginning; a finished one begins anew."""
        record = self._record(document_id)
        if record and not record.finished:
            self.carry_on(record)
        else:
            self._open(document_id, record.path if record else None, None)

    def open_guide(self) -> None:
        """Open the guide to this reader; Return leads back to what was read."""
        before = self._reading.document.id if self._reading.chunks else GUIDE
        self.open_text(GUIDE)
        if before != GUIDE:
            self._before_guide = before
            self._notices.say("Press Alt and Left to return to your text.")

    def leave_guide(self) -> bool:
        """Go from the guide back to what was read before it; return whether there was anything."""
        record = self._record(self._before_guide) if self._reading.document.id == GUIDE else None
        self._before_guide = ""
        if record is not None:
            self._resume(record)
        return record is not None

    def carry_on(self, record: Record, then: Then = _nothing_more) -> None:
        """Go on where a person was; after a longer break one piece earlier, to pick up the thread."""
        self._resume(record, then, looks_back=self._library.shows_piece_before(record))

    def remind(self, record: Record) -> None:
        """Show the key points so far; after the last one, carry on."""
        self._resume(record, looks_back=self._library.shows_piece_before(record), reminds=True)

    def start_part_again(self, record: Record) -> None:
        """Begin the part again where a person was; Return comes back to the place."""
        self._resume(record, self._reading.start_part_again)

    def open_bookmark(self, bookmark: Bookmark) -> None:
        """Open the text of a bookmark at its place; Return comes back to where one was in that text."""
        if bookmark.document == self._reading.document.id:
            self._reading.go(bookmark.place)
        else:
            record = self._record(bookmark.document)
            if record:
                self._resume(record, lambda: self._reading.go(bookmark.place), also=bookmark.place)
            else:
                self._open(bookmark.document, None, bookmark.place)

    def open_file(self, path: Path) -> None:
        """Open a file, at its beginning or where it was left."""
        whole = path.absolute()

        def left(document: Document) -> Record | None:
            # A file that was changed since is another text; `Editions` offers to bring its place along.
            record = self._record(document.id)
            return record if record and not record.finished else None

        def begin(document: Document) -> None:
            if record := left(document):
                self._reading.resume(document, record)
            else:
                self._reading.open(document)

        def enough(document: Document) -> bool:
            record = left(document)
            return record is None or _holds_record(document, record)

        self._fetch(str(whole), whole, begin, enough)

    def _open(self, document_id: str, path: Path | None, place: Place | None) -> None:
        def begin(document: Document) -> None:
            self._reading.open(document, place)

        def enough(document: Document) -> bool:
            return place is None or _holds(document, place)

        self._fetch(self._fetching.name_of(document_id, path), path, begin, enough)

    def _resume(
        self,
        record: Record,
        then: Then = _nothing_more,
        *,
        looks_back: bool = False,
        reminds: bool = False,
        also: Place | None = None,
    ) -> None:
        def begin(document: Document) -> None:
            self._reading.resume(document, record, looks_back=looks_back, reminds=reminds)
            then()

        def enough(document: Document) -> bool:
            # What reminds is made of parts, and these are known when all of the text is.
            are_here = _holds_record(document, record) and (also is None or _holds(document, also))
            return are_here and not reminds

        name = self._fetching.name_of(record.document, record.path)
        self._fetch(name, record.path, begin, enough)

    def _fetch(
        self,
        name: str,
        path: Path | None,
        begin: Callable[[Document], object],
        enough: Callable[[Document], bool],
    ) -> None:
        def show(document: Document) -> None:
            self._keeping.path = path
            begin(document)

        def can_be_shown(document: Document) -> bool:
            return any(document.cuts.values()) and enough(document)

        self._fetching.fetch(name, show, self._reading.grow, self._reading.break_off, can_be_shown)

    def _record(self, document_id: str) -> Record | None:
        # The move of just now may still be on its way to the disk.
        self._keeping.keep_now()
        try:
            return self._records.record(document_id)
        except StoreError as error:
            self._notices.say(str(error))
            return None


def _holds(document: Document, place: Place) -> bool:
    """Return whether the block of a place is in what has come in of a text."""
    return any(block.id == place.block for block in document.blocks)


def _holds_record(document: Document, record: Record) -> bool:
    """Return whether one can be where a record says: key points are those of the whole text."""
    return record.key_point is None and _holds(document, record.place)
