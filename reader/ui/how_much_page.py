"""How much at a time: what is rarely wanted, behind the menu's three answers."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from reader.model.scope import Scope
from reader.session.command import Sessions
from reader.session.library import CARRY_ON
from reader.ui.column_page import Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.list_row import ListRow
from reader.ui.page import Run
from reader.ui.settings_page import SettingsPage

Way = tuple[str, str, str]
"""Title, line and command."""


class HowMuchPage(SettingsPage):
    """Ways to read less, or with more help; each is off until it is asked for."""

    KEY_POINTS: Mapping[Scope, Way] = {
        Scope.WHOLE: ("Key points only", "The short of each part, one a piece", "key points"),
        Scope.KEY_POINTS: ("The whole text", "From this key point into its part", "key points"),
        Scope.REMINDER: (CARRY_ON, "The whole text, where you were", "key points"),
    }
    """What leads on from what is shown."""
    WAYS: tuple[Way, ...] = (
        ("Go on by itself", "Silent, at your own pace. Any key stops it.", "go on by itself"),
    )
    """What begins at once."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "How much at a time", (("long_sentences", "focus", "safe"), ()))
        sessions.pace.changed.connect(self._refresh_if_shown)

    def heading(self) -> list[QWidget]:
        """Return what begins at once; it is about the open text."""
        reading = self.sessions.reading
        if not reading.chunks:
            return []
        ways = (self.KEY_POINTS[reading.scope], *self.WAYS)
        return [ListRow(title, line, partial(self.run, name)) for title, line, name in ways]

    def further(self) -> list[QWidget]:
        """Return what is told at half of what is safe, and the pace, once it is learned."""
        told = Label("Half way, you are told once that this is a good place to stop.", "quiet")
        pace = self.sessions.pace
        if not pace.is_learned:
            return [told]
        about = max(5, 5 * round(pace.words_a_minute / 5))
        return [
            told,
            Label(f"Your reading pace: about {about} words a minute.", "quiet", gap=8),
            Row((Control(("Forget my pace",), pace.forget),)),
        ]

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()
            self.settle()
