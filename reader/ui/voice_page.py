"""The pages of the voice: how it sounds, which one it is, and ways to listen."""

from functools import partial

from PySide6.QtWidgets import QWidget

from reader.session.command import Sessions
from reader.session.sleep_timer import CHOICES
from reader.speech.choosing import is_natural
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.list_row import ListRow
from reader.ui.page import Run
from reader.ui.settings_page import SettingsPage


class VoicePage(SettingsPage):
    """Loudness and speed, a way to try them, and the way to the rest."""

    FURTHER = (
        ("Ways to listen", "Eyes closed, sleep timer, pauses, marks", "ways to listen"),
        ("Which voice", "Try them, and choose one", "which voice"),
        ("Say it like this", "How a word is to be said", "say it like this"),
        ("Save as sound", "To take an article along", "save as sound"),
    )

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Voice", (("volume", "speed"), ()))

    def heading(self) -> list[QWidget]:
        """Return the way to hear it."""
        try_it = Control(("Try it",), self.sessions.voices.try_it, icon_name="play")
        try_it.setProperty("first", True)
        return [Row((try_it,), high=True)]

    def further(self) -> list[QWidget]:
        """Return the way to the pages behind this one."""
        rows: list[QWidget] = [
            ListRow(title, line, partial(self.run, name)) for title, line, name in self.FURTHER
        ]
        rows[0].setProperty("gap", 12)
        return rows


class WhichVoicePage(ColumnPage):
    """The voices to choose from; choosing one lets it be heard."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Which voice")
        self._voices = sessions.voices
        self._choices: dict[str, ListRow] = {}
        self._voices.changed.connect(self._list_if_shown)

    def refresh(self) -> None:
        """Ask which voices there are, and list those that are known."""
        self._voices.look_up()
        self._list()

    def _list(self) -> None:
        chosen = self._voices.chosen
        self._choices = {
            voice.id: ListRow(
                voice.label, "in use" if voice.id == chosen else "", partial(self._choose, voice.id)
            )
            for voice in self._voices.names
        }
        if chosen in self._choices:
            self._choices[chosen].setProperty("first", True)
        natural = [row for voice, row in self._choices.items() if is_natural(voice)]
        others = [row for voice, row in self._choices.items() if not is_natural(voice)]
        self.fill(
            [
                *([Label("Natural", "quiet"), *natural] if natural else ()),
                *([Label("The computer’s own", "quiet", gap=12), *others] if others else ()),
                *(() if self._choices else (Label("Looking for voices…", "quiet"),)),
            ]
        )

    def _choose(self, voice: str) -> None:
        self._voices.choose(voice)
        self._list()
        self.focus_on(self._choices[voice])
        self._voices.try_it()

    def _list_if_shown(self) -> None:
        if self.isVisible():
            self._list()
            self.settle()


class WaysToListenPage(SettingsPage):
    """Eyes closed, the sleep timer, and how the voice goes from sentence to sentence."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Ways to listen", (("gap", "after", "follow"), ()))
        self._timer = sessions.sleep_timer
        self._times: dict[str, Control] = {}
        self._timer.changed.connect(self._show_time)

    def heading(self) -> list[QWidget]:
        """Return the way to listen in the dark, and when to stop."""
        eyes_closed = ListRow("Eyes closed", "A dark screen, and a few large keys", self._close_eyes)
        eyes_closed.setProperty("first", True)
        self._times = {
            value: Control((word,), partial(self._timer.set, value), name="Sleep timer: {}")
            for value, word in CHOICES
        }
        self._show_time()
        return [eyes_closed, Label("Sleep timer", "quiet", gap=8), Row(tuple(self._times.values()))]

    def _close_eyes(self) -> None:
        self.run("eyes closed")

    def _show_time(self) -> None:
        for value, control in self._times.items():
            control.set_on(value == self._timer.choice)
