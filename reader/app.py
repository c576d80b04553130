"""The window's start: joins what lies below the screen to what lies on it."""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader.assembly.assembling import assemble
from reader.ground import bundled
from reader.ground.beside import InThread
from reader.session.command import Sessions
from reader.speech.engines import voices_for
from reader.store.folders import Folders
from reader.ui.bridge import Bridge, QtClock
from reader.ui.loudspeaker import Loudspeaker
from reader.ui.pointer import Pointer
from reader.ui.screen import has_screen
from reader.ui.theme import load_fonts
from reader.ui.window import Window

__all__ = ["application", "check", "has_screen", "main", "prepared", "window_for"]

_UNEXPECTED = "Something went wrong. Your place is safe. You can go on reading."
_ROOM = 0.92
"""How much of a small screen the window takes."""
_TURN = 0.0002
"""Seconds after which work beside the page gives way to it: at the usual 0.005 a turn of the page is felt."""
_TIDYING = (10_000, 20, 100_000)
"""After how many new things, and rounds, Python looks for what nobody needs; hardly ever through a book,
for which every thread stands still for a tenth of a second.
"""
_FIRST_LOOK = 1000
"""Milliseconds in which the first page has the computer for itself, before the voice is made ready."""


def main(arguments: Sequence[str]) -> int:
    """Open the window, with the files or the text of that id if any were named; return the exit code."""
    qt = application(arguments)
    window = window_for(Folders.of_person())
    sys.excepthook = _Faults(window.sessions)
    window.show()
    # Without a window manager nobody else would give it the keyboard.
    window.activateWindow()
    window.begin(*arguments)
    QTimer.singleShot(_FIRST_LOOK, window, window.sessions.voices.warm)
    QTimer.singleShot(_FIRST_LOOK, window, window.sessions.listening.warm)
    QTimer.singleShot(_FIRST_LOOK, window, window.sessions.pronouncing.warm)
    QTimer.singleShot(_FIRST_LOOK, window, window.sessions.search.warm)
    return qt.exec()


def check() -> int:
    """Start without a screen, open every bundled text in the window, and return 0 when all went well."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = application(())
    with tempfile.TemporaryDirectory() as nobody:
        _look_through(qt, window_for(Folders(Path(nobody) / "data", Path(nobody) / "config")))
    return 0


def _look_through(qt: QApplication, window: Window) -> None:
    window.show()
    window.begin()
    for entry in window.sessions.library.rows():
        window.open_text(entry.id)
        window.forward()
    qt.processEvents()
    window.close()


def application(arguments: Sequence[str]) -> QApplication:
    """Return Qt's application; raises RuntimeError if there is one already."""
    return prepared(QApplication([sys.argv[0], *arguments]))


def prepared(qt: QApplication) -> QApplication:
    """Return Qt's application with our name, style and letters."""
    sys.setswitchinterval(_TURN)
    gc.set_threshold(*_TIDYING)
    qt.applicationStateChanged.connect(_tidy)
    QCoreApplication.setApplicationName("Gentle Reader")
    qt.setDesktopFileName("gentle-reader")
    qt.setWindowIcon(QIcon(str(bundled.root() / "icons" / "gentle-reader.svg")))
    qt.setStyle("Fusion")
    qt.setCursorFlashTime(0)  # a caret that blinks is motion (R18)
    qt.setEffectEnabled(Qt.UIEffect.UI_General, False)  # nor may a menu slide or fade
    qt.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)  # the system's may be bright
    load_fonts()
    return qt


def _tidy(state: Qt.ApplicationState) -> None:
    """Let go of what nobody needs while the person is elsewhere."""
    if state is not Qt.ApplicationState.ApplicationActive:
        gc.collect()


def window_for(folders: Folders) -> Window:
    """Return the window on what is kept in these folders, not shown yet."""
    qt = QCoreApplication.instance()
    assert qt is not None
    bridge = Bridge(qt)
    clock = QtClock(qt)
    voice = voices_for(folders.voices, bridge.post, clock)
    # What is to be done beside the page begins when the page is painted: two at a time would hold it up.
    beside = InThread(bridge.post, partial(clock.later, 0))
    sessions = assemble(folders, clock, voice, Loudspeaker(qt, clock), beside)
    voice.replaced.connect(sessions.notices.say)
    window = Window(sessions)
    room = QApplication.primaryScreen().availableSize()
    window.resize(min(1180, int(room.width() * _ROOM)), min(800, int(room.height() * _ROOM)))
    Pointer(window, clock)
    return window


class _Faults:
    """Takes what nobody caught, so that a fault in one corner does not end the reading."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the fault down for whoever can mend it, and say one calm sentence."""
        logging.getLogger("reader").error("Not caught", exc_info=(kind, error, trace))
        self._sessions.notices.say(_UNEXPECTED)
