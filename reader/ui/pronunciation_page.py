"""The page "Say it like this": how a word is to be said, and the person's own words."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.session.command import Sessions
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.line import Line
from reader.ui.page import Run

HOW = "Type it as you would sound it out, such as “sharn” for Siân."


class PronunciationPage(ColumnPage):
    """Two lines to type in, a way to hear and to keep it, and the list of words that were kept."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Say it like this")
        self._pronouncing = sessions.pronouncing
        # Made whenever the page is shown. Qt may not survive it when Python clears away what has no parent.
        self._word: Line
        self._like: Line
        self._pronouncing.changed.connect(self._list_if_shown)

    def refresh(self) -> None:
        """Begin with empty lines."""
        self._list()

    def settle(self) -> None:
        """Begin with the word."""
        self._scroll.verticalScrollBar().setValue(0)
        self._word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self) -> None:
        self._word, self._like = _line("Word"), _line("Say it like this")
        self._word.returnPressed.connect(self._go_on)
        self._like.returnPressed.connect(self._keep)
        words = self._pronouncing.words()
        contents: list[QWidget] = [
            Label("Word", "quiet"),
            self._word,
            Label("Say it like this", "quiet", gap=8),
            self._like,
            Label(HOW, "quiet"),
            Row((Control(("Try it",), self._try, icon_name="play"), Control(("Keep",), self._keep))),
        ]
        if words:
            contents.append(Label("Your words", "quiet", gap=24))
        for word, like in words:
            contents += self._row(word, like)
        self.fill(contents)

    def _row(self, word: str, like: str) -> list[QWidget]:
        hear = partial(self._pronouncing.try_it, word, like)
        off = partial(self._pronouncing.remove, word)
        controls = (
            Control(("Try it",), hear, icon_name="play", name=f"{{}}: {word}"),
            Control(("Take off",), off, name=f"{{}}: {word}"),
        )
        return [Label(f"{word}: {like}"), Row(controls)]

    def _go_on(self) -> None:
        self._like.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self._like)

    def _try(self) -> None:
        self._pronouncing.try_it(self._word.text(), self._like.text())

    def _keep(self) -> None:
        self._pronouncing.add(self._word.text(), self._like.text())

    def _list_if_shown(self) -> None:
        if self.isVisible():
            self._list()
            self.settle()


def _line(name: str) -> Line:
    """Return an empty line to type in, under a label that stays while one types."""
    line = Line(name, "")
    line.setPlaceholderText("")
    return line
