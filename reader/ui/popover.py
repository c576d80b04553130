"""The popover: meanings, where one is, what a link is. It opens above the quiet line and covers nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QWidget

from reader.ui.caret import CaretText
from reader.ui.controls import Control
from reader.ui.filling import filled
from reader.ui.fit import EDGE, GAP, Box, total, wrapped
from reader.ui.theme import LEAD, Look

_MARGIN = 4
_LINE = 1.5
"""From baseline to baseline, times the text's size (R6)."""
_NARROW = 26
"""Times the text's size: a narrower popover gives Close a row of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading such as the term, a quiet word beside it, and the text under it."""

    heading: str
    aside: str
    body: str


class Popover(QFrame):
    """Shows entries in one read-only text, with Close and perhaps other buttons under it."""

    def __init__(self, parent: QWidget, close: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self.on_key: Callable[[QKeyEvent], bool] = lambda _event: False
        """Asked first for every key in the text; returns whether the key was used."""
        self._text = _EntriesView(self)
        self._measured = QTextDocument(self)
        """The same once more: the text itself may have to leave room for its scroll bar."""
        self._measured.setDocumentMargin(_MARGIN)
        self._close = Control(("Close",), close, role="panel", parent=self)
        self._actions: list[Control] = []
        self._begin_at: Control | None = None
        self._entries: Sequence[Entry] = ()
        self._look: Look | None = None
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
            action.setParent(self)
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
        (self._begin_at or self._text).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in the order it is seen."""
        if self._is_narrow(self.width()):
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
        self._measured.setTextWidth(self._text_width(width))
        text = round(self._measured.size().height()) + 4
        return min(most, max(text, self._look.control_px) + self._row_height(width) + 2 * EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()

    def _place(self) -> None:
        """Place the text, Close at its right or below it, and the other buttons below."""
        if self._look is None:
            return
        below = self._row_height(self.width())
        self._text.setGeometry(EDGE, EDGE, self._text_width(self.width()), self.height() - below - 2 * EDGE)
        self._text.verticalScrollBar().setValue(0)
        if not self._is_narrow(self.width()):
            need = self._close.need(self._look)
            self._close.setGeometry(self.width() - need - 4, EDGE // 2, need, self._look.control_px)
        top = self.height() - below - EDGE + GAP
        for control, box in zip(self._row(self.width()), self._row_boxes(self.width()), strict=True):
            control.setGeometry(EDGE + box.x, top + box.y, box.width, box.height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the reading keys work here too."""
        if not self.on_key(event):
            super().keyPressEvent(event)

    def _is_narrow(self, width: int) -> bool:
        return self._look is not None and width < self._look.text_px * _NARROW

    def _text_width(self, width: int) -> int:
        beside = 0 if self._look is None or self._is_narrow(width) else self._close.need(self._look)
        return width - 2 * EDGE - beside

    def _row(self, width: int) -> list[Control]:
        return [*self._actions, self._close] if self._is_narrow(width) else self._actions

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
        height = round(lead * _LINE + 0.5)
        block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if first:
            cursor.setBlockFormat(block)
        else:
            block.setTopMargin(look.text_px)
            cursor.insertBlock(block)
        cursor.insertText(entry.heading, _letters(look, lead, look.palette.ink, bold=True))
        if entry.aside:
            cursor.insertText("   " + entry.aside, _letters(look, look.text_px, look.palette.quiet))
        if entry.body:
            block.setTopMargin(4)
            cursor.insertBlock(block)
            cursor.insertText(entry.body, _letters(look, lead, look.palette.ink))


class _EntriesView(CaretText):
    def __init__(self, popover: Popover) -> None:
        super().__init__(popover)
        self._popover = popover
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus on the edge of the whole popover: a box in a box would be one too many."""
        super().focusInEvent(event)
        self._popover.show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus off the edge again."""
        super().focusOutEvent(event)
        self._popover.show_focus(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer every key to the reading keys first, but let up and down move through the text."""
        scrolls = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers()
        if scrolls or not self._popover.on_key(event):
            super().keyPressEvent(event)


def _letters(look: Look, size: int, colour: str, *, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    font = look.interface_font(bold=bold)
    font.setPixelSize(size)
    form.setFont(font)
    form.setForeground(QColor(colour))
    return form
