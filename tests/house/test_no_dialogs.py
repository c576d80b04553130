"""Nothing opens a window that is not in our light: no dialog of the system, and no bubble over the words."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
BRIGHT = ("Dialog", "QMessageBox", "QErrorMessage", "QWizard", "QToolTip", "QSplashScreen", "QSystemTrayIcon")


def test_no_window_of_qt_is_used():
    found = [
        f"{path.name}: {alias.name}"
        for path in (ROOT / "reader").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6")
        for alias in node.names
        if alias.name.endswith(BRIGHT)
    ]
    assert found == []


def test_no_control_has_a_bubble():
    found = [path.name for path in (ROOT / "reader").rglob("*.py") if "setToolTip" in path.read_text("utf-8")]
    assert found == []
