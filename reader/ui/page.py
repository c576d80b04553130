"""What the window may ask of every page."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from reader.session.command import Sessions
from reader.ui.theme import Look

Run = Callable[[str], object]
"""Does a command by its name, as its key would."""


class Page(QWidget):
    """A page of the window. It is refreshed, takes on the look of now, is shown, and settles."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__()
        self.setObjectName("page")
        self.sessions = sessions
        self.run = run
        self.look: Look | None = None

    def refresh(self) -> None:
        """Show things as they are now."""

    def set_look(self, look: Look) -> None:
        """Take on letters, sizes and colours."""
        self.look = look

    def begin_finding(self) -> bool:
        """Begin to look for what this page lists; return False where it has no line for that."""
        return False

    def end_finding(self) -> bool:
        """Show again what finding has hidden on this page; return False where there is nothing."""
        return False

    def settle(self) -> None:
        """Put the focus where a tired person wants it."""
