"""The text of the popover, and what it scrolls in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reader.ui.caret import CaretText
from reader.ui.entries import line_px
from reader.ui.marks import all_lines
from reader.ui.theme import Look

_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_NEARLY = 0.1
"""The share of a line, its leading, that may be cut without hurting a letter."""


class EntriesScroll(QScrollArea):
    """What scrolls where there is little room; every key is the popover's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it to the popover."""
        event.ignore()


class EntriesView(CaretText):
    """The entries, with a caret, all in one height: what lies around them scrolls.

    `show_focus` is told whether they are focused. `on_key` is asked first for each key, and returns whether
    it was used.
    """

    def __init__(
        self, parent: QWidget, show_focus: Callable[[bool], object], on_key: Callable[[QKeyEvent], bool]
    ) -> None:
        super().__init__(parent)
        self._show_focus = show_focus
        self._on_key = on_key
        self._line, self._ground = 1, QColor()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.setVerticalScrollBarPolicy(_NO_BAR)

    def set_look(self, look: Look) -> None:
        """Take on the height of the lines and the colour behind them."""
        self._line, self._ground = line_px(look), QColor(look.palette.panel)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and hide what is seen of a line that an edge cuts in two."""
        super().paintEvent(event)
        seen, spare = self.visibleRegion().boundingRect(), round(self._line * _NEARLY)
        painter = QPainter(self.viewport())
        for line in all_lines(self.document()):
            bottom = round(line.bottom())
            top = bottom - self._line
            if top + spare < seen.top() < bottom or top < seen.bottom() < bottom - spare:
                painter.fillRect(0, top, self.width(), self._line, self._ground)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus on the edge of the whole popover: a box in a box would be one too many."""
        super().focusInEvent(event)
        self._show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus off the edge again."""
        super().focusOutEvent(event)
        self._show_focus(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer every key to the reading keys first, but let up and down move through the text."""
        scrolls = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers()
        if scrolls or not self._on_key(event):
            super().keyPressEvent(event)
