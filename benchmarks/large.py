"""How a book of 200,000 words is read against a short article: `python benchmarks/large.py`, all in one run.

The book is made of the sentences of the bundled articles, in chapters, as Markdown and as plain text.

- first: seconds from the file to the first piece, the child's start included, against those of an article
  of 1,500 words, and against those to the whole book;
- turn: showing and painting the next piece, early and late in the book, while it comes in or is weighed;
- level: Ctrl+1 and Ctrl+2 late in the book, and in the article;
- longest: the longest that one event held the window's thread, from opening the book until it was whole;
- memory: how much the window's process has grown by the book, against the bytes of its text.

Times are medians; the ratios are what holds on another machine.
"""

import gc
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from stopwatch import Stopwatch

from reader.app import prepared, window_for
from reader.formats import opening
from reader.ground import bundled
from reader.model.document import Kind
from reader.store.folders import Folders
from reader.text import sentences
from reader.ui.window import Window

WORDS, ARTICLE = 200_000, 1_500
CHAPTER = 700
RUNS = 5
TURNS = 100


def write(path: Path, words: int) -> Path:
    """Write a text of so many words, in chapters of paragraphs of one to six sentences."""
    chance = random.Random(4)
    blocks = [
        block
        for file in sorted((bundled.root() / "articles").glob("*.md"))
        for block in opening.open_bundled(file).blocks
        if block.kind is Kind.PARAGRAPH
    ]
    stock = [block.text[start:end].strip() for block in blocks for start, end in sentences.split(block.text)]
    sign = "## " if path.suffix == ".md" else ""
    paragraphs, count, chapter = [], 0, 0
    while count < words:
        if count >= chapter * CHAPTER:
            chapter += 1
            paragraphs.append(f"{sign}Chapter {chapter}")
        paragraphs.append(" ".join(chance.choices(stock, k=chance.randint(1, 6))))
        count += len(paragraphs[-1].split())
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return path


def arrivals(path: Path) -> tuple[float, float]:
    """Return the seconds until something of a file can be shown, and until all of it can."""
    begun = time.perf_counter()
    at = [time.perf_counter() - begun for _ in opening.arriving(path)]
    return at[0], at[-1]


def medians(path: Path) -> tuple[float, float]:
    """Return the medians of both."""
    firsts, wholes = zip(*(arrivals(path) for _ in range(RUNS)), strict=True)
    return statistics.median(firsts), statistics.median(wholes)


def shared() -> int:
    """Return the bytes of memory that are this process's own share."""
    gc.collect()
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def seconds(call: Callable[[], object], times: int = 1) -> float:
    """Return the median seconds of a call and the painting after it."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        Stopwatch.processEvents()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def until(done: Callable[[], bool], call: Callable[[], object] = lambda: None) -> Iterator[float]:
    """Yield the seconds of each call, and the events after it, until something is so."""
    while not done():
        yield seconds(call)


def tell(name: str, value: float, least: float, words: str) -> None:
    """Print two times in milliseconds, and their ratio."""
    print(f"{name}: {value * 1000:.1f} ms, {words} {least * 1000:.1f} ms, ratio {value / least:.2f}")


def look_at(window: Window, qt: Stopwatch, book: Path, article: Path) -> None:
    """Open the article, then the book, and print what turning, levels and memory cost."""
    reading = window.sessions.reading
    window.open_file(article)
    list(until(lambda: bool(reading.chunks) and not reading.is_arriving))
    short = [seconds(lambda name=name: window.run(name)) for name in ("sentence", "short") * 3]
    before = shared()
    article_id = reading.document.id
    window.open_file(book)
    qt.longest = 0.0
    list(until(lambda: reading.document.id != article_id))
    coming = list(until(lambda: not reading.is_arriving, window.forward))
    print(f"longest event while the book comes in: {qt.longest * 1000:.1f} ms")
    weighed = list(until(lambda: window.sessions.weighing.part(0) is not None, window.back))
    grown, text = shared() - before, sum(len(block.text.encode()) for block in reading.document.blocks)
    print(f"memory: {grown / 1e6:.1f} MB for {text / 1e6:.1f} MB of text, ratio {grown / text:.1f}")
    reading.show(10)
    early = seconds(window.forward, TURNS)
    reading.show(len(reading.chunks) - 2 * TURNS)
    late = seconds(window.forward, TURNS)
    tell("turn late in the book", late, early, "early")
    tell("turn while it comes in", statistics.median(coming), early, "early")
    tell("turn while it is weighed", statistics.median(weighed), early, "early")
    long = [seconds(lambda name=name: window.run(name)) for name in ("sentence", "short") * 3]
    tell("level in the book", statistics.median(long), statistics.median(short), "in the article")


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
        look_at(window, qt, book, article)
        window.close()
        first, whole = medians(book)
        tell("first piece of the book", first, medians(article)[0], "of the article")
        tell("first piece of the book", first, whole, "the whole")


def main() -> None:
    """Print the figures of each kind of file, in a process of its own: its memory counts."""
    if sys.argv[1:]:
        measure(sys.argv[1])
        return
    for ending in (".md", ".txt"):
        subprocess.run([sys.executable, __file__, ending], check=True)


if __name__ == "__main__":
    main()
