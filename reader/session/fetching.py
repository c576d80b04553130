"""Fetching a text from a file beside the page, so that a long or hostile file freezes nothing."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from reader.formats.refusals import Refusal
from reader.ground.beside import Beside, Stop
from reader.ground.clock import Clock
from reader.model.document import Document
from reader.session.delay import Delay
from reader.session.notices import Notices

Take = Callable[[Document], object]

PATIENCE = 0.3
"""Seconds after which opening is worth a word."""

OPENING = "Opening the file. This page stays until it is ready."
TOO_SHORT = "The file could not be opened as far as your place. Your place is kept."
STOP = "Stop"
STOPPED = "Opening was stopped. All is as it was."


def _at_once(_document: Document) -> bool:
    """Be content with whatever of a text comes first."""
    return True


class Texts(Protocol):
    """Where texts come from."""

    def ids(self) -> Collection[str]:
        """Return the ids of the bundled texts, which are there at once."""

    def name_of(self, id_: str, path: Path | None) -> str:
        """Return what opens a text that was once opened from a file, or is bundled."""

    def arriving(self, name: str, stop: Stop | None = None) -> Iterator[Document]:
        """Yield the text of this id, else the one in the file of this name, as it grows.

        Raises Refusal, as it does when it is asked to stop.
        """

    def open(self, name: str) -> Document:
        """Return the same when it is whole; raises Refusal."""


class Fetching:
    """Fetches one text at a time; of two wishes the later one counts."""

    def __init__(self, texts: Texts, beside: Beside, notices: Notices, clock: Clock) -> None:
        self._texts = texts
        self._beside = beside
        self._notices = notices
        self._delay = Delay(clock)
        self._arrival: _Arrival | None = None

    def fetch(
        self,
        name: str,
        take: Take,
        grow: Take,
        lose: Callable[[], object],
        enough: Callable[[Document], bool] = _at_once,
    ) -> None:
        """Call `take` with the text of this id or file as soon as there is enough of it, at last the whole.

        `grow` is called with more of it as that comes in, and `lose` if the rest of it never will. What
        cannot be opened is said in the quiet line.
        """
        if name in self._texts.ids():
            self.drop_wish()
            take(next(self._texts.arriving(name)))
        else:
            self.fetch_from(partial(self._texts.arriving, name), take, grow, lose, enough)

    def fetch_from(
        self,
        arriving: Callable[[Stop], Iterator[Document]],
        take: Take,
        grow: Take,
        lose: Callable[[], object],
        enough: Callable[[Document], bool] = _at_once,
    ) -> None:
        """Do the same with a text that comes from elsewhere: `arriving` yields it as it grows."""
        self.drop_wish()
        arrival = self._arrival = _Arrival(take, grow, lose, enough)
        self._delay.start(PATIENCE, lambda: self._notices.offer_to(OPENING, STOP, self.stop))

        def fetched() -> None:
            for document in arriving(arrival.stop):
                if arrival is not self._arrival:
                    return
                self._beside.post(partial(self._hand_over, arrival, document))

        self._beside.do(fetched, lambda _: None, partial(self._fail, arrival))

    def name_of(self, document_id: str, path: Path | None) -> str:
        """Return what to fetch a text by that was once opened from a file, or is bundled."""
        return self._texts.name_of(document_id, path)

    def stop(self) -> None:
        """Give up what is being opened, because the person asks for that."""
        self.drop_wish()
        self._notices.say(STOPPED)

    def drop_wish(self) -> None:
        """Open nothing that is still on its way: the person wants something else, or has gone."""
        if self._arrival is not None:
            self._arrival.stop.ask()
        self._arrival = None
        self._delay.cancel()

    def _hand_over(self, arrival: "_Arrival", document: Document) -> None:
        if arrival is not self._arrival:
            return
        if arrival.is_taken:
            arrival.grow(document)
        elif document.is_whole or arrival.enough(document):
            self._end_waiting()
            arrival.is_taken = True
            arrival.take(document)
        else:
            arrival.is_short = True

    def _fail(self, arrival: "_Arrival", error: Exception) -> None:
        if arrival is not self._arrival:
            return
        self._end_waiting()
        if not isinstance(error, Refusal):
            raise error
        if arrival.is_taken:
            arrival.lose()
        self._notices.say(TOO_SHORT if arrival.is_short and not arrival.is_taken else str(error))

    def _end_waiting(self) -> None:
        """Take back what was said of the opening; any other message is older than it, too."""
        if self._delay.waits or self._notices.message == OPENING:
            self._delay.cancel()
            self._notices.clear()


@dataclass(slots=True)
class _Arrival:
    """A text on its way, and what to do with it."""

    take: Take
    grow: Take
    lose: Callable[[], object]
    enough: Callable[[Document], bool]
    stop: Stop = field(default_factory=Stop)
    is_taken: bool = False
    is_short: bool = False
    """Whether some of it came, and was not enough."""
