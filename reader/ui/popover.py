"""The popover: meanings, where one is, what a link is. It opens above the quiet line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QWidget

from reader.ui.controls import Control
from reader.ui.entries import Entry, write
from reader.ui.entries_view import EntriesScroll, EntriesView
from reader.ui.filling import filled
from reader.ui.fit import EDGE, GAP, Box, total, wrapped
from reader.ui.marks import all_lines
from reader.ui.theme import Look

_MARGIN = 4
_FRAME = 4
"""The edge while the text is focused; nothing lies over it."""
_INSIDE = EDGE - _FRAME
"""Between the edge and the text."""
_BAR = EDGE
"""Room for the scroll bar beside what scrolls, as wide as the stylesheet has it."""
_NARROW = 26
"""Times the text's size: a narrower popover gives Close a row of its own, and has the aside last."""
_LEAST_LINES = 2
"""Of the meaning, in sight below its heading; ours."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of what scrolls is seen, what lies still below it, in px, and whether the buttons scroll."""

    seen: int
    below: int
    is_joined: bool


class Popover(QFrame):
    """Shows entries in one read-only text, with Close and perhaps other buttons under it.

    The buttons stay in sight while the text scrolls, unless they would leave it too little room: then all
    but Close scroll along below it, and the meaning comes first (R9). No line and no button is cut in two.
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
        self._scroll.verticalScrollBar().valueChanged.connect(self._text.viewport().update)
        self._measured = QTextDocument(self)
        """The same once more, to be laid out at a width that is only thought of."""
        self._measured.setDocumentMargin(_MARGIN)
        self._close = Control(("Close",), close, role="panel", parent=self)
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
        self._text.set_look(look)
        self._close.set_look(look)
        for action in self._actions:
            action.set_look(look)
        self._fill()

    def least_in(self, width: int) -> tuple[int, int]:
        """Return how high it must be to show a heading and two lines: with Close, and with all buttons."""
        if self._look is None:
            return 0, 0
        self._fit(width)
        least = self._least_text(width) + 2 * EDGE
        return least + self._close_height, least + self._row_height(width)

    def height_in(self, width: int, most: int) -> int:
        """Return how high the popover is at a width, `most` at the most; what is longer scrolls inside."""
        if self._look is None:
            return 0
        self._fit(width)
        whole = max(self._line_ends(width)[-1], self._look.control_px) + self._row_height(width)
        plan = self._plan(width, min(most, whole + 2 * EDGE))
        return min(most, max(plan.seen, self._look.control_px) + plan.below + 2 * EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()

    def _fit(self, width: int) -> None:
        """Write the entries as they are read best at a width."""
        narrow = self._look is not None and width < self._look.text_px * _NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._fill()

    def _plan(self, width: int, height: int) -> Plan:
        """Decide what is seen in so much room: whole lines, and whole rows of buttons."""
        ends, below = self._line_ends(width), self._row_height(width)
        room = height - 2 * EDGE
        is_joined = room - below < self._least_text(width)
        if is_joined:
            ends += [ends[-1] + GAP + box.y + box.height for box in self._boxes(self._actions, width)]
            below = self._close_height
        seen = max((end for end in ends if end <= room - below), default=room - below)
        return Plan(max(seen, 0), below, is_joined)

    def _place(self) -> None:
        """Place the text, Close at its right or below it, and the other buttons below."""
        if self._look is None:
            return
        width, plan = self._text_width(self.width()), self._plan(self.width(), self.height())
        text = self._line_ends(self.width())[-1]
        boxes = self._boxes(self._actions, self.width())
        rows = total(boxes) + GAP if boxes and plan.is_joined else 0
        self._scroll.setGeometry(_FRAME, _FRAME, _INSIDE + width + _BAR, _INSIDE + plan.seen)
        self._body.resize(width + _INSIDE, _INSIDE + text + rows)
        self._text.setGeometry(_INSIDE, _INSIDE, width, text)
        self._scroll.verticalScrollBar().setValue(0)
        self._place_close()
        left = top = _INSIDE
        if plan.is_joined:
            top += text + GAP
        else:
            left, top = EDGE, self.height() - EDGE - plan.below + GAP
            boxes = self._boxes(self._row, self.width())
        for control, box in zip(self._actions if plan.is_joined else self._row, boxes, strict=True):
            _lay(control, self._body if plan.is_joined else self)
            control.setGeometry(left + box.x, top + box.y, box.width, box.height)

    def _place_close(self) -> None:
        """Place Close where it stays in sight whatever scrolls; in a row with others it moves aside."""
        assert self._look is not None
        high = self._look.control_px
        if self._is_narrow:
            width = self._text_width(self.width())
            self._close.setGeometry(EDGE, self.height() - EDGE - high, width, high)
        else:
            need = self._close.need(self._look)
            self._close.setGeometry(self.width() - _FRAME - need, EDGE // 2, need, high)

    def _follow_caret(self) -> None:
        """Keep the line of the caret in sight."""
        if self._text.hasFocus():
            caret = self._text.cursorRect().translated(self._text.pos())
            self._scroll.ensureVisible(caret.left(), caret.center().y(), 0, caret.height())

    def _take_key(self, event: QKeyEvent) -> bool:
        return self.on_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the reading keys work here too."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _line_ends(self, width: int) -> list[int]:
        """Return where each line ends, in px from the top of the text; the last with the margin below it."""
        self._measured.setTextWidth(self._text_width(width))
        ends = [round(line.bottom()) for line in all_lines(self._measured)]
        return [*ends[:-1], round(self._measured.size().height()) + _MARGIN]

    def _least_text(self, width: int) -> int:
        """Return where the last line ends that must be seen: of the meaning, or of all there is."""
        ends = self._line_ends(width)
        heading = self._measured.firstBlock().layout().lineCount()
        return ends[min(heading + _LEAST_LINES, len(ends)) - 1]

    def _text_width(self, width: int) -> int:
        beside = 0 if self._look is None or self._is_narrow else self._close.need(self._look)
        return width - EDGE - _BAR - _FRAME - beside

    @property
    def _row(self) -> list[Control]:
        return [*self._actions, self._close] if self._is_narrow else self._actions

    def _boxes(self, controls: Sequence[Control], width: int) -> tuple[Box, ...]:
        if not controls or self._look is None:
            return ()
        needs = [control.need(self._look) for control in controls]
        return wrapped(needs, self._text_width(width), self._look.control_px)

    def _row_height(self, width: int) -> int:
        boxes = self._boxes(self._row, width)
        return total(boxes) + GAP if boxes else 0

    @property
    def _close_height(self) -> int:
        """Return what Close takes below the text."""
        return self._look.control_px + GAP if self._look and self._is_narrow else 0

    def _fill(self) -> None:
        if self._look is None:
            return
        self._measured.clear()
        write(QTextCursor(self._measured), self._entries, self._look, aside_last=self._is_narrow)
        with filled(self._text) as cursor:
            write(cursor, self._entries, self._look, aside_last=self._is_narrow)
        self.updateGeometry()


def _lay(control: Control, parent: QWidget) -> None:
    """Lay a button into what scrolls, or out of it; it keeps the focus."""
    if control.parentWidget() is not parent:
        had_focus = control.hasFocus()
        control.setParent(parent)
        control.show()
        if had_focus:
            control.setFocus(Qt.FocusReason.OtherFocusReason)
