"""Is a screen reader running? Qt knows only that some program asked, which may be a password keeper."""

import ctypes
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication

_ASKED_FOR = "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"
_PATIENCE = 200
"""Milliseconds the desktop may take to answer."""


class ScreenReader(QObject):
    """Tells when a screen reader has come or gone, each time the window comes to the front."""

    def __init__(self, changed: Callable[[bool], object], parent: QObject) -> None:
        # As a child it is disconnected from the application when its parent goes.
        super().__init__(parent)
        self._changed = changed
        self._runs = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._look)
        self._look(Qt.ApplicationState.ApplicationActive)

    def _look(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and is_running() != self._runs:
            self._runs = not self._runs
            self._changed(self._runs)


def is_running() -> bool:
    """Return whether a screen reader runs, as well as the system can tell."""
    if sys.platform == "win32":
        flag = ctypes.c_int()
        ctypes.windll.user32.SystemParametersInfoW(0x0046, 0, ctypes.byref(flag), 0)  # SPI_GETSCREENREADER
        return bool(flag.value)
    if QGuiApplication.platformName() in {"xcb", "wayland"}:
        return os.environ.get(_ASKED_FOR) == "1" or _desktop_says_so()
    return QGuiApplication.platformName() == "cocoa" and QAccessible.isActive()


def _desktop_says_so() -> bool:
    from PySide6.QtDBus import QDBusConnection, QDBusInterface  # noqa: PLC0415  (not on every system)

    status = QDBusInterface("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status", QDBusConnection.sessionBus())
    status.setTimeout(_PATIENCE)
    return bool(status.property("ScreenReaderEnabled"))
