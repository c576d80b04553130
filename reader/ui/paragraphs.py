"""How a paragraph of the piece is set: the height of its lines, its side, and how far it is set in."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor

from reader.text.direction import is_right_to_left
from reader.ui.marks import INDENT
from reader.ui.piece import Indent
from reader.ui.theme import Look

PARAGRAPH_GAP = 1.5
"""The empty space between paragraphs, in lines (R6)."""

_LINE_GAP = 0.25
"""The same between short lines, such as those of an address; ours: they are one thing to the eye."""

_SHORT = 40
"""Letters of such a line; ours."""

_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "؟", "।")


def set_paragraphs(
    cursor: QTextCursor, indents: Mapping[int, Indent], by_line: Collection[range], look: Look
) -> None:
    """Set all paragraphs of a cursor's document; `indents` by UTF-16 position, `by_line` such positions."""
    block = cursor.document().firstBlock()
    while block.isValid():
        at = block.position()
        cursor.setPosition(at)
        hangs = any(at in lines for lines in by_line)
        cursor.setBlockFormat(_format_of(block, indents.get(at), look, hangs=hangs))
        block = block.next()


def _format_of(block: QTextBlock, indent: Indent | None, look: Look, *, hangs: bool) -> QTextBlockFormat:
    """Return the format of a paragraph; an empty one is the gap between two others.

    Of one that `hangs`, such as the row of a table, all lines but the first are set in.
    """
    form = QTextBlockFormat()
    is_gap = not block.text() and block.position() > 0
    gap = _LINE_GAP if _is_line(block.previous()) and _is_line(block.next()) else PARAGRAPH_GAP
    height = look.line_px * (gap if is_gap else 1)
    form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    from_right = is_right_to_left(block.text())
    if from_right:
        form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    set_in = form.setRightMargin if from_right else form.setLeftMargin
    step = look.reading_px * INDENT
    if indent:
        set_in(step * indent.depth)
    elif hangs:
        set_in(step)
        form.setTextIndent(-step)
    return form


def _is_line(block: QTextBlock) -> bool:
    """Return whether a paragraph is rather a line, as in the head of a letter."""
    text = block.text().rstrip()
    return 0 < len(text) <= _SHORT and not text.endswith(_ENDS)
