"""Around here: the piece within its part, all of it, to scroll and select."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.session.commands import Sessions
from reader.ui.chunk_view import PARAGRAPH_GAP
from reader.ui.column_page import EDGE, Row
from reader.ui.controls import Control
from reader.ui.filling import filled
from reader.ui.fit import INSET
from reader.ui.theme import Look


class AroundPage(QWidget):
    """Shows the whole part as one text that scrolls; the caret stands at the piece."""

    def __init__(self, sessions: Sessions, run: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._reading = sessions.reading
        self._look: Look | None = None
        back = Control(("Back",), lambda: run("back out"), role="plain", icon_name="back")
        dimmer = Control(("Dimmer",), lambda: run("dimmer"), role="plain", icon_name="moon")
        self._top = Row((back, dimmer), apart=True)
        self._top.setParent(self)
        self._text = QTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setAccessibleName("The whole part")

    def set_look(self, look: Look) -> None:
        """Take on letters and colours."""
        self._look = look
        self._top.set_look(look)
        if self._reading.chunks:
            self._fill()
        self._place()

    def settle(self) -> None:
        """Show the part of now, at the piece of now."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill()

    def _fill(self) -> None:
        if self._look is None:
            return
        with filled(self._text) as cursor:
            here = self._write_part(cursor)
        cursor.setPosition(here)
        self._text.setTextCursor(cursor)
        top = self._text.document().documentLayout().blockBoundingRect(cursor.block()).top()
        self._text.verticalScrollBar().setValue(round(top))

    def _write_part(self, cursor: QTextCursor) -> int:
        """Write the part of now; return where the piece of now begins."""
        assert self._look is not None
        here = 0
        heading = ""
        for chunk in self._reading.chunks:
            if chunk.part != self._reading.chunk.part:
                continue
            if chunk.heading != heading:
                heading = chunk.heading
                self._write(cursor, heading, self._look.palette.quiet, marked=False)
            marked = chunk.index == self._reading.index
            if marked:
                here = cursor.position()
            for line in filter(None, chunk.text.split("\n")):
                self._write(cursor, line, self._look.palette.ink, marked=marked)
        return here

    def _write(self, cursor: QTextCursor, text: str, colour: str, *, marked: bool) -> None:
        look = self._look
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
        if self._look is None:
            return
        side = EDGE if self.width() < 700 else 2 * EDGE
        frame = min(self.width() - 2 * side, self._look.column_px + EDGE)
        left = (self.width() - frame) // 2
        height = self._top.heightForWidth(frame + 2 * INSET)
        self._top.setGeometry(left - INSET, EDGE, frame + 2 * INSET, height)
        self._text.setGeometry(left, 2 * EDGE + height, frame, self.height() - 2 * EDGE - height)
