"""A whole row as one target: a title, and a quiet line under it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.theme import Look

_PAD = 12


class ListRow(Control):
    """A button that shows a title and one or more quiet lines, each of which may wrap."""

    def __init__(self, title: str, line: str, press: Callable[[], object], name: str = "") -> None:
        super().__init__((title,), press, role="row")
        self.setText("")
        self.setAccessibleName(name or ". ".join((title, *line.splitlines())))
        self._labels = [self._label(title, "lead")]
        if line:
            self._labels.append(self._label(line, "quiet"))
        self._least = 56

    def set_look(self, look: Look) -> None:
        """Take on the least height of a row."""
        self._least = look.main_px

    def hasHeightForWidth(self) -> bool:
        """Return True: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width, in px."""
        words = sum(label.heightForWidth(width - 2 * _PAD - 6) for label in self._labels)
        return max(self._least, words + 2 * _PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lines under each other."""
        width = self.width() - 2 * _PAD - 6
        heights = [label.heightForWidth(width) for label in self._labels]
        top = (self.height() - sum(heights)) // 2
        for label, height in zip(self._labels, heights, strict=True):
            label.setGeometry(_PAD + 6, top, width, height)
            top += height

    def _label(self, text: str, role: str) -> Label:
        made = Label(text, role, parent=self)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return made
