"""The sound files that engines write: read as samples, and freed of the silence around the speech."""

import array
import struct
import wave
from pathlib import Path

import numpy as np

from reader.speech.voice import Sound

QUIET = 100
"""Samples up to this size are silence; of 32,767, that is 50 dB below full."""

KEPT = 0.02
"""Seconds of silence that stay around the speech, so that no soft sound is cut."""


def silence(seconds: float, rate: int) -> Sound:
    """Return a sound without speech, for a text in which there is nothing to say."""
    return Sound(bytes(2 * int(seconds * rate)), rate, measured=True)


def read(path: Path) -> tuple[bytes, int]:
    """Return the samples (mono, 16 bit, little-endian) and the rate of a WAV or AIFF file.

    Raises ValueError for any other kind of file or sample, and OSError when it cannot be read.
    """
    with path.open("rb") as file:
        kind = file.read(4)
    return _read_aiff(path.read_bytes()) if kind == b"FORM" else _read_wave(path)


def trimmed(samples: bytes, rate: int) -> tuple[bytes, float]:
    """Return the samples without the silence around them, and how many seconds were cut off in front."""
    sizes = np.abs(np.frombuffer(samples, "<i2").astype(np.int32))
    loud = np.flatnonzero(sizes > QUIET)
    if not len(loud):
        return b"", len(sizes) / rate
    kept = int(KEPT * rate)
    first, last = max(0, int(loud[0]) - kept), int(loud[-1]) + 1 + kept
    return samples[2 * first : 2 * last], first / rate


def _read_wave(path: Path) -> tuple[bytes, int]:
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, 2):
                raise ValueError("not mono with 16 bit")
            return file.readframes(file.getnframes()), file.getframerate()
    except (wave.Error, EOFError) as error:
        raise ValueError("not a WAV file") from error


def _read_aiff(content: bytes) -> tuple[bytes, int]:
    """Return samples and rate of the AIFF files that macOS writes; Python has no reader for them any more."""
    chunks = {}
    at = 12
    while at + 8 <= len(content):
        name, size = struct.unpack_from(">4sI", content, at)
        chunks[name] = content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    try:
        channels, _, bits, exponent, mantissa = struct.unpack_from(">hIhHQ", chunks[b"COMM"])
        order = chunks[b"COMM"][18:22] or b"NONE"
        skipped, _ = struct.unpack_from(">II", chunks[b"SSND"])
    except (KeyError, struct.error) as error:
        raise ValueError("not an AIFF file") from error
    if (channels, bits) != (1, 16) or order not in {b"NONE", b"twos", b"sowt"}:
        raise ValueError("not mono with 16 bit")
    samples = array.array("h", chunks[b"SSND"][8 + skipped :])
    if order != b"sowt":
        samples.byteswap()
    # The rate is an 80-bit float: its exponent counts from 16383, its mantissa has 63 bits after the point.
    return samples.tobytes(), round(mantissa * 2.0 ** (exponent - 16383 - 63))
