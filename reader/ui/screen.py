"""Is there a screen? Qt ends a process that has none, so a child tries first."""

import os
import subprocess
import sys

from PySide6.QtGui import QGuiApplication

_WITHOUT_SCREEN = frozenset({"offscreen", "minimal", "vnc"})
_PATIENCE = 30.0
"""Seconds a screen may take to answer, such as one far away."""


def has_screen() -> bool:
    """Return whether Qt can open a window here."""
    if os.environ.get("QT_QPA_PLATFORM") in _WITHOUT_SCREEN:
        return True
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "reader"]
    try:
        tried = subprocess.run(
            [*start, "--worker", "screen"],
            cwd=None if getattr(sys, "frozen", False) else _package_folder(),
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return False
    return tried.returncode == 0


def try_screen() -> None:
    """Open a screen, or end this process: the child's whole work."""
    QGuiApplication([])


def _package_folder() -> str:
    # Started from the folder that holds the package, Python finds it, whatever folder the person is in.
    return os.fspath(__file__).rsplit(f"{os.sep}reader{os.sep}", 1)[0]
