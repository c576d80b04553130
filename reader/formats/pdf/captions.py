"""Where the pictures of a page stand in its text, and which lines are their captions."""

import re
from collections.abc import Iterable, Sequence

from reader.formats.pdf.figures import Figure
from reader.formats.pdf.layout import Column, Row
from reader.formats.pdf.placed import Placed
from reader.formats.pdf.text import Text
from reader.formats.pdf.words import Words
from reader.model.document import UNDESCRIBED, Block, Kind
from reader.text.places import SEPARATOR

ROWS = 12
"""Ours: more lines are no caption."""

NEAR, CLOSE = 3.5, 1.7
"""Times the size of its letters; ours: how near a caption is to its picture, and its lines to each other."""

SHARED = 0.3
"""Of the narrower one's width; ours: a picture that shares as much with a column stands in it."""

_CAPTION = re.compile(
    r"(?:fig(?:ure|ura|\.)?|abb(?:ildung|\.)?|bild|photo|image|illustration|diagram|chart"
    r"|рис(?:унок|\.)?|図|图|圖|그림)(?:\s*\d+|\s+[IVX]+\b)(?:[.-]\d+)*[a-z]?"
    r"(?:\s*[.:—–|)-]|\s+(?P<next>\S)|\s*$)",
    re.IGNORECASE,
)


def begins_caption(text: str) -> bool:
    """Return whether a line begins a caption; "Figure 1 shows" begins a sentence that tells of it."""
    found = _CAPTION.match(text)
    return found is not None and not (found["next"] or "").islower()


def set_in(columns: Sequence[Column], figures: Iterable[Figure], words: Words) -> list[Block]:
    """Put each picture above or below a row, with its caption; return those of a page without rows."""
    homeless: list[Block] = []
    for figure in figures:
        place = figure.place
        column = min(
            (column for column in columns if column), key=lambda held: _distance(held, place), default=[]
        )
        at = sum(row.y >= place.top for row in column)
        caption = _below(column, place) or _above(column, at, place)
        # A picture that stood at a caption's line stays when that line goes.
        blocks = [held for row in caption for held in (*row.above, *row.below)]
        blocks.append(_captioned(figure, caption, words))
        at -= sum(any(row is held for held in caption) for row in column[:at])
        column[:] = [row for row in column if not any(row is held for held in caption)]
        if not column:
            homeless += blocks
        elif at < len(column):
            column[at].above += blocks
        else:
            column[-1].below += blocks
    return homeless


def _distance(column: Column, place: Placed) -> tuple[bool, float]:
    """Return how far a picture is from a column: whether it stands beside it, and how much above or below."""
    left, right = min(row.left for row in column), max(row.right for row in column)
    shared = min(right, place.right) - max(left, place.left)
    is_beside = shared < SHARED * min(right - left, place.right - place.left)
    return is_beside, max(0.0, column[-1].y - place.top, place.foot - column[0].y)


def _below(column: Column, place: Placed) -> Sequence[Row]:
    """Return the lines of a caption below a picture."""
    first = next((number for number, row in enumerate(column) if row.y < place.foot), len(column))
    if first == len(column) or place.foot - column[first].y > (1 + NEAR) * column[first].look.size:
        return []
    return _caption(column[first : first + ROWS])


def _above(column: Column, end: int, place: Placed) -> Sequence[Row]:
    """Return the lines of a caption above a picture, which stands before the row with a number."""
    if not end or column[end - 1].y - place.top > NEAR * column[end - 1].look.size:
        return []
    for first in range(end - 1, max(-1, end - 1 - ROWS), -1):
        if found := _caption(column[first:end]):
            return found if len(found) == end - first else []
    return []


def _caption(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the lines of the caption that begins some rows."""
    if not begins_caption(rows[0].text):
        return []
    end = 1
    while end < len(rows) and _goes_on(rows[end - 1], rows[end]):
        end += 1
    return rows[:end]


def _goes_on(above: Row, below: Row) -> bool:
    size = above.look.size
    return above.y - below.y < CLOSE * size and abs(below.look.size - size) < 0.08 * size


def _captioned(figure: Figure, caption: Iterable[Row], words: Words) -> Block:
    """Return a picture as a block: what describes it, and its caption."""
    text = Text(words, set())
    for row in caption:
        text.add(row, {})
    said, spans = text.taken()
    if said and figure.words and figure.words not in said:
        return Block("", Kind.PICTURE, f"{figure.words}{SEPARATOR}{said}", picture=figure.name)
    return Block("", Kind.PICTURE, said or figure.words or UNDESCRIBED, spans=spans, picture=figure.name)
