"""What a person can do to open a text."""

from pathlib import Path
from typing import Protocol

from reader.formats.refusals import Refusal
from reader.model.bookmark import Bookmark
from reader.model.document import Document
from reader.model.place import Place
from reader.model.record import Record
from reader.session.keeping import Keeping
from reader.session.library import Library
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.folders import StoreError
from reader.store.library import RecordStore


class Texts(Protocol):
    """Where texts come from."""

    def open(self, name: str) -> Document:
        """Return the bundled text of this id, else the one in the file of this name; raises Refusal."""


class Opening:
    """Opens texts where they were left; each method returns whether it could; the quiet line says why not."""

    def __init__(
        self,
        texts: Texts,
        records: RecordStore,
        reading: Reading,
        keeping: Keeping,
        library: Library,
        notices: Notices,
    ) -> None:
        self._texts = texts
        self._records = records
        self._reading = reading
        self._keeping = keeping
        self._library = library
        self._notices = notices

    def open_text(self, document_id: str) -> bool:
        """Open a text where it was left, or at its beginning; a finished one begins anew."""
        record = self._record(document_id)
        if record and not record.finished:
            return self.carry_on(record)
        return self._open(document_id, record.path if record else None, None)

    def carry_on(self, record: Record) -> bool:
        """Go on where a person was; after a longer break one piece earlier, to pick up the thread."""
        earlier = self._library.shows_piece_before(record)
        opened = self._open(record.document, record.path, record.place)
        if opened and earlier:
            self._reading.look_back()
        return opened

    def start_part_again(self, record: Record) -> bool:
        """Begin the part again where a person was; Return comes back to the place."""
        opened = self._open(record.document, record.path, record.place)
        if opened:
            self._reading.start_part_again()
        return opened

    def open_bookmark(self, bookmark: Bookmark) -> bool:
        """Open the text of a bookmark at its place; within the open text, Return comes back."""
        if bookmark.document == self._reading.document.id:
            self._reading.go(bookmark.place)
            return True
        record = self._record(bookmark.document)
        return self._open(bookmark.document, record.path if record else None, bookmark.place)

    def open_file(self, path: Path) -> bool:
        """Open a file, at its beginning or where it was left."""
        try:
            document = self._texts.open(str(path.absolute()))
        except Refusal as refusal:
            self._notices.say(str(refusal))
            return False
        record = self._record(document.id)
        self._show(document, record.place if record and not record.finished else None, path.absolute())
        return True

    def _open(self, document_id: str, path: Path | None, place: Place | None) -> bool:
        try:
            document = self._texts.open(str(path or document_id))
        except Refusal as refusal:
            self._notices.say(str(refusal))
            return False
        self._show(document, place, path)
        return True

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
