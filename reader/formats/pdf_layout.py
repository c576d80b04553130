"""The order in which a page is read: its columns one after the other, each row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from reader.formats.pdf_letters import Line, Look

SIDE = 4
"""Lines; ours: fewer side by side are a table, or a line with a wide gap."""

FILLED = 0.6
"""Of a column's width; ours: most lines of prose are longer than that, and most cells of a table shorter."""

PROSE = 18
"""Letters of a column's lines, as the median; ours."""


@dataclass(slots=True)
class Row:
    """What stands on one height of a column: one line, or several with wide gaps between them."""

    cells: list[Line]

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
    def text(self) -> str:
        """Return the letters of all lines, with a space between two."""
        return " ".join(cell.text.strip() for cell in self.cells)


Column = list[Row]


def columns(lines: Sequence[Line]) -> list[Column]:
    """Return the columns of a page in reading order; a line across several ends those above it."""
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
            found += columns([line for line in band if line.right <= gutter])
            found += columns([line for line in band if line.left >= gutter])
    return found


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where two columns of prose meet, if they do."""
    if len(lines) < 2 * SIDE:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    for begin in _common_lefts(lines):
        if left + 0.2 * (right - left) < begin < right - 0.15 * (right - left):
            before = [line for line in lines if line.right < begin]
            after = [line for line in lines if line.left >= begin - 0.5]
            across = len(lines) - len(before) - len(after)
            if (
                across <= 0.4 * len(lines)
                and _is_prose(before)
                and _is_prose(after)
                and _beside(before, after)
            ):
                return begin - 0.5
    return None


def _common_lefts(lines: Sequence[Line]) -> list[float]:
    """Return where several lines begin, the most frequent first."""
    counts: dict[int, list[float]] = {}
    for line in lines:
        counts.setdefault(round(line.left / 2), []).append(line.left)
    common = sorted((held for held in counts.values() if len(held) >= SIDE), key=len, reverse=True)
    return [min(held) for held in common]


def _is_prose(lines: Sequence[Line]) -> bool:
    """Return whether most lines fill their column."""
    if len(lines) < SIDE:
        return False
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
