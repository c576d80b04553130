"""How a book of 200,000 words is read against a short article: `python benchmarks/large.py`, all in one run.

Both are made up here, in chapters, as a file of each kind: the book is measured against an article of 1,500
words of the same kind. The rows, for each kind:

- longest event: the longest that one event, or turn, held the window's thread from opening the book until it
  was whole, and the longest that one worked there; on a computer with nothing else to do they are alike;
- memory: by how much the window's process has grown by the book, against the bytes of its text, once it is
  kept, weighed and can be searched, and more pieces were turned than are held;
- turn: showing and painting the next piece, late in the book, while it comes in or is weighed, against early;
- level: Ctrl+1 and Ctrl+2 late in the book, against the article;
- second opening: from the key to the painted piece, late in the book, against the article; both are kept;
- language: the longest that the window's thread worked while the language of the whole book was mended;
- first piece: from the file to the first piece, the child's start included, against that of the article, and
  against the whole of the book.

Times are medians; the ratios are what holds on another machine. `python benchmarks/large.py .epub` measures
one kind alone.
"""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from made_up import KINDS, write
from stopwatch import Stopwatch

from reader.app import prepared, window_for
from reader.formats import opening
from reader.store.folders import Folders
from reader.text.chunks import KEPT
from reader.ui.window import Window

WORDS, ARTICLE = 200_000, 1_500
RUNS = 5
TURNS = 100

REST = 0.2
"""Seconds; to wait for events in them takes less than a twentieth."""


def arrivals(path: Path) -> tuple[float, float]:
    """Return the seconds until something of a file can be shown, and until all of it can."""
    begun = time.perf_counter()
    at = [time.perf_counter() - begun for _ in opening.arriving(path)]
    return at[0], at[-1]


def medians(path: Path) -> tuple[float, float]:
    """Return the medians of both."""
    firsts, wholes = zip(*(arrivals(path) for _ in range(RUNS)), strict=True)
    return statistics.median(firsts), statistics.median(wholes)


def memory() -> int:
    """Return the bytes of memory that are this process's own, and no file's."""
    gc.collect()
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Anonymous:"))


def seconds(call: Callable[[], object], times: int = 1) -> float:
    """Return the median seconds of a call and the painting after it."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        Stopwatch.processEvents()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def wait_a_moment() -> None:
    """Let other threads work, as a window does that has nothing to do."""
    time.sleep(0.001)


def rest() -> None:
    """Wait until nothing is at work any more, as before a person wants another text."""
    worked = REST
    while worked > REST / 20:
        begun, before = time.perf_counter(), time.process_time()
        while time.perf_counter() - begun < REST:
            seconds(wait_a_moment)
        worked = time.process_time() - before


def until(done: Callable[[], bool], call: Callable[[], object] = wait_a_moment) -> Iterator[float]:
    """Yield the seconds of each call, and the events after it, until something is so."""
    while not done():
        yield seconds(call)


def tell(name: str, value: float, least: float, words: str) -> None:
    """Print two times in milliseconds, and their ratio."""
    print(f"{name}: {value * 1000:.1f} ms, {words} {least * 1000:.1f} ms, ratio {value / least:.2f}")


def tell_longest(name: str, qt: Stopwatch) -> None:
    """Print how long the window's thread was held, and worked."""
    print(f"{name}: held {qt.longest * 1000:.1f} ms, worked {qt.busiest * 1000:.1f} ms")


class Desk:
    """A window with texts that are opened in it."""

    def __init__(self, window: Window, qt: Stopwatch) -> None:
        self.window, self.qt = window, qt
        self.reading = window.sessions.reading

    def open(self, path: Path) -> list[float]:
        """Open a file; return the seconds of each turn from its first piece until it is whole."""
        before = self.reading.document.id
        self.window.open_file(path)
        list(until(lambda: self.reading.document.id != before))
        return list(until(lambda: not self.reading.is_arriving, lambda: self.qt.timed(self.window.forward)))

    def settle(self) -> list[float]:
        """Return the seconds of each turn until the open text is kept, weighed and can be searched."""
        sessions, id_ = self.window.sessions, self.reading.document.id

        def is_settled() -> bool:
            is_kept = sessions.details.of(id_) is not None
            return is_kept and sessions.weighing.part(0) is not None and not sessions.search.is_gathering

        return list(until(is_settled, self.window.back))

    def change_level(self) -> float:
        """Return the median seconds of going from one level to another."""
        return statistics.median(
            seconds(partial(self.window.run, name)) for name in ("sentence", "short") * 3
        )

    def reopen(self, *paths: Path) -> list[float]:
        """Return the median seconds of opening each of some texts that are kept, one after the other."""

        def reopened(path: Path) -> float:
            rest()
            return seconds(partial(self.open, path))

        rounds = [[reopened(path) for path in paths] for _ in range(RUNS)]
        return [statistics.median(times) for times in zip(*rounds, strict=True)]

    def mend_language(self) -> None:
        """Say that the open text is in another language, and wait until it is cut for that."""
        document = self.reading.document
        self.qt.timed(lambda: self.window.sessions.details.mend(document.id, language="de"))
        list(until(lambda: self.reading.document.language == "de"))


def look_at(desk: Desk, book: Path, article: Path) -> None:
    """Open the article, then the book, and print what it costs to read it."""
    reading, qt = desk.reading, desk.qt
    desk.open(article)
    desk.settle()
    short = desk.change_level()
    before = memory()
    qt.begin()
    coming = desk.open(book)
    tell_longest("longest event while the book comes in", qt)
    weighed = desk.settle()
    reading.show(10)
    early = seconds(desk.window.forward, KEPT + TURNS)
    grown, text = memory() - before, sum(len(block.text.encode()) for block in reading.document.blocks)
    print(f"memory: {grown / 1e6:.1f} MB for {text / 1e6:.1f} MB of text, ratio {grown / text:.1f}")
    reading.show(len(reading.chunks) - 2 * TURNS)
    late = seconds(desk.window.forward, TURNS)
    tell("turn late in the book", late, early, "early")
    tell("turn while it comes in", statistics.median(coming), early, "early")
    tell("turn while it is weighed", statistics.median(weighed), early, "early")
    tell("level in the book", desk.change_level(), short, "in the article")
    again = desk.reopen(article, book)
    tell("second opening of the book", again[1], again[0], "of the article")
    qt.begin()
    desk.mend_language()
    tell_longest("longest event while its language is mended", qt)


def measure(ending: str) -> None:
    """Print the figures of one kind of file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = Stopwatch([])
    prepared(qt)
    with tempfile.TemporaryDirectory() as folder:
        book, article = (
            write(Path(folder, name + ending), words)
            for name, words in (("book", WORDS), ("article", ARTICLE))
        )
        print(f"{ending[1:]}, {WORDS:,} words")
        window = window_for(Folders(Path(folder, "data"), Path(folder, "config")))
        window.show()
        window.begin()
        look_at(Desk(window, qt), book, article)
        window.close()
        first, whole = medians(book)
        tell("first piece of the book", first, medians(article)[0], "of the article")
        tell("first piece of the book", first, whole, "the whole")


def main() -> None:
    """Print the figures of each kind of file, in a process of its own: its memory counts."""
    if sys.argv[1:]:
        measure(sys.argv[1])
        return
    for ending in KINDS:
        subprocess.run([sys.executable, __file__, ending], check=True)


if __name__ == "__main__":
    main()
