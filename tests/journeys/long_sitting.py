"""A very long sitting in one window: pieces, marks, words, pages, themes and sizes, thousands of times.

Started with a home folder and a number of rounds. At the end it writes, as JSON, how many calls it made, and
what it weighed after the first third and at the end: memory in MB, and Qt's objects.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from reader.app import prepared, window_for
from reader.session.narration import Mark
from reader.store.folders import Folders
from reader.ui.window import Window

MARKS = 22
"""Words marked on each piece."""
OFTEN, SELDOM = 6, 25
"""Every so many rounds the popover opens, and light and letters change."""
PAGES = ("menu", "places", "contents", "bookmarks", "find", "around", "text and light")


class Sitting:
    """One who never tires."""

    def __init__(self, qt: QApplication, window: Window) -> None:
        self.calls = 0
        self._qt = qt
        self._window = window
        self._do = window.sessions

    def round(self, number: int) -> None:
        """Turn a piece, hear some of its words, and now and then do something else."""
        self._turn(number)
        self._hear()
        if number % OFTEN == 0:
            for command in ("words", "words", "where", "escape", "bookmark", "undo"):
                self._count(lambda command=command: self._window.run(command))  # type: ignore[misc]
        if number % SELDOM == 0:
            self._change(number // SELDOM)
        self._qt.processEvents()

    def _turn(self, number: int) -> None:
        reading = self._do.reading
        if reading.ends_text:
            texts = self._do.library.rows()
            self._count(lambda: self._window.open_text(texts[number % len(texts)].id))
        self._count(self._window.forward)

    def _hear(self) -> None:
        chunk = self._do.reading.chunk
        if chunk.text:
            start, end = 0, len(chunk.text)  # the rows of a table are short
            for word in range(start, min(end - 4, start + 4 * MARKS), 4):
                mark = Mark((start, end), (word, word + 4))
                self._count(lambda mark=mark: self._window.reading.show_mark(mark))  # type: ignore[misc]
        self._qt.processEvents()
        self._count(lambda: self._window.reading.show_mark(None))

    def _change(self, number: int) -> None:
        preferences = self._do.preferences
        themes = ("paper", "night", "dusk", "bright", "contrast")
        self._count(lambda: preferences.change("theme", themes[number % len(themes)]))
        self._count(lambda: preferences.change("size", 14 + number * 2 % 30))
        self._count(lambda: self._window.run(("sentence", "short", "longer")[number % 3]))
        page = PAGES[number % len(PAGES)]
        self._count(lambda: self._window.run(page))
        self._qt.processEvents()
        self._count(lambda: self._window.run("back out"))

    def _count(self, call: Callable[[], object]) -> None:
        call()
        self.calls += 1


def weight(qt: QApplication, window: Window) -> dict[str, float]:
    """Return the memory in use, in MB, and how many Qt objects there are."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QPixmapCache.clear()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return {
        "memory": pages * 4096 / 1_000_000,
        "objects": len(qt.findChildren(QObject)) + len(window.findChildren(QObject)),
    }


def main(home: Path, rounds: int) -> int:
    """Sit through all rounds and tell the weights; in the event loop, as a person does."""
    qt = prepared(QApplication([]))
    window = window_for(Folders(home / "data", home / "config"))
    window.show()
    window.begin()
    window.open_text(window.sessions.library.rows()[0].id)
    sitting = Sitting(qt, window)
    told: dict[str, Any] = {}
    numbers = iter(range(rounds))

    def go_on() -> None:
        number = next(numbers, None)
        if number is None:
            window.close()
            return
        sitting.round(number)
        if number in (rounds // 3, rounds - 1):
            told["early" if number < rounds - 1 else "late"] = weight(qt, window)
        QTimer.singleShot(0, go_on)

    QTimer.singleShot(0, go_on)
    ended = qt.exec()
    sys.stdout.write(json.dumps(told | {"calls": sitting.calls}) + "\n")
    return ended


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
