"""A line to type in."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from reader.ui.caret import caret_width
from reader.ui.theme import Look


class Line(QLineEdit):
    """A line to type in, with a name."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Undo to the window where nothing was typed that could be undone."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, and the caret in ink over Qt's own."""
        super().paintEvent(event)
        if self.hasFocus():
            # Qt tells of the caret with five px to its left and four to its right.
            place = self.cursorRect()
            caret = QRect(place.left() + 5, place.top(), caret_width(place.height()), place.height())
            painter = QPainter(self)
            painter.fillRect(caret, self.palette().text())
            painter.end()

    def set_look(self, look: Look) -> None:
        """Take on the height of a control."""
        self.setFixedHeight(look.control_px + 8)
