"""The rest page: dark and silent until a person presses twice."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

from reader.session.command import Command, Sessions
from reader.ui.dark_page import DarkPage
from reader.ui.page import Run

NAME = "Rest"
ABOUT = "The page is dark and silent. Any key, twice, goes on."


class RestPage(DarkPage):
    """Shows the dark; every key means the same here. `close` brings back the page that lies under it."""

    def __init__(self, sessions: Sessions, run: Run, close: Callable[[], object]) -> None:
        super().__init__(sessions, run, NAME, ABOUT)
        self._resting = sessions.resting
        self._resting.changed.connect(self.show_words)
        self._resting.ended.connect(close)

    @property
    def dim_words(self) -> str:
        """Return how to go on, after a first key."""
        return self._resting.dim_words

    def settle(self) -> None:
        """Take the keys, and let the rest begin."""
        super().settle()
        self._resting.begin()

    def press(self, event: QKeyEvent, command: Command | None) -> None:
        """Count a press."""
        self._resting.press()

    def touch(self) -> None:
        """Count a press."""
        self._resting.press()

    def leave(self) -> None:
        """End the rest."""
        self._resting.end()
