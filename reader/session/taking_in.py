"""Taking many files into the library at once, beside the page."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from reader.formats.refusals import Refusal
from reader.ground.beside import Beside
from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.ground.listing import listed
from reader.model.kept_text import KeptText
from reader.session.notices import Notices

MOST = 2_000
"""Files that are taken at once; ours: a whole disk may have been meant by nobody."""

NEWS = 5.0
"""Seconds between two words about how far it is; ours: more often would ask for attention."""

NAMED = 2
"""Files that could not be opened and are named at a time; ours: more would be a list, not a sentence."""

ADDING = "Adding files. You can go on reading."
STOP = "Stop"
OTHERS = "The others"
STOPPED = "That was stopped. All is as it was."
CUT_SHORT = "Adding was stopped."
NOTHING = "There is nothing here that can be opened."
BUSY = "Other files are still being added. Please try again after that."
ONLY_SO_MANY = f"More than {MOST:,} files were there, and the first {MOST:,} were looked at."

Wanted = Callable[[Path], bool]
"""Whether a file may hold a text, by its name alone."""

Open = Callable[[Path, Callable[[Refusal], object] | None], object]
"""Shows the text in a file; the call hears why that cannot be."""


class Texts(Protocol):
    """Where texts are kept."""

    def take_in(self, path: Path) -> KeptText | None:
        """Keep the text in a file without showing it; None if it could not be kept. Raises Refusal."""


class TakingIn:
    """Takes files, and all that lies in folders, into the library, one after the other.

    The page stays as it is meanwhile; at the end one says how many have come, and what could not be opened.
    """

    def __init__(
        self, texts: Texts, wanted: Wanted, show: Open, beside: Beside, notices: Notices, clock: Clock
    ) -> None:
        self.came: Event[[]] = Event()
        """Texts have come into the library."""
        self._texts = texts
        self._wanted = wanted
        self._show = show
        self._beside = beside
        self._notices = notices
        self._clock = clock
        self._outcome: _Outcome | None = None
        self._said = ""
        self._said_at = 0.0

    def open(self, paths: Sequence[Path]) -> None:
        """Show the first file, and take in the others and what lies in folders.

        If the first one cannot be opened, it is told of with the others.
        """
        first = next((path for path in paths if not path.is_dir()), None)
        others = [path for path in paths if path != first]
        outcome = self._begin() if others else None
        if first:
            self._show(first, partial(self._decline, outcome) if outcome else None)
        if outcome:
            self._take(others, outcome)

    def take(self, paths: Sequence[Path]) -> None:
        """Take in these files, and what lies in these folders; hidden files are left out."""
        if outcome := self._begin():
            self._take(paths, outcome)

    def _begin(self) -> "_Outcome | None":
        """Return what is to come of some files; None while others are still being added, which is said."""
        if self._outcome:
            self._notices.say(BUSY)
            return None
        self._outcome = _Outcome(self._clock.today())
        self._say(ADDING)
        return self._outcome

    def _take(self, paths: Sequence[Path], outcome: "_Outcome") -> None:
        def taken() -> None:
            files = list(_within(paths, self._wanted, outcome))
            for number, path in enumerate(files):
                if outcome.is_stopped:
                    return
                self._beside.post(partial(self._tell, number, len(files)))
                self._take_one(path, outcome)

        self._beside.do(taken, lambda _: self._end(outcome), self._fail)

    def stop(self) -> bool:
        """Take no further file; what has come in stays. Return whether any was still to be taken."""
        outcome = self._outcome
        if outcome is None or outcome.is_stopped:
            return False
        outcome.is_stopped = True
        return True

    def _take_one(self, path: Path, outcome: "_Outcome") -> None:
        try:
            kept = self._texts.take_in(path)
            if kept is None:
                outcome.is_stopped = outcome.is_unkept = True
            elif kept.added < outcome.began or kept.id in outcome.come:  # of before, or of a file like this
                outcome.known += 1
            else:
                outcome.come.add(kept.id)
        except Refusal as refusal:
            outcome.refused.append(refusal.reason)

    def _decline(self, outcome: "_Outcome", refusal: Refusal) -> None:
        """Say now why the first file does not open, and again at the end; the others may be here before."""
        outcome.refused.insert(0, refusal.reason)
        if outcome is self._outcome:
            self._say(f"{refusal.reason}. The other files are being added.")
        else:
            self._tell_end(outcome)

    def _tell(self, number: int, count: int) -> None:
        """Say how far it is, unless the person has done something else since."""
        if self._notices.message == self._said and self._clock.now() - self._said_at >= NEWS:
            self._say(f"Adding files: {number} of {count} so far.")

    def _say(self, words: str) -> None:
        self._said, self._said_at = words, self._clock.now()
        self._notices.offer_to(words, STOP, self.stop)

    def _end(self, outcome: "_Outcome") -> None:
        self._outcome = None
        if not outcome.is_unkept:  # that has been said already
            self._tell_end(outcome)
        if outcome.come:
            self.came.emit()

    def _tell_end(self, outcome: "_Outcome") -> None:
        self._say_with_others(outcome.summary(), outcome.refused[NAMED:])

    def _say_with_others(self, words: str, others: Sequence[str]) -> None:
        """Say something, and offer to name further files that could not be opened."""
        if others:
            named, rest = f"{', '.join(others[:NAMED])}.", others[NAMED:]
            self._notices.offer_to(words, OTHERS, partial(self._say_with_others, named, rest))
        else:
            self._notices.say(words)

    def _fail(self, error: Exception) -> None:
        self._outcome = None
        raise error


@dataclass(slots=True)
class _Outcome:
    """The texts that have come of the files so far, by id, and how many files held one that was there.

    `began` is when that was, in seconds since 1970; `refused` says of each that stayed closed what is the
    matter.
    """

    began: float
    come: set[str] = field(default_factory=set)
    known: int = 0
    refused: list[str] = field(default_factory=list)
    is_stopped: bool = False
    is_unkept: bool = False
    had_more: bool = False

    def summary(self) -> str:
        """Return what to say at the end."""
        said = []
        if self.come:
            said.append(f"{_texts(len(self.come))} added to the library.")
        if self.known:
            said.append(f"{_texts(self.known)} there before.")
        if not said and not self.refused:
            return STOPPED if self.is_stopped else NOTHING
        if self.refused:
            files = "One file" if len(self.refused) == 1 else f"{len(self.refused)} files"
            said.append(f"{files} could not be opened: {', '.join(self.refused[:NAMED])}.")
        if self.is_stopped:
            said.append(CUT_SHORT)
        if self.had_more:
            said.append(ONLY_SO_MANY)
        return " ".join(said)


def _texts(count: int) -> str:
    return "One text was" if count == 1 else f"{count} texts were"


def _within(paths: Sequence[Path], wanted: Wanted, outcome: _Outcome) -> Iterator[Path]:
    """Yield the files, and those in the folders and the folders within, `MOST` at most."""
    waiting = deque(paths)
    found = 0
    while waiting and not outcome.is_stopped:
        path = waiting.popleft()
        try:
            items = listed(path) if path.is_dir() else None
        except OSError:
            outcome.refused.append(f"the folder “{path.name}” is not open to you")
            continue
        files = [path]
        if items is not None:
            files = [item.path for item in items if not item.is_folder and wanted(item.path)]
            waiting.extend(item.path for item in items if item.is_folder and not item.path.is_symlink())
        yield from files[: MOST - found]
        found += len(files)
        if found > MOST:
            outcome.had_more = True
            return
