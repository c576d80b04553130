"""A zip file from outside: looked at from its list of contents before anything is unpacked."""

import io
import zipfile
import zlib

from reader.formats.refusals import Unfit

UNPACKED, RATIO, MARKUP, MEMBERS = 500_000_000, 200, 20_000_000, 20_000
"""Bytes in all, how many times the packed size, bytes of one file of markup, and files.

The largest of 337 honest files had 36 MB in all, a ratio of 40, and 2 MB of markup in one file.
"""

SMALL = 1_000_000
"""Bytes; ours: up to here a high ratio does no harm, and a page of blanks may well have one."""


class Archive:
    """The files in a zip file. Raises Unfit for a broken one, and for one that was made to harm."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            raise Unfit("is damaged") from error
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MEMBERS or unpacked > UNPACKED:
            raise Unfit("holds too much to be opened safely")
        if unpacked > max(SMALL, RATIO * len(content)):
            raise Unfit("is packed too tightly to be opened safely")
        self._members = {member.filename: member for member in members}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the files, as they are written."""
        return tuple(self._members)

    def read(self, name: str, largest: int = MARKUP) -> bytes:
        """Return a file's bytes; raises KeyError where there is none, else Unfit."""
        member = self._members[name]
        if member.flag_bits & 0x1:
            raise Unfit("is locked with a password")
        try:
            with self._zip.open(member) as file:
                content = file.read(largest + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            EOFError,
            OSError,
            RuntimeError,
        ) as error:
            raise Unfit("is damaged") from error
        if len(content) > largest:
            raise Unfit("holds too much in one place to be opened safely")
        return content
