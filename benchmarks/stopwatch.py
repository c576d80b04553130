"""How long anything holds the window's thread."""

import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

T = TypeVar("T")


class Stopwatch(QApplication):
    """Notes how long each event holds the window's thread, and how long that one works at it.

    On a computer that is busy with other things an event takes longer than it works, by waiting for its turn.
    """

    longest = busiest = 0.0
    """Seconds of the event that took the longest, and of the one that worked the most."""

    def begin(self) -> None:
        """Forget what was before."""
        self.longest = self.busiest = 0.0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Hand an event on."""
        return self.timed(partial(super().notify, receiver, event))

    def timed(self, call: Callable[[], T]) -> T:
        """Make a call as if it were an event."""
        begun, worked = time.perf_counter(), time.thread_time()
        try:
            return call()
        finally:
            self.longest = max(self.longest, time.perf_counter() - begun)
            self.busiest = max(self.busiest, time.thread_time() - worked)
