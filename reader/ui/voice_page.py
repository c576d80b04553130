"""The page of the voice: loudness, speed, which voice, and a way to try it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from reader.session.commands import Sessions
from reader.ui.column_page import Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.list_row import ListRow
from reader.ui.page import Run
from reader.ui.settings_page import SettingsPage


class VoicePage(SettingsPage):
    """Shows few voices at first: the one in use can be kept without reading a long list."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Voice", (("volume", "speed"), ()))
        self._voices = sessions.voices
        self._choices: dict[str, ListRow] = {}
        self._voices.changed.connect(self._refresh_if_shown)

    def refresh(self) -> None:
        """Ask which voices there are, and begin with what is often wanted."""
        self._voices.look_up()
        super().refresh()

    def heading(self) -> list[QWidget]:
        """Return the way to hear it."""
        try_it = Control(("Try it",), self._voices.try_it, icon_name="play")
        try_it.setProperty("first", True)
        return [Row((try_it,), high=True)]

    @property
    def has_rare(self) -> bool:
        """Return whether there is a voice to choose."""
        return len(self._voices.names) > 1

    def rare(self) -> list[QWidget]:
        """Return the voices to choose from."""
        chosen = self._voices.chosen
        self._choices = {
            voice.id: ListRow(
                voice.label, "in use" if voice.id == chosen else "", partial(self._choose, voice.id)
            )
            for voice in self._voices.names
        }
        return [Label("Which voice", "quiet", gap=8), *self._choices.values()]

    def _choose(self, voice: str) -> None:
        self._voices.choose(voice)
        self.build()
        self.focus_on(self._choices[voice])
        self._voices.try_it()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.build()
