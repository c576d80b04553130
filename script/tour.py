"""Paint every page, in every theme and at the sizes that matter, to PNG files that a person can look at."""

import argparse
import itertools
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reader.app import application, window_for
from reader.model.level import Level
from reader.session.narration import Mark
from reader.store.folders import Folders
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
)
"""All that lie over another one but the dark ones; "eyes closed" would begin to speak."""

ARTICLE = "immune-system-changes"


def main() -> int:
    """Paint the tour into a folder; `--quick` paints two themes only."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="tour", type=Path)
    parser.add_argument("--quick", action="store_true", help="two themes and no more")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        qt = application(())
        window = window_for(Folders(Path(home) / "data", Path(home) / "config"))
        window.show()
        window.begin()
        themes = ("paper", "night") if asked.quick else THEMES
        for (size, (width, height, points)), theme in itertools.product(SIZES.items(), themes):
            window.sessions.preferences.change("theme", theme)
            window.sessions.preferences.change("size", points)
            window.resize(width, height)
            for name in _stops(window):
                qt.processEvents()
                window.grab().save(str(asked.folder / f"{size}_{theme}_{name}.png"))
        window.close()
    print(f"{len(list(asked.folder.glob('*.png')))} pictures are in {asked.folder}.")
    return 0


def _stops(window: Window) -> Iterator[str]:
    """Walk through the window and yield the name of each stop."""
    yield from _library(window)
    yield from _reading(window)
    for page in PAGES:
        window.show(page)
        yield page.replace(" ", "-")
        window.close_open()
    yield from _rest(window)


def _library(window: Window) -> Iterator[str]:
    window.show("library") if window.page != "library" else None
    yield "library"


def _rest(window: Window) -> Iterator[str]:
    resting = window.sessions.resting
    window.show_text()
    window.run("rest")
    yield "rest"
    resting.press()
    yield "rest-first-key"
    resting.end()
    yield "rest-over"


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
