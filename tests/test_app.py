"""The window starts, with a text or without one, checks itself, and outlives a fault in a corner of it."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from reader.app import prepared
from reader.ground.beside import InThread

ROOT = Path(__file__).parents[1]

START = """
import sys
from PySide6.QtCore import QTimer
from reader import app

real = app.window_for

def watched(folders):
    window = real(folders)
    timer = QTimer(window)
    def look():
        {look}
        timer.stop()
        print(window.page, "|", window.sessions.reading.document.title, "|", window.sessions.notices.text)
        window.close()
    timer.timeout.connect(look)
    timer.start(20)
    {also}
    return window

app.window_for = watched
sys.exit(app.main(sys.argv[1:]))
"""
"""Starts the app as a person would, says what the window shows once it is as wanted, and closes it."""


def started(*arguments: str, look: str = "pass", also: str = "pass") -> subprocess.CompletedProcess[str]:
    """Start the app in a process of its own, until `look` does not return early."""
    return subprocess.run(
        [sys.executable, "-c", START.format(look=look, also=also), *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )


def shown(ended: subprocess.CompletedProcess[str]) -> list[str]:
    """Return page, title and quiet line."""
    assert ended.returncode == 0, ended.stderr
    return [words.strip() for words in ended.stdout.split("|")]


def test_without_a_name_the_first_page_is_shown_and_after_that_the_library() -> None:
    assert shown(started())[:2] == ["comfort", ""]
    assert shown(started())[:2] == ["library", ""]


def test_an_article_is_opened_by_its_id() -> None:
    assert shown(started("immune-system-changes"))[:2] == ["reading", "Immune system changes in ME/CFS"]


def test_a_file_is_opened_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "letter.md"
    file.write_text("# A letter\n\nHello there.\n", encoding="utf-8")
    ended = started(str(file), look="if window.page != 'reading': return")
    assert shown(ended)[:2] == ["reading", "A letter"]


def test_a_fault_is_written_down_and_the_window_lives_on() -> None:
    ended = started(
        look="if not window.sessions.notices.message: return",
        also="QTimer.singleShot(0, lambda: [][1])",
    )
    _, _, quiet = shown(ended)
    assert quiet == "Something went wrong. Your place is safe. You can go on reading."
    assert "IndexError" in ended.stderr


def test_the_check_opens_everything_and_leaves_no_trace(home: Path) -> None:
    ended = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr
    assert list(home.rglob("*.sqlite3")) == []


def test_the_app_has_its_name_and_its_letters(open_window: Callable[..., Any], qapp: QApplication) -> None:
    window = open_window()
    assert QCoreApplication.applicationName() == "Gentle Reader"
    assert qapp.desktopFileName() == "gentle-reader"
    assert not qapp.windowIcon().isNull()
    assert window.windowTitle() == "Gentle Reader"
    assert window.font().family() == "Atkinson Hyperlegible"


def test_a_slow_file_arrives_while_the_window_stays_usable(
    open_window: Callable[..., Any], qtbot: Any, tmp_path: Path
) -> None:
    file = tmp_path / "letter.md"
    file.write_text("# A letter\n\nHello there.\n", encoding="utf-8")
    window = open_window()
    window.open_file(file)
    assert window.page == "library", "it is opened beside the page"
    qtbot.waitUntil(lambda: window.page == "reading", timeout=20_000)
    assert window.reading.view.toPlainText() == "Hello there."


class Painted(QObject):
    """Writes down when a widget is painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._told.append("painted")
        return False


def test_work_beside_the_page_begins_when_the_page_is_painted(
    open_window: Callable[..., Any], qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    begun = InThread._hand_on

    def begin(beside: InThread, work: Callable[[], object]) -> None:
        told.append("begun")
        begun(beside, work)

    window = open_window()
    monkeypatch.setattr(InThread, "_hand_on", begin)
    painted = Painted(told)
    window.reading.view.viewport().installEventFilter(painted)
    window.open_text("immune-system-changes")
    qtbot.waitUntil(lambda: "begun" in told)
    assert told[0] == "painted"


def test_the_voice_is_made_ready_once_the_first_page_is_shown() -> None:
    ready = "if window.sessions.voices._voice._natural.pid is None: return"
    assert shown(started(look=ready))[::2] == ["comfort", ""]


def test_a_voice_that_stands_in_for_another_is_told_in_the_quiet_line(
    open_window: Callable[..., Any],
) -> None:
    window = open_window()
    assert window.sessions.voices._voice._natural.pid is None, "nothing is started before it is asked for"
    window.sessions.voices._voice.replaced.emit("Another voice reads.")
    assert window.sessions.notices.text == "Another voice reads."


@pytest.mark.parametrize("closes", ["before", "after"])
def test_a_window_that_closes_while_a_file_is_opened_closes_in_peace(
    open_window: Callable[..., Any], qtbot: Any, qapp: QApplication, tmp_path: Path, closes: str
) -> None:
    file = tmp_path / "letter.md"
    file.write_text("# A letter\n\nHello there.\n", encoding="utf-8")
    window = open_window()
    window.open_file(file)
    if closes == "after":
        qtbot.waitUntil(lambda: window.page == "reading", timeout=20_000)
    window.close()
    qapp.processEvents()


def test_what_nobody_needs_is_looked_for_while_the_person_is_elsewhere(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To go through all that a book is made of takes a tenth of a second, in which no page turns."""
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)
    done: list[None] = []
    monkeypatch.setattr(gc, "collect", lambda: done.append(None))
    prepared(qapp)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not done
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert done
