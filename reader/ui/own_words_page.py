"""The page "Your words": a person's own meanings, and the words they know."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.session.command import Sessions
from reader.session.vocabulary import what_is_missing
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.line import Line
from reader.ui.page import Run


class OwnWordsPage(ColumnPage):
    """Two lines to type in, and what was kept of them. Whoever came from a word goes back to the text."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Your words")
        self._vocabulary = sessions.vocabulary
        self._word: Line
        self._meaning: Line
        self._came_from_text = False
        self._vocabulary.changed.connect(self._list_if_shown)

    def refresh(self) -> None:
        """Begin with the word that was asked about, if there is one."""
        word, self._vocabulary.wanted = self._vocabulary.wanted, ""
        self._came_from_text = bool(word)
        self._list(word)

    def settle(self) -> None:
        """Begin with the meaning where the word is known already."""
        self._scroll.verticalScrollBar().setValue(0)
        first = self._meaning if self._word.text() else self._word
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(first)

    def _list(self, word: str = "") -> None:
        self._word = _line("Word", word)
        self._meaning = _line("What it means to you", self._vocabulary.own_of(word))
        self._word.returnPressed.connect(self._go_on)
        self._meaning.returnPressed.connect(self._keep)
        contents: list[QWidget] = [
            Label("Word", "quiet"),
            self._word,
            Label("What it means to you", "quiet", gap=8),
            self._meaning,
            Row((Control(("Keep",), self._keep),)),
        ]
        for own, meaning in self._vocabulary.own.items():
            contents += self._row(own, meaning)
        if self._vocabulary.known:
            contents.append(Label("Words you know", "quiet", gap=24))
        for known in self._vocabulary.known:
            back = partial(self._vocabulary.bring_back, known)
            contents += [Label(known), Row((Control(("Dot it again",), back, name=f"{{}}: {known}"),))]
        self.fill(contents)

    def _row(self, word: str, meaning: str) -> list[QWidget]:
        controls = (
            Control(("Change",), partial(self._change, word), name=f"{{}}: {word}"),
            Control(("Take off",), partial(self._vocabulary.take_off, word), name=f"{{}}: {word}"),
        )
        return [Label(f"{word}: {meaning}", gap=24), Row(controls)]

    def _go_on(self) -> None:
        self._meaning.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self._meaning)

    def _change(self, word: str) -> None:
        self._word.setText(word)
        self._meaning.setText(self._vocabulary.own_of(word))
        self.settle()

    def _keep(self) -> None:
        word, meaning = self._word.text(), self._meaning.text()
        # The text comes first: to go there clears what the quiet line says.
        if self._came_from_text and not what_is_missing(word, meaning):
            self.run("back out")
        self._vocabulary.write(word, meaning)

    def _list_if_shown(self) -> None:
        if self.isVisible():
            self._list()
            self.settle()


def _line(name: str, text: str) -> Line:
    """Return a line to type in, under a label that stays while one types."""
    line = Line(name, text)
    line.setPlaceholderText("")
    return line
