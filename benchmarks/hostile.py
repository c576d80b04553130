"""What files made to harm do to the window: `python benchmarks/hostile.py [group]`.

Each attack of the tests is opened in the real window, with the limits as they stand, while a person turns
pieces. For each: what came of it, the seconds until then, the longest that one event held the
window's thread, and that one worked there (it may be 50 ms; on a computer that is busy with other things it
is held longer), and how much the window's process has grown.
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from stopwatch import Stopwatch

from reader.app import prepared, window_for
from reader.store.folders import Folders
from reader.ui.window import Window
from tests.formats.attacks import GROUPS

LONGEST = 0.05
"""Seconds that nothing may work on the window's thread."""

PATIENCE = 90.0


def megabytes() -> float:
    """Return the most memory that the window's process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def attack(window: Window, qt: Stopwatch, path: Path) -> bool:
    """Open a file and say what came of it; return whether the window stayed quick."""
    sessions = window.sessions
    sessions.opening.open_guide()
    qt.processEvents()
    guide, before = sessions.reading.document.id, megabytes()
    said: list[str] = []
    sessions.notices.changed.connect(lambda: said.append(sessions.notices.message))
    qt.begin()
    begun = time.perf_counter()
    window.open_file(path)
    while time.perf_counter() - begun < PATIENCE:
        qt.processEvents()
        reading = sessions.reading
        is_open = reading.document.id != guide and not reading.is_arriving
        if is_open or any("nothing is lost" in sentence for sentence in said):
            break
        qt.timed(window.forward)
        time.sleep(0.01)
    took, held, worked = time.perf_counter() - begun, 1000 * qt.longest, qt.busiest
    came = "opened" if sessions.reading.document.id != guide else "declined"
    grown = megabytes() - before
    print(
        f"{path.name:28} {came:9} {took:5.1f} s  held {held:4.0f} ms  worked {1000 * worked:4.0f} ms"
        f"  grown {grown:4.0f} MB"
    )
    return worked <= LONGEST


def main(groups: list[str]) -> int:
    """Try every attack, or those of the groups that are named; return how many held the window."""
    qt = Stopwatch(["benchmark"])
    prepared(qt)
    slow = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        window = window_for(Folders(folder / "data", folder / "config"))
        window.show()
        window.begin()
        for group in groups or GROUPS:
            print(group)
            for file, content in GROUPS[group]():
                path = folder / file
                path.write_bytes(content)
                slow += not attack(window, qt, path)
        window.close()
    print(f"{slow} of them had the window work for more than {1000 * LONGEST:.0f} ms.")
    return slow


if __name__ == "__main__":
    sys.exit(min(1, main(sys.argv[1:])))
