"""Where a sound stands in a recording, and how much the two are alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from operator import mul

RATE = 22050
BIN = RATE // 100
EXCERPT = RATE // 2


@dataclass(frozen=True, slots=True)
class Match:
    """The second of the recording at which the sound begins, and the correlation there, sample by sample."""

    second: float
    correlation: float


def find(sound: Sequence[int], recording: Sequence[int], after: float = 0.0) -> Match:
    """Return where a sound begins in a recording, not before the second `after`.

    First by loudness in steps of 10 ms, then to the sample by the loudest half second; the correlation is
    that of the whole sound, so that what was cut, doubled or disturbed shows.
    """
    first = int(after * RATE)
    loudness, heard = _envelope(sound), _envelope(recording[first:])
    lags = range(max(1, len(heard) - len(loudness) + 1))
    rough = first + BIN * max(lags, key=lambda lag: _likeness(loudness, heard[lag : lag + len(loudness)]))
    at = max(range(0, max(1, len(loudness) - EXCERPT // BIN), 5), key=lambda at: sum(loudness[at : at + 50]))
    excerpt = sound[at * BIN : at * BIN + EXCERPT]
    near = range(max(0, rough - 2 * BIN), rough + 2 * BIN)

    def fit(start: int) -> float:
        return _likeness(excerpt, recording[start + at * BIN :][: len(excerpt)])

    start = max(near, key=fit)
    return Match(start / RATE, _likeness(sound, recording[start : start + len(sound)]))


def _envelope(samples: Sequence[int]) -> list[float]:
    sums = [sum(map(abs, samples[at : at + BIN])) for at in range(0, len(samples) - BIN + 1, BIN)]
    mean = sum(sums) / max(1, len(sums))
    return [value - mean for value in sums]


def _likeness(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the correlation of two stretches, -1 to 1; 0 where one is silent or they differ in length."""
    if len(one) != len(other):
        return 0.0
    power = sqrt(sum(map(mul, one, one)) * sum(map(mul, other, other)))
    return sum(map(mul, one, other)) / power if power else 0.0
