"""What was written, brought from the system's memory to the disk itself, without anybody waiting for it.

Once written, it outlives the end of the program. That it outlives a power cut takes the disk up to a tenth
of a second, in which the page would stand still.
"""

import contextlib
import os
import threading
from pathlib import Path


class Flushing:
    """Brings one file to the disk each time it is asked to, in a thread of its own; R16 allows 2 seconds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asked = threading.Event()
        self._closed = False
        threading.Thread(target=self._work, name="flushing", daemon=True).start()

    def ask(self) -> None:
        """Have the file brought to the disk soon."""
        self._asked.set()

    def close(self) -> None:
        """End the thread; harmless when done twice."""
        self._closed = True
        self._asked.set()

    def _work(self) -> None:
        while self._asked.wait() and not self._closed:
            self._asked.clear()
            # It is not there before the first change; and where the disk refuses, nothing more can be done.
            with contextlib.suppress(OSError):
                file = os.open(self._path, os.O_RDWR)
                try:
                    os.fsync(file)
                finally:
                    os.close(file)
