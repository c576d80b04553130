"""Where everything on the reading page lies, at every window and text size."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from reader.ui import fit
from reader.ui.controls import Control
from reader.ui.fit import BARS_SHARE, EDGE, GAP, INSET, ROOMY, Box
from reader.ui.headings import Headings
from reader.ui.piece_scroll import PieceScroll
from reader.ui.popover import Popover
from reader.ui.quiet_line import QuietLine
from reader.ui.theme import Look


@dataclass(frozen=True)
class Furniture:
    """The widgets of the page."""

    top: tuple[Control, ...]
    four: tuple[Control, ...]
    next: Control
    quiet: QuietLine
    popover: Popover
    scroll: PieceScroll


class ReadingGeometry:
    """Places the furniture by hand: controls never move when the text, the state or the level changes (R26).

    In a window so small that the bars would take more than 40 % of its height, all of them but Next and
    the quiet line lie above the text in the scroll, which begins at the text (R9).
    """

    def __init__(self, furniture: Furniture) -> None:
        self._parts = furniture
        self._window = (0, 0)
        self.is_joined = False

    def arrange(self, width: int, height: int, look: Look, headings: Headings) -> None:
        """Place everything in a window of so many px; `headings` are all that may stand over the text."""
        parts, self._window = self._parts, (width, height)
        room = width - 2 * fit.side(width)
        needs = [control.need(look) for control in (*parts.four, parts.next)]
        frame = min(room, max(look.column_px, sum(needs) + GAP * 4))
        left = (width - frame) // 2
        wide = frame + 2 * INSET
        top = fit.spread([control.need(look) for control in parts.top], wide, look.control_px)
        row = fit.one_row(needs, frame, look.main_px)
        four = row[:-1] if row else fit.wrapped(needs[:-1], frame, look.main_px)
        next_box = row[-1] if row else Box(0, fit.total(four) + GAP, frame, look.main_px)
        bars = fit.total(top) + look.control_px + next_box.y + next_box.height + 3 * EDGE
        self._join(bars > BARS_SHARE * height)
        if self.is_joined:
            next_box = Box(0, 0, frame, look.main_px)
        next_box = Box(left + next_box.x, height - EDGE - next_box.height, next_box.width, next_box.height)
        _place(parts.next, next_box)
        bottom = next_box.y if row or self.is_joined else next_box.y - GAP - fit.total(four)
        ceiling = 0 if self.is_joined else fit.total(top) + EDGE + EDGE // 2
        floor = self._place_popover(Box(left, ceiling, frame, bottom - 8 - ceiling), look.line_px)
        # A scroll that has grown before what it holds would move the text; it stays where it was.
        scrolled = parts.scroll.verticalScrollBar().value()
        parts.scroll.setGeometry(0, ceiling, width, floor - ceiling if floor - ceiling >= look.line_px else 0)
        if not self.is_joined:
            _place_all(parts.top, top, left - INSET, EDGE)
            _place_all(parts.four, four, left, bottom)
        air = 2 * EDGE if height > ROOMY else EDGE // 2
        picture_room = bottom - 8 - parts.quiet.height_in(frame) - ceiling
        self._arrange_body(Box(left, air, frame, picture_room), look, headings, (top, four))
        parts.scroll.verticalScrollBar().setValue(scrolled)

    def _join(self, joined: bool) -> None:
        if joined == self.is_joined:
            return
        self.is_joined = joined
        for control in (*self._parts.top, *self._parts.four):
            hidden = control.isHidden()
            control.setParent(self._parts.scroll.body if joined else self._parts.scroll.parentWidget())
            control.setVisible(not hidden)

    def _place_popover(self, room: Box, line: int) -> int:
        """Place the quiet line and the popover above it; return where the text ends, in px of the page.

        Where a meaning and its buttons would not be seen, and the focus is in it, the quiet line gives way,
        but not what it offers, and so does the text, down to one line, or wholly if it must be.
        """
        parts = self._parts
        quiet, most = parts.quiet.height_in(room.width), 0
        if not parts.popover.isHidden():
            least, handy = parts.popover.least_in(room.width)
            most = self._usually(room.height - quiet, line)
            if most < handy and parts.popover.has_focus:
                quiet = parts.quiet.height_beside(room.width, room.height - least)
                most = room.height - quiet - line - EDGE
                if most < least:
                    most = room.height - quiet
        floor = room.y + room.height - quiet
        parts.quiet.setVisible(quiet > 0)
        parts.quiet.setGeometry(room.x, floor, room.width, quiet)
        if not most:
            return floor
        height = parts.popover.height_in(room.width, most)
        parts.popover.setGeometry(room.x, floor - height, room.width, height)
        return floor - height - EDGE // 2

    def _usually(self, room: int, line: int) -> int:
        """Return how much of a height the popover may take.

        It is what the text leaves free, and at least the half; a small window keeps one line free.
        """
        scroll = self._parts.scroll
        free = room - scroll.text_top - scroll.view.height() - EDGE
        return max(free, room - 2 * line if self.is_joined else room // 2)

    def _arrange_body(
        self,
        room: Box,
        look: Look,
        headings: Headings,
        boxes: tuple[tuple[Box, ...], tuple[Box, ...]],
    ) -> None:
        parts, left, above, frame = self._parts, room.x, room.y, room.width
        if self.is_joined:
            top, four = boxes
            _place_all(parts.top, top, left - INSET, EDGE)
            _place_all(parts.four, four, left, EDGE + fit.total(top) + GAP)
            above = EDGE + fit.total(top) + GAP + fit.total(four) + EDGE
        reserved = headings.height_in(frame, look)
        scroll = parts.scroll
        heading = max(reserved, scroll.heading.heightForWidth(frame))
        scroll.heading.setGeometry(left, above, frame, heading)
        scroll.start = above - EDGE // 2 if self.is_joined else 0
        scroll.text_top = above + heading + EDGE // 2
        scroll.text_top += self._place_picture(left, min(frame, look.column_px), room.height, look.line_px)
        scroll.view.setGeometry(left, scroll.text_top, min(frame, look.column_px), scroll.view.height())
        end = scroll.text_top + scroll.view.height()
        scroll.body.resize(scroll.width(), max(end, scroll.start + scroll.height()))

    def _place_picture(self, left: int, width: int, height: int, line: int) -> int:
        """Place the picture, whole in sight, where the text would begin; return by how much that gives way.

        A line of the words below is in sight too, unless that would take more than half the room.
        """
        scroll = self._parts.scroll
        free = height - (scroll.text_top - scroll.start)
        beside_words = free - EDGE - line
        room = beside_words if 2 * beside_words > free else free
        size = scroll.picture.size_in(self._window, width, room)
        return scroll.picture.place(left, scroll.text_top, size)


def _place(widget: QWidget, box: Box) -> None:
    widget.setGeometry(box.x, box.y, box.width, box.height)


def _place_all(controls: Sequence[Control], boxes: Sequence[Box], left: int, top: int) -> None:
    for control, box in zip(controls, boxes, strict=True):
        _place(control, Box(left + box.x, top + box.y, box.width, box.height))
