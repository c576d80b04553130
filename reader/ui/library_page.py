"""The library: what I was reading, and under it what there is to read."""

from functools import partial

from PySide6.QtWidgets import QWidget

from reader.model.record import Record
from reader.session.command import Sessions
from reader.session.library import CARRY_ON, READ_FIRST, WELCOME, WERE_READING
from reader.ui.column_page import ColumnPage, Row, dimmer
from reader.ui.controls import Control
from reader.ui.fit import INSET, Box, spread, total
from reader.ui.label import Label
from reader.ui.list_row import ListRow
from reader.ui.page import Run
from reader.ui.theme import Look


class LibraryPage(ColumnPage):
    """Shows the library session; its first control goes on with what was being read."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        menu = Control(("Menu",), lambda: run("menu"), role="plain", icon_name="menu")
        super().__init__(sessions, run, first=_NameRow((dimmer(run), menu)))
        self._opening = sessions.opening
        self._lightest: Control | None = None
        sessions.preferences.changed.connect(lambda _: self._reorder())

    def refresh(self) -> None:
        """Show the library as it is now."""
        self.sessions.keeping.keep_now()
        last = self.sessions.library.last()
        rows = self.sessions.library.rows()
        contents = self._welcome_back(last) if last else self._welcome(rows[0].id if rows else "")
        contents.append(Label("All articles", "quiet", gap=24))
        # The first time there is little to put in order, and nothing to decide.
        self._lightest = self._order() if last else None
        contents += [Row((self._lightest,))] if self._lightest else []
        for row in rows:
            open_text = partial(self._opening.open_text, row.id)
            contents.append(ListRow(row.title, row.line, open_text, aside=row.hardness))
        self.fill(contents)

    def _order(self) -> Control:
        """Return the switch that has the lightest first."""
        switch = Control(("Lightest first",), self.sessions.library.switch_order)
        switch.set_on(self.sessions.library.lightest_first)
        return switch

    def _reorder(self) -> None:
        """Show the list in the order that is wanted now; the focus stays on the switch."""
        shown = self._lightest if self.isVisible() else None
        if shown and shown.isChecked() != self.sessions.library.lightest_first:
            self.refresh()
            self.focus_on(self._lightest or shown)

    def _welcome(self, first: str) -> list[QWidget]:
        start = Control(
            (READ_FIRST,), partial(self._opening.open_text, first), role="main", icon_name="forward"
        )
        start.setProperty("first", True)
        return [Label(WELCOME[0], "title", gap=24), Label(WELCOME[1]), Row((start,), high=True)]

    def _welcome_back(self, last: Record) -> list[QWidget]:
        go_on = partial(self._opening.carry_on, last)
        carry_on = Control((CARRY_ON,), go_on, role="main", icon_name="forward")
        carry_on.setProperty("first", True)
        listen = Control(("Listen from here",), partial(go_on, partial(self.run, "listen")))
        remind = Control(("Remind me",), partial(self._opening.remind, last))
        again = Control(("Start this part again",), partial(self._opening.start_part_again, last))
        words: list[QWidget] = [
            Label(WERE_READING, "quiet", gap=24),
            Label(last.title, "title"),
        ]
        if last.part:
            words.append(Label(last.part_line, "quiet"))
        if last.sentence:
            words.append(Label(f"“{last.sentence}”", "lead"))
        ways = Row((carry_on, listen, remind, again), high=True)
        ways.setProperty("gap", 12)
        return [*words, ways]


class _NameRow(Row):
    """The app's name at the left, controls at the right, or no name when there is no room."""

    def __init__(self, controls: tuple[Control, ...]) -> None:
        self._name = Label("Gentle Reader", "name")
        super().__init__(controls, apart=True)
        self._name.setParent(self)

    def set_look(self, look: Look) -> None:
        """Take on sizes and colours."""
        super().set_look(look)
        self._name.ensurePolished()
        self._name.move(INSET, 0)
        self._name.resize(self._name.sizeHint().width(), look.control_px)

    def _boxes(self, width: int) -> tuple[Box, ...]:
        if self._look is None:
            return ()
        needs = [self._name.width() + INSET, *(control.need(self._look) for control in self.controls)]
        boxes = spread(needs, width, self._look.control_px)
        fits = total(boxes) == self._look.control_px
        self._name.setVisible(fits)
        return boxes[1:] if fits else spread(needs[1:], width, self._look.control_px)
