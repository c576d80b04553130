"""How large a picture is, read from its first bytes alone: nothing of it is unpacked."""

import struct
from collections.abc import Callable

Size = tuple[int, int]
"""Width and height in px."""


def size_of(content: bytes) -> Size | None:
    """Return the size of a PNG, JPEG, GIF or WebP picture; None for anything else, and for one cut short."""
    for signature, size in _SIZES:
        if content.startswith(signature):
            try:
                return size(content)
            except (struct.error, IndexError):
                return None
    return None


def _png(content: bytes) -> Size | None:
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _gif(content: bytes) -> Size | None:
    width, height = struct.unpack_from("<HH", content, 6)
    return width, height


def _jpeg(content: bytes) -> Size | None:
    """Walk from segment to segment, each with its length, up to the one that begins the picture."""
    at = 2
    while content[at] == 0xFF:
        kind = content[at + 1]
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        # Any number of 0xFF may stand before a segment.
        at += 1 if kind == 0xFF else 2 + max(2, struct.unpack_from(">H", content, at + 2)[0])
    return None


def _webp(content: bytes) -> Size | None:
    kind = content[8:16]
    if kind == b"WEBPVP8X":
        width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
    elif kind == b"WEBPVP8L":
        bits = struct.unpack_from("<I", content, 21)[0]
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"WEBPVP8 ":
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", content, 26))
    else:
        return None
    return width, height


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

_SIZES: tuple[tuple[bytes, Callable[[bytes], Size | None]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"GIF8", _gif),
    (b"RIFF", _webp),
)
