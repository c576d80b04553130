"""The library's twin: what a person was reading, and what there is to read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.ground.clock import Clock
from reader.model.record import Record
from reader.session.notices import Notices
from reader.store.folders import StoreError
from reader.store.library import RecordStore
from reader.text.pacing import minutes
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


@dataclass(frozen=True, slots=True)
class Entry:
    """A text on the shelf: how many counted parts and how many words it has."""

    id: str
    title: str
    parts: int
    words: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. `record` is None for what is not started."""

    id: str
    title: str
    line: str
    record: Record | None = None


class Library:
    """What the library shows. The gap since the last time is never named (R30).

    `entries` is called each time the list is shown; the first entry is what "Read the first one" opens.
    """

    def __init__(
        self,
        entries: Callable[[], Sequence[Entry]],
        records: RecordStore,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._entries = entries
        self._records = records
        self._notices = notices
        self._clock = clock

    def last(self) -> Record | None:
        """Return what a person was reading, for the top block; None the first time."""
        kept = self._kept()
        return replace(kept[0], sentence=shortened(kept[0].sentence, LONGEST_SENTENCE)) if kept else None

    def rows(self) -> tuple[Row, ...]:
        """Return the list: the shelf in its own order, then the files a person opened, newest first."""
        records = {record.document: record for record in self._kept()}
        shelf = [_row(entry, records.pop(entry.id, None)) for entry in self._entries()]
        files = [Row(record.document, record.title, _line(_state(record)), record) for record in self.files()]
        return (*shelf, *files)

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

    def _kept(self) -> tuple[Record, ...]:
        try:
            return self._records.all()
        except StoreError as error:
            self._notices.say(str(error))
            return ()


def _row(entry: Entry, record: Record | None) -> Row:
    parts = f"{entry.parts} parts" if entry.parts > 1 else ""
    return Row(
        entry.id,
        entry.title,
        _line(parts, f"about {minutes(entry.words)} minutes", _state(record)),
        record,
    )


def _line(*words: str) -> str:
    line = " · ".join(filter(None, words))
    return line[:1].upper() + line[1:]


def _state(record: Record | None) -> str:
    if record is None:
        return "not started"
    if record.finished:
        return "finished"
    return f"in part {record.part}" if record.part else "begun"
