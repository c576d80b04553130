"""The piece on the page: a read-only text as tall as what it holds, with its marks painted round it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QFrame, QWidget

from reader.model.document import Span, Style
from reader.model.term import TermHit
from reader.text.words import word_at
from reader.ui import marks
from reader.ui.asked_letters import asked_letters
from reader.ui.caret import CaretText
from reader.ui.filling import filled, together
from reader.ui.letters import format_letters
from reader.ui.line_ends import end_lines, set_space
from reader.ui.paragraphs import set_paragraphs
from reader.ui.piece import Indent, Piece
from reader.ui.table_columns import align
from reader.ui.theme import Look
from reader.ui.utf16 import from_qt, to_qt


class ChunkView(CaretText):
    """Shows one piece. It never scrolls by itself: it is as tall as its text, and the page scrolls."""

    term_pressed = Signal(object)
    link_pressed = Signal(object)
    note_pressed = Signal(object)
    word_pressed = Signal(int, int)
    """A word was pressed twice; where it begins and ends, in code points."""
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Article text")
        self.on_key: Callable[[QKeyEvent], bool] = lambda _event: False
        """Asked first for every key; returns whether the key was used."""
        self._piece: Piece | None = None
        self._look: Look | None = None
        self._sentence: tuple[int, int] | None = None
        self._word: tuple[int, int] | None = None
        self._standing: tuple[int, int] | None = None
        self._wider: tuple[int, ...] = ()
        self.set_caret(False)

    @property
    def caret(self) -> bool:
        """Return whether arrows move the caret."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    @property
    def asked(self) -> tuple[int, int] | None:
        """Return the letters that a person asks about, selected or at the caret, in code points."""
        return asked_letters(self.textCursor(), self._text, caret=self.caret)

    @property
    def links(self) -> tuple[Span, ...]:
        """Return the links of the piece; offsets in code points."""
        return self._piece.links if self._piece else ()

    def set_caret(self, on: bool) -> None:
        """Let arrows move a caret, or leave them to turn pieces."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if on:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_look(self, look: Look) -> None:
        """Take on letters, spacing and colours."""
        self._look = look
        with QSignalBlocker(self.document()):
            self._lay_out()

    def show_piece(self, piece: Piece) -> None:
        """Show another piece, with the caret at its beginning."""
        self._piece = piece
        self._sentence = self._word = self._standing = None
        self._wider = ()
        with filled(self) as cursor:
            # A format of their own: else the new letters would take on the style of the last ones.
            cursor.insertText(piece.chunk.text, QTextCharFormat())
            self._lay_out()

    def dot(self, piece: Piece) -> None:
        """Take the same piece with other words dotted. No letter moves."""
        self._piece = piece
        self.viewport().update()

    def mark(self, sentence: tuple[int, int] | None, word: tuple[int, int] | None = None) -> None:
        """Mark what is being said; offsets in code points of the piece's text. No letter moves."""
        self._sentence, self._word = sentence, word
        self.viewport().update()

    @property
    def marked(self) -> tuple[int, int] | None:
        """Return what is being said, as finely as it is known: the word, else the sentence, else None."""
        return self._word or self._sentence

    def stand_out(self, letters: tuple[int, int] | None) -> None:
        """Quieten all letters but some, or none; offsets in code points. No letter moves."""
        self._standing = letters
        quiet = []
        if letters and self._look:
            quiet = marks.quietened(self.document(), self._qt_range(letters), self._look.palette.faint)
        self.setExtraSelections(quiet)
        self.viewport().update()

    def rect_of(self, start: int, end: int) -> QRectF:
        """Return the rectangle round some letters, in px of this widget; offsets in code points."""
        rects = marks.line_rects(self.document(), *self._qt_range((start, end)))
        bounds = QRectF()
        for rect in rects:
            bounds = bounds.united(rect)
        return bounds

    def letter_at(self, y: float) -> int:
        """Return the first letter of the line at a height in px, in code points."""
        place = self.document().documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
        return from_qt(self._text, place)

    def line_tops(self) -> tuple[float, ...]:
        """Return where each painted line begins, its leading included, in px from the top of this widget."""
        line = self._look.line_px if self._look else 0
        return tuple(rect.bottom() - line for rect in marks.all_lines(self.document()))

    def painted_lines(self) -> tuple[str, ...]:
        """Return the letters of each painted line."""
        return tuple(line for lines in marks.painted(self.document()) for line in lines)

    def painted_text(self) -> str:
        """Return what the lines show together, with a newline where a paragraph ends."""
        return "\n".join("".join(lines) for lines in marks.painted(self.document()))

    def text_height(self) -> int:
        """Return how tall the text is, in px."""
        return round(self.document().size().height())

    def _lay_out(self) -> None:
        if self._look is None:
            return
        self.document().setDefaultFont(self._look.reading_font())
        with together(self.document()) as cursor:
            by_line = self._ranges(self._piece.by_line if self._piece else ())
            set_paragraphs(cursor, self._indents(), by_line, self._look)
            self._style_letters()
        self._end_lines()
        self._fit_height()
        self.viewport().update()

    def _style_letters(self) -> None:
        if self._piece is None or self._look is None:
            return
        for span in self._piece.chunk.spans:
            format_letters(self.document(), self._qt_range((span.start, span.end)), span.style, self._look)

    def _end_lines(self) -> None:
        """Begin a line where a clause begins, if that is wanted, and keep "ME/CFS" in one line."""
        if self._piece is None or self._look is None:
            return
        document, usual = self.document(), self._look.word * self._look.reading_px
        with together(document):
            for at in self._wider:
                set_space(document, at, usual)
        columns = [at for table in self._ranges(self._piece.tables) for at in align(document, table, usual)]
        lines = self._piece.lines if self._look.clauses else ()
        ends = end_lines(document, (to_qt(self._piece.chunk.text, at) - 1 for at in lines))
        self._wider = (*columns, *ends)

    def _fit_height(self) -> None:
        # Room under the last line for the bar below a marked word.
        below = self._look.reading_px // 3 if self._look else 0
        self.setFixedHeight(self.text_height() + below)
        # While it is being resized Qt would else paint one frame with the last lines cut off.
        self.viewport().resize(self.size())

    def _indents(self) -> dict[int, Indent]:
        if self._piece is None:
            return {}
        return {to_qt(self._piece.chunk.text, indent.at): indent for indent in self._piece.indents}

    def _ranges(self, spans: Iterable[tuple[int, int]]) -> list[range]:
        return [range(*self._qt_range(span)) for span in spans]

    def _qt_range(self, span: tuple[int, int]) -> tuple[int, int]:
        return to_qt(self._text, span[0]), to_qt(self._text, span[1])

    def _at(self, event: QMouseEvent) -> int:
        position = self.document().documentLayout().hitTest(event.position(), Qt.HitTestAccuracy.ExactHit)
        return from_qt(self._text, position) if position >= 0 else -1

    def _pressed(self, at: int) -> TermHit | Span | None:
        """Return the term or the link that holds a letter."""
        if self._piece is None:
            return None
        # A word and the mark of its footnote may be one: there the mark is what was aimed at.
        pressable: tuple[TermHit | Span, ...] = (*self._piece.notes, *self._piece.terms, *self._piece.links)
        return next((each for each in pressable if each.start <= at < each.end), None)

    @property
    def _text(self) -> str:
        return self._piece.chunk.text if self._piece else ""

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height right when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            with QSignalBlocker(self.document()):
                self._end_lines()
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the reading letters where the stylesheet brings the interface's."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so: the page brings the text into sight."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer every key to the reading keys first."""
        if not self.on_key(event):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a term or a link that was pressed, unless letters were being selected."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection() or self._piece is None:
            return
        pressed = self._pressed(self._at(event))
        if isinstance(pressed, TermHit):
            self.term_pressed.emit(pressed)
        elif pressed:
            signal = self.note_pressed if pressed.style is Style.NOTE else self.link_pressed
            signal.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask about a plain word; terms and links have opened at the first press."""
        super().mouseDoubleClickEvent(event)
        at = self._at(event)
        if (word := word_at(self._text, at)) and not self._pressed(at):
            self.word_pressed.emit(*word)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be pressed."""
        super().mouseMoveEvent(event)
        over = self._pressed(self._at(event))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sentence's fill, the text, then dots and bar."""
        if self._look is None or self._piece is None:
            super().paintEvent(event)
            return
        document, colours = self.document(), self._look.palette
        toned = partial(marks.toned, colours, self._standing)
        painter = QPainter(self.viewport())
        if letters := marks.filled(colours, self._standing, self._sentence):
            for rect in marks.line_rects(document, *self._qt_range(letters)):
                painter.fillRect(marks.padded(rect, self._look.reading_px), QColor(colours.mark))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        marks.paint_markers(painter, document, self._indents(), self._look, toned)
        for hit in self._piece.dotted:
            for part in marks.cut((hit.start, hit.end), self._standing):
                colour = toned(colours.accent, part[0])
                marks.paint_dots(painter, document, self._qt_range(part), self._look, colour)
        if self._word:
            marks.paint_bar(painter, document, self._qt_range(self._word), self._look)
        painter.end()
