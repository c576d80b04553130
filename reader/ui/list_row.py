"""A whole row as one target: a title, and a quiet line under it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent

from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.marked_label import MarkedLabel
from reader.ui.theme import Look

_PAD = 12
_ASIDE = 2
"""Lines that what is said aside may take."""


class ListRow(Control):
    """A button that shows a title and one or more quiet lines, each of which may wrap.

    What is said `aside` comes last, and is left out of sight where the words are so big that the row would
    fill the page; a screen reader says it everywhere. `marked` underlines words of the title (start and end
    of each), and `more` is what Shift+Enter, the menu key or a press of the right button does.
    """

    def __init__(
        self,
        title: str,
        line: str,
        press: Callable[[], object],
        name: str = "",
        *,
        aside: str = "",
        marked: Sequence[tuple[int, int]] = (),
        more: Callable[[], object] | None = None,
    ) -> None:
        super().__init__((title,), press, role="row")
        self.setText("")
        lines = line.splitlines()
        self.setAccessibleName(name or ". ".join(filter(None, (title, *lines, aside))))
        head = MarkedLabel(title, marked, parent=self) if marked else Label(title, "lead", parent=self)
        self._labels = [head, *(Label(each, "quiet", parent=self) for each in lines)]
        self._aside = Label(aside, "quiet", parent=self) if aside else None
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._least = 56
        self._more = more

    def set_look(self, look: Look) -> None:
        """Take on the least height of a row."""
        self._least = look.main_px

    def hasHeightForWidth(self) -> bool:
        """Return True: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width, in px."""
        room = width - 2 * _PAD - 6
        words = sum(label.heightForWidth(room) for label in self._in_sight(room))
        return max(self._least, words + 2 * _PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lines under each other."""
        width = self.width() - 2 * _PAD - 6
        labels = self._in_sight(width)
        heights = [label.heightForWidth(width) for label in labels]
        top = (self.height() - sum(heights)) // 2
        for label, height in zip(labels, heights, strict=True):
            label.setGeometry(_PAD + 6, top, width, height)
            top += height
        if self._aside:
            self._aside.setVisible(self._aside in labels)

    def _in_sight(self, width: int) -> list[Label]:
        """Return the labels to show in a width, in px."""
        if (
            self._aside
            and self._aside.heightForWidth(width) <= _ASIDE * self._aside.fontMetrics().lineSpacing()
        ):
            return [*self._labels, self._aside]
        return self._labels

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell more with Shift and Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._more and enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._more()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Tell more with the right button or the menu key."""
        if self._more:
            self._more()
        else:
            super().contextMenuEvent(event)
