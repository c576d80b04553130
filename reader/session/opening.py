"""What a person can do to open a text."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.model.bookmark import Bookmark
from reader.model.document import Document
from reader.model.listed import number_of
from reader.model.place import Place
from reader.model.record import LeftBehind, Record
from reader.session.fetching import Declined, Fetching
from reader.session.keeping import Keeping
from reader.session.library import GUIDE, Library
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.folders import StoreError
from reader.store.library import RecordStore

Then = Callable[[], object]

RETURN = "Press Alt and Left to return to your text."


@dataclass(frozen=True, slots=True)
class _WayBack:
    """A text that was left for another one, and the other one's trail when one came there."""

    text: str
    trail: tuple[LeftBehind, ...]


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
        self._ways_back: tuple[_WayBack, ...] = ()
        # Whoever opens a text by hand has come from nowhere.
        reading.opened.connect(self._forget_ways)

    def open_text(self, document_id: str) -> None:
        """Open a text where it was left, or at its beginning; a finished one begins anew."""
        self._open_left(document_id)

    def carry_on(self, record: Record, then: Then = _nothing_more) -> None:
        """Go on where a person was; after a longer break one piece earlier, to pick up the thread."""
        self._resume(record, then, looks_back=self._library.shows_piece_before(record))

    def remind(self, record: Record) -> None:
        """Show the key points so far; after the last one, carry on."""
        self._resume(record, looks_back=self._library.shows_piece_before(record), reminds=True)

    def start_part_again(self, record: Record) -> None:
        """Begin the part again where a person was; Return comes back to the place."""
        self._resume(record, self._reading.start_part_again)

    # From one text to another, and back

    def open_guide(self) -> None:
        """Open the guide to this reader; Return leads back to what was read."""
        self._open_left(GUIDE, self._way_from_here())

    def visit(self, document_id: str, place: Place) -> None:
        """Go to a place of any text; Return leads back to the text and piece of now."""
        if document_id == self._reading.document.id:
            self._reading.go(place)
            return
        arrive = self._way_from_here()
        record = self._record(document_id)

        def go() -> None:
            if not self._reading.place.is_at(place):
                self._reading.go(place)
            arrive()

        if record:
            self._resume(record, go, also=place)
        else:
            self._open(document_id, None, place, arrive)

    @property
    def can_return(self) -> bool:
        """Return whether there is a place to return to, in this text or in the one before."""
        return self._reading.can_return or bool(self._ways_back)

    def return_to_text(self) -> bool:
        """Go back to the text one came from; return False while a later jump within this one comes first."""
        way = self._ways_back[-1] if self._ways_back else None
        if way is None or (self._reading.can_return and self._reading.text.trail.places != way.trail):
            return False
        record, ways = self._record(way.text), self._ways_back[:-1]
        if record is None:
            return False

        def arrive() -> None:
            self._ways_back = ways

        self._resume(record, arrive)
        return True

    def _way_from_here(self) -> Then:
        """Return what to do in another text, so that Return leads back here."""
        before = self._reading.document.id if self._reading.chunks else ""
        ways = self._ways_back

        def arrive() -> None:
            if before == self._reading.document.id:
                self._ways_back = ways
            elif before:
                self._ways_back = (*ways, _WayBack(before, self._reading.text.trail.places))
                self._notices.say(RETURN)

        return arrive

    def _forget_ways(self) -> None:
        self._ways_back = ()

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

    def open_file(self, path: Path, declined: Declined | None = None) -> None:
        """Open a file, at its beginning or where it was left.

        If it cannot be opened that is said, or left to whoever wants to hear that it was `declined`.
        """
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

        self._fetch(str(whole), whole, begin, enough, declined)

    def stop(self) -> bool:
        """Give up what is being opened; return whether anything was."""
        return self._fetching.stop()

    def _open_left(self, document_id: str, then: Then = _nothing_more) -> None:
        record = self._record(document_id)
        if record and not record.finished:
            self.carry_on(record, then)
        else:
            self._open(document_id, record.path if record else None, None, then)

    def _open(
        self, document_id: str, path: Path | None, place: Place | None, then: Then = _nothing_more
    ) -> None:
        def begin(document: Document) -> None:
            self._reading.open(document, place)
            then()

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
        declined: Declined | None = None,
    ) -> None:
        def show(document: Document) -> None:
            self._keeping.path = path
            begin(document)

        def can_be_shown(document: Document) -> bool:
            return bool(document.cuts.get(self._reading.level)) and enough(document)

        self._fetching.fetch(name, show, self._reading, can_be_shown, declined)

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
    return number_of(document.blocks, place.block) is not None


def _holds_record(document: Document, record: Record) -> bool:
    """Return whether one can be where a record says: key points are those of the whole text."""
    return record.key_point is None and _holds(document, record.place)
