"""The menu: five rows, and what each of them opens."""

from functools import partial

from reader.model.level import Level
from reader.model.settings import Settings
from reader.session.command import Sessions
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.list_row import ListRow
from reader.ui.page import Run


class MenuPage(ColumnPage):
    """Rest · How much at a time · Text and light · Voice · Places."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Menu")
        self._levels = {level: Control((level.label,), partial(run, level.value)) for level in Level}
        more = Control(("More",), partial(run, "how much"), name="{} ways to read")
        self.fill(
            [
                ListRow("Rest", "A dark and quiet page, until you press a key twice", lambda: run("rest")),
                Label("How much at a time?", "quiet", gap=12),
                Row((*self._levels.values(), more), high=True),
                ListRow("Text and light", "Size, letters, theme", lambda: run("text and light")),
                ListRow("Voice", "Loudness, speed, ways to listen", lambda: run("voice")),
                ListRow("Places", "Contents, bookmarks, find, open a file", lambda: run("places")),
            ]
        )
        sessions.preferences.changed.connect(self._show_level)
        self._show_level(sessions.preferences.settings)

    def _show_level(self, settings: Settings) -> None:
        for level, control in self._levels.items():
            control.set_on(level.value == settings.level)
            control.setProperty("first", level.value == settings.level)


class PlacesPage(ColumnPage):
    """Everything that has to do with where one is."""

    WITH_TEXT = (
        ("Contents", "The parts of this text", "contents"),
        ("Find", "Words in this text", "find"),
        ("Where am I", "The part, and the last sentence", "where"),
        ("Around here", "This piece within its part", "around"),
        ("About this text", "Title, author, where it comes from", "about"),
    )
    AFTER_JUMP = (("Return", "To the place before the last jump", "return"),)
    ALWAYS = (
        ("Bookmarks", "Open, rename or take off", "bookmarks"),
        ("Search all texts", "Words in everything there is to read", "search"),
        ("Your words", "Meanings of your own, and words you know", "your words"),
        ("Open a file", "A text of your own", "open"),
        ("Read what I copied", "From another program", "copied"),
    )

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Places")

    def refresh(self) -> None:
        """Offer what there is: without an open text, only the bookmarks and a file."""
        reading = self.sessions.reading
        rows = (
            *(self.WITH_TEXT if reading.chunks else ()),
            *(self.AFTER_JUMP if self.sessions.opening.can_return else ()),
            *self.ALWAYS,
        )
        self.fill([ListRow(title, line, partial(self.run, name)) for title, line, name in rows])
