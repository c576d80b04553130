"""Long sentences in lines of sense: one clause a line, the words unchanged."""

from bisect import bisect_left
from collections.abc import Sequence
from math import inf

from reader.model.chunk import Chunk
from reader.model.document import Kind
from reader.text import words
from reader.text.cutting import PROSE
from reader.text.sense_borders import Border, Clearness, borders

LONG, ENDLESS = 25, 500
"""A sentence of more than 25 words is laid out in lines; one of more than 500 is words without a stop."""

FEWEST = 4
"""Words of a line at least; ours: shorter ones make the eye jump more than they help."""

BEST = 9
"""Words of a line that is taken in at one look; ours. Five to fourteen are near enough."""

PRICE = {Clearness.CLEAR: -4.0, Clearness.FAIR: 4.0, Clearness.WEAK: 12.0}
"""What a border costs, so that not all that can be parted is; a line costs by its distance from the best.

A clear border is a gain: there two short clauses get a line each rather than one together.
"""

_LOOKED_BACK = 16
"""Borders that one line may pass over; it keeps the time in proportion to the text."""

_KINDS = PROSE | {Kind.KEY_POINT}


def breaks(sentence: str) -> tuple[int, ...]:
    """Return where the second and each later line begins, in code points; without a safe border nowhere."""
    is_long = LONG < words.count(sentence) <= ENDLESS
    return _chosen(sentence, list(borders(sentence))) if is_long else ()


def breaks_in(chunk: Chunk) -> tuple[int, ...]:
    """Return where such lines begin in the text of a piece, in code points; none within a styled stretch."""
    if not all(part.kind in _KINDS for part in chunk.slices):
        return ()
    return tuple(
        start + at
        for start, end in chunk.sentence_spans()
        for at in breaks(chunk.text[start:end])
        if not any(span.start < start + at < span.end for span in chunk.spans)
    )


def _chosen(sentence: str, found: Sequence[Border]) -> tuple[int, ...]:
    """Return the borders that cost least together with the lines they make."""
    starts = [start for start, _ in words.spans(sentence)]
    ends = [Border(0, Clearness.CLEAR), *found, Border(len(sentence), Clearness.CLEAR)]
    counts = [bisect_left(starts, border.at) for border in ends]
    best = [(0.0, 0)]  # up to each border: the least cost, and where its last line begins
    for last in range(1, len(ends)):
        price = PRICE[ends[last].clearness]
        options = (
            (best[first][0] + _cost(counts[last] - counts[first]) + price, first)
            for first in range(max(0, last - _LOOKED_BACK), last)
        )
        best.append(min(options))
    chosen = []
    last = best[-1][1]
    while last:
        chosen.append(ends[last].at)
        last = best[last][1]
    return tuple(reversed(chosen))


def _cost(count: int) -> float:
    return (count - BEST) ** 2 / 2 if count >= FEWEST else inf
