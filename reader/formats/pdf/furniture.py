"""Page headers, footers and page numbers: what stands on page after page at the same height."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reader.formats.pdf.letters import Line

EDGE = 3
"""Heights from the page's top, and from its foot, that may hold furniture; ours."""

STEP = 2
"""Points that make no difference in height; ours."""

APART = 1.4
"""Times the size of its letters; ours: furniture is set apart from the text by more than two of its lines."""

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_Key = tuple[int, str]


class Furniture:
    """Knows what recurs on the pages that were shown to it."""

    def __init__(self, pages: Iterable[Sequence[Line]]) -> None:
        self._words: Counter[_Key] = Counter()
        self._heights: Counter[int] = Counter()
        for lines in pages:
            found = {(_height(line), _plain(line)) for line in _edges(lines)}
            self._words.update(found)
            self._heights.update({height for height, _ in found})

    def without(self, lines: Sequence[Line]) -> list[Line]:
        """Return the lines of a page that are its own."""
        heights = sorted({_height(line) for line in lines})
        gone = {*self._from_edge(heights, lines), *self._from_edge(heights[::-1], lines)}
        return [line for line in lines if _height(line) not in gone]

    def _from_edge(self, heights: Sequence[int], lines: Sequence[Line]) -> Sequence[int]:
        """Return at which heights furniture stands, from an edge inwards: it is set apart from the text."""
        end = 0
        for number, height in enumerate(heights[:EDGE]):
            held = [line for line in lines if _height(line) == height]
            # A number beside a header is the page's.
            if not any(map(self._recurs, held)):
                break
            inner = heights[number + 1] if number + 1 < len(heights) else None
            if inner is None or abs(inner - height) * STEP > APART * held[0].size:
                end = number + 1
        return heights[:end]

    def _recurs(self, line: Line) -> bool:
        height, words = _height(line), _plain(line)
        near = range(height - 1, height + 2)
        if sum(self._words[at, words] for at in near) >= 2:
            return True
        pages = sum(self._heights[at] for at in near)
        again = sum(count for (at, _), count in self._words.items() if at in near and count >= 2)
        # Chapters come and go in a header: what else stands at its height is one, too.
        return pages >= 4 and again >= 0.5 * pages and again >= 3


def _edges(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that stand highest and lowest on a page."""
    heights = sorted({_height(line) for line in lines})
    ends = {*heights[:EDGE], *heights[-EDGE:]}
    return [line for line in lines if _height(line) in ends]


def _height(line: Line) -> int:
    return round(line.y / STEP)


def _plain(line: Line) -> str:
    """Return a line with each number the same."""
    return _NUMBER.sub("#", " ".join(line.text.lower().split()))
