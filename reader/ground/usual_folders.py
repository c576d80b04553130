"""Where a person most likely looks first: the folders every computer has, and the disks put into it."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import platformdirs

from reader.ground.listing import Item, item


def for_texts() -> tuple[Item, ...]:
    """Return the folders in which a text may lie."""
    return _there(Path.home(), platformdirs.user_documents_path(), platformdirs.user_downloads_path())


def for_sound() -> tuple[Item, ...]:
    """Return the folders in which a sound file may be kept."""
    return _there(platformdirs.user_music_path(), Path.home(), platformdirs.user_documents_path())


def disks_in(parent: Path) -> tuple[Path, ...]:
    """Return the disks and sticks that a computer shows in this folder; none if there is no such folder."""
    with contextlib.suppress(OSError), os.scandir(parent) as entries:
        return tuple(sorted(parent / entry.name for entry in entries))
    return ()


def _there(*usual: Path) -> tuple[Item, ...]:
    home = Path.home()
    folders = (folder for folder in (*usual, platformdirs.user_desktop_path()) if folder.is_dir())
    # Whether a disk answers is not asked: one far away might take long over it.
    return tuple(
        item(folder, is_folder=True, name="Home" if folder == home else "")
        for folder in dict.fromkeys((*folders, *_disks(home.name)))
    )


def _disks(person: str) -> Iterator[Path]:
    if sys.platform == "win32":
        list_drives: Callable[[], Iterable[str]] = getattr(os, "listdrives", tuple)
        yield from map(Path, list_drives())
    elif sys.platform == "darwin":
        yield from disks_in(Path("/Volumes"))
    else:
        for parent in (Path("/media"), Path("/run/media")):
            yield from disks_in(parent / person)
