"""The sound files of three systems become the same kind of samples."""

import struct
import wave
from array import array
from pathlib import Path

import numpy as np
import pytest

from reader.speech import recording

TONE = array("h", [0, 1000, -1000, 12345, -32768, 32767]).tobytes()


def write_wave(path: Path, channels: int = 1, width: int = 2) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(22050)
        file.writeframes(TONE)


def aiff(order: bytes = b"", bits: int = 16, channels: int = 1) -> bytes:
    samples = array("h", TONE)
    if not order.startswith(b"sowt"):
        samples.byteswap()
    # 22050 as an 80-bit float: 22050 / 2 ** 14 in the mantissa, 14 in the exponent.
    rate = struct.pack(">HQ", 16383 + 14, 22050 << 49)
    common = struct.pack(">hIh", channels, len(samples), bits) + rate + order
    sound = struct.pack(">II", 0, 0) + samples.tobytes()
    chunks = b"".join(
        name + struct.pack(">I", len(content)) + content + b"\0" * (len(content) % 2)
        for name, content in ((b"COMM", common), (b"NOTE", b"odd"), (b"SSND", sound))
    )
    return b"FORM" + struct.pack(">I", len(chunks) + 4) + (b"AIFC" if order else b"AIFF") + chunks


def test_a_wave_file_is_read(tmp_path: Path) -> None:
    write_wave(tmp_path / "speech")
    assert recording.read(tmp_path / "speech") == (TONE, 22050)


@pytest.mark.parametrize("order", [b"", b"NONE\0\0", b"sowt\0\0"])
def test_an_aiff_file_is_read(tmp_path: Path, order: bytes) -> None:
    (tmp_path / "speech").write_bytes(aiff(order))
    assert recording.read(tmp_path / "speech") == (TONE, 22050)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"FORM", b"no sound", aiff(bits=8), aiff(b"fl32\0\0")])
def test_what_is_no_sound_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "speech").write_bytes(content)
    with pytest.raises(ValueError, match="not"):
        recording.read(tmp_path / "speech")


def test_two_channels_are_refused(tmp_path: Path) -> None:
    write_wave(tmp_path / "speech", channels=2)
    with pytest.raises(ValueError, match="mono"):
        recording.read(tmp_path / "speech")


def test_silence_around_the_speech_is_cut_but_for_a_breath() -> None:
    still = array("h", [3, -3] * 500).tobytes()
    samples, cut = recording.trimmed(still + TONE + still, 1000)
    assert cut == pytest.approx((1000 + 1 - 20) / 1000)
    assert len(samples) // 2 == 20 + len(TONE) // 2 - 1 + 20
    assert TONE[2:] in samples


def test_nothing_but_silence_leaves_nothing() -> None:
    assert recording.trimmed(bytes(2000), 1000) == (b"", 1.0)


@pytest.mark.parametrize("rate", [22050, 24000])
def test_a_soft_consonant_at_either_end_is_not_cut(rate: int) -> None:
    """An "f" swells out of the silence: it counts from where it is 50 dB below full, and a breath before."""
    still = np.zeros(rate // 2)
    hiss = np.random.default_rng(1).normal(0, 0.01, rate // 10)
    vowel = 0.5 * np.sin(np.arange(rate) / 20)
    speech = np.concatenate([hiss * np.linspace(0, 1, len(hiss)), vowel, hiss * np.linspace(1, 0, len(hiss))])
    samples = (np.concatenate([still, speech, still]) * 32767).astype("<i2").tobytes()
    kept, cut = recording.trimmed(samples, rate)
    assert cut == pytest.approx(0.5, abs=0.02)
    assert cut + len(kept) / 2 / rate == pytest.approx(0.5 + len(speech) / rate, abs=0.02)
