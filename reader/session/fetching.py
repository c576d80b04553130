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
Declined = Callable[[Refusal], object]

PATIENCE = 0.3
"""Seconds after which opening is worth a word."""

LINGERS = 2.0
"""Seconds after which one says of a text on the page that more of it is on its way; ours: few take longer."""

OPENING = "Opening the file. This page stays until it is ready."
TOO_SHORT = "The file could not be opened as far as your place. Your place is kept."
STOP = "Stop"
STOPPED = "Opening was stopped. All is as it was."
LEFT_OUT = "The rest is left out. Opening the text again brings all of it."


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


class Page(Protocol):
    """Where a text is shown while more of it comes in."""

    def grow(self, document: Document) -> None:
        """Take the text with more of it."""

    def linger(self, stop: Callable[[], object]) -> None:
        """Say that the rest takes its time, and offer to stop it."""

    def break_off(self) -> None:
        """Expect no more of it."""


class Fetching:
    """Fetches one text at a time; of two wishes the later one counts.

    What is shown goes on growing until another text takes its place: that one may never come.
    """

    def __init__(self, texts: Texts, beside: Beside, notices: Notices, clock: Clock) -> None:
        self._texts = texts
        self._beside = beside
        self._notices = notices
        self._delay, self._lingering = Delay(clock), Delay(clock)
        self._wish: _Arrival | None = None
        self._shown: _Arrival | None = None

    def fetch(
        self,
        name: str,
        take: Take,
        page: Page,
        enough: Callable[[Document], bool] = _at_once,
        declined: Declined | None = None,
    ) -> None:
        """Call `take` with the text of this id or file as soon as there is enough of it, at last the whole.

        The page is told of what comes in after that. What cannot be opened is said in the quiet line, or by
        whoever wants to hear that it was `declined`.
        """
        if name in self._texts.ids():
            self.drop()
            take(next(self._texts.arriving(name)))
        else:
            self.fetch_from(partial(self._texts.arriving, name), take, page, enough, declined)

    def fetch_from(
        self,
        arriving: Callable[[Stop], Iterator[Document]],
        take: Take,
        page: Page,
        enough: Callable[[Document], bool] = _at_once,
        declined: Declined | None = None,
    ) -> None:
        """Do the same with a text that comes from elsewhere: `arriving` yields it as it grows."""
        self._drop_wish()
        arrival = self._wish = _Arrival(take, page, enough, declined or self._say)
        self._delay.start(PATIENCE, lambda: self._notices.offer_to(OPENING, STOP, self.stop))

        def fetched() -> None:
            for document in arriving(arrival.stop):
                if not self._awaits(arrival):
                    return
                self._beside.post(partial(self._hand_over, arrival, document))

        self._beside.do(fetched, lambda _: None, partial(self._fail, arrival))

    def name_of(self, document_id: str, path: Path | None) -> str:
        """Return what to fetch a text by that was once opened from a file, or is bundled."""
        return self._texts.name_of(document_id, path)

    def stop(self) -> bool:
        """Give up what is being opened, because the person asks for that; return whether anything was."""
        if self._wish is None:
            return False
        self._drop_wish()
        self._notices.say(STOPPED)
        return True

    def _stop_growth(self) -> None:
        """Do without the rest of the text on the page, because the person asks for that."""
        if self._shown is not None:
            page = self._shown.page
            self._end_growth()
            page.break_off()
            self._notices.say(LEFT_OUT)

    def drop(self) -> None:
        """Take nothing more of any text: the person has another one, or has gone."""
        self._drop_wish()
        self._end_growth()

    def _drop_wish(self) -> None:
        if self._wish is not None:
            self._wish.stop.ask()
        self._wish = None
        self._delay.cancel()

    def _end_growth(self) -> None:
        if self._shown is not None:
            self._shown.stop.ask()
        self._shown = None
        self._lingering.cancel()

    def _awaits(self, arrival: "_Arrival") -> bool:
        return arrival is self._wish or arrival is self._shown

    def _hand_over(self, arrival: "_Arrival", document: Document) -> None:
        if arrival is self._shown:
            arrival.page.grow(document)
        elif arrival is not self._wish:
            return
        elif document.is_whole or arrival.enough(document):
            self._end_waiting()
            self._end_growth()
            self._wish, self._shown = None, arrival
            arrival.take(document)
            if not document.is_whole:
                self._lingering.start(LINGERS, lambda: arrival.page.linger(self._stop_growth))
        else:
            arrival.is_short = True

    def _fail(self, arrival: "_Arrival", error: Exception) -> None:
        if not self._awaits(arrival):
            return
        is_shown = arrival is self._shown
        if is_shown:
            self._shown = None
        else:
            self._end_waiting()
            self._wish = None
        if not isinstance(error, Refusal):
            raise error
        if is_shown:
            arrival.page.break_off()
        if arrival.is_short and not is_shown:
            self._notices.say(TOO_SHORT)
        else:
            arrival.declined(error)

    def _say(self, refusal: Refusal) -> None:
        self._notices.say(str(refusal))

    def _end_waiting(self) -> None:
        """Take back what was said of the opening; any other message is older than it, too."""
        if self._delay.waits or self._notices.message == OPENING:
            self._delay.cancel()
            self._notices.clear()


@dataclass(slots=True)
class _Arrival:
    """A text on its way, and what to do with it."""

    take: Take
    page: Page
    enough: Callable[[Document], bool]
    declined: Declined
    stop: Stop = field(default_factory=Stop)
    is_short: bool = False
    """Whether some of it came, and was not enough."""
