"""The numbers beside the lines of a manuscript, which are no part of its text.

What rises evenly beside a list, a table or a bibliography is kept: only numbers in the margin of running text
are taken for those of its lines, and only if they stand so on two pages or on the only one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from reader.formats.pdf.drawn import Drawn

PAGES = 2
"""Ours: on one of several pages stands a list, perhaps."""

FEWEST, SPAN = 4, 10
"""Numbers of a page, and lines that they count; ours: fewer may be anything."""

EDGES = 20
"""Of a page; ours: each takes a look at all that stands beside it."""

STEPS, EVEN = (1, 2, 5, 10), 0.9
"""Lines from one number to the next, and how many of all steps are alike; ours."""

LONG, FILLED = 30, 0.7
"""Letters of a line of text, and of the text's width how much most of its lines take; ours."""

LEAST, MOST = 0.25, 1.2
"""Lines of text for each that is counted; ours: displayed formulas are counted, too, and a list's entries go
on in lines that are not.
"""

GOING_ON = 0.3
"""Of lines of text; ours: fewer that begin with a small letter are the entries of a list, or code."""

CODE = 0.25
"""Of all letters; ours: where more are of one width, it is code that is numbered, and keeps its numbers."""

DIGITS = 5
"""Of the longest number; ours."""

_Edge = tuple[bool, int, float]
"""Whether the numbers end there, where in whole points, and the size of their digits."""


class Numbering:
    """Knows at which edges the numbers of lines stand, once it has seen some pages of a text."""

    def __init__(self) -> None:
        self._seen: Counter[_Edge] = Counter()
        self._edges: frozenset[_Edge] = frozenset()

    def learn(self, parts: Sequence[Drawn]) -> None:
        """Look for the numbers of lines among what a page draws."""
        self._seen.update(set(_edges(parts)))

    def settle(self, pages: int) -> bool:
        """Keep to what was learnt of a text with so many pages; return whether its lines are numbered."""
        sure = min(PAGES, pages)
        self._edges = frozenset(edge for edge, count in self._seen.items() if count >= sure)
        return bool(self._edges)

    def without(self, parts: Sequence[Drawn]) -> Sequence[Drawn]:
        """Return what a page draws but for the numbers of its lines."""
        return [part for part in parts if not self._has_at_edge(part)] if self._edges else parts

    def _has_at_edge(self, part: Drawn) -> bool:
        if not part.look or not _is_number(part):
            return False
        return any(
            (ends, round(_edge(part, ends=ends)) + by, part.look.size) in self._edges
            for ends in (True, False)
            for by in (-1, 0, 1)
        )


def _is_number(part: Drawn) -> bool:
    return part.text.isdecimal() and len(part.text) <= DIGITS


def _edge(part: Drawn, *, ends: bool) -> float:
    return part.right if ends else part.left


def _edges(parts: Sequence[Drawn]) -> Iterator[_Edge]:
    """Yield where the numbers of a page's lines begin or end."""
    numbers = [part for part in parts if _is_number(part)]
    for ends in (True, False):
        by_edge: dict[_Edge, list[Drawn]] = {}
        for part in numbers:
            size = part.look.size if part.look else 0
            by_edge.setdefault((ends, round(_edge(part, ends=ends)), size), []).append(part)
        for edge, held in sorted(by_edge.items(), key=lambda group: -len(group[1]))[:EDGES]:
            if len(held) >= FEWEST and _are_of_lines(held, parts):
                yield edge


def _are_of_lines(numbers: Sequence[Drawn], parts: Sequence[Drawn]) -> bool:
    """Return whether numbers that stand below each other count the lines of a text beside them."""
    numbers = sorted(numbers, key=lambda part: -part.y)
    values = [int(part.text) for part in numbers]
    count = values[-1] - values[0] + 1
    step, often = Counter(after - before for before, after in pairwise(values)).most_common(1)[0]
    if step not in STEPS or often < EVEN * (len(values) - 1) or count < SPAN:
        return False
    top, foot = numbers[0].y + 1, numbers[-1].y - 1
    left, right = min(part.left for part in numbers), max(part.right for part in numbers)
    beside = [part for part in parts if part.look and foot <= part.y <= top]
    text = [part for part in beside if not (_is_number(part) and left <= part.left <= part.right <= right)]
    is_outside = all(part.left > right for part in text) or all(part.right < left for part in text)
    return is_outside and _is_prose(text, count)


def _is_prose(parts: Sequence[Drawn], count: int) -> bool:
    """Return whether what stands beside numbers is running text, of which they count so many lines."""
    by_height: dict[int, list[Drawn]] = {}
    letters = fixed = 0
    for part in parts:
        by_height.setdefault(round(part.y), []).append(part)
        letters += len(part.text)
        fixed += len(part.text) * bool(part.look and part.look.is_fixed)
    lines = [line for line in by_height.values() if sum(len(part.text) for part in line) >= LONG]
    is_code = fixed > CODE * letters
    if is_code or not max(1, LEAST * count) <= len(lines) <= MOST * count:
        return False
    lefts = [min(part.left for part in line) for line in lines]
    rights = [max(part.right for part in line) for line in lines]
    widths = [right - left for left, right in zip(lefts, rights, strict=True)]
    going_on = sum(_goes_on(line) for line in lines)
    return median(widths) >= FILLED * (max(rights) - min(lefts)) and going_on >= GOING_ON * len(lines)


def _goes_on(line: Sequence[Drawn]) -> bool:
    """Return whether a line begins as one does that goes on from another."""
    first = min(line, key=lambda part: part.left).text[0]
    return first.isalpha() and not first.isupper()
