"""The texts of the library in a row: in which order, and which of them a few words choose."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from reader.model.effort import Effort
from reader.model.kept_text import KeptText
from reader.model.record import Record
from reader.text.finding import Folds

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
"""In the language of the page, whatever the computer's is."""

OLDER = "an older copy"


@dataclass(frozen=True)
class Entry:
    """A text of the list, and what it asks; None for one that was not weighed.

    Of that only its length in words is known, 0 if not even that. `path` is the file it was opened from,
    None for a bundled text or one that was copied, and `added` is in seconds since 1970.
    """

    id: str
    title: str
    effort: Effort | None
    author: str = ""
    words: int = 0
    path: Path | None = None
    added: float = 0.0

    @cached_property
    def named(self) -> str:
        """Return title and author as they are compared."""
        return Folds().of(f"{self.title} {self.author}")

    @property
    def weight(self) -> tuple[bool, Effort]:
        """Return what orders texts by what they ask; one of which nothing is known comes last."""
        effort = self.effort or Effort(self.words, 0, 0, 0)
        return not effort.words, effort


@dataclass(frozen=True, slots=True)
class Stock:
    """Where the list comes from: the bundled texts, and a person's own, the newest first.

    Both are asked each time the list is shown; `kept` raises StoreError.
    """

    bundled: Callable[[], Sequence[Entry]]
    kept: Callable[[], Sequence[KeptText]]


def ordered(entries: Sequence[Entry], order: str, read: Iterable[str]) -> list[Entry]:
    """Return entries in an order: "title", "lightest", or those first that were `read` last.

    What was not read stands behind as it did before.
    """
    if order == "title":
        return sorted(entries, key=lambda entry: entry.named)
    if order == "lightest":
        return sorted(entries, key=lambda entry: entry.weight)
    rank = {id_: number for number, id_ in enumerate(read)}
    return sorted(entries, key=lambda entry: rank.get(entry.id, len(rank)))


def matching(entries: Iterable[Entry], words: str) -> list[Entry]:
    """Return the entries that have all of these words, or parts of them, in title or author."""
    wanted = Folds().of(words).split()
    return [entry for entry in entries if all(word in entry.named for word in wanted)]


def lately(read: Sequence[Record], entries: Iterable[Entry]) -> list[str]:
    """Return the ids of what was read, the last one first, and among them what has come and waits."""
    # A clock that was set back must not change the order in which things were read.
    times = accumulate((record.read for record in read), min)
    when = {record.document: time for record, time in zip(read, times, strict=True)}
    came = {entry.id: entry.added for entry in entries if entry.added and entry.id not in when}
    return sorted(when | came, key=(when | came).__getitem__, reverse=True)


def told_apart(entries: Collection[Entry]) -> dict[str, str]:
    """Return, by its id, what tells an entry from those with the same title and author, in words.

    A text whose file was changed since is an older copy. Else the name of the file tells, else the day on
    which a text came, else that day's hour and minute too. What looks like no other is not named, and what
    came in one minute cannot be: most lists need none of this.
    """
    told = dict.fromkeys(_older(entries), OLDER)
    alike: dict[tuple[str, str, bool], list[Entry]] = defaultdict(list)
    for entry in entries:
        alike[entry.title, entry.author, entry.id in told].append(entry)
    for together in alike.values():
        if len(together) > 1:
            ways = [[way(entry) for entry in together] for way in (_file, _day, _minute)]
            words = next((way for way in ways if len(set(way)) == len(way)), ways[-1])
            if len(set(words)) == 1:  # then it tells nothing
                continue
            for entry, said in zip(together, words, strict=True):
                told[entry.id] = ", ".join(filter(None, (told.get(entry.id), said)))
    return told


def _older(entries: Collection[Entry]) -> list[str]:
    """Return the ids of the texts from whose files newer ones have come."""
    newest: dict[Path, float] = {}
    for entry in entries:
        if entry.path:
            newest[entry.path] = max(entry.added, newest.get(entry.path, 0.0))
    return [entry.id for entry in entries if entry.path and entry.added < newest[entry.path]]


def _file(entry: Entry) -> str:
    return f"file {entry.path.name}" if entry.path else ""


def _day(entry: Entry) -> str:
    came = datetime.fromtimestamp(entry.added)
    return f"from {came.day} {_MONTHS[came.month - 1]} {came.year}" if entry.added else ""


def _minute(entry: Entry) -> str:
    came = datetime.fromtimestamp(entry.added)
    return f"{_day(entry)}, {came.hour:02}:{came.minute:02}" if entry.added else ""
