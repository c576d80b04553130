"""Is there a screen? Qt ends a process that has none, so a child tries first."""

import os
import subprocess

from PySide6.QtGui import QGuiApplication

from reader.ground.children import worker, worker_folder

_WITHOUT_SCREEN = frozenset({"offscreen", "minimal", "vnc"})
_PATIENCE = 30.0
"""Seconds a screen may take to answer, such as one far away."""


def has_screen() -> bool:
    """Return whether Qt can open a window here."""
    if os.environ.get("QT_QPA_PLATFORM") in _WITHOUT_SCREEN:
        return True
    try:
        tried = subprocess.run(
            worker("screen"),
            cwd=worker_folder(),
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
