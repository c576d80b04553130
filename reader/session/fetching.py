"""Fetching a text from a file beside the page, so that a long or hostile file freezes nothing."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Protocol

from reader.formats.refusals import Refusal
from reader.ground.beside import Beside
from reader.ground.clock import Clock
from reader.model.chunk import Chunk
from reader.model.document import Document
from reader.model.level import Level
from reader.session.delay import Delay
from reader.session.notices import Notices
from reader.text.chunks import chunks

Then = Callable[[Document, tuple[Chunk, ...]], object]
"""Takes a text and its pieces."""

PATIENCE = 0.3
"""Seconds after which opening is worth a word."""

OPENING = "Opening the file. This page stays until it is ready."


class Texts(Protocol):
    """Where texts come from."""

    def ids(self) -> Collection[str]:
        """Return the ids of the bundled texts, which are there at once."""

    def open(self, name: str) -> Document:
        """Return the bundled text of this id, else the one in the file of this name; raises Refusal."""


class Fetching:
    """Fetches one text at a time; of two wishes the later one counts."""

    def __init__(self, texts: Texts, beside: Beside, notices: Notices, clock: Clock) -> None:
        self._texts = texts
        self._beside = beside
        self._notices = notices
        self._delay = Delay(clock)
        self._wish = 0

    def fetch(self, name: str, level: Level, then: Then) -> None:
        """Call `then` with the text of this id or file, and its pieces at a level.

        What cannot be opened is said in the quiet line.
        """
        self.drop_wish()
        if name in self._texts.ids():
            then(*self._cut(name, level))
            return
        wish = self._wish
        self._delay.start(PATIENCE, lambda: self._notices.say(OPENING))

        def hand_on(outcome: Callable[[], object]) -> None:
            if wish == self._wish:
                self._delay.cancel()
                self._notices.clear()
                outcome()

        self._beside.do(
            partial(self._cut, name, level),
            lambda cut: hand_on(partial(then, *cut)),
            lambda error: hand_on(partial(self._decline, error)),
        )

    def drop_wish(self) -> None:
        """Open nothing that is still on its way: the person wants something else, or has gone."""
        self._wish += 1
        self._delay.cancel()

    def _cut(self, name: str, level: Level) -> tuple[Document, tuple[Chunk, ...]]:
        document = self._texts.open(name)
        return document, chunks(document, level)

    def _decline(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._notices.say(str(error))
