"""The footnotes of a page: small letters at its foot, each with its mark before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.formats.pdf.layout import Column, Row
from reader.formats.pdf.letters import Line
from reader.formats.pdf.text import is_raised
from reader.formats.pdf.type import SMALLER

_MARK = re.compile(r"(?P<mark>[\d⁰¹²³⁴-⁹]{1,3}|[*∗⋆†‡§¶#]{1,3}|[a-z])\s*")
_SIGN = re.compile(r"[*∗⋆†‡§¶#⁰¹²³⁴-⁹]|\d{1,3}[^\W\d_]")  # "1See": no number of a list stands like this


@dataclass(slots=True)
class Footnote:
    """A note's mark, its lines, and how many letters of the first line are the mark."""

    mark: str
    rows: list[Row]
    skipped: int = 0


def parted(page: Sequence[Column], size: float) -> tuple[list[Column], list[Footnote]]:
    """Return a page's columns without the notes below them, and the notes; `size` is that of the text."""
    columns: list[Column] = []
    notes: list[Footnote] = []
    for column in page:
        begin = _foot(column, size)
        columns.append(column[:begin])
        for row in column[begin:]:
            if mark := _mark(row):
                notes.append(Footnote(mark[0], [row], mark[1]))
            else:
                notes[-1].rows.append(row)
    return [column for column in columns if column], notes


def _foot(column: Column, size: float) -> int:
    """Return where the notes of a column begin: nothing below is larger, and the first has a mark."""
    begin = len(column)
    for index in range(len(column) - 1, -1, -1):
        if column[index].look.size > SMALLER * size:
            break
        if _mark(column[index]):
            begin = index
    return begin


def _mark(row: Row) -> tuple[str, int] | None:
    """Return the mark before a note, and how many letters it takes with the space after it."""
    first: Line = row.cells[0]
    found = _MARK.match(row.text)
    if not found:
        return None
    mark = found["mark"]
    begin = first.runs[0]
    is_alone = len(row.cells) > 1 and first.text.strip() == mark
    is_above = len(first.runs) > 1 and begin.text.strip() == mark and is_raised(begin, first)
    is_sign = _SIGN.match(row.text)
    return (mark, len(mark)) if is_alone or is_above or is_sign else None
