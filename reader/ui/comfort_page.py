"""The very first page: is the light comfortable, and are the words large enough?"""

from functools import partial

from reader.session.command import Sessions
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.page import Run
from reader.ui.sample import Sample

QUESTION = "Is this comfortable?"
ANY_TIME = "You can change this at any time."


class ComfortPage(ColumnPage):
    """Asks once, and takes every answer for a yes: Start, Esc, or closing the window."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, QUESTION, first=Row(()))
        self._first.hide()  # nothing lies under this page, and the way to less light is in its middle
        light = self._pair(("Dimmer", "dimmer"), ("Brighter", "brighter paper"))
        words = self._pair(("Smaller words", "smaller"), ("Bigger words", "bigger"))
        start = Control(("Start",), partial(run, "library"), role="main", icon_name="forward")
        start.setProperty("first", True)
        # The focus begins here, so this is what a screen reader says first.
        start.setAccessibleDescription(f"{QUESTION} {ANY_TIME}")
        last = Row((start,), high=True, even=True)
        for row in (light, last):
            row.setProperty("gap", 8)
        self.fill([Sample(), light, words, last, Label(ANY_TIME, "quiet")])

    def refresh(self) -> None:
        """Be shown this once: whoever has seen it is never asked again."""
        self.sessions.preferences.keep_as_they_are()

    def _pair(self, *ways: tuple[str, str]) -> Row:
        return Row([Control((word,), partial(self.run, command)) for word, command in ways], even=True)
