"""Files are written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file at `path` by `content`: write beside it, flush to the disk, swap.

    A crash leaves either the old file or the new one. Raises OSError when the disk refuses; the old
    file is then untouched and nothing is left lying beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(beside).unlink()
        raise


def set_aside(path: Path) -> Path:
    """Move a file that cannot be used out of the way, keeping every earlier one; return where it went.

    Raises OSError when it cannot be moved.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.broken-{number}")).exists():
        number += 1
    return path.rename(aside)
