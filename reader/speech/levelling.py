"""One loudness for every voice: measured as ITU-R BS.1770-4 does, once a voice, and then kept."""

import numpy as np
import numpy.typing as npt

LOUDNESS = -21.0
"""The common loudness in LUFS; both kinds of voice reach it with a few decibels left above their peaks."""

CALIBRATION = "The sun came out after the rain, and she sat down by the window. Birds sang in the old tree."
"""What a voice says once, at speed 1.0, to have its loudness measured: English sounds, one pause."""

MOST = 8.0
"""No voice is made louder than by this factor (18 dB): what is that faint is not speech."""

KNEE = 0.8
"""Of full scale: what lies above is pressed together, so that it nears full scale and never reaches it."""

BLOCK, STEP = 0.4, 0.1
"""Seconds of the stretches that loudness is measured in, and from one's beginning to the next one's."""

FILTERS = (
    ([1.19839281085285, -2.69169618940638, 1.53512485958697], [0.73248077421585, -1.69065929318241, 1.0]),
    ([1.0, -2.0, 1.0], [0.99007225036621, -1.99004745483398, 1.0]),
)
"""The K-weighting, a shelf and a low cut: factors of 1/z², 1/z and 1, above and below the line."""

FULL = 32768
Numbers = npt.NDArray[np.float64]


def gain_for(samples: bytes, rate: int) -> float:
    """Return the factor that brings this speech (mono, 16 bit, little-endian) to the common loudness.

    It holds for all that the voice says: levelling each sentence by itself would raise whispered ones and
    make neighbours jump. Silence has the factor 1.
    """
    loudness = loudness_of(samples, rate)
    return 1.0 if loudness is None else min(MOST, 10 ** ((LOUDNESS - loudness) / 20))


def levelled(samples: bytes, gain: float) -> bytes:
    """Return the samples times this factor, never clipped.

    Up to the knee nothing but the factor acts; above it a peak follows tanh, smoothly from there on.
    """
    louder = _numbers(samples) * gain
    sizes = np.abs(louder)
    over = (sizes - KNEE) / (1 - KNEE)
    bent = np.where(over > 0, KNEE + (1 - KNEE) * np.tanh(over), sizes)
    return (np.copysign(bent, louder) * (FULL - 1)).round().astype("<i2").tobytes()


def loudness_of(samples: bytes, rate: int) -> float | None:
    """Return the loudness of speech in LUFS with the standard's two gates, or None for silence."""
    if not samples:
        return None
    powers = _block_powers(_weighted(_numbers(samples), rate), rate)
    heard = powers[powers > _power(-70)]
    if not len(heard):
        return None
    # The second gate leaves out pauses: what is 10 LU below the mean of the rest.
    return _loudness(float(heard[heard > heard.mean() / 10].mean()))


def _weighted(numbers: Numbers, rate: int) -> Numbers:
    """Return the sound as the ear weighs it: the standard's two filters, by their frequency response."""
    frequencies = np.fft.rfftfreq(len(numbers), 1 / rate)
    # The standard gives the filters for 48 kHz; what they do to a frequency holds at every rate.
    back = np.exp(-2j * np.pi * frequencies / 48000)
    response = np.ones_like(back)
    for above, below in FILTERS:
        response *= np.polyval(above, back) / np.polyval(below, back)
    weighted: Numbers = np.fft.irfft(np.fft.rfft(numbers) * np.abs(response), len(numbers))
    return weighted


def _block_powers(numbers: Numbers, rate: int) -> Numbers:
    """Return the mean power of each block; of a shorter sound, that of the whole."""
    length, step = int(BLOCK * rate), int(STEP * rate)
    sums = np.concatenate([[0.0], np.cumsum(numbers**2)])
    length = min(length, len(numbers))
    starts = np.arange(0, len(numbers) - length + 1, step)
    powers: Numbers = (sums[starts + length] - sums[starts]) / length
    return powers


def _loudness(power: float) -> float:
    return -0.691 + 10 * float(np.log10(power))


def _power(loudness: float) -> float:
    return float(10 ** ((loudness + 0.691) / 10))


def _numbers(samples: bytes) -> Numbers:
    return np.frombuffer(samples, "<i2").astype(np.float64) / FULL
