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
from reader.ground.listing import listed
from reader.session.notices import Notices

MOST = 2_000
"""Files that are taken at once; ours: a whole disk may have been meant by nobody."""

NEWS = 5.0
"""Seconds between two words about how far it is; ours: more often would ask for attention."""

NAMED = 2
"""Files that could not be opened and are named; ours: more would be a list, not a sentence."""

STOP = "Stop"
STOPPED = "That was stopped. All is as it was."
NOTHING = "There is nothing here that can be opened."
BUSY = "Other files are still being added. Please try again after that."
ONLY_SO_MANY = f"More than {MOST:,} files were there, and the first {MOST:,} were looked at."

Wanted = Callable[[Path], bool]
"""Whether a file may hold a text, by its name alone."""


class Texts(Protocol):
    """Where texts are kept."""

    def take_in(self, path: Path) -> object | None:
        """Keep the text in a file without showing it; None if it could not be kept. Raises Refusal."""


class TakingIn:
    """Takes files, and all that lies in folders, into the library, one after the other.

    The page stays as it is meanwhile; at the end one says how many are there, and what could not be opened.
    """

    def __init__(self, texts: Texts, wanted: Wanted, beside: Beside, notices: Notices, clock: Clock) -> None:
        self._texts = texts
        self._wanted = wanted
        self._beside = beside
        self._notices = notices
        self._clock = clock
        self._outcome: _Outcome | None = None
        self._said = ""
        self._said_at = 0.0

    def take(self, paths: Sequence[Path]) -> None:
        """Take in these files, and what lies in these folders; hidden files are left out."""
        if self._outcome:
            self._notices.say(BUSY)
            return
        outcome = self._outcome = _Outcome()
        self._say("Adding files. You can go on reading.")

        def taken() -> None:
            files = list(_within(paths, self._wanted, outcome))
            for number, path in enumerate(files):
                if outcome.is_stopped:
                    return
                self._beside.post(partial(self._tell, number, len(files)))
                self._take_one(path, outcome)

        self._beside.do(taken, lambda _: self._end(outcome), self._fail)

    def stop(self) -> None:
        """Take no further file; what has come in stays."""
        if self._outcome:
            self._outcome.is_stopped = True

    def _take_one(self, path: Path, outcome: "_Outcome") -> None:
        try:
            if self._texts.take_in(path) is None:
                outcome.is_stopped = outcome.is_unkept = True
            else:
                outcome.come += 1
        except Refusal as refusal:
            outcome.refused.append(refusal.reason)

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
            self._notices.say(outcome.summary())

    def _fail(self, error: Exception) -> None:
        self._outcome = None
        raise error


@dataclass(slots=True)
class _Outcome:
    """What has come of the files so far; `refused` says of each that stayed closed what is the matter."""

    come: int = 0
    refused: list[str] = field(default_factory=list)
    is_stopped: bool = False
    is_unkept: bool = False
    had_more: bool = False

    def summary(self) -> str:
        """Return what to say at the end."""
        if not self.come and not self.refused:
            return STOPPED if self.is_stopped else NOTHING
        said = ["One text is in the library now."] if self.come == 1 else []
        if self.come != 1:
            said.append(f"{self.come or 'No'} texts are in the library now.")
        if self.refused:
            files = "One file" if len(self.refused) == 1 else f"{len(self.refused)} files"
            said.append(f"{files} could not be opened: {', '.join(self.refused[:NAMED])}.")
        if self.had_more:
            said.append(ONLY_SO_MANY)
        return " ".join(said)


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
