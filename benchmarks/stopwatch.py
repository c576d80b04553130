"""How long anything holds the window's thread."""

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication


class Stopwatch(QApplication):
    """Notes how long each event holds the window's thread."""

    longest = 0.0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Hand an event on."""
        begun = time.perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            self.longest = max(self.longest, time.perf_counter() - begun)
