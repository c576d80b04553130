"""Paint every page, in every theme and at the sizes that matter, to PNG files that a person can look at."""

import argparse
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from tour_library import fill, own_library, wait_for

from reader.app import application, window_for
from reader.model.level import Level
from reader.session.narration import Mark
from reader.session.playback import READING
from reader.store.folders import Folders
from reader.ui.bridge import QtClock
from reader.ui.pictures import PictureView
from reader.ui.window import Window

THEMES = ("paper", "bright", "dusk", "night", "contrast")
SIZES = {
    "desk": (1280, 800, 20),
    "large": (1280, 800, 80),
    "phone": (360, 640, 20),
    "phone-200": (360, 640, 40),
    "small": (320, 480, 20),
}
PAGES = (
    "menu",
    "how much",
    "text and light",
    "voice",
    "ways to listen",
    "which voice",
    "say it like this",
    "save as sound",
    "where to save",
    "open",
    "places",
    "contents",
    "bookmarks",
    "find",
    "around",
    "search",
    "about",
    "your words",
)
"""All that lie over another one but the dark ones; "eyes closed" would begin to speak."""

ARTICLE = "immune-system-changes"


OWN_TEXT = """# A text of one's own

A long sentence, such as one in a letter from a hospital, which says much at once and says it only once, is
easier to take in when each of its clauses begins a line of its own, because the eye then knows where to rest.

![A bed under a window](bed.png)
"""
"""A file with what no bundled article has: a sentence of over 25 words, and a picture."""


def main() -> int:
    """Paint the tour into a folder; `--quick` paints two themes only."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="tour", type=Path)
    parser.add_argument("--quick", action="store_true", help="two themes and no more")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    qt = application(())
    stock = tempfile.TemporaryDirectory()
    fill(Path(stock.name), QtClock(qt))
    for size, theme in itertools.product(SIZES, THEMES[:: 3 if asked.quick else 1]):
        for stops in (_stops, _story, own_library):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
                if stops is own_library:
                    shutil.copytree(stock.name, home, dirs_exist_ok=True)
                window = _window(Path(home), size, theme)
                for name in stops(window, Path(home)):
                    qt.processEvents()
                    window.grab().save(str(asked.folder / f"{size}_{theme}_{name}.png"))
                window.close()
                window.deleteLater()
    print(f"{len(list(asked.folder.glob('*.png')))} pictures are in {asked.folder}.")
    return 0


def _window(home: Path, size: str, theme: str) -> Window:
    """Return a window of a size, in a theme, as it is the very first time."""
    width, height, points = SIZES[size]
    window = window_for(Folders(home / "data", home / "config"))
    window.sessions.preferences.change("theme", theme)
    window.sessions.preferences.change("size", points)
    window.resize(width, height)
    window.show()
    window.begin()
    return window


def _stops(window: Window, home: Path) -> Iterator[str]:
    """Walk through the window and yield the name of each stop."""
    yield from _reading(window)
    yield from _beside_the_words(window)
    yield from _own_text(window, home)
    for page in PAGES:
        window.show(page)
        yield page.replace(" ", "-")
        window.close_open()
    yield from _rest(window)


def _story(window: Window, _home: Path) -> Iterator[str]:
    """Go the way of somebody with little energy, from the first start to the next day."""
    steps = itertools.count(1)
    for name in _first_day(window):
        yield f"story-{next(steps):02}-{name}"
    for name in _next_day(window):
        yield f"story-{next(steps):02}-{name}"


def _first_day(window: Window) -> Iterator[str]:
    reading, notices = window.sessions.reading, window.sessions.notices
    yield "first-start"
    window.run("dimmer")
    yield "dimmer"
    window.run("library")
    yield "library"
    window.run("sentence")
    window.show("menu")
    yield "how-much-at-a-time"
    window.run("escape")
    window.open_text(window.sessions.library.rows()[0].id)
    yield "first-piece"
    window.run("forward")
    yield "one-sentence"
    window.run("words")
    yield "hard-words"
    window.close_open()
    window.run("next")
    start, end = reading.chunk.sentence_spans()[0]
    window.reading.show_mark(Mark((start, end), (start, reading.chunk.text.index(" "))))
    notices.say(READING)
    yield "listening"
    window.reading.show_mark(None)
    notices.clear()
    yield from _rest(window)
    reading.show(next(piece.index for piece in reading.chunks if piece.is_key_point))
    yield "end-of-part"


def _next_day(window: Window) -> Iterator[str]:
    for command in ("forward", "forward", "next", "next", "library"):
        window.run(command)
    yield "coming-back"
    last = window.sessions.library.last()
    assert last is not None
    window.sessions.opening.remind(last)
    yield "reminder"
    window.run("next")
    yield "reminder-ends"
    window.run("next")
    yield "carried-on"


def _own_text(window: Window, home: Path) -> Iterator[str]:
    file, reading = home / "own.md", window.sessions.reading
    file.write_text(OWN_TEXT, encoding="utf-8")
    _picture().save(str(home / "bed.png"))
    window.open_file(file)
    wait_for(lambda: reading.document.id != ARTICLE)
    window.sessions.preferences.change("long_sentences", "clauses")
    yield "reading-clauses"
    window.sessions.preferences.change("long_sentences", "whole")
    reading.show(len(reading.chunks) - 1)
    view = window.reading.findChild(PictureView)
    wait_for(lambda: not view.pixmap().isNull())
    yield "reading-picture"
    window.open_text(ARTICLE)


def _rest(window: Window) -> Iterator[str]:
    resting = window.sessions.resting
    window.show_text()
    window.run("rest")
    yield "rest"
    resting.press()
    yield "rest-first-key"
    resting.end()
    yield "rest-over"


def _picture() -> QImage:
    """Return a bright picture, such as texts from elsewhere bring along."""
    picture = QImage(480, 300, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    for x, colour in enumerate((Qt.GlobalColor.yellow, Qt.GlobalColor.cyan, Qt.GlobalColor.darkBlue)):
        painter.fillRect(60 + 130 * x, 60, 100, 180, colour)
    painter.end()
    return picture


def _reading(window: Window) -> Iterator[str]:
    window.open_text(ARTICLE)
    reading = window.sessions.reading
    turn: dict[str, Callable[[], object]] = {
        "first": lambda: reading.show(0),
        "piece": lambda: reading.open_part(1),
        "key-point": lambda: reading.show(next(c.index for c in reading.chunks if c.is_key_point)),
    }
    for name, act in turn.items():
        act()
        window.sessions.notices.clear()
        yield f"reading-{name}"
    turn["piece"]()
    chunk = reading.chunk
    start, end = chunk.sentence_spans()[0]
    word = chunk.text.index(" ", start + 12) + 1
    window.reading.show_mark(Mark((start, end - 1), (word, chunk.text.index(" ", word))))
    yield "reading-marked"
    window.reading.show_mark(None)
    window.sessions.preferences.change("focus", "sentence")
    window.run("focus on")
    window.sessions.notices.clear()
    yield "reading-focus"
    window.sessions.preferences.change("focus", "off")
    turn["piece"]()
    window.sessions.notices.clear()


def _beside_the_words(window: Window) -> Iterator[str]:
    """Ask for what a piece has beside its words, and keep it by a bookmark."""
    window.run("key points")
    yield "reading-key-points"
    window.run("key points")
    window.sessions.notices.clear()
    window.run("words")
    yield "reading-words"
    window.close_open()
    window.run("where")
    yield "reading-where"
    window.close_open()
    window.run("next")
    window.run("bookmark")
    yield "reading-bookmarked"
    window.run("bookmark")
    window.sessions.preferences.set_level(Level.SENTENCE)
    yield "reading-sentence"
    window.sessions.preferences.set_level(Level.SHORT)


if __name__ == "__main__":
    sys.exit(main())
