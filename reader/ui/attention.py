"""Whether the text is before a person's eyes: its page is shown, in the window that they look at."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_TURNS = frozenset(
    {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate}
)


class Attention(QObject):
    """Tells of a page each time it comes into sight or is out of it: another page or window is before it."""

    def __init__(self, page: QWidget, tell: Callable[[bool], object]) -> None:
        super().__init__(page)
        self._page = page
        self._tell = tell
        page.installEventFilter(self)
        self._look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look on, and leave every event to the page."""
        if event.type() in _TURNS:
            self._look()
        return False

    def _look(self) -> None:
        self._tell(self._page.isVisible() and self._page.isActiveWindow())
