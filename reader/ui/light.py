"""Which theme is in use: the computer's own light or dark is read at the start, and may only grow darker."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.ground.events import Event
from reader.model.settings import Settings
from reader.session.preferences import Preferences
from reader.ui.palette import theme
from reader.ui.theme import Look


class Light:
    """Turns settings into a look."""

    def __init__(self, preferences: Preferences) -> None:
        self.darkened: Event[[]] = Event()
        """The computer has turned dark, and the theme follows it."""
        self._preferences = preferences
        hints = QGuiApplication.styleHints()
        self._dark = hints.colorScheme() == Qt.ColorScheme.Dark
        hints.colorSchemeChanged.connect(self._follow)
        preferences.know_themes(
            lambda name: theme(self._resolved(name)).dimmest(),
            lambda name: not theme(self._resolved(name)).is_light,
        )

    def look(self, settings: Settings) -> Look:
        """Return the look that the settings ask for."""
        return Look(
            palette=theme(self._resolved(settings.theme)).dimmed(int(settings.dimmer)),
            size=settings.size,
            font=settings.font,
            line=settings.line,
            letter=settings.letter,
            word=settings.word_spacing,
            column=settings.column,
            clauses=settings.long_sentences == "clauses",
        )

    def _resolved(self, name: str) -> str:
        if name != "auto":
            return name
        return "night" if self._dark else "paper"

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        if scheme == Qt.ColorScheme.Dark and not self._dark:
            self._dark = True
            self.darkened.emit()
