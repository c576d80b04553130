"""The abstract on the first page of an article, with a narrow column of keywords and dates beside it.

Many journals set it so, above a text in columns of its own. Both columns are too short to be known as such by
how their lines stand, but for their headings, which stand side by side.
"""

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.formats.pdf.letters import Line

HEADING = 40
"""Letters of the heading beside that of an abstract; ours."""

MANY = 20
"""Lines of a page that may be such a heading; ours: one that was made to harm holds ever more."""

NEAR = 2
"""Points; ours: a column's lines begin as near to each other."""

LEAST = 2
"""Lines of a column, with its heading; ours."""

BEGUN = 2
"""Lines that the text below may begin with before one is wider than the first column; ours: a heading's."""

_ABSTRACTS = frozenset(
    ("abstract", "summary", "resume", "resumen", "resumo", "riassunto", "sommario", "zusammenfassung")
)
_KEYWORDS = re.compile(
    "info|history|keyword|palabrasclave|palavraschave|motscles|schlusselworter|parolechiave"
)


class Beside(NamedTuple):
    """The lines of a page with an abstract: the two columns, and what stands above and below them.

    Each column begins with its heading; `notes` is the narrow one, whose lines may go up to `edge`.
    """

    above: list[Line]
    left: list[Line]
    right: list[Line]
    below: list[Line]
    notes: list[Line]
    edge: float


def beside_abstract(lines: Sequence[Line]) -> Beside | None:
    """Return a page's lines parted at its first abstract that has keywords or dates beside it."""
    found = sorted(_headings(lines), key=lambda pair: -pair[0].y)
    if not found:
        return None
    end = found[1][0].y + NEAR if len(found) > 1 else -1.0
    first, second = sorted(found[0], key=lambda line: line.left)
    return _parted(lines, first, second, end, has_notes_first=second is found[0][0])


def _headings(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield the heading of each abstract, and the one beside it."""
    short = [line for line in lines if len(line.text) <= HEADING]
    abstracts = [line for line in short if _essence(line.text) in _ABSTRACTS][:MANY]
    others = [line for line in short if _KEYWORDS.search(_essence(line.text))][:MANY] if abstracts else []
    for abstract in abstracts:
        for other in others:
            first, second = sorted((abstract, other), key=lambda line: line.left)
            if abs(first.y - second.y) < 0.5 * abstract.size and first.right < second.left - abstract.size:
                yield abstract, other
                break


def _essence(text: str) -> str:
    """Return the letters alone, small and without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.lower()) if letter.isalpha())


def _parted(
    lines: Sequence[Line], first: Line, second: Line, end: float, *, has_notes_first: bool
) -> Beside | None:
    """Return lines parted below two headings; the abstract's is the second one if it `has_notes_first`.

    Their columns go no further down than to an `end`.
    """
    gutter = second.left - NEAR
    top = max(first.y, second.y) + 0.5 * first.size
    across = (line for line in lines if line.y < top and line.left < gutter < line.right)
    foot = max([end, *(line.y for line in across)])
    foot = _end([line for line in lines if foot < line.y < top], gutter, foot)
    within = [line for line in lines if foot < line.y < top]
    left = [line for line in within if line.right <= gutter]
    right = [line for line in within if line.right > gutter]
    if min(len(left), len(right)) < LEAST:
        return None
    edge = second.left - 2 * second.size if has_notes_first else max(line.right for line in lines)
    above, below = ([line for line in lines if line.y >= top], [line for line in lines if line.y <= foot])
    return Beside(above, left, right, below, left if has_notes_first else right, edge)


def _end(lines: Sequence[Line], gutter: float, foot: float) -> float:
    """Return how high the text below goes: to the widest gap, if no more than its heading is above `foot`."""
    heights = sorted({line.y for line in lines} | {foot}, reverse=True)
    first_column = sorted(line.y for line in lines if line.right <= gutter)
    highest = first_column[BEGUN] if len(first_column) > BEGUN else math.inf
    return max((above - below, below) for above, below in pairwise(heights) if below < highest)[1]


def has_room(above: Line, below: Line, edge: float) -> bool:
    """Return whether a line's first word would have stood on the one above, which may go up to an edge."""
    letter = (above.right - above.left) / max(1, len(above.text))
    word = len(below.text.split(maxsplit=1)[0]) + 1
    return above.right + word * letter < edge
