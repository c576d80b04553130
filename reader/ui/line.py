"""A line to type in."""

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

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

    def set_look(self, look: Look) -> None:
        """Take on the height of a control."""
        self.setFixedHeight(look.control_px + 8)
