"""What a person can bring along from an older copy of the open text."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
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
from reader.text.carrying import Carried, carried, is_copy, letters_before, reached, telling, together
from reader.text.shortening import shortened

OFFERED = "This is a newer copy. Bring your place and bookmarks along?"
BRING = "Bring them"
SETTLED = 9000
"""Letters; ours: who has read a newer copy so far, for some ten minutes, need not be asked again."""
MOST_NAMES, LONGEST_NAME = 3, 30
"""Bookmarks that are named, and letters of a name; ours: the quiet line stays a line or two."""
NOTHING = "There is nothing to bring along from an older copy."
AS_BEFORE = "All is as it was before."

Holders = Callable[[Collection[str]], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What can come along from the older copies of these ids, and whether that was answered before."""

    carried: Carried
    older: tuple[str, ...]
    is_answered: bool


class Editions:
    """Looks for older copies of each text that is opened, and offers to bring along what they hold.

    A copy is one that was opened from the same file, or that has the same title and author. A text of which
    there is none such is looked for by its own words: whole paragraphs that both have. The place that comes
    along is the furthest of all copies, and never one that a person is past already.

    The offer is made each time the text is opened until it is answered: taken, taken and undone, or let be
    by reading on for long, or to the end. It can be taken later as well, and the older copies stay as they
    are.

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
        self._answers = belongings.answers
        self._reading = reading
        self._keeping = keeping
        self._beside = beside
        self._notices = notices
        self._found: _Found | None = None
        self._left: Record | None = None
        self._looked = False
        reading.opened.connect(self._begin)
        reading.grown.connect(self._look)

    @property
    def offered(self) -> bool:
        """Return whether older copies of the open text have a place or bookmarks to bring along."""
        return self._wanted is not None

    def carry_over(self) -> None:
        """Bring place and bookmarks along from the older copies; Undo takes them back."""
        found, brought, document = self._found, self._wanted, self._reading.document
        if found is None or brought is None:
            self._notices.say(NOTHING)
            return
        try:
            self._keeping.keep_now()
            before = self._records.record(document.id)
            marks = [self._add(mark) for mark in brought.marks]
            self._answers.keep(document.id, found.older, brought=True)
        except StoreError as error:
            self._notices.say(str(error))
            return
        self._found = None
        self._go_on(document, brought.record_of(document))
        undo = partial(self._take_back, document, before, marks, found)
        self._notices.offer_undo(_told(brought), undo)
        self.brought.emit()

    @property
    def _wanted(self) -> Carried | None:
        """Return what can be brought along now: no place that a person is at, or past."""
        if self._found is None:
            return None
        brought, document = self._found.carried, self._reading.document
        left = self._left.place if self._left and not self._left.finished else None
        here = max(reached(document, place) for place in (left, self._reading.text.whole.place))
        if reached(document, brought.place) <= here:
            brought = replace(brought, place=None)
        return brought if brought.place or brought.marks else None

    def _begin(self) -> None:
        """Look at a text that has just been opened; one that has no record yet is new here."""
        self._found = None
        self._looked = False
        try:
            self._left = self._records.record(self._reading.document.id)
        except StoreError:  # whoever needs the records says so
            self._looked = True
        self._look()

    def _look(self) -> None:
        """Look for what older copies hold, once all of the text is there."""
        document, path = self._reading.document, self._keeping.path
        if self._looked or not document.is_whole:
            return
        self._looked = True
        if path is not None:
            is_new = self._left is None
            self._beside.do(
                partial(self._find, document, path, is_new), partial(self._take, document), reraise
            )

    def _find(self, document: Document, path: Path, is_new: bool) -> _Found | None:
        """Return what can be carried over and is not here already; None if there is nothing."""
        try:
            if is_new:  # it may have been removed, and answered for before that
                self._answers.forget(document.id)
            older = self._older(document, path) or self._by_words(document)
            elsewhere = self._answers.brought_elsewhere(document.id)
            older = [record for record in older if record.document not in elsewhere] or older[:1]
            given = self._answers.given(document.id)
            asked = [record for record in older if record.document not in given]
            # From the oldest bookmark on: so they will stand in the list as they stood.
            copies = [
                carried(document, record, self._marks.of(record.document)[::-1]) for record in asked or older
            ]
            here = self._marks.of(document.id)
        except StoreError:  # there is nothing to offer then
            return None
        if not copies:
            return None
        ids = tuple(copy.record.document for copy in copies)
        return _Found(together(document, copies, here), ids, is_answered=not asked)

    def _older(self, document: Document, path: Path) -> list[Record]:
        """Return where a person was in each older copy, the one that was read last first."""
        title_and_author = (document.title, document.source.author)

        def is_same(record: Record, text: KeptText | None) -> bool:
            is_same_work = text and text.author and (text.title, text.author) == title_and_author
            return bool(path in (record.path, text and text.path) or is_same_work)

        return self._all_of(document, is_same)

    def _by_words(self, document: Document) -> list[Record]:
        """Return the same, where copies have another name and title and tell of no author."""
        asked = telling(document)
        held = self._holders(asked) if asked else {}
        return self._all_of(document, lambda record, _: is_copy(held.get(record.document, 0), len(asked)))

    def _all_of(
        self, document: Document, is_wanted: Callable[[Record, KeptText | None], bool]
    ) -> list[Record]:
        """Return where a person was in other texts that are no newer than this one."""
        kept = {text.id: text for text in self._texts.all()}
        now = kept.get(document.id)

        def is_older(text: KeptText | None) -> bool:
            return now is None or text is None or text.added < now.added

        others = [(record, kept.get(record.document)) for record in self._records.all()]
        return [
            record
            for record, text in others
            if record.document != document.id and is_older(text) and is_wanted(record, text)
        ]

    def _take(self, document: Document, found: _Found | None) -> None:
        """Offer what was found."""
        if document.id != self._reading.document.id:
            return
        self._found = found
        if found is None or found.is_answered or not self.offered or self._is_settled:
            return
        # Where a text is opened again, whatever else is said of it comes first.
        if self._left is None or not self._notices.message:
            self._notices.offer_to(OFFERED, BRING, self.carry_over)

    @property
    def _is_settled(self) -> bool:
        """Return whether a person had read on in the open text without its older copies."""
        left = self._left
        return bool(left and (left.finished or letters_before(self._reading.document, left.place) > SETTLED))

    def _add(self, mark: Bookmark) -> Bookmark:
        return self._marks.add(mark.document, mark.place, mark.name, mark.made)

    def _go_on(self, document: Document, record: Record | None) -> None:
        if record is not None and document.id == self._reading.document.id:
            self._reading.resume(document, record)

    def _take_back(
        self, document: Document, before: Record | None, marks: Sequence[Bookmark], found: _Found
    ) -> None:
        try:
            for mark in marks:
                self._marks.remove(mark.id)
            self._answers.keep(document.id, found.older, brought=False)
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
