"""Someone who turns, marks and sets things at random in the real window until they are killed.

Started with a home folder and a seed. Writes a line before and after each thing they do: before it just
"doing", after it the steady clock's seconds with the place, bookmarks and settings that hold from then on.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.app import prepared, window_for
from reader.session.command import Sessions
from reader.session.library import GUIDE
from reader.store.folders import Folders
from reader.ui.window import Window

MOVES = ("next", "next", "previous", "forward", "back", "contents", "return")
SETTINGS = ("bigger", "smaller", "dimmer", "brighter", "sentence", "short", "longer")
LONGEST_REST = 600
"""Milliseconds between two things they do."""


def state(sessions: Sessions) -> dict[str, object]:
    """Return what has to outlive the person, in plain values."""
    place = sessions.reading.place
    return {
        "at": time.monotonic(),
        "place": [sessions.reading.document.id, place.block, place.offset],
        "bookmarks": [[mark.document, mark.place.block, mark.name] for mark in sessions.bookmarks.items()],
        "settings": asdict(sessions.preferences.settings),
    }


def deeds(window: Window, chance: random.Random) -> Callable[[], object]:
    """Return one thing to do."""
    do = window.sessions
    # The guide is looked into: by design it is not what opens the next time.
    texts = [row.id for row in do.library.rows() if row.id != GUIDE]
    return chance.choice(
        (
            lambda: window.run(chance.choice(MOVES)),
            lambda: do.reading.open_part(chance.randrange(len(do.reading.parts))),
            lambda: window.open_text(chance.choice(texts)),
            lambda: window.run("bookmark"),
            lambda: window.run("bookmark"),
            lambda: window.run(chance.choice(SETTINGS)),
            lambda: do.preferences.change("speed", round(chance.uniform(0.5, 2.0), 2)),
        )
    )


def say(value: object) -> None:
    """Write a line at once."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main(home: Path, seed: str) -> int:
    """Live until killed."""
    qt = prepared(QApplication([]))
    chance = random.Random(seed)
    window = window_for(Folders(home / "data", home / "config"))
    window.show()
    window.begin()
    if not window.sessions.reading.chunks:
        window.open_text(window.sessions.library.rows()[0].id)

    def act() -> None:
        say("doing")
        deeds(window, chance)()
        say(state(window.sessions))
        QTimer.singleShot(chance.randrange(LONGEST_REST), act)

    say(state(window.sessions))
    act()
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
