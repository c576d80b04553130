"""What a process gives up before it looks at a file that may have been made to harm.

It keeps to reading: no network, no other program, no change to any file, and nothing read but what it was
told and what Python itself is made of. This holds for what is written in Python; a library in C that has been
taken over is not held by it, and what the system limits holds that.
"""

import io
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SECONDS = 600
"""Of work in all, ours: a file that always has one more portion ends here."""

_REFUSED = (
    *("socket.", "ctypes.dlopen", "subprocess.", "pty.", "shutil.", "tempfile.", "webbrowser.", "os.system"),
    *(
        "os.exec",
        "os.fork",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
        "os.kill",
        "os.remove",
    ),
    *("os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown"),
    *("os.chflags", "os.utime", "os.setxattr", "os.removexattr"),
)
"""How the names begin by which Python tells of what is about to be done."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(readable: Iterable[Path]) -> None:
    """Read nothing from here on but these files and folders; it cannot be undone.

    Whatever is tried besides raises PermissionError.
    """
    sys.dont_write_bytecode = True
    # A library that wants a file for a moment gets one in the memory.
    tempfile.TemporaryFile = lambda *_, **__: io.BytesIO()  # type: ignore[assignment]
    _limit()
    own = (sys.prefix, sys.base_prefix, *(folder for folder in sys.path if folder))
    roots = tuple({os.path.realpath(path) for path in (*map(str, readable), *own)})

    def watch(event: str, values: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = values
            if isinstance(path, int):
                return
            if flags & _WRITES or not _is_within(path, roots):
                raise PermissionError(path)
        elif event.startswith(_REFUSED):
            raise PermissionError(event)

    sys.addaudithook(watch)


def _is_within(path: Any, roots: tuple[str, ...]) -> bool:
    real = os.path.realpath(os.fsdecode(path))
    return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in roots)


def _limit() -> None:
    """Have the system hold what it can: no file may grow, and no work is endless."""
    try:
        import resource  # noqa: PLC0415  (not there on Windows)
    except ImportError:
        return
    for limit, size in (
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, SECONDS),
    ):
        hard = resource.getrlimit(limit)[1]
        lowest = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(limit, (lowest, lowest))
