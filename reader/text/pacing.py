"""How long a text takes to read."""

import math
from collections.abc import Iterable
from statistics import fmean, median

WORDS_A_MINUTE = 120
"""Ours: half of the 238 of silent reading (Brysbaert 2019). Fog slows; too long is kinder than too short."""

Sample = tuple[int, float]
"""How many words were read, and in how many seconds."""

SLOWEST, FASTEST = 10, 500
"""Words a minute; ours: what lies outside was left lying, or leafed over."""


STEP = 5
"""Minutes to which a time is rounded up (R25)."""


def minutes(words: int, words_a_minute: float = WORDS_A_MINUTE) -> int:
    """Return about how long so many words take at a pace, rounded up to `STEP`."""
    return STEP * max(1, math.ceil(words / words_a_minute / STEP))


def is_reading(sample: Sample) -> bool:
    """Return whether somebody may have read so many words in this time."""
    words, seconds = sample
    return SLOWEST * seconds <= 60 * words <= FASTEST * seconds and words > 0


def pace(samples: Iterable[Sample]) -> float:
    """Return the words a minute of most of these samples; at least one, and all of them `is_reading`.

    It is the mean time that a word took, each sample counting the same. What was twice as quick or as slow
    as the middle one was hardly read in one go, and is left out.
    """
    took = [seconds / words for words, seconds in samples]
    middle = median(took)
    return 60 / fmean(seconds for seconds in took if middle / 2 <= seconds <= middle * 2)
