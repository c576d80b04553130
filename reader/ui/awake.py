"""Keeping the computer awake while the voice speaks or the text goes on by itself, and only then.

While the voice speaks, what is held off is sleep, not the dark: the screen may go out, which is welcome to
whoever only listens. Whoever reads with free hands presses no key for minutes, and needs the screen.
"""

import contextlib
import ctypes
import subprocess
import sys
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication

from reader.session.hands_free import HandsFree
from reader.session.listening import Listening

_DESKTOPS = frozenset({"xcb", "wayland", "windows", "cocoa"})
"""Platforms by Qt's names. Where there is no screen, nobody expects us to keep anything awake."""

_PATIENCE = 0.1
"""Seconds the program may take to end; it takes some thousandths, and the voice is silent by then."""

_CONTINUOUS, _SYSTEM_REQUIRED, _DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2  # Windows: ES_CONTINUOUS and so on


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept on, in the words of each system."""

    linux: str
    mac: str
    windows: int

    def program(self) -> tuple[str, ...]:
        """Return a program that keeps it on as long as the one it runs; `cat` ends with us, however we end.

        The desktops' own interfaces want unsigned numbers that PySide6 cannot send. Closing the lid still
        works.
        """
        programs = {
            "linux": (
                "systemd-inhibit",
                f"--what={self.linux}",
                "--who=Gentle Reader",
                "--why=Reading",
                "cat",
            ),
            "darwin": ("caffeinate", self.mac, "cat"),
        }
        return programs.get(sys.platform, ("",))


_COMPUTER = _Kept("sleep", "-i", _SYSTEM_REQUIRED)
_SCREEN = _Kept("idle:sleep", "-di", _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)


class Awake:
    """Holds the computer awake from the first word to the pause, and the screen while hands are free."""

    def __init__(self, listening: Listening, hands_free: HandsFree) -> None:
        self._listening = listening
        self._hands_free = hands_free
        self._holding: subprocess.Popen[bytes] | None = None
        self._kept: _Kept | None = None
        if QGuiApplication.platformName() in _DESKTOPS:
            listening.changed.connect(self._follow)
            hands_free.changed.connect(self._follow)

    def _follow(self) -> None:
        kept = _SCREEN if self._hands_free.on else _COMPUTER if self._listening.speaking else None
        if kept == self._kept:
            return
        self._kept = kept
        if sys.platform == "win32":
            flags = _CONTINUOUS | (kept.windows if kept else 0)
            ctypes.windll.kernel32.SetThreadExecutionState(flags)
            return
        self._let_go()
        if kept:
            self._hold(kept)

    def _hold(self, kept: _Kept) -> None:
        """Start the program that keeps awake; where there is none, the computer sleeps when it wishes."""
        with contextlib.suppress(OSError):
            self._holding = subprocess.Popen(
                kept.program(),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def _let_go(self) -> None:
        held, self._holding = self._holding, None
        if held is None or held.stdin is None:
            return
        held.stdin.close()
        try:
            held.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            held.kill()
            held.wait()
