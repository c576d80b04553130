"""Every voice is equally loud, and nothing is cut off at the top."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.speech import levelling

RATE = 24000


def sine(frequency: float, size: float, seconds: float = 3.0, rate: int = RATE) -> bytes:
    wave = size * np.sin(2 * np.pi * frequency * np.arange(int(seconds * rate)) / rate)
    return (wave * 32767).round().astype("<i2").tobytes()


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 48000])
@pytest.mark.parametrize(
    ("frequency", "expected"),
    # A full-scale sine of 997 Hz in one channel is -3.01 by the standard. Low sounds count less.
    [(997, -3.01), (100, -4.8), (40, -9.2), (4000, 0.3)],
)
def test_loudness_is_that_of_the_standard(rate: int, frequency: float, expected: float) -> None:
    assert levelling.loudness_of(sine(frequency, 1.0, rate=rate), rate) == pytest.approx(expected, abs=0.15)


def test_pauses_do_not_make_speech_softer() -> None:
    speech = sine(440, 0.3)
    with_pauses = speech + bytes(len(speech)) + speech
    assert levelling.loudness_of(with_pauses, RATE) == pytest.approx(
        levelling.loudness_of(speech, RATE), abs=0.5
    )


@pytest.mark.parametrize("size", [0.02, 0.1, 0.3, 0.9])
def test_a_soft_and_a_loud_voice_become_equally_loud(size: float) -> None:
    speech = sine(440, size)
    gain = levelling.gain_for(speech, RATE)
    even = levelling.levelled(speech, gain)
    assert levelling.loudness_of(even, RATE) == pytest.approx(levelling.LOUDNESS, abs=0.1)


@pytest.mark.parametrize("samples", [b"", bytes(2), bytes(48000), sine(440, 0.0001)])
def test_silence_stays_as_it_is(samples: bytes) -> None:
    assert levelling.gain_for(samples, RATE) == 1.0
    assert levelling.levelled(samples, 1.0) == samples


def test_what_is_hardly_there_is_not_blown_up() -> None:
    assert levelling.gain_for(sine(440, 0.002), RATE) == levelling.MOST


@given(st.lists(st.integers(-32768, 32767), min_size=1, max_size=50), st.floats(0.1, levelling.MOST))
@settings(max_examples=200, deadline=None)
def test_nothing_is_clipped_and_louder_stays_louder(values: list[int], gain: float) -> None:
    numbers = np.array(values, "<i2")
    even = np.frombuffer(levelling.levelled(numbers.tobytes(), gain), "<i2").astype(int)
    order = np.argsort(numbers, kind="stable")
    assert (np.diff(even[order]) >= 0).all()
    assert (np.sign(even) * np.sign(numbers.astype(int)) >= 0).all()
    below = np.abs(numbers.astype(float)) * gain < levelling.KNEE * 32767
    assert np.allclose(even[below], numbers[below] * gain, atol=1.5)
