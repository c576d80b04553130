"""How near the learned pace comes after five pieces of a bundled article, for readers who are not even.

Each reader takes up to 30 % more or less time for a piece than their pace says, and a second besides to
find Next and press it. What counts as right is how long they take for the whole article.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reader.formats.shelf import Shelf
from reader.model.level import Level
from reader.session.pace import ENOUGH
from reader.text import words
from reader.text.chunks import chunks
from reader.text.pacing import Sample, pace

READERS = 2000
PACES = (20, 60, 120, 300)
UNEVEN = 0.3
PRESS = 1.0
"""Seconds."""


def sample(chance: random.Random, counted: int, words_a_minute: float) -> Sample:
    """Return how long a reader took for a piece."""
    seconds = 60 * counted / words_a_minute
    return counted, PRESS + seconds * chance.uniform(1 - UNEVEN, 1 + UNEVEN)


def errors(level: Level, words_a_minute: float) -> list[float]:
    """Return how far the learned pace is from the true one, as a share of it, the nearest first."""
    chance = random.Random(level.value)
    found = []
    texts = [
        [counted for chunk in chunks(text, level) if (counted := words.count(chunk.text))]
        for text in Shelf().documents()
    ]
    for _ in range(READERS):
        text = chance.choice(texts)
        first = chance.randrange(len(text) - ENOUGH)
        read = [sample(chance, counted, words_a_minute) for counted in text[first : first + ENOUGH]]
        whole = PRESS * len(text) / 60 + sum(text) / words_a_minute
        found.append(abs(pace(read) / (sum(text) / whole) - 1))
    return sorted(found)


def main() -> None:
    """Print the figures."""
    for level in Level:
        for words_a_minute in PACES:
            found = errors(level, words_a_minute)
            within = sum(error <= 0.2 for error in found) / READERS
            print(
                f"{level.label}, {words_a_minute} words a minute: {within:.1%} within a fifth, "
                f"half of them within {found[READERS // 2]:.1%}, 95 % within {found[READERS * 95 // 100]:.1%}"
            )


if __name__ == "__main__":
    main()
