"""A page with one column of words and controls that scrolls as a whole: library, menu and what it opens."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from reader.session.command import Sessions
from reader.ui.controls import Control
from reader.ui.fit import EDGE, GAP, INSET, ROOMY, Box, packed, side, spread, total, wrapped
from reader.ui.label import Label
from reader.ui.page import Page, Run
from reader.ui.quiet_line import QuietLine
from reader.ui.theme import Look

_FAR: dict[int, float] = {
    Qt.Key.Key_Home: -1.0,
    Qt.Key.Key_PageUp: -0.9,
    Qt.Key.Key_PageDown: 0.9,
    Qt.Key.Key_End: 1.0,
}
"""Keys that go far: a page up or down, of which a little stays in sight, or to an end."""

_LOW = 2 / 3
"""Of the page's height, from above; ours: below that there is too little room to see what is found."""

_ROUND: dict[tuple[int, Qt.KeyboardModifier], bool] = {
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier): True,
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier): False,
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier): False,
}
"""Keys that go round, onward or not; some systems name Shift and Tab as a key of its own."""


class Row(QWidget):
    """Controls side by side, in as few lines as hold them.

    `apart` sends all but the first to the right; `even` shares out the whole width.
    """

    def __init__(
        self, controls: Sequence[Control], *, apart: bool = False, even: bool = False, high: bool = False
    ) -> None:
        super().__init__()
        self.controls = tuple(controls)
        self.apart = apart
        self._even = even
        self._high = high
        self._look: Look | None = None
        for control in controls:
            control.setParent(self)

    def set_look(self, look: Look) -> None:
        """Take on sizes and colours."""
        self._look = look
        for control in self.controls:
            control.set_look(look)

    def hasHeightForWidth(self) -> bool:
        """Return True: the narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width, in px."""
        boxes = self._boxes(width)
        return total(boxes) if boxes else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        for control, box in zip(self.controls, self._boxes(self.width()), strict=False):
            control.setGeometry(box.x, box.y, box.width, box.height)

    def _boxes(self, width: int) -> tuple[Box, ...]:
        if self._look is None or not self.controls:
            return ()
        height = self._look.main_px if self._high else self._look.control_px
        needs = [control.need(self._look) for control in self.controls]
        if self.apart:
            return spread(needs, width, height)
        height += max(control.extra_height(self._look, width) for control in self.controls)
        if self._even:
            return wrapped(needs, width, height)
        return packed([need + 2 * GAP for need in needs], width, height)


def dimmer(run: Run) -> Control:
    """Return the way to less light, which every page has."""
    return Control(("Dimmer",), lambda: run("dimmer"), role="plain", icon_name="moon")


def way_back(run: Run) -> Row:
    """Return the first row of a page that lies over another one."""
    back = Control(("Back",), lambda: run("back out"), role="plain", icon_name="back")
    return Row((back, dimmer(run)), apart=True)


class _Column(QScrollArea):
    """What scrolls; the keys that go far are the page's, since the focus is to come along."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a line, and leave the rest to the page."""
        if event.key() in _FAR:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ColumnPage(Page):
    """The frame of such a page: a first row that scrolls along, a column, and the quiet line below."""

    def __init__(self, sessions: Sessions, run: Run, title: str = "", first: Row | None = None) -> None:
        super().__init__(sessions, run)
        self._title = title
        self._scroll = _Column(self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget()
        self._scroll.setWidget(self._body)
        self._contents: list[QWidget] = []
        self.quiet = QuietLine(sessions.notices, self, rests=False)
        sessions.notices.changed.connect(self._arrange_if_seen)
        self._first = first or way_back(run)
        self._first.setParent(self._body)

    def fill(self, contents: Sequence[QWidget]) -> None:
        """Show other contents under the first row; the old ones are thrown away, but for those that stay."""
        for widget in self._contents:
            if widget not in contents:
                widget.hide()
                widget.deleteLater()
        self._contents = [Label(self._title, "title"), *contents] if self._title else list(contents)
        before: QWidget = self._first
        for widget in self._contents:
            widget.setParent(self._body)
            widget.show()
            QWidget.setTabOrder(before, widget)
            before = widget
        # One that is not seen is dressed when it is shown.
        if self.look is not None and self.isVisible():
            self.set_look(self.look)

    def set_look(self, look: Look) -> None:
        """Take on sizes and colours."""
        super().set_look(look)
        self.quiet.set_look(look)
        for widget in (self._first, *self._contents):
            take = getattr(widget, "set_look", None)
            if take:
                take(look)
        self.arrange()

    def _arrange_if_seen(self) -> None:
        if self.isVisible():
            self.arrange()

    def arrange(self) -> None:
        """Place the column in the middle, each thing as high as it needs to be; the focus stays in sight."""
        if self.look is None:
            return
        in_use = self._focus_in_sight()
        frame = min(self.width() - 2 * side(self.width()), max(self.look.column_px, 28 * self.look.text_px))
        left = (self.width() - frame) // 2
        self._scroll.setGeometry(0, 0, self.width(), self.quiet.lie_below(left, frame))
        top = EDGE if self.height() < ROOMY else 2 * EDGE
        for widget in (self._first, *self._contents):
            if widget.isHidden():
                continue
            top += int(widget.property("gap") or 0)
            hangs = INSET if isinstance(widget, Row) and widget.apart else 0
            wide = frame + 2 * hangs
            height = widget.heightForWidth(wide) if widget.hasHeightForWidth() else widget.height()
            widget.setGeometry(left - hangs, top, wide, height)
            top += height + GAP
        # A line that is typed in stays where it is, however little is found.
        typing = isinstance(in_use, QLineEdit)
        least = self._scroll.verticalScrollBar().value() + self._scroll.height() if typing else 0
        self._body.resize(self.width(), max(top + EDGE, least))
        if in_use is not None:
            self._bring_into_sight(in_use)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the column anew."""
        self.arrange()

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Go one control on or back, as Tab and a button's arrow keys ask; not from one end to the other."""
        return self.focusWidget() is not self._end(onward=onward) and super().focusNextPrevChild(onward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or last control, or a page up or down to one that is in sight there.

        Of the keys that go one control on, only Tab comes here when there is none: it goes round.
        """
        share = _FAR.get(event.key())
        if share is not None:
            self._go_far(share)
        elif (onward := _ROUND.get((event.key(), event.modifiers()))) is not None:
            super().focusNextPrevChild(onward)
        else:
            super().keyPressEvent(event)

    def _go_far(self, share: float) -> None:
        controls = self._controls()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(share * (bar.pageStep() if abs(share) < 1 else bar.maximum())))
        if bar.value() in (bar.minimum(), bar.maximum()):
            in_sight = controls[:1] if share < 0 else controls[-1:]
        else:
            in_sight = [control for control in controls if self._is_in_sight(control)]
        if in_sight:
            in_sight[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_finding(self) -> bool:
        """Put the focus into the line that finds what is listed, if there is one."""
        line = next((line for line in self._lines() if line.property("finds")), None)
        if line is not None:
            line.selectAll()
            self.focus_on(line)
            self._leave_room_below(line)
        return line is not None

    def settle(self) -> None:
        """Put the focus where a tired person wants it."""
        self._scroll.verticalScrollBar().setValue(0)
        controls = self._controls()
        first = (widget for widget in (*self._lines(), *controls) if widget.property("first"))
        self.focus_on(next(first, (*controls, *self._first.controls)[0]))

    def _lines(self) -> list[QLineEdit]:
        """Return the lines to type in."""
        return [line for line in self._body.findChildren(QLineEdit) if line.isVisibleTo(self._body)]

    def _controls(self) -> list[Control]:
        """Return the controls under the first row, from top to bottom."""
        # What was shown before may still be there, hidden with the row that holds it.
        seen = [control for control in self._body.findChildren(Control) if control.isVisibleTo(self._body)]
        return sorted((each for each in seen if each not in self._first.controls), key=self._height_of)

    def _end(self, *, onward: bool) -> QWidget | None:
        """Return the last of all that Tab comes to, or the first of it."""
        if onward and self.quiet.button.isVisibleTo(self):
            return self.quiet.button
        children = self._body.findChildren(QWidget)
        by_tab = [each for each in children if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        seen = [each for each in by_tab if each.isEnabled() and each.isVisibleTo(self._body)]
        return (max if onward else min)(seen, key=self._height_of, default=None)

    def _height_of(self, widget: QWidget) -> tuple[int, int]:
        """Return how far down something stands in the column and then how far to the right, in px."""
        place = widget.mapTo(self._body, QPoint())
        return place.y(), place.x()

    def focus_on(self, control: QWidget) -> None:
        """Give a control the focus and bring it into sight."""
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_sight(control)

    def _bring_into_sight(self, control: QWidget) -> None:
        # Of a line to type in Qt brings only the caret into sight.
        edge = control.height() // 2 if isinstance(control, QLineEdit) else 0
        self._scroll.ensureWidgetVisible(control, 0, GAP + edge)

    def _leave_room_below(self, line: QWidget) -> None:
        """Put a line that stands low at the top of the page: what it finds is to be seen."""
        bar = self._scroll.verticalScrollBar()
        top, _ = self._height_of(line)
        if top + line.height() - bar.value() > _LOW * bar.pageStep():
            bar.setValue(top - GAP)

    def _focus_in_sight(self) -> QWidget | None:
        """Return what has the focus, None where a person has scrolled it away: it is not brought back."""
        focus = self._body.focusWidget()
        return focus if focus is not None and focus.hasFocus() and self._is_in_sight(focus) else None

    def _is_in_sight(self, widget: QWidget) -> bool:
        sight = self._scroll.viewport()
        return sight.rect().contains(QRect(widget.mapTo(sight, QPoint()), widget.size()))
