"""Media keys and headset buttons, also while another window has the keyboard."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.session.command import Sessions
from reader.ui.page import Run

_WITH_MPRIS = frozenset({"xcb", "wayland"})
"""Platforms by Qt's names whose desktops send the media keys that way."""


class MediaKeys:
    """Offers the voice to the desktop as a player from its first word on: until then the keys are others'.

    With eyes closed a media key does what it does there. Where the desktop knows no MPRIS, the keys reach
    the window like any other.
    """

    def __init__(self, sessions: Sessions, run: Run, window: QWidget) -> None:
        self._sessions = sessions
        self._run = run
        self._window = window
        self._tell: Callable[[], object] | None = None
        self._known = ("", ("", ""))
        self._tried = QGuiApplication.platformName() not in _WITH_MPRIS
        sessions.listening.changed.connect(self._follow)
        sessions.reading.turned.connect(self._follow)

    def toggle(self) -> None:
        """Play, or pause."""
        self._press("listen")

    def play(self) -> None:
        """Play, if it does not."""
        if not self._sessions.listening.speaking:
            self._press("listen")

    def pause(self) -> None:
        """Pause, also an answer."""
        self._sessions.sleep_timer.wake()
        self._sessions.eyes_closed.pause()

    def stop(self) -> None:
        """Stop, also an answer."""
        self._press("stop")

    def step(self, forward: bool) -> None:
        """Go a sentence forward or back; while all is silent, there is none."""
        if self._sessions.listening.active or self._sessions.eyes_closed.on:
            self._press("forward" if forward else "back")

    def show_window(self) -> None:
        """Bring the window to the front."""
        self._window.raise_()
        self._window.activateWindow()

    @property
    def status(self) -> str:
        """Return what the voice is doing, in the words of MPRIS."""
        listening = self._sessions.listening
        return "Playing" if listening.speaking else "Paused" if listening.active else "Stopped"

    @property
    def titles(self) -> tuple[str, str]:
        """Return the title of the text and the part, empty while none is open."""
        reading = self._sessions.reading
        return (reading.document.title, reading.where()) if reading.chunks else ("", "")

    def _press(self, name: str) -> None:
        if self._sessions.resting.on:
            self._sessions.resting.press()
        elif self._sessions.eyes_closed.on:
            self._sessions.sleep_timer.wake()
            self._sessions.eyes_closed.press(name)
        else:
            self._run(name)

    def _follow(self) -> None:
        if not self._tried and self._sessions.listening.speaking:
            self._tried = True
            self._tell = self._announce()
        known = (self.status, self.titles)
        if self._tell and known != self._known:
            self._known = known
            self._tell()

    def _announce(self) -> Callable[[], object] | None:
        try:
            from reader.ui.mpris import announced  # noqa: PLC0415  (not on every system, and not at the start)
        except ImportError:
            return None  # without Qt's D-Bus library the keys reach the window only
        return announced(self, self._window)
