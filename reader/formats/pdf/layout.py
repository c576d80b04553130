"""The order in which a page is read: its columns one after the other, each row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median

from reader.formats.pdf.abstracts import Beside, beside_abstract, has_room
from reader.formats.pdf.drawn import Look
from reader.formats.pdf.letters import Line
from reader.model.document import Block

SIDE = 4
"""Lines; ours: fewer side by side are a table, or a line with a wide gap."""

TURNS = 0.25
"""For each line of the shorter column; ours: a file that changes sides more often writes row by row."""

FILLED = 0.6
"""Of a column's width; ours: most lines of prose are longer than that, and most cells of a table shorter."""

PROSE = 18
"""Letters of a column's lines, as the median; ours."""

ABSTRACTS = 3
"""Of a page; ours: an article may be told of in several languages."""

LONE = 2  # letters: as few may be a mark


@dataclass(slots=True)
class Row:
    """What stands on one height of a column: one line, or several with wide gaps between them.

    `above` and `below` are the pictures that stand between it and its neighbours. `is_heading` and `begins`
    tell whether it is a heading, and whether it begins a paragraph, where that is known from its place.
    """

    cells: list[Line]
    above: list[Block] = field(default_factory=list)
    below: list[Block] = field(default_factory=list)
    is_heading: bool | None = None
    begins: bool = False

    @property
    def left(self) -> float:
        """Return where the first letter begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Return where the last letter ends."""
        return max(cell.right for cell in self.cells)

    @property
    def y(self) -> float:
        """Return the baseline."""
        return self.cells[0].y

    @property
    def look(self) -> Look:
        """Return how most letters of the longest line look."""
        return max(self.cells, key=lambda cell: len(cell.text)).look

    @property
    def sizes(self) -> set[float]:
        """Return the sizes of its letters but for lone ones."""
        found = {run.look.size for cell in self.cells for run in cell.runs if len(run.text) > LONE}
        return found or {self.look.size}

    @property
    def text(self) -> str:
        """Return the letters of all lines, with a space between two."""
        return " ".join(cell.text.strip() for cell in self.cells)


Column = list[Row]


def columns(lines: Sequence[Line], abstracts: int = ABSTRACTS) -> list[Column]:
    """Return the columns of a page in reading order; a line across several ends those above it.

    The page may have so many abstracts with something beside them.
    """
    if abstracts and (beside := beside_abstract(lines)):
        below = columns(beside.below, abstracts - 1)
        return [*columns(beside.above, 0), *_front(beside), *below]
    gutter = _gutter(lines)
    if gutter is None:
        return [_rows(lines)] if lines else []
    found: list[Column] = []
    downwards = sorted(lines, key=lambda line: (-line.y, line.left))
    for is_across, run in groupby(downwards, lambda line: line.left < gutter < line.right):
        band = list(run)
        if is_across:
            found.append(_rows(band))
        else:
            found += columns([line for line in band if line.right <= gutter], 0)
            found += columns([line for line in band if line.left >= gutter], 0)
    return found


def _front(beside: Beside) -> list[Column]:
    """Return an article's abstract and what stands beside it, in which each line may be a paragraph."""
    left, right = _rows(beside.left), _rows(beside.right)
    notes = left if beside.notes is beside.left else right
    for above, below in pairwise(notes):
        below.is_heading = False
        below.begins = has_room(above.cells[-1], below.cells[0], beside.edge)
    left[0].is_heading = right[0].is_heading = True
    return [left, right]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where two columns meet, if they do; `lines` are in the order of the file.

    A file writes a column of text to its end, and a table row by row; some write all of a page row by row.
    """
    if len(lines) < 2 * SIDE:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    for begin in _common_lefts(lines):
        if not left + 0.2 * (right - left) < begin < right - 0.15 * (right - left):
            continue
        before = [line for line in lines if line.right < begin]
        after = [line for line in lines if line.left >= begin - 0.5]
        across = len(lines) - len(before) - len(after)
        if min(len(before), len(after)) < SIDE or across > 0.4 * len(lines) or not _beside(before, after):
            continue
        if _turns(lines, begin) <= TURNS * min(len(before), len(after)) or (
            _is_prose(before) and _is_prose(after)
        ):
            return begin - 0.5
    return None


def _turns(lines: Sequence[Line], begin: float) -> int:
    """Return how often the file changes from one side to the other."""
    sides = [line.left >= begin - 0.5 for line in lines if line.right < begin or line.left >= begin - 0.5]
    return sum(side != other for side, other in pairwise(sides))


def _common_lefts(lines: Sequence[Line]) -> list[float]:
    """Return where several lines begin, the most frequent first."""
    counts: dict[int, list[float]] = {}
    for line in lines:
        counts.setdefault(round(line.left / 2), []).append(line.left)
    common = sorted((held for held in counts.values() if len(held) >= SIDE), key=len, reverse=True)
    return [min(held) for held in common]


def _is_prose(lines: Sequence[Line]) -> bool:
    """Return whether most lines fill their column."""
    width = max(line.right for line in lines) - min(line.left for line in lines)
    filled = median(line.right - line.left for line in lines)
    return filled >= FILLED * width and median(len(line.text) for line in lines) >= PROSE


def _beside(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Return whether two columns stand side by side, and not one above the other."""
    top = min(max(line.y for line in before), max(line.y for line in after))
    foot = max(min(line.y for line in before), min(line.y for line in after))
    height = min(max(line.y for line in side) - min(line.y for line in side) for side in (before, after))
    return top - foot >= 0.5 * height


def _rows(lines: Sequence[Line]) -> Column:
    """Return lines row by row, downwards."""
    rows: Column = []
    for line in sorted(lines, key=lambda line: (-line.y, line.left)):
        last = rows[-1] if rows else None
        if last and last.y - line.y < 0.4 * min(last.cells[0].size, line.size):
            last.cells.append(line)
            last.cells.sort(key=lambda cell: cell.left)
        else:
            rows.append(Row([line]))
    return rows
