"""The tag in front of an MP3 file: ID3v2.3 (id3.org, 1999) with the "ID3v2 Chapter Frame Addendum" (2005)."""

import struct
from collections.abc import Sequence

MOST = 255
"""Chapters that a table of contents can hold: their number has one byte."""

_UTF_16 = b"\x01"
_NO_OFFSET = 0xFFFFFFFF
"""The chapters are told by their times, not by places in the file."""
_TOP_LEVEL_AND_ORDERED = 0b11


def tag(title: str, chapters: Sequence[str], times: Sequence[int]) -> bytes:
    """Return a tag with a title and chapters.

    `times` in milliseconds: where each chapter begins, and the end. What comes after the last chapter that
    fits belongs to it. The size of the tag does not depend on the times.
    """
    kept = chapters[:MOST]
    bounds = (*times[: len(kept)], times[-1])
    ids = [b"chapter%d\0" % number for number in range(1, len(kept) + 1)]
    contents = b"contents\0" + bytes((_TOP_LEVEL_AND_ORDERED, len(kept))) + b"".join(ids)
    frames = [_text(b"TIT2", title), *([_frame(b"CTOC", contents)] if kept else [])]
    for index, (id_, name) in enumerate(zip(ids, kept, strict=True)):
        span = struct.pack(">IIII", bounds[index], bounds[index + 1], _NO_OFFSET, _NO_OFFSET)
        frames.append(_frame(b"CHAP", id_ + span + _text(b"TIT2", name)))
    body = b"".join(frames)
    return b"ID3\x03\0\0" + _without_high_bits(len(body)) + body


def _text(name: bytes, text: str) -> bytes:
    return _frame(name, _UTF_16 + text.replace("\0", "").encode("utf-16", errors="replace"))


def _frame(name: bytes, content: bytes) -> bytes:
    return name + struct.pack(">IH", len(content), 0) + content


def _without_high_bits(size: int) -> bytes:
    """Return a size as 4 bytes of 7 bits each, so that no player takes it for the beginning of sound."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
