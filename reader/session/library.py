"""The library's twin: what a person was reading, and what there is to read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from reader.ground.clock import Clock
from reader.model.effort import Effort
from reader.model.kept_text import KeptText
from reader.model.record import Record
from reader.model.settings import ORDER, Settings
from reader.session.catalogue import Entry, Stock, lately, matching, ordered, told_apart
from reader.session.notices import Notices
from reader.session.pace import Pace
from reader.session.preferences import Preferences
from reader.session.weighing import Weighing
from reader.store.folders import StoreError
from reader.store.library import RecordStore
from reader.text.effort import hardness, length
from reader.text.shortening import shortened

AT_A_TIME = 12
"""Ours: about what fits into a window or two; nothing scrolls without an end."""

FEW = 6
"""Ours: so many are seen at a glance, and stay where they are."""

SHORT_BREAK = 3600.0
"""Seconds; ours: after less than an hour the thread is still in mind."""

LONGEST_TITLE = 40
"""Characters of a part's title in a line of the list."""

LONGEST_SENTENCE = 200
"""Characters of the last sentence that are shown; a table would push the buttons out of sight."""

T = TypeVar("T")

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
class Row:
    """A line of the list. `record` is None for what is not started, `hardness` "" where it is not told."""

    id: str
    title: str
    line: str
    hardness: str = ""
    record: Record | None = None


class Library:
    """What the library shows. The gap since the last time is never named (R30).

    The first of the bundled texts is what "Read the first one" opens.
    """

    def __init__(
        self,
        stock: Stock,
        weighing: Weighing,
        pace: Pace,
        records: RecordStore,
        preferences: Preferences,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self.words = ""
        """What a title or an author must hold to be listed."""
        self._amount = AT_A_TIME
        self._listed: list[Entry] = []
        self._found: list[Entry] = []
        self._begun: dict[str, Record] = {}
        self._told_apart: dict[str, str] = {}
        self._stock = stock
        self._weighing = weighing
        self._pace = pace
        self._records = records
        self._preferences = preferences
        self._notices = notices
        self._clock = clock

    # The list

    def begin(self) -> None:
        """Look up what there is, and show the beginning of all of it."""
        self._look_up()
        self.find("")

    def follow(self) -> None:
        """Look up what there is now, and list as many of it as before, by the same words."""
        amount = self._amount
        self._look_up()
        self.find(self.words)
        self._amount = amount

    def _look_up(self) -> None:
        self._begun = {record.document: record for record in self._all_records()}
        self._listed = self._entries(self._begun.values())
        self._told_apart = told_apart(self._listed)

    def _entries(self, begun: Iterable[Record]) -> list[Entry]:
        own = {text.id: text for text in self._read(self._stock.kept)}
        efforts = self._weighing.kept
        return [
            *self._stock.bundled(),
            *(_own(text, efforts.get(id_)) for id_, text in own.items()),
            # What an earlier version has opened, and did not keep.
            *(
                Entry(file.document, file.title, efforts.get(file.document), path=file.path)
                for file in _files(begun)
                if file.document not in own
            ),
        ]

    @property
    def first(self) -> str:
        """Return the id of the text to begin with, wherever it stands in the list."""
        return next((entry.id for entry in self._stock.bundled()), "")

    @property
    def is_long(self) -> bool:
        """Return whether there are so many texts that it helps to find and order them."""
        return len(self._listed) > FEW

    @property
    def shown(self) -> tuple[Row, ...]:
        """Return the lines to show now, in the order that is wanted."""
        return tuple(map(self._row, self._found[: self._amount]))

    @property
    def has_more(self) -> bool:
        """Return whether there are more than are shown."""
        return len(self._found) > self._amount

    def titles(self) -> dict[str, str]:
        """Return the titles of all texts by their ids, as they are now."""
        return {entry.id: entry.title for entry in self._entries(self._all_records())}

    def show_more(self) -> None:
        """Show more of them."""
        self._amount += AT_A_TIME

    def find(self, words: str) -> None:
        """List what has all of these words, or parts of them, in its title or author.

        A long list begins with what was read or has come last, a short one stays as it stands; if the
        person wants it so, either is ordered by title, or by what the texts ask.
        """
        self.words, self._amount = words, AT_A_TIME
        self._found = self._matching(words)

    def rows(self) -> tuple[Row, ...]:
        """Return all there is now, whatever is listed."""
        self._look_up()
        return tuple(map(self._row, self._matching("")))

    def _matching(self, words: str) -> list[Entry]:
        read = [record for record in self._begun.values() if record.document != GUIDE]
        latest = lately(read, self._listed) if self.is_long else []
        return ordered(matching(self._listed, words), self.order, latest)

    @property
    def order(self) -> str:
        """Return which order is wanted, one of the setting's values."""
        return self._preferences.settings.order

    @property
    def orders(self) -> tuple[tuple[str, str], ...]:
        """Return which orders there are to choose from, each with its words.

        The first time there is nothing to decide, and of a few texts only the lightest is looked for.
        """
        if self.is_long:
            return ORDER
        return ORDER[-1:] if self._begun else ()

    def switch_order(self, order: str) -> None:
        """Have the texts in an order; of the one they are in, back to the usual one."""
        self._preferences.change("order", Settings().order if order == self.order else order)

    # Where a person was

    def last(self) -> Record | None:
        """Return what a person was reading, for the top block; None the first time."""
        last = next((record for record in self._all_records() if record.document != GUIDE), None)
        return last and replace(last, sentence=shortened(last.sentence, LONGEST_SENTENCE))

    def files(self) -> tuple[Record, ...]:
        """Return where a person is in their own files, newest first; a changed file counts once."""
        return _files(self._all_records())

    def opens_at(self) -> Record | None:
        """Return what the app opens straight on after a short break; None means the library."""
        last = self.last()
        return last if last and not self.shows_piece_before(last) else None

    def shows_piece_before(self, record: Record) -> bool:
        """Return whether carrying on begins one piece before the kept one, to pick up the thread."""
        # A clock that was set back counts as a long break: one piece too many does no harm.
        return not 0 <= self._clock.today() - record.read < SHORT_BREAK

    def _row(self, entry: Entry) -> Row:
        record, effort = self._begun.get(entry.id), entry.effort
        asked = effort or Effort(entry.words, 0, 0, 0)
        extent = length(asked, self._pace.words_a_minute) if asked.words else ""
        # The first time the page is as calm as can be.
        how_hard = hardness(effort) if effort and self._begun else ""
        line = _line(entry.author, self._told_apart.get(entry.id, ""), extent, _state(record))
        return Row(entry.id, entry.title, line, _line(how_hard), record)

    def _all_records(self) -> tuple[Record, ...]:
        return self._read(self._records.all)

    def _read(self, look_up: Callable[[], Sequence[T]]) -> tuple[T, ...]:
        try:
            return tuple(look_up())
        except StoreError as error:
            self._notices.say(str(error))
            return ()


def _own(text: KeptText, effort: Effort | None) -> Entry:
    return Entry(text.id, text.title, effort, text.author, text.words, text.path, text.added)


def _files(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the newest record of each file."""
    newest: dict[Path, Record] = {}
    for record in records:
        if record.path is not None:
            newest.setdefault(record.path, record)
    return tuple(newest.values())


def _line(*words: str) -> str:
    line = " · ".join(filter(None, words))
    return line[:1].upper() + line[1:]


def _state(record: Record | None) -> str:
    if record is None:
        return "not started"
    if record.finished:
        return "finished"
    if record.part:
        return f"in part {record.part}"
    return f"at “{shortened(record.part_title, LONGEST_TITLE)}”" if record.part_title else "begun"
