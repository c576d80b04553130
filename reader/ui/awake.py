"""Keeping the computer awake while the voice speaks, and only then.

What is held off is sleep, not the dark: the screen may go out, which is welcome to whoever only listens.
"""

import contextlib
import ctypes
import subprocess
import sys

from PySide6.QtGui import QGuiApplication

from reader.session.listening import Listening

_DESKTOPS = frozenset({"xcb", "wayland", "windows", "cocoa"})
"""Platforms by Qt's names. Where there is no screen, nobody expects us to keep anything awake."""

_REASON = "Reading aloud"
_COMMANDS = {
    # "sleep" and not "idle": the screen may still lock and go dark, and closing the lid still works.
    # The desktop's own interfaces keep the screen lit, or want unsigned numbers that PySide6 cannot send.
    "linux": ("systemd-inhibit", "--what=sleep", "--who=Gentle Reader", f"--why={_REASON}", "cat"),
    "darwin": ("caffeinate", "-i", "cat"),
}
"""Programs that keep the system awake as long as the one they run. `cat` ends with us, however we end."""

_PATIENCE = 0.1
"""Seconds the program may take to end; it takes some thousandths, and the voice is silent by then."""

_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001  # ES_CONTINUOUS, ES_SYSTEM_REQUIRED


class Awake:
    """Holds the computer awake from the first word to the pause, the stop or the end."""

    def __init__(self, listening: Listening) -> None:
        self._listening = listening
        self._holding: subprocess.Popen[bytes] | None = None
        self._speaking = False
        if QGuiApplication.platformName() in _DESKTOPS:
            listening.changed.connect(self._follow)

    def _follow(self) -> None:
        speaking = self._listening.speaking
        if speaking == self._speaking:
            return
        self._speaking = speaking
        if sys.platform == "win32":
            flags = _CONTINUOUS | _SYSTEM_REQUIRED if speaking else _CONTINUOUS
            ctypes.windll.kernel32.SetThreadExecutionState(flags)
        elif speaking:
            self._hold()
        else:
            self._let_go()

    def _hold(self) -> None:
        """Start the program that keeps awake; where there is none, the computer sleeps when it wishes."""
        with contextlib.suppress(OSError):
            self._holding = subprocess.Popen(
                _COMMANDS.get(sys.platform, ("",)),
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
