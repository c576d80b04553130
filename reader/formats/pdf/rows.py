"""What the rows of a column are: running text, a table, code or a list of contents."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from reader.formats.pdf.centred import find_headings
from reader.formats.pdf.formulas import formula_end
from reader.formats.pdf.layout import Column, Row
from reader.formats.pdf.letters import Line
from reader.formats.pdf.type import Typography
from reader.formats.pdf.words import Words

ALIGNED = 4
"""Points; ours: cells that begin as near to each other stand in one column of a table."""

MARKER = re.compile(
    r"(?P<bullet>[•·‣◦▪●○■□–—*∙▶►✓➢-])\s+(?=\S)|(?P<number>\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)

_LEADERS = re.compile(r"(?:\s?\.){4,}\s*(?P<page>\w{0,6})\s*$|(?:\s\.){3,}")
_ENDS_IN_NUMBER = re.compile(r"\S\s+(?:\d{1,4}|[ivxl]{1,6})\s*$")
CONTENTS = 3
"""Lines with leading dots; ours: a list of contents has more of them than that."""

LONGEST_ENTRY = 60
"""Letters of an entry's line that goes on in the next one; ours."""


class Sort(Enum):
    """What some rows are together."""

    PROSE = auto()
    TABLE = auto()
    CODE = auto()
    FORMULA = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of one sort that follow one another in a column, which goes from `left` to `right`."""

    sort: Sort
    rows: list[Row]
    left: float
    right: float
    leading: float


def stretches(column: Column, type_: Typography) -> list[Stretch]:
    """Return the rows of a column by their sort."""
    rows = _without_contents(column)
    left, right, leading = (
        min(row.left for row in column),
        max(row.right for row in column),
        _leading(column, type_),
    )
    find_headings(column, type_.size)
    found: list[Stretch] = []
    at = 0
    while at < len(rows):
        sort, end = _sort(rows, at, left, type_)
        if sort is Sort.PROSE and found and found[-1].sort is Sort.PROSE:
            found[-1].rows.extend(rows[at:end])
        else:
            found.append(Stretch(sort, rows[at:end], left, right, leading))
        at = end
    return found


def _sort(rows: Sequence[Row], at: int, left: float, type_: Typography) -> tuple[Sort, int]:
    """Return what begins with a row, and where it ends; `left` is where the column begins."""
    end = at
    while end < len(rows) and _is_code(rows[end]):
        end += 1
    if end > at:
        return Sort.CODE, end
    if type_.heading_level(rows[at]) and not _has_cells(rows[at]):
        return Sort.PROSE, at + 1
    if end := formula_end(rows, at, left, type_.size):
        return Sort.FORMULA, end
    end = _table_end(rows, at)
    return (Sort.TABLE, end) if end else (Sort.PROSE, at + 1)


def _is_code(row: Row) -> bool:
    return all(run.look.is_fixed for cell in row.cells for run in cell.runs if run.text.strip())


def _has_cells(row: Row) -> bool:
    """Return whether a row has several cells; what parts a list's marks from its words is none."""
    begun = MARKER.fullmatch(row.cells[0].text.strip() + " x") or len(row.cells[0].text.strip()) < 2
    return len(row.cells) > (2 if begun else 1)


def _table_end(rows: Sequence[Row], at: int) -> int:
    """Return where a table that begins with a row ends; 0 if none begins."""
    if not _has_cells(rows[at]):
        return 0
    starts = [cell.left for cell in rows[at].cells]
    with_cells, end = 1, at + 1
    while end < len(rows):
        row = rows[end]
        if (
            row.cells[0].size > 1.15 * rows[at].cells[0].size
            or rows[end - 1].y - row.y > 4 * row.cells[0].size
        ):
            break
        shared = sum(_is_near(cell, starts) for cell in row.cells)
        if _has_cells(row) and shared:
            with_cells += 1
            starts += [cell.left for cell in row.cells if not _is_near(cell, starts)]
        elif not (shared and row.left > min(starts) + ALIGNED):
            break
        end += 1
    return end if with_cells > 1 else 0


def _is_near(cell: Line, starts: Sequence[float]) -> bool:
    return any(abs(cell.left - start) < ALIGNED for start in starts)


def table_text(rows: Sequence[Row], words: Words) -> str:
    """Return a table's rows, one a line, its cells parted by " | "; a cell's second line joins its first."""
    lefts = sorted(cell.left for row in rows for cell in row.cells)
    starts = [lefts[0], *(after for before, after in pairwise(lefts) if after - before > 2 * ALIGNED)]
    lines: list[list[str]] = []
    for row in rows:
        cells = [""] * len(starts)
        for cell in row.cells:
            column = max((at for at, start in enumerate(starts) if start <= cell.left + ALIGNED), default=0)
            cells[column] = words.joined(cells[column], cell.text.strip())
        if cells[0] or not lines:
            lines.append(cells)
        else:
            lines[-1] = [words.joined(above, below) for above, below in zip(lines[-1], cells, strict=True)]
    return "\n".join(" | ".join(cells).rstrip(" |") for cells in lines)


def code_text(rows: Sequence[Row], leading: float) -> str:
    """Return lines of code with their indents, and a blank line where one was left."""
    left = min(row.left for row in rows)
    parts: list[str] = []
    for number, row in enumerate(rows):
        width = max(1.0, (row.cells[0].right - row.left) / max(1, len(row.cells[0].text.strip())))
        blank = number and rows[number - 1].y - row.y > 1.7 * leading
        parts.append("\n" * bool(blank) + " " * round((row.left - left) / width) + row.text.rstrip())
    return "\n".join(parts)


def _leading(column: Column, type_: Typography) -> float:
    """Return the usual distance of two lines of text: the least that is frequent."""
    size = type_.size
    steps = Counter(round(2 * (above.y - below.y)) / 2 for above, below in pairwise(column))
    possible = {step: count for step, count in steps.items() if 0.9 * size < step < 3 * size}
    often = max(possible.values(), default=0) / 4
    return min((step for step, count in possible.items() if count >= often), default=1.2 * size)


def _without_contents(column: Column) -> Column:
    """Return a column without a printed list of contents: the reader has its own, which leads there."""
    dotted = [bool(_LEADERS.search(row.text)) for row in column]
    if sum(dotted) <= CONTENTS:
        return column
    first, last = dotted.index(True), len(dotted) - dotted[::-1].index(True)
    while first and _ENDS_IN_NUMBER.search(column[first - 1].text):
        first -= 1
    while last < len(column) and _ENDS_IN_NUMBER.search(column[last].text):
        last += 1
    heading = first == 1 and len(column[0].text.split()) <= 3  # "Contents", in whatever language
    kept = [row for row in column[first:last] if _is_prose(row)]
    return [*column[: 0 if heading else first], *kept, *column[last:]]


def _is_prose(row: Row) -> bool:
    """Return whether a row between the entries of a list of contents is none of them."""
    text = row.text
    return len(text) > LONGEST_ENTRY and not _LEADERS.search(text) and not _ENDS_IN_NUMBER.search(text)
