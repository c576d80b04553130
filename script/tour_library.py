"""What the tour sees of a library with many texts of one's own, and of what a file alone has."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from reader.formats.shelf import Shelf
from reader.model.document import Kind
from reader.session.texts import Texts
from reader.store.database import opened
from reader.store.folders import Folders
from reader.store.texts import TextStore
from reader.text.notes import notes_in, texts_of
from reader.ui.bridge import QtClock
from reader.ui.line import Line
from reader.ui.list_row import ListRow
from reader.ui.window import Window

LEAFLET = """# Leaflet {number} of the clinic

## About rest

Rest can be lying down without a sound.[^1] Some people rest before they are tired.

| Time | What |
|---|---|
| Morning | A short rest |
| Evening | A long rest, in the dark |

[^1]: This was written for the tour.

"""
"""A file of which there are many: with a note, a table, and as many parts as one likes."""

LEAFLETS, PARTS = 24, 30
"""More than a list shows at once."""


def fill(home: Path, clock: QtClock) -> None:
    """Fill the library of a home with many texts of one's own."""
    folders = Folders(home / "data", home / "config")
    database, _ = opened(folders.database)
    texts = Texts(Shelf(), TextStore(folders.texts, database), clock)
    for number in range(1, LEAFLETS + 1):
        parts = "".join(f"## Day {day}\n\nA quiet day with some rest.\n\n" for day in range(1, PARTS + 1))
        file = home / f"{number}.md"
        file.write_text(LEAFLET.format(number=number) + parts, encoding="utf-8")
        texts.take_in(file)
    database.close()


def own_library(window: Window, _home: Path) -> Iterator[str]:
    """Walk through what is long when a person has opened much, and what a file alone has."""
    library, reading = window.sessions.library, window.sessions.reading
    window.run("library")
    yield "own-library"
    window.open_text(next(row.id for row in library.rows() if row.title.startswith("Leaflet")))
    wait_for(lambda: reading.document.title.startswith("Leaflet") and reading.document.is_whole)
    for page in ("contents", "about"):
        window.show(page)
        yield f"own-{page}"
        window.close_open()
    for page, asked in (("find", "quiet day"), ("search", "long rest")):
        window.show(page)
        _ask(window, asked)
        yield f"own-{page}"
        window.close_open()
    reading.show(next(chunk.index for chunk in reading.chunks if notes_in(chunk, texts_of(reading.document))))
    window.run("words")
    yield "own-note"
    window.close_open()
    reading.show(
        next(chunk.index for chunk in reading.chunks if any(each.kind is Kind.TABLE for each in chunk.slices))
    )
    yield "own-table"


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the window live until a condition holds."""
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _ask(window: Window, words: str) -> None:
    """Type words where the page has its line, press Enter, and wait for what is found."""
    line = next(line for line in window.findChildren(Line) if line.isVisible())
    line.setText(words)
    line.returnPressed.emit()
    wait_for(lambda: any(row.isVisible() for row in window.findChildren(ListRow)))
