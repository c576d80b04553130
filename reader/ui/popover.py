"""The popover: meanings, where one is, what a link is. It opens above the quiet line and covers nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QWidget

from reader.ui.controls import Control
from reader.ui.entries_view import EntriesScroll, EntriesView
from reader.ui.filling import filled
from reader.ui.fit import EDGE, GAP, Box, total, wrapped
from reader.ui.theme import LEAD, Look

_MARGIN = 4
_FRAME = 4
"""The edge while the text is focused; nothing lies over it."""
_BAR = EDGE - _FRAME
"""Room for the scroll bar, beside what scrolls."""
_LINE = 1.5
"""From baseline to baseline, times the text's size (R6)."""
_NARROW = 26
"""Times the text's size: a narrower popover gives Close a row of its own, and has the aside last."""
_LEAST_LINES = 3
"""Of a text beside which the buttons stay in sight: its heading and some of the meaning; ours."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading such as the term, a quiet word beside it, and the text under it."""

    heading: str
    aside: str
    body: str


class Popover(QFrame):
    """Shows entries in one read-only text, with Close and perhaps other buttons under it.

    The buttons stay in sight while the text scrolls, unless they would leave it too little room: then they
    scroll along below it, and the meaning comes first (R9).
    """

    def __init__(self, parent: QWidget, close: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self.on_key: Callable[[QKeyEvent], bool] = lambda _event: False
        """Asked first for every key in the text; returns whether the key was used."""
        self._scroll = EntriesScroll(self)
        self._body = QWidget()
        self._scroll.setWidget(self._body)
        self._text = EntriesView(self._body, self.show_focus, self._take_key)
        self._text.document().setDocumentMargin(_MARGIN)
        self._text.cursorPositionChanged.connect(self._follow_caret)
        self._measured = QTextDocument(self)
        """The same once more: the text itself may have to leave room for its scroll bar."""
        self._measured.setDocumentMargin(_MARGIN)
        self._close = Control(("Close",), close, role="panel", parent=self._body)
        self._actions: list[Control] = []
        self._begin_at: Control | None = None
        self._entries: Sequence[Entry] = ()
        self._look: Look | None = None
        self._is_narrow = False
        self.hide()

    def open(
        self,
        name: str,
        entries: Sequence[Entry],
        actions: Sequence[Control] = (),
        begin_at: Control | None = None,
    ) -> None:
        """Show entries; `name` tells a screen reader what they are. The caller places the popover.

        `begin_at` is one of the actions that is harmless and was asked for: Enter does it at once. A screen
        reader says the entries with it.
        """
        for action in self._actions:
            action.hide()
            action.deleteLater()
        self._entries = entries
        self._actions = list(actions)
        self._begin_at = begin_at
        if begin_at:
            begin_at.setAccessibleDescription(" ".join(f"{each.heading} {each.body}" for each in entries))
        for action in self._actions:
            action.setParent(self._body)
            action.setProperty("role", "panel")
            if self._look:
                action.set_look(self._look)
            action.show()
        self._text.setAccessibleName(name)
        self._fill()
        self._place()
        self.show()

    def take_focus(self) -> None:
        """Move the focus into the text, so that a screen reader reads it, or to what was asked for."""
        first = self._begin_at or self._text
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._begin_at:
            self._scroll.ensureWidgetVisible(first)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in the order it is seen."""
        if self._is_narrow:
            return (self._text, *self._actions, self._close)
        return (self._text, self._close, *self._actions)

    @property
    def has_focus(self) -> bool:
        """Return whether the text or a button of the popover is focused."""
        return self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False

    def show_focus(self, on: bool) -> None:
        """Show on the edge that the text is focused, or not."""
        self.setProperty("focused", on)
        self.style().polish(self)

    def set_look(self, look: Look) -> None:
        """Take on letters and colours."""
        self._look = look
        self._close.set_look(look)
        for action in self._actions:
            action.set_look(look)
        self._fill()

    def height_in(self, width: int, most: int) -> int:
        """Return how high the popover is at a width, `most` at the most; what is longer scrolls inside."""
        if self._look is None:
            return 0
        narrow = width < self._look.text_px * _NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._fill()
        text = max(self._text_height(width), self._look.control_px)
        return min(most, text + self._row_height(width) + 2 * EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()

    def _place(self) -> None:
        """Place the text, Close at its right or below it, and the other buttons below."""
        if self._look is None:
            return
        below, height = self._row_height(self.width()), self.height()
        whole = self._text_height(self.width()) + below + 2 * EDGE
        is_joined = height < min(whole, _LEAST_LINES * self._line + below + 2 * EDGE)
        if is_joined:
            height = whole
        # As needed, a bar that was there for a moment makes the text too high to do without it.
        self._text.show_bar(height < whole)
        inside = self.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        self._scroll.setGeometry(inside)
        self._body.resize(inside.width() - _BAR * is_joined, height - 2 * _FRAME)
        left = EDGE - _FRAME
        self._text.setGeometry(left, left, self._text_width(self.width()), height - below - 2 * EDGE)
        for scrolling in (self._text, self._scroll):
            scrolling.verticalScrollBar().setValue(0)
        if not self._is_narrow:
            need = self._close.need(self._look)
            self._close.setGeometry(
                self._body.width() - need, EDGE // 2 - _FRAME, need, self._look.control_px
            )
        top = left + height - below - 2 * EDGE + GAP
        for control, box in zip(self._row(self.width()), self._row_boxes(self.width()), strict=True):
            control.setGeometry(left + box.x, top + box.y, box.width, box.height)

    def _follow_caret(self) -> None:
        """Keep the caret in sight where the whole text scrolls with its buttons."""
        if self._text.hasFocus():
            caret = self._text.cursorRect().translated(self._text.pos())
            self._scroll.ensureVisible(caret.left(), caret.center().y(), 0, caret.height())

    def _take_key(self, event: QKeyEvent) -> bool:
        return self.on_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the reading keys work here too."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    @property
    def _line(self) -> int:
        """Return what lies between two baselines, in px."""
        return 0 if self._look is None else round(round(self._look.text_px * LEAD) * _LINE + 0.5)

    def _text_height(self, width: int) -> int:
        self._measured.setTextWidth(self._text_width(width))
        return round(self._measured.size().height()) + 4

    def _text_width(self, width: int) -> int:
        beside = 0 if self._look is None or self._is_narrow else self._close.need(self._look)
        return width - 2 * EDGE - beside

    def _row(self, width: int) -> list[Control]:
        return [*self._actions, self._close] if self._is_narrow else self._actions

    def _row_boxes(self, width: int) -> tuple[Box, ...]:
        row = self._row(width)
        if not row or self._look is None:
            return ()
        return wrapped([control.need(self._look) for control in row], width - 2 * EDGE, self._look.control_px)

    def _row_height(self, width: int) -> int:
        boxes = self._row_boxes(width)
        return total(boxes) + GAP if boxes else 0

    def _fill(self) -> None:
        if self._look is None:
            return
        self._measured.clear()
        self._write_all(QTextCursor(self._measured))
        with filled(self._text) as cursor:
            self._write_all(cursor)
        self.updateGeometry()

    def _write_all(self, cursor: QTextCursor) -> None:
        for number, entry in enumerate(self._entries):
            self._write(cursor, entry, first=number == 0)

    def _write(self, cursor: QTextCursor, entry: Entry, *, first: bool) -> None:
        look = self._look
        assert look is not None
        lead = round(look.text_px * LEAD)
        block = QTextBlockFormat()
        block.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if first:
            cursor.setBlockFormat(block)
        else:
            block.setTopMargin(look.text_px)
            cursor.insertBlock(block)
        cursor.insertText(entry.heading, _letters(look, lead, look.palette.ink, bold=True))
        aside = _letters(look, look.text_px, look.palette.quiet)
        if entry.aside and not self._is_narrow:
            cursor.insertText("   " + entry.aside, aside)
        block.setTopMargin(4)
        if entry.body:
            cursor.insertBlock(block)
            cursor.insertText(entry.body, _letters(look, lead, look.palette.ink))
        if entry.aside and self._is_narrow and entry.aside not in entry.body:
            cursor.insertBlock(block)
            cursor.insertText(entry.aside, aside)


def _letters(look: Look, size: int, colour: str, *, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    font = look.interface_font(bold=bold)
    font.setPixelSize(size)
    form.setFont(font)
    form.setForeground(QColor(colour))
    return form
