"""Headings that stand in the middle of their column, in letters as large as the text's or hardly smaller."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.formats.pdf.layout import Row

ASIDE = 1.0
"""Times the letters' size; ours: as near to the middle stands what is set there."""

SET_IN, SET_FAR = 1, 3
"""Times the letters' size; ours: how far such a heading is set in, or one whose letters are the text's."""

OUT = 0.15
"""Of lines; ours: so many may go beyond the column's edge, such as those of code or notes in the margin."""

LONGEST = 100
"""Letters of a line; ours."""

LEAST = 0.85
"""Of the text's size; ours: smaller letters are a caption's or a note's."""

CLOSE, APART = 1.4, 1.5
"""Times the letters' size; ours: as near is a heading's second line, and as far from other lines stands one
whose letters are like the text's.
"""

NUMBER = re.compile(
    r"(?:(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){0,3}\.|(?:\d{1,2}|[A-H])(?:\.\d{1,2}){1,3})\s+(?=[^\W\d_])"
)
"""That of a heading, such as "1.", "IV." or "2.3"; "A." may begin a name."""

_WORD = re.compile(r"[^\W\d_]{4}")


def find_headings(column: Sequence[Row], size: float) -> None:
    """Mark the rows of a column that are headings; `size` is that of the text's letters."""
    left = sorted(row.left for row in column)[int(OUT * len(column))]
    right = sorted((row.right for row in column), reverse=True)[int(OUT * len(column))]
    for at, row in enumerate(column):
        set_in = min(row.left - left, right - row.right) / row.look.size
        is_centred = abs(row.left - left - right + row.right) < 2 * ASIDE * row.look.size and set_in > SET_IN
        if row.is_heading is None and is_centred and row.look.size >= LEAST * size:
            around = column[max(0, at - 1) : at + 2]
            is_apart = all(upper.y - lower.y > APART * upper.look.size for upper, lower in pairwise(around))
            begins = _is_title(row, is_alone=is_apart and set_in > SET_FAR)
            row.is_heading = begins or (at > 0 and _goes_on(column[at - 1], row)) or None


def _is_title(row: Row, *, is_alone: bool) -> bool:
    """Return whether a line is a heading by its letters, or by its number if it stands alone."""
    text = row.text
    number = NUMBER.match(text)
    title = text[number.end() :] if number else text
    if len(text) > LONGEST or not _WORD.search(title) or title.endswith((".", ",", ";", ":")):
        return False
    if _is_all(row, "is_bold"):
        return bool(number) or title.isupper()
    if title.isupper() or not is_alone:
        return bool(number) and title.isupper()
    # A stop stands in a caption, and a comma in an address.
    return bool(number) and ". " not in title and ("," not in title or _is_all(row, "is_italic"))


def _is_all(row: Row, trait: str) -> bool:
    """Return whether all letters but for a number's look so."""
    words = [run for cell in row.cells for run in cell.runs if any(map(str.isalpha, run.text))]
    return all(getattr(run.look, trait) for run in words)


def _goes_on(above: Row, row: Row) -> bool:
    """Return whether a line is the second one of a heading."""
    is_near = above.y - row.y < CLOSE * above.look.size and row.look == above.look
    return bool(above.is_heading and is_near and not NUMBER.match(row.text) and _WORD.search(row.text))
