"""What lies in a folder, in an order that a person can follow."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

_HIDDEN_ON_MACOS = getattr(stat, "UF_HIDDEN", 0)
_HIDDEN_ON_WINDOWS = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)


@dataclass(frozen=True, slots=True)
class Item:
    """A folder or a file, and the name that a person knows it by."""

    path: Path
    is_folder: bool
    name: str


def item(path: Path, *, is_folder: bool, name: str = "") -> Item:
    """Return a folder or a file by its own name, on one line, or another; a disk is called by its path."""
    # A name from an older computer is shown as well as it goes, and its path still leads to the file.
    own = os.fsencode(path.name or str(path)).decode("utf-8", errors="replace")
    return Item(path, is_folder, name or " ".join(own.split()))


def listed(folder: Path) -> tuple[Item, ...]:
    """Return what a folder shows: folders first, then files, each by name, "2" before "10".

    It may take long where the folder is far away. Raises OSError for a folder that cannot be read.
    """
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not _is_hidden(entry)]
    found = [item(folder / entry.name, is_folder=_is_folder(entry)) for entry in shown]
    return tuple(sorted(found, key=lambda each: (not each.is_folder, _in_order(each.name), each.path)))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # such as a link that leads in a circle
        return False


def _is_hidden(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith("."):
        return True
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:  # gone since
        return True
    flags, attributes = getattr(status, "st_flags", 0), getattr(status, "st_file_attributes", 0)
    return bool(flags & _HIDDEN_ON_MACOS or attributes & _HIDDEN_ON_WINDOWS)


def _in_order(name: str) -> tuple[tuple[int, str], ...]:
    """Return letters and numbers by turns, so that any two names can be compared."""
    # Split at numbers, the words stand at the even places.
    parts = re.split(r"([0-9]+)", name.casefold())
    return tuple((int(part), "") if at % 2 else (-1, part) for at, part in enumerate(parts))
