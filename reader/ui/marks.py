"""What is painted without moving a letter: a fill, dots under terms, a bar under the word, quiet letters."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextCursor, QTextDocument, QTextLine
from PySide6.QtWidgets import QTextEdit

from reader.text.direction import is_right_to_left
from reader.ui.palette import Palette
from reader.ui.piece import Indent
from reader.ui.theme import Look

INDENT = 1.2
"""How far a list item or a quote is set in, times the text's size and its depth."""


def all_lines(document: QTextDocument) -> Iterator[QRectF]:
    """Yield the rectangle of every painted line, in px of the document."""
    block = document.firstBlock()
    while block.isValid():
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        for number in range(block.layout().lineCount() if block.text() else 0):
            yield block.layout().lineAt(number).rect().translated(corner)
        block = block.next()


def painted(document: QTextDocument) -> Iterator[list[str]]:
    """Yield the letters of every painted line, paragraph by paragraph."""
    block = document.firstBlock()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        lines = (block.layout().lineAt(number) for number in range(block.layout().lineCount()))
        ends = ((2 * line.textStart(), 2 * (line.textStart() + line.textLength())) for line in lines)
        yield [units[start:end].decode("utf-16-le") for start, end in ends]
        block = block.next()


def line_starts(document: QTextDocument) -> tuple[int, ...]:
    """Return the first letter (code points) of every painted line."""
    starts, at = [], 0
    for lines in painted(document):
        for line in filter(None, lines):
            starts.append(at)
            at += len(line)
        at += 1
    return tuple(starts)


def line_rects(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """Yield a rectangle a line, in px, round the letters from start to end (UTF-16 units)."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            rect = _within(line, start - block.position(), end - block.position())
            if rect is not None:
                yield rect.translated(corner)
        block = block.next()


def _within(line: QTextLine, start: int, end: int) -> QRectF | None:
    first = max(start, line.textStart())
    last = min(end, line.textStart() + line.textLength())
    if first >= last:
        return None
    left, right = x_at(line, first), x_at(line, last)
    # A space that ends a line hangs beyond it: the fill ends with the letters.
    right = min(right, line.x() + line.naturalTextWidth())
    if right <= left:
        return None
    baseline = line.y() + line.ascent()
    return QRectF(left, baseline - line.ascent(), right - left, line.height())


def x_at(line: QTextLine, position: int) -> float:
    """Return where a position of the paragraph (UTF-16) stands in one of its lines, in px."""
    # PySide returns x together with the position, which it may have moved to a letter's edge.
    found: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]  # its stub says object
    return found[0]


def padded(rect: QRectF, size: float) -> QRectF:
    """Return the fill round a line's letters: a little above the ascent and below the descent."""
    return QRectF(rect.left(), rect.bottom() - size * 1.36, rect.width(), size * 1.36)


def filled(
    colours: Palette, standing: tuple[int, int] | None, heard: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Return which letters lie on the soft fill: what is heard, as far as it stands out."""
    if standing is None or heard is None:
        # Where the dimmer has brought ink and faint together, only the fill tells them apart.
        return heard or (None if colours.tells_faint else standing)
    return max(heard[0], standing[0]), min(heard[1], standing[1])


def toned(colours: Palette, standing: tuple[int, int] | None, colour: str, at: int) -> str:
    """Return a colour, or the faint one at a letter that does not stand out."""
    return colour if standing is None or standing[0] <= at < standing[1] else colours.faint


def cut(span: tuple[int, int], standing: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    """Yield the parts of a span that stand out whole, or not at all."""
    edges = sorted({*span, *(edge for edge in standing or () if span[0] < edge < span[1])})
    yield from pairwise(edges)


def quietened(
    document: QTextDocument, standing: tuple[int, int], colour: str
) -> list[QTextEdit.ExtraSelection]:
    """Return what paints all letters but those from start to end (UTF-16 units) in a quiet colour."""
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    selections = []
    for start, end in ((0, standing[0]), (standing[1], document.characterCount() - 1)):
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, form
        selections.append(selection)
    return selections


def paint_dots(
    painter: QPainter, document: QTextDocument, span: tuple[int, int], look: Look, colour: str
) -> None:
    """Dot the underside of a term."""
    thick = max(2.0, look.reading_px / 14)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), thick, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1, 1.5])
    painter.setPen(pen)
    for rect in line_rects(document, *span):
        y = rect.bottom() - look.reading_px * 0.16
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def paint_bar(painter: QPainter, document: QTextDocument, span: tuple[int, int], look: Look) -> None:
    """Draw the thick bar under the word that is heard."""
    thick = max(4.0, look.reading_px / 7)
    for rect in line_rects(document, *span):
        top = rect.bottom() - look.reading_px * 0.08
        painter.fillRect(QRectF(rect.left(), top, rect.width(), thick), QColor(look.palette.accent))


def paint_markers(
    painter: QPainter,
    document: QTextDocument,
    indents: Mapping[int, Indent],
    look: Look,
    toned: Callable[[str, int], str],
) -> None:
    """Draw the bullet or number before each list item; `indents` by UTF-16 position."""
    painter.setFont(look.reading_font())
    for position, indent in indents.items():
        block = document.findBlock(position)
        if indent.marker and block.layout().lineCount():
            corner = document.documentLayout().blockBoundingRect(block).topLeft()
            line = block.layout().lineAt(0)
            set_in = look.reading_px * INDENT * (indent.depth - 1)
            if is_right_to_left(block.text()):
                wide = painter.fontMetrics().horizontalAdvance(indent.marker)
                set_in = document.textWidth() - set_in - wide
            painter.setPen(QColor(toned(look.palette.quiet, indent.at)))
            painter.drawText(QPointF(set_in, corner.y() + line.y() + line.ascent()), indent.marker)
