"""How much at a time: what is rarely wanted, behind the menu's three answers."""

from functools import partial

from PySide6.QtWidgets import QWidget

from reader.session.command import Sessions
from reader.ui.list_row import ListRow
from reader.ui.page import Run
from reader.ui.settings_page import SettingsPage


class HowMuchPage(SettingsPage):
    """Ways to read less, or with more help; each is off until it is asked for."""

    WAYS: tuple[tuple[str, str, str], ...] = ()
    """Title, line and command of what begins at once."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "How much at a time", (("long_sentences", "focus", "safe"), ()))

    def heading(self) -> list[QWidget]:
        """Return what begins at once; it is about the open text."""
        if not self.sessions.reading.chunks:
            return []
        return [ListRow(title, line, partial(self.run, name)) for title, line, name in self.WAYS]
