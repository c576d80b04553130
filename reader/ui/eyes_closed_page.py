"""Listening with closed eyes: a dark page, where a few large keys do what can be done unseen."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

from reader.session.command import Command, Sessions
from reader.ui.dark_page import DarkPage
from reader.ui.keys import spelt
from reader.ui.page import Run

NAME = "Eyes closed"
KEYS = (
    "Space pauses or goes on. Up says it again. Left and Right step a sentence. "
    "B bookmarks, I says where you are, W explains words. Enter, twice, shows the page."
)

_FEW_KEYS = {
    "Up": "again",
    "Left": "back",
    "Right": "forward",
    "B": "bookmark",
    "I": "where",
    "W": "words",
}
"""What can be found without looking, beside the usual keys. Going here switches the single letters on."""

_STAYS = frozenset({"louder", "softer", "rest"})
"""What does its usual work here, and does not ask for the page."""


class EyesClosedPage(DarkPage):
    """Passes keys on to the session; a press of the pointer anywhere pauses, or goes on."""

    def __init__(self, sessions: Sessions, run: Run, show_text: Callable[[], object]) -> None:
        super().__init__(sessions, run, NAME, KEYS)
        self._eyes = sessions.eyes_closed
        self._eyes.changed.connect(self.show_words)
        self._eyes.opened.connect(show_text)

    @property
    def dim_words(self) -> str:
        """Return how to get the page back, and what has failed."""
        return self._eyes.dim_words

    def settle(self) -> None:
        """Take the keys, and let the voice begin."""
        super().settle()
        self._eyes.begin()

    def press(self, event: QKeyEvent, command: Command | None) -> None:
        """Do what a key means here."""
        name = _FEW_KEYS.get(spelt(event)) or (command.name if command else "")
        if name in _STAYS:
            self.run(name)
        else:
            self._eyes.press(name)

    def touch(self) -> None:
        """Pause, or go on."""
        self._eyes.press("space")

    def leave(self) -> None:
        """Open the eyes."""
        self._eyes.end()
