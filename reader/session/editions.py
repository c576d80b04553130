"""What a person can bring along from an older copy of the open text."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from reader.ground.beside import Beside, reraise
from reader.ground.events import Event
from reader.model.bookmark import Bookmark
from reader.model.document import Document
from reader.model.kept_text import KeptText
from reader.model.record import Record
from reader.session.belongings import Belongings
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.folders import StoreError
from reader.text.carrying import Carried, carried, is_copy, telling
from reader.text.shortening import shortened

OFFERED = "This is a newer copy. Bring your place and bookmarks along?"
BRING = "Bring them"
MOST_NAMES, LONGEST_NAME = 3, 30
"""Bookmarks that are named, and letters of a name; ours: the quiet line stays a line or two."""
NOTHING = "There is nothing to bring along from an older copy."
AS_BEFORE = "All is as it was before."

Holders = Callable[[Collection[str]], Mapping[str, int]]


class Editions:
    """Looks for an older copy of each text that is opened, and offers once to bring along what it holds.

    A copy is one that was opened from the same file, or that has the same title and author. A text that is
    new here and of which there is none such is looked for by its own words: whole paragraphs that both have.
    The offer can be taken later as well; the older copy stays as it is.

    `holders` returns how many of some blocks each text of the library has; it may raise StoreError.
    """

    def __init__(
        self,
        belongings: Belongings,
        holders: Holders,
        reading: Reading,
        keeping: Keeping,
        beside: Beside,
        notices: Notices,
    ) -> None:
        self.brought: Event[[]] = Event()
        """Bookmarks came along, or went back."""
        self._holders = holders
        self._texts = belongings.texts
        self._records = belongings.records
        self._marks = belongings.marks
        self._reading = reading
        self._keeping = keeping
        self._beside = beside
        self._notices = notices
        self._carried: Carried | None = None
        self._is_new = False
        self._looked = False
        reading.opened.connect(self._begin)
        reading.grown.connect(self._look)

    @property
    def offered(self) -> bool:
        """Return whether an older copy of the open text has a place or bookmarks to bring along."""
        return self._carried is not None

    def carry_over(self) -> None:
        """Bring place and bookmarks along from the older copy; Undo takes them back."""
        brought, document = self._carried, self._reading.document
        if brought is None:
            self._notices.say(NOTHING)
            return
        try:
            self._keeping.keep_now()
            before = self._records.record(document.id)
            marks = [self._add(mark) for mark in brought.marks]
        except StoreError as error:
            self._notices.say(str(error))
            return
        self._carried = None
        self._go_on(document, brought.record_of(document))
        self._notices.offer_undo(_told(brought), partial(self._take_back, document, before, marks))
        self.brought.emit()

    def _begin(self) -> None:
        """Look at a text that has just been opened; one that has no record yet is new here."""
        self._carried = None
        self._looked = False
        try:
            self._is_new = self._records.record(self._reading.document.id) is None
        except StoreError:  # whoever needs the records says so
            self._is_new = False
        self._look()

    def _look(self) -> None:
        """Look for what an older copy holds, once all of the text is there."""
        document, path = self._reading.document, self._keeping.path
        if self._looked or not document.is_whole:
            return
        self._looked = True
        if path is not None:
            self._beside.do(
                partial(self._found, document, path, self._is_new), partial(self._take, document), reraise
            )

    def _found(self, document: Document, path: Path, is_new: bool) -> Carried | None:
        """Return what can be carried over and is not here already; None if there is nothing."""
        try:
            older = self._older(document, path) or (self._by_words(document) if is_new else None)
            if older is None:
                return None
            marks, here = self._marks.of(older.document), self._marks.of(document.id)
        except StoreError:  # there is nothing to offer then
            return None
        # From the oldest on: so they will stand in the list as they stood.
        found = carried(document, older, marks[::-1])
        return replace(
            found,
            marks=tuple(
                mark for mark in found.marks if not any(mark.place.is_at(other.place) for other in here)
            ),
        )

    def _older(self, document: Document, path: Path) -> Record | None:
        """Return where a person was in an older copy, the one that was read last; None if there is none."""
        title_and_author = (document.title, document.source.author)

        def is_same(record: Record, text: KeptText | None) -> bool:
            is_same_work = text and text.author and (text.title, text.author) == title_and_author
            return bool(path in (record.path, text and text.path) or is_same_work)

        return self._first_of(document, is_same)

    def _by_words(self, document: Document) -> Record | None:
        """Return the same, where a copy has another name and title and tells of no author."""
        asked = telling(document)
        held = self._holders(asked) if asked else {}
        return self._first_of(document, lambda record, _: is_copy(held.get(record.document, 0), len(asked)))

    def _first_of(
        self, document: Document, is_wanted: Callable[[Record, KeptText | None], bool]
    ) -> Record | None:
        """Return where a person was last in another text that is no newer than this one."""
        kept = {text.id: text for text in self._texts.all()}
        now = kept.get(document.id)
        for record in self._records.all():
            text = kept.get(record.document)
            is_older = now is None or text is None or text.added < now.added
            if record.document != document.id and is_older and is_wanted(record, text):
                return record
        return None

    def _take(self, document: Document, found: Carried | None) -> None:
        """Offer what was found."""
        if found is None or document.id != self._reading.document.id:
            return
        if found.place is not None and found.place.is_at(self._reading.text.whole.place):
            found = replace(found, place=None)
        if not (found.marks or found.place):
            return
        self._carried = found
        if self._is_new:
            self._notices.offer_to(OFFERED, BRING, self.carry_over)

    def _add(self, mark: Bookmark) -> Bookmark:
        return self._marks.add(mark.document, mark.place, mark.name, mark.made)

    def _go_on(self, document: Document, record: Record | None) -> None:
        if record is not None and document.id == self._reading.document.id:
            self._reading.resume(document, record)

    def _take_back(self, document: Document, before: Record | None, marks: Sequence[Bookmark]) -> None:
        try:
            for mark in marks:
                self._marks.remove(mark.id)
        except StoreError as error:
            self._notices.say(str(error))
            return
        self._go_on(document, before)
        self._notices.say(AS_BEFORE)
        self.brought.emit()


def _told(brought: Carried) -> str:
    """Return in words what came along, and what did not."""
    marks = _bookmarks(len(brought.marks))
    came = " and ".join(filter(None, ("your place" if brought.place else "", marks)))
    verb = "is" if came in ("your place", "1 bookmark") else "are"
    told = f"{came[0].upper()}{came[1:]} {verb} here now."
    if brought.lost_place:
        told += " Your place could not be found again; it stays in the older copy."
    if lost := brought.lost_marks:
        stay = "It stays" if len(lost) == 1 else "They stay"
        names = [f"“{shortened(name, LONGEST_NAME)}”" for name in lost[:MOST_NAMES]]
        names += [f"{len(lost) - MOST_NAMES} more"] if len(lost) > MOST_NAMES else []
        told += f" Not found again: {', '.join(names)}. {stay} in the older copy."
    return told


def _bookmarks(count: int) -> str:
    return f"{count} bookmark{'s' if count > 1 else ''}" if count else ""
