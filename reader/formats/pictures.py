"""The pictures of a text: which are kept, and which are left to their words.

Kept is what lies in the text itself or in its own folder, and is small enough to be shown without harm.
Nothing is ever fetched.
"""

import base64
import binascii
import re
from collections.abc import Callable
from hashlib import blake2s
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from reader.formats.picture_size import size_of

LARGEST, TOGETHER, MOST = 10_000_000, 100_000_000, 1_000
"""Bytes of a picture, bytes of all pictures of a text, and their number; ours."""

PIXELS = 50_000_000
"""Of a picture; ours: a telephone's camera makes as many. Unpacked, they take 200 MB for a moment."""

SMALLEST = 48
"""Pixels of the shorter side; ours: a smaller one is a sign in a line, a rule, or there to count visits."""

_FILE = re.compile(r"\S[^\n]*\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg|emf|wmf|eps)", re.IGNORECASE)
_BADGE = re.compile(
    r"https?://[^\s?#]*(?:badge|shields\.io/|(?:travis-ci|circleci|appveyor)\.\w+/)", re.IGNORECASE
)
"""Where the signs lie that projects put at the head of their pages: "build passing"."""

Find = Callable[[str], bytes | None]
"""Gives the bytes that an address within a text leads to, None if there are none to be had."""


def nowhere(_address: str) -> None:
    """Find nothing: the text lies in no folder."""


def beside(folder: Path) -> Find:
    """Return what finds pictures in a folder and below it, and nowhere else, whatever an address says."""

    def find(address: str) -> bytes | None:
        try:
            parts = urlsplit(address)
            name = unquote(parts.path)
            if parts.scheme or parts.netloc or _is_absolute(name):
                return None
            root = folder.resolve()
            path = (root / name).resolve()
            # Only an ordinary file: to read from a pipe or a device might never end.
            if not (path.is_relative_to(root) and path.is_file() and path.stat().st_size <= LARGEST):
                return None
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
        except (OSError, ValueError, RuntimeError):  # a name no file can have; links that lead in a circle
            return None

    return find


def described(words: str, address: str = "") -> str:
    """Return the words of a picture, "" for a badge's, and for a file's name: some programs write that."""
    return "" if _FILE.fullmatch(words.strip()) or _BADGE.match(address) else words


class Pictures:
    """Keeps the pictures of one text, each once."""

    def __init__(self, find: Find = nowhere) -> None:
        self.kept: dict[str, bytes] = {}
        """The bytes of each, under a hash of them."""
        self._find = find
        self._names: dict[str, str] = {}
        self._bytes = 0

    def keep(self, address: str) -> str:
        """Return the name of the picture at an address, "" if it is not kept."""
        if address not in self._names:
            within = address[:5].lower() == "data:"
            full = len(self.kept) >= MOST or not address
            content = None if full else _within(address) if within else self._find(address)
            self._names[address] = self.add(content) if content else ""
        return self._names[address]

    def add(self, content: bytes) -> str:
        """Return the name of a picture with these bytes, "" if it is not kept."""
        name = blake2s(content, digest_size=16).hexdigest()
        if name not in self.kept:
            full = len(self.kept) >= MOST or self._bytes + len(content) > TOGETHER
            if full or not _is_showable(content):
                return ""
            self._bytes += len(content)
            self.kept[name] = content
        return name


def _is_absolute(name: str) -> bool:
    return any(bool(kind(name).anchor) for kind in (PurePosixPath, PureWindowsPath))


def _within(address: str) -> bytes | None:
    """Return the bytes that the address itself holds."""
    kind, _, letters = address.partition(",")
    try:
        if kind.lower().endswith(";base64"):
            return base64.b64decode(unquote(letters))
        return unquote_to_bytes(letters)
    except (binascii.Error, ValueError):
        return None


def _is_showable(content: bytes) -> bool:
    size = size_of(content) if len(content) <= LARGEST else None
    return size is not None and min(size) >= SMALLEST and size[0] * size[1] <= PIXELS
