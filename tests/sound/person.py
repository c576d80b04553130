"""Someone who listens, in a process of their own."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import reader
from tests.sound.pulse import PATIENCE

ROOT = Path(reader.__file__).parents[1]

RATES = {"natural": 24000, "system": 22050}
"""The voices to listen to, and how many samples a second each makes."""


class Person:
    """One who does things, and sees what happens; see listener.py."""

    def __init__(
        self,
        environment: dict[str, str],
        folder: Path,
        text: str,
        *,
        voice: str = "natural",
        limit: float = 0.0,
    ) -> None:
        (folder / "text").write_text(text, "utf-8")
        paths = filter(None, (environment.get("PYTHONPATH"), str(ROOT)))
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("listener.py")), str(folder), voice, str(limit)],
            env=environment | {"PYTHONPATH": os.pathsep.join(paths)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._told: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self.story: list[dict[str, Any]] = []
        """Everything that has happened up to where the test is."""
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        self.sees("ready")

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._told.put(json.loads(line))
        self._told.put(None)

    def does(self, *words: str) -> dict[str, Any]:
        """Do something, and return when it is done."""
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join(words).encode() + b"\n")
        self._process.stdin.flush()
        return self.sees("done", verb=words[0])

    def sees(self, event: str, **what: Any) -> dict[str, Any]:
        """Wait until this happens, and return it."""
        while True:
            told = self._told.get(timeout=PATIENCE)
            assert told is not None, f"the listener ended before {event} {what}"
            self.story.append(told)
            if told["event"] == event and what.items() <= told.items():
                return told

    def hears(self, *words: str) -> str:
        """Wait until one of these sentences is said, and return it."""
        while (said := str(self.sees("said")["words"])) not in words:
            pass
        return said

    def all(self, event: str) -> list[dict[str, Any]]:
        """Return everything of this kind that has happened up to here."""
        return [told for told in self.story if told["event"] == event]

    def end(self) -> None:
        """Close the listener; it ends its voice by itself."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE)
        self._thread.join(PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()
