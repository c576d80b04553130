"""Where a sound stands in a recording, and how much the two are alike."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FAINT = 1e-3
"""A stretch with less of the sound's power than this is not the sound, whatever the rounding says."""


@dataclass(frozen=True, slots=True)
class Match:
    """The second of the recording at which the sound begins, and the correlation there, sample by sample."""

    second: float
    correlation: float


def find(sound: npt.NDArray[np.int16], recording: npt.NDArray[np.int16], rate: int) -> Match:
    """Return where a sound is most like a recording: 1 is the same, however loud, and 0 nothing of it.

    The whole sound is compared with every stretch of its length, so that what was cut, doubled or
    disturbed shows. What the recording lacks at its end counts as silence.
    """
    wanted = sound.astype(float)
    heard = np.pad(recording.astype(float), (0, len(sound)))
    size = 1 << (len(heard) + len(wanted)).bit_length()
    spectrum = np.fft.rfft(heard, size) * np.fft.rfft(wanted, size).conj()
    products = np.fft.irfft(spectrum, size)[: len(heard) - len(wanted) + 1]
    sums = np.concatenate([[0.0], np.cumsum(heard**2)])
    powers = sums[len(wanted) :] - sums[: len(sums) - len(wanted)]
    power = float((wanted**2).sum())
    likeness = np.where(powers > FAINT * power, products / np.sqrt(np.maximum(powers, 1.0) * power), 0.0)
    at = int(likeness.argmax())
    return Match(at / rate, float(likeness[at]))
