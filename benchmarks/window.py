"""How quick the window is, as ratios to the least that Qt itself needs, all in one run.

Start: the whole process until the first page is painted, against a process that paints one empty window.
Turn: showing and painting the next piece, against filling and painting a bare text widget.
Each figure is a median; the ratio is what holds on another machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

RUNS = 7
TURNS = 200

BARE = """
from PySide6.QtWidgets import QApplication, QTextEdit
qt = QApplication([])
view = QTextEdit("One sentence.")
view.resize(1180, 800)
view.show()
qt.processEvents()
"""
WHOLE = """
import tempfile
from pathlib import Path
from reader.app import application, window_for
from reader.store.folders import Folders
qt = application(())
with tempfile.TemporaryDirectory() as nobody:
    window = window_for(Folders(Path(nobody) / "data", Path(nobody) / "config"))
    window.show()
    window.begin()
    qt.processEvents()
    window.close()
"""


def seconds(call: Callable[[], object]) -> float:
    """Return how long a call takes."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def starts() -> tuple[float, float]:
    """Return the median seconds of the whole window's process and of the bare one, run in turn."""

    def run(code: str) -> float:
        return seconds(lambda: subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True))

    pairs = [(run(WHOLE), run(BARE)) for _ in range(RUNS)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def turns() -> tuple[float, float]:
    """Return the median seconds of a turn on the reading page and of filling a bare text."""
    from PySide6.QtWidgets import QTextEdit  # noqa: PLC0415  (Qt is first needed here)

    from reader.app import application, window_for  # noqa: PLC0415
    from reader.store.folders import Folders  # noqa: PLC0415

    qt = application(())
    with tempfile.TemporaryDirectory() as nobody:
        window = window_for(Folders(Path(nobody) / "data", Path(nobody) / "config"))
        window.show()
        window.begin()
        window.open_text("immune-system-changes")
        bare = QTextEdit()
        bare.resize(800, 500)
        bare.show()
        reading = window.sessions.reading
        ours, least = [], []
        for turn in range(TURNS):
            chunk = reading.chunks[turn % len(reading.chunks)]
            ours.append(seconds(lambda index=chunk.index: (reading.show(index), qt.processEvents())))
            least.append(seconds(lambda text=chunk.text: (bare.setPlainText(text), qt.processEvents())))
        window.close()
    return statistics.median(ours), statistics.median(least)


def main() -> None:
    """Print the figures."""
    for name, (ours, least) in (("start", starts()), ("turn", turns())):
        print(f"{name}: {ours * 1000:.1f} ms, bare Qt {least * 1000:.1f} ms, ratio {ours / least:.1f}")


if __name__ == "__main__":
    main()
