"""Texts with a caret in ink: Qt paints it in the opposite of the page, which would glow in the dark (R17)."""

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QWidget

_THICKNESS = 16
"""The height of a caret in its widths; ours: easy to find at every size of the letters."""


def caret_width(height: int) -> int:
    """Return how wide a caret of this height is, both in px: as wide as a focus ring at least (R12)."""
    return max(2, height // _THICKNESS)


class CaretText(QTextEdit):
    """A read-only text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setCursorWidth(0)  # Qt's own is not seen

    def drop_selection(self) -> None:
        """Leave the letters that were selected; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain letters only, with their no-break spaces."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the caret where arrows move it."""
        super().paintEvent(event)
        if self.hasFocus() and self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard:
            place = self.cursorRect()
            caret = QRect(place.left(), place.top(), caret_width(place.height()), place.height())
            painter = QPainter(self.viewport())
            painter.fillRect(caret, self.palette().text())
            painter.end()
