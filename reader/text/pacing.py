"""How long a text takes to read."""

import math

WORDS_A_MINUTE = 120
"""Ours: half of the 238 of silent reading (Brysbaert 2019). Fog slows; too long is kinder than too short."""


def minutes(words: int, words_a_minute: float = WORDS_A_MINUTE) -> int:
    """Return about how long so many words take at a pace, rounded up to 5 (R25)."""
    return max(5, 5 * math.ceil(words / words_a_minute / 5))
