"""Files are written whole or not at all."""

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

_PRIVATE, _AS_USUAL = 0o600, 0o666
"""Who may read a new file: the person alone, or whoever the person's own mask lets."""


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Replace the file at `path` by `content`; its folders are made, and only the person may read it.

    What is long may come bit by bit: so it never lies in memory as a whole.

    A crash leaves either the old file or the new one. Raises OSError when the disk refuses; the old
    file is then untouched and nothing is left lying beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _swapped_in(path, _PRIVATE) as file:
        file.writelines([content] if isinstance(content, bytes) else content)


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write, and to seek and read in, that takes the place of `path` when all went well.

    On the same terms as `write_whole`, but its folder must be there. Whatever is raised within, the old
    file is untouched. Raises OSError at once for a place where nothing can be written, and for what is
    no usual file, such as a folder or a device.
    """
    whole = path.resolve()  # a link stays a link, and the file it leads to is replaced
    if whole.exists() and not whole.is_file():
        raise IsADirectoryError(f"not a file: {whole}")
    with _swapped_in(whole, _AS_USUAL) as file:
        yield file


@contextlib.contextmanager
def _swapped_in(path: Path, mode: int) -> Iterator[BinaryIO]:
    """Write beside, flush to the disk, swap; a name of its own keeps within the longest a disk allows."""
    beside = path.parent / f".gentle-reader-{secrets.token_hex(8)}"
    descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
        raise


def set_aside(path: Path) -> Path:
    """Move a file that cannot be used out of the way, keeping every earlier one; return where it went.

    Raises OSError when it cannot be moved.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.broken-{number}")).exists():
        number += 1
    return path.rename(aside)
