"""The cells of a table under each other: the space before each bar is as wide as that takes.

So no letter of the text changes. Where a row needs more than one line, all stay as they are written.
"""

import re
from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from reader.text.direction import is_right_to_left
from reader.ui.line_ends import set_space
from reader.ui.marks import x_at
from reader.ui.utf16 import in_units

MOST_ROWS = 40
"""Ours: more are never seen at once, and would hold the page up."""

_BAR = re.compile(r" \| ")


def align(document: QTextDocument, table: range, usual: float) -> tuple[int, ...]:
    """Put the cells of the table at these positions (UTF-16) under each other, where there is room.

    `usual` is how much wider than the font has them spaces are, in px. Return which spaces are wider now.
    """
    rows = [_Row(block) for block in _blocks(document, table)]
    if not 1 < len(rows) <= MOST_ROWS or not all(row.may_be_aligned for row in rows):
        return ()
    columns: list[float] = [0.0] * max(len(row.cells) for row in rows)
    for row in rows:
        for number, width in enumerate(row.cells):
            columns[number] = max(columns[number], width)
    if not all(row.has_room(columns) for row in rows):
        return ()
    widened = []
    for row in rows:
        for at, wider in row.missing(columns):
            set_space(document, at, usual + wider)
            widened.append(at)
    return tuple(widened)


def _blocks(document: QTextDocument, table: range) -> list[QTextBlock]:
    document.documentLayout().documentSize()  # lays out what has changed
    blocks: list[QTextBlock] = []
    block = document.findBlock(table.start)
    while block.isValid() and block.position() < table.stop and len(blocks) <= MOST_ROWS:
        blocks.append(block)
        block = block.next()
    return blocks


class _Row:
    """A line with bars between its cells; `cells` holds how wide each is that a bar follows, in px."""

    def __init__(self, block: QTextBlock) -> None:
        self._block = block
        text = in_units(block.text())
        self.may_be_aligned = block.layout().lineCount() == 1 and not is_right_to_left(text)
        self._bars = [bar.start() for bar in _BAR.finditer(text)]
        self.cells: list[float] = []
        if self.may_be_aligned:
            starts = [0, *(bar + len(" | ") for bar in self._bars)]
            cells = zip(starts, self._bars, strict=False)
            self.cells = [x_at(self._line, end) - x_at(self._line, start) for start, end in cells]

    def has_room(self, columns: Sequence[float]) -> bool:
        """Return whether the row stays one line in columns of these widths."""
        wider = sum(wider for _, wider in self.missing(columns))
        return self._line.naturalTextWidth() + wider <= self._line.width()

    def missing(self, columns: Sequence[float]) -> list[tuple[int, float]]:
        """Return the space before each bar, and how many px it lacks."""
        lacking = (column - cell for column, cell in zip(columns, self.cells, strict=False))
        return [(self._block.position() + bar, px) for bar, px in zip(self._bars, lacking, strict=True)]

    @property
    def _line(self) -> QTextLine:
        return self._block.layout().lineAt(0)
