"""The library: what I was reading, and under it what there is to read."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from reader.model.record import Record
from reader.session.commands import Sessions
from reader.session.library import CARRY_ON, READ_FIRST, WELCOME, WERE_READING
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.fit import INSET, Box, spread, total
from reader.ui.label import Label
from reader.ui.list_row import ListRow
from reader.ui.theme import Look


class Opener(Protocol):
    """Opens texts; the window does."""

    def open_text(self, document_id: str) -> None:
        """Open a text of the library where it was left, or at its beginning."""

    def carry_on(self, record: Record, *, aloud: bool = False) -> None:
        """Go on where a person was; aloud begins to read to them."""

    def start_part_again(self, record: Record) -> None:
        """Go on at the beginning of the part where a person was."""


class LibraryPage(ColumnPage):
    """Shows the library session; its first control goes on with what was being read."""

    def __init__(self, sessions: Sessions, run: Callable[[str], object], opener: Opener) -> None:
        super().__init__(sessions, run)
        self._opener = opener

    def first_row(self) -> QWidget:
        """Return the row with the name of the app instead of a way back."""
        self.back.hide()
        return _NameRow((self.dimmer, self.menu))

    def refresh(self) -> None:
        """Show the library as it is now."""
        self.sessions.keeping.keep_now()
        last = self.sessions.library.last()
        rows = self.sessions.library.rows()
        contents = self._welcome_back(last) if last else self._welcome(rows[0].id if rows else "")
        contents.append(Label("All articles", "quiet", gap=24))
        for row in rows:
            contents.append(ListRow(row.title, row.line, lambda row=row: self._opener.open_text(row.id)))  # type: ignore[misc]
        self.fill(contents)

    def _welcome(self, first: str) -> list[QWidget]:
        start = Control(
            (READ_FIRST,), lambda: self._opener.open_text(first), role="main", icon_name="forward"
        )
        start.setProperty("first", True)
        return [Label(WELCOME[0], "title", gap=24), Label(WELCOME[1]), Row((start,), high=True)]

    def _welcome_back(self, last: Record) -> list[QWidget]:
        carry_on = Control((CARRY_ON,), lambda: self._opener.carry_on(last), role="main", icon_name="forward")
        carry_on.setProperty("first", True)
        listen = Control(("Listen from here",), lambda: self._opener.carry_on(last, aloud=True))
        again = Control(("Start this part again",), lambda: self._opener.start_part_again(last))
        words: list[QWidget] = [
            Label(WERE_READING, "quiet", gap=24),
            Label(last.title, "title"),
        ]
        if last.part:
            words.append(Label(last.part_line, "quiet"))
        if last.sentence:
            words.append(Label(f"“{last.sentence}”", "lead"))
        ways = Row((carry_on, listen, again), high=True)
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
