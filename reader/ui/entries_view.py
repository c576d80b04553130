"""The text of the popover, and what it scrolls in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reader.ui.caret import CaretText

_BAR = {True: Qt.ScrollBarPolicy.ScrollBarAlwaysOn, False: Qt.ScrollBarPolicy.ScrollBarAlwaysOff}


class EntriesScroll(QScrollArea):
    """What scrolls where there is little room; every key is the popover's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(_BAR[False])
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it to the popover."""
        event.ignore()


class EntriesView(CaretText):
    """The entries, with a caret.

    `show_focus` is told whether they are focused. `on_key` is asked first for each key, and returns whether
    it was used.
    """

    def __init__(
        self, parent: QWidget, show_focus: Callable[[bool], object], on_key: Callable[[QKeyEvent], bool]
    ) -> None:
        super().__init__(parent)
        self._show_focus = show_focus
        self._on_key = on_key
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(_BAR[False])

    def show_bar(self, on: bool) -> None:
        """Have a bar to scroll with, or none."""
        self.setVerticalScrollBarPolicy(_BAR[on])

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
