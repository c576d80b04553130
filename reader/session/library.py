"""The library's twin: what a person was reading, and what there is to read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.ground.clock import Clock
from reader.model.effort import Effort
from reader.model.record import Record
from reader.session.notices import Notices
from reader.session.pace import Pace
from reader.session.preferences import Preferences
from reader.session.weighing import Weighing
from reader.store.folders import StoreError
from reader.store.library import RecordStore
from reader.text.effort import hardness, length
from reader.text.shortening import shortened

SHORT_BREAK = 3600.0
"""Seconds; ours: after less than an hour the thread is still in mind."""

LONGEST_SENTENCE = 200
"""Characters of the last sentence that are shown; a table would push the buttons out of sight."""

WELCOME = (
    "Two short articles to read or hear.",
    "Your place is kept for you. You can stop at any time.",
)
READ_FIRST = "Read the first one"
WERE_READING = "You were reading"
CARRY_ON = "Carry on"

GUIDE = "how-to-use-this-reader"
"""The text that help opens. It is looked into, so it never takes the place of what was being read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of the list, and what it asks; None for a file that was not opened since that is told."""

    id: str
    title: str
    effort: Effort | None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. `record` is None for what is not started, `hardness` "" where it is not told."""

    id: str
    title: str
    line: str
    hardness: str = ""
    record: Record | None = None


class Library:
    """What the library shows. The gap since the last time is never named (R30).

    `entries` is called each time the list is shown; the first entry is what "Read the first one" opens.
    """

    def __init__(
        self,
        entries: Callable[[], Sequence[Entry]],
        weighing: Weighing,
        pace: Pace,
        records: RecordStore,
        preferences: Preferences,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._entries = entries
        self._weighing = weighing
        self._pace = pace
        self._records = records
        self._preferences = preferences
        self._notices = notices
        self._clock = clock

    def last(self) -> Record | None:
        """Return what a person was reading, for the top block; None the first time."""
        last = next((record for record in self._kept() if record.document != GUIDE), None)
        return last and replace(last, sentence=shortened(last.sentence, LONGEST_SENTENCE))

    def rows(self) -> tuple[Row, ...]:
        """Return the list: the shelf in its own order, then the files a person opened, newest first.

        If the person wants it so, all of them are ordered by what they ask instead: first by minutes, as
        exact as they are known. A file that was not weighed comes last.
        """
        begun = {record.document: record for record in self._kept()}
        efforts = self._weighing.kept
        files = (Entry(file.document, file.title, efforts.get(file.document)) for file in self.files())
        entries = [*self._entries(), *files]
        if self.lightest_first:
            entries.sort(key=lambda entry: (entry.effort is None, entry.effort))
        # The first time the page is as calm as can be.
        return tuple(self._row(entry, begun.get(entry.id), told=bool(begun)) for entry in entries)

    @property
    def lightest_first(self) -> bool:
        """Return whether the list begins with what asks least."""
        return self._preferences.settings.order == "lightest"

    def switch_order(self) -> None:
        """Have the lightest first, or all as they stand."""
        self._preferences.change("order", "shelf" if self.lightest_first else "lightest")

    def files(self) -> tuple[Record, ...]:
        """Return where a person is in their own files, newest first; a changed file counts once."""
        newest: dict[Path, Record] = {}
        for record in self._kept():
            if record.path is not None:
                newest.setdefault(record.path, record)
        return tuple(newest.values())

    def opens_at(self) -> Record | None:
        """Return what the app opens straight on after a short break; None means the library."""
        last = self.last()
        return last if last and not self.shows_piece_before(last) else None

    def shows_piece_before(self, record: Record) -> bool:
        """Return whether carrying on begins one piece before the kept one, to pick up the thread."""
        # A clock that was set back counts as a long break: one piece too many does no harm.
        return not 0 <= self._clock.today() - record.read < SHORT_BREAK

    def _row(self, entry: Entry, record: Record | None, *, told: bool) -> Row:
        effort = entry.effort
        extent = length(effort, self._pace.words_a_minute) if effort else ""
        how_hard = hardness(effort) if effort and told else ""
        return Row(entry.id, entry.title, _line(extent, _state(record)), _line(how_hard), record)

    def _kept(self) -> tuple[Record, ...]:
        try:
            return self._records.all()
        except StoreError as error:
            self._notices.say(str(error))
            return ()


def _line(*words: str) -> str:
    return " · ".join(filter(None, words)).capitalize()


def _state(record: Record | None) -> str:
    if record is None:
        return "not started"
    if record.finished:
        return "finished"
    return f"in part {record.part}" if record.part else "begun"
