"""Room for the headings over the text: as much as the tallest one takes, so that none moves the text."""

from collections.abc import Iterable
from functools import lru_cache
from heapq import nlargest

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from reader.ui.theme import Look

KEY_POINT = " · Key point"
"""What is added to the heading of a key point."""

_LONGEST = 50
"""Headings that are measured; ours: a shorter one could only be taller for its wide letters, and to measure
a thousand of them would hold up the page."""

_LINES, _LETTERS = 3, 1_000
"""How much of a heading room is kept for, and as many of its letters as can stand in it."""


class Headings:
    """The title of a text that may still come in, and the longest of its headings."""

    def __init__(self) -> None:
        self.title = ""
        self._longest: tuple[str, ...] = ()

    def take(self, texts: Iterable[str]) -> None:
        """Take those that have come in."""
        found = {f"{text[:_LETTERS]}{KEY_POINT}" for text in texts}
        longest = nlargest(_LONGEST, found.union(self._longest), key=lambda text: (len(text), text))
        self._longest = tuple(longest)

    def height_in(self, width: int, look: Look) -> int:
        """Return how tall the tallest is in so many px of width, up to three lines."""
        return _height((*self._longest, self.title[:_LETTERS]), width, look)


@lru_cache(maxsize=4)
def _height(headings: tuple[str, ...], width: int, look: Look) -> int:
    metrics = QFontMetrics(look.interface_font())
    height, most = metrics.lineSpacing(), metrics.lineSpacing() * _LINES
    flags = Qt.TextFlag.TextWordWrap.value
    for heading in headings:
        height = max(height, metrics.boundingRect(0, 0, width, 10_000, flags, heading).height())
        if height >= most:
            return most
    return height
