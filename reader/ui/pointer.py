"""The pointer: gone when it has been still for a while, and back at its first move or press."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.ground.clock import Clock
from reader.session.delay import Delay

STILL = 3.0
"""Seconds; ours: long enough to look where it is, and short enough not to lie on the words for long."""
_NEARLY = 0.01
"""Seconds; a timer may be due a moment before the clock says so."""

_USED = frozenset(
    {
        QEvent.Type.Enter,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)
_AWAY = frozenset({QEvent.Type.Leave, QEvent.Type.Hide})


class Pointer(QObject):
    """Hides the pointer over a window; hands and beams are as they were when it is shown again.

    It stays while a button is held down, and while a menu is open.
    """

    def __init__(self, window: QWidget, clock: Clock) -> None:
        super().__init__(window)
        self._clock = clock
        self._delay = Delay(clock)
        self._moved = clock.now()
        self._place = QGuiApplication.primaryScreen().geometry().topLeft().toPointF()
        self._is_hidden = False
        window.winId()  # from here on there is something on the screen that the pointer moves over
        window.windowHandle().installEventFilter(self)
        self._use()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at what the pointer does, and take nothing away from anyone."""
        if event.type() in _AWAY:
            self._delay.cancel()
            self._show()
        elif event.type() in _USED or (isinstance(event, QMouseEvent) and self._has_moved(event)):
            self._use()
        return False

    def _has_moved(self, event: QMouseEvent) -> bool:
        """Return whether it lies elsewhere: a page that changes under it tells of a move, too."""
        before, self._place = self._place, event.globalPosition()
        return self._place != before

    def _use(self) -> None:
        self._show()
        self._moved = self._clock.now()
        if not self._delay.waits:
            self._delay.start(STILL, self._look)

    def _look(self) -> None:
        still = self._clock.now() - self._moved
        if still < STILL - _NEARLY:
            self._delay.start(STILL - still, self._look)
        elif QApplication.activePopupWidget() or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._delay.start(STILL, self._look)
        else:
            self._is_hidden = True
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def _show(self) -> None:
        if self._is_hidden:
            self._is_hidden = False
            QGuiApplication.restoreOverrideCursor()
