"""Writes WAV files: chunks as in "Multimedia Programming Interface and Data Specifications 1.0" (1991).

The title is an INFO chunk before the sound. The chapters are cue points with labels, after it. Players read
such texts as UTF-8, or as ASCII.
"""

import struct
from collections.abc import Sequence
from itertools import count
from typing import BinaryIO

LARGEST = 2**32 - 2**20
"""Bytes of sound at most: sizes have 32 bits, and the rest needs some room."""

_PCM, _MONO, _BYTES, _BITS = 1, 1, 2, 16


class WaveFile:
    """A WAV file that grows: its sizes are filled in at the end."""

    def __init__(self, file: BinaryIO, rate: int, title: str, chapters: Sequence[str]) -> None:
        """Begin at the start of an empty file; the rate is in samples a second."""
        self._file = file
        self._chapters = tuple(chapters)
        self._size = 0
        form = struct.pack("<HHIIHH", _PCM, _MONO, rate, rate * _BYTES, _BYTES, _BITS)
        info = _chunk(b"LIST", b"INFO" + _chunk(b"INAM", _text(title)))
        file.write(b"RIFF\0\0\0\0WAVE" + _chunk(b"fmt ", form) + info + b"data\0\0\0\0")
        self._begin = file.tell()

    def write(self, samples: bytes) -> None:
        """Add samples; raises OverflowError when the file would grow too large for its kind."""
        if self._size + len(samples) > LARGEST:
            raise OverflowError
        self._file.write(samples)
        self._size += len(samples)

    def finish(self, starts: Sequence[int], end: int) -> None:
        """Add the chapters and fill in the sizes."""
        del end  # only other kinds need it
        self._file.write(_cues(starts) + _labels(self._chapters))
        whole = self._file.tell()
        for place, size in ((4, whole - 8), (self._begin - 4, self._size)):
            self._file.seek(place)
            self._file.write(struct.pack("<I", size))

    def abandon(self) -> None:
        """Do nothing: there is nothing to let go of."""


def _cues(starts: Sequence[int]) -> bytes:
    points = (
        struct.pack("<II4sIII", number, start, b"data", 0, 0, start)
        for number, start in zip(count(1), starts, strict=False)
    )
    return _chunk(b"cue ", struct.pack("<I", len(starts)) + b"".join(points))


def _labels(chapters: Sequence[str]) -> bytes:
    labels = (
        _chunk(b"labl", struct.pack("<I", number) + _text(title))
        for number, title in zip(count(1), chapters, strict=False)
    )
    return _chunk(b"LIST", b"adtl" + b"".join(labels))


def _text(text: str) -> bytes:
    return text.replace("\0", "").encode(errors="replace") + b"\0"


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
