"""Around here: the piece within its part, all of it, to scroll and select."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame

from reader.model.chunk import Chunk
from reader.session.command import Sessions
from reader.ui.caret import CaretText
from reader.ui.column_page import way_back
from reader.ui.filling import filled
from reader.ui.fit import EDGE, INSET, side
from reader.ui.page import Page, Run
from reader.ui.paragraphs import PARAGRAPH_GAP
from reader.ui.quiet_line import QuietLine
from reader.ui.theme import Look

FARTHEST = 12_000
"""Letters before and after the piece; ours: some pages of a book, which may have no parts at all."""


class AroundPage(Page):
    """Shows the part as one text that scrolls, of a very long one what is near; the caret is at the piece."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run)
        self._reading = sessions.reading
        self._top = way_back(run)
        self._top.setParent(self)
        self._text = CaretText(self)
        self._text.setTabChangesFocus(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._quiet = QuietLine(sessions.notices, self, rests=False)
        sessions.notices.changed.connect(self._place)

    def set_look(self, look: Look) -> None:
        """Take on letters and colours."""
        super().set_look(look)
        self._top.set_look(look)
        self._quiet.set_look(look)
        self._place()
        if self.isVisible():
            first = self._text.cursorForPosition(QPoint(0, 0)).position()
            self._fill()
            self._scroll_to(first)

    def settle(self) -> None:
        """Show the part of now, at the piece of now."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill()
        self._scroll_to(self._text.textCursor().position())

    def _fill(self) -> None:
        with filled(self._text) as cursor:
            here = self._write_part(cursor)
        cursor.setPosition(here)
        self._text.setTextCursor(cursor)

    def _scroll_to(self, position: int) -> None:
        paragraph = self._text.document().findBlock(position)
        top = self._text.document().documentLayout().blockBoundingRect(paragraph).top()
        self._text.verticalScrollBar().setValue(round(top))

    def _write_part(self, cursor: QTextCursor) -> int:
        """Write the part of now; return where the piece of now begins."""
        assert self.look is not None
        here = 0
        heading = ""
        # Of the whole text, whatever is shown: around a key point stands its part.
        whole = self._reading.text.whole
        shown = whole.piece_at(self._reading.chunk.place)
        part = whole.chunks.of_part(shown.part)
        near = _near(whole.chunks, shown.index, part)
        self._text.setAccessibleName("The whole part" if near == part else "The text around here")
        for chunk in whole.chunks[near.start : near.stop]:
            if chunk.heading != heading:
                heading = chunk.heading
                self._write(cursor, heading, self.look.palette.quiet, marked=False)
            marked = chunk is shown
            if marked:
                here = cursor.position()
            for line in filter(None, chunk.text.split("\n")):
                self._write(cursor, line, self.look.palette.ink, marked=marked)
        return here

    def _write(self, cursor: QTextCursor, text: str, colour: str, *, marked: bool) -> None:
        look = self.look
        assert look is not None
        block = QTextBlockFormat()
        block.setLineHeight(look.line_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setBottomMargin(look.line_px * (PARAGRAPH_GAP - 1))
        letters = QTextCharFormat()
        letters.setFont(look.reading_font())
        letters.setForeground(QColor(colour))
        if marked:
            letters.setBackground(QColor(look.palette.mark))
        cursor.setBlockFormat(block)
        cursor.insertText(text, letters)
        cursor.insertBlock()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the column anew."""
        self._place()

    def _place(self) -> None:
        if self.look is None:
            return
        frame = min(self.width() - 2 * side(self.width()), self.look.column_px + EDGE)
        left = (self.width() - frame) // 2
        wide = frame + 2 * INSET
        height = self._top.heightForWidth(wide)
        self._top.setGeometry(left - INSET, EDGE, wide, height)
        above = 2 * EDGE + height
        self._text.setGeometry(left, above, frame, self._quiet.lie_below(left, frame) - above)


def _near(chunks: Sequence[Chunk], index: int, part: range) -> range:
    """Return which pieces of a part are shown around one of them."""
    first = end = index
    letters = 0
    while first > part.start and letters < FARTHEST:
        first -= 1
        letters += len(chunks[first].text)
    letters = 0
    while end < part.stop and letters < FARTHEST:
        letters += len(chunks[end].text)
        end += 1
    return range(first, end)
