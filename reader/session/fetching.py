"""Fetching a text from a file beside the page, so that a long or hostile file freezes nothing."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Protocol

from reader.formats.refusals import Refusal
from reader.ground.beside import Beside
from reader.ground.clock import Clock
from reader.model.document import Document
from reader.session.delay import Delay
from reader.session.notices import Notices

Take = Callable[[Document], object]

PATIENCE = 0.3
"""Seconds after which opening is worth a word."""

OPENING = "Opening the file. This page stays until it is ready."


class Texts(Protocol):
    """Where texts come from."""

    def ids(self) -> Collection[str]:
        """Return the ids of the bundled texts, which are there at once."""

    def arriving(self, name: str) -> Iterator[Document]:
        """Yield the bundled text of this id, else the one in the file of this name, as it grows.

        Raises Refusal.
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
        self._wish = 0

    def fetch(self, name: str, take: Take, grow: Take) -> None:
        """Call `take` with the text of this id or file as soon as it can be read.

        `grow` is called with more of it as that comes in. What cannot be opened is said in the quiet line.
        """
        self.drop_wish()
        if name in self._texts.ids():
            take(next(self._texts.arriving(name)))
            return
        wish = self._wish
        self._delay.start(PATIENCE, lambda: self._notices.say(OPENING))

        def hand_on(outcome: Callable[[], object]) -> None:
            if wish == self._wish:
                if self._delay.waits or self._notices.message == OPENING:
                    self._delay.cancel()
                    self._notices.clear()
                outcome()

        def fetched() -> None:
            deed = take
            for document in self._texts.arriving(name):
                if wish != self._wish:
                    return
                self._beside.post(partial(hand_on, partial(deed, document)))
                deed = grow

        self._beside.do(
            fetched,
            lambda _: None,
            lambda error: hand_on(partial(self._decline, error)),
        )

    def drop_wish(self) -> None:
        """Open nothing that is still on its way: the person wants something else, or has gone."""
        self._wish += 1
        self._delay.cancel()

    def _decline(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._notices.say(str(error))
