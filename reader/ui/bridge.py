"""Where other threads and Qt's timers enter the window's thread."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from reader.ground.clock import Timer


class Bridge(QObject):
    """Runs calls from any thread on the thread that made the bridge."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], object]) -> None:
        """Have a call made soon, in the order of posting."""
        self._posted.emit(call)

    @Slot(object)
    def _run(self, call: Callable[[], object]) -> None:
        call()


class _QtTimer:
    """A call that is due later; Qt's timer goes with it, whether it is made or cancelled."""

    def __init__(self, timer: QTimer) -> None:
        self._timer: QTimer | None = timer

    def cancel(self) -> None:
        """Forget the call; harmless when it has been made already."""
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None


class QtClock:
    """The clock of a process with a window."""

    def __init__(self, parent: QObject) -> None:
        self._parent = parent

    def now(self) -> float:
        """Return seconds that only grow."""
        return time.monotonic()

    def today(self) -> float:
        """Return seconds since 1970."""
        return time.time()

    def later(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Call once after so many seconds, on this thread."""
        timer = QTimer(self._parent)
        timer.setSingleShot(True)
        # Qt's usual timers may be off by a twentieth: of a long pause between sentences, that is heard.
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        made = _QtTimer(timer)

        def due() -> None:
            made.cancel()
            call()

        timer.timeout.connect(due)
        timer.start(round(seconds * 1000))
        return made
