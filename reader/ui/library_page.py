"""The library: what I was reading, and under it what there is to read."""

from functools import partial

from PySide6.QtWidgets import QWidget

from reader.model.record import Record
from reader.model.settings import Settings
from reader.session.command import Sessions
from reader.session.library import CARRY_ON, READ_FIRST, WELCOME, WERE_READING
from reader.session.library import Row as Entry
from reader.ui.column_page import ColumnPage, Row, dimmer
from reader.ui.controls import Control
from reader.ui.fit import INSET, Box, spread, total
from reader.ui.label import Label
from reader.ui.line import Line
from reader.ui.list_row import ListRow
from reader.ui.page import Run
from reader.ui.theme import Look

NOT_FOUND = "No title or author has these words. Fewer letters may find more."


class LibraryPage(ColumnPage):
    """Shows the library session; its first control goes on with what was being read."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        menu = Control(("Menu",), lambda: run("menu"), role="plain", icon_name="menu")
        super().__init__(sessions, run, first=_NameRow((dimmer(run), menu)))
        self._opening = sessions.opening
        self._library = sessions.library
        self._above: list[QWidget] = []
        self._line: Line | None = None
        self._orders: dict[str, Control] = {}
        self._listed_by = ""
        self._rows: dict[str, ListRow] = {}
        sessions.preferences.changed.connect(lambda _: self._reorder())
        sessions.about.left.connect(lambda _: self._follow())
        sessions.about.came_back.connect(lambda _: self._follow())
        sessions.taking_in.came.connect(self._list_what_came)

    def refresh(self) -> None:
        """Show the library as it is now."""
        self.sessions.keeping.keep_now()
        self._library.begin()
        last = self._library.last()
        top = self._welcome_back(last) if last else self._welcome()
        is_usual = self._library.order == Settings().order
        self._line = self._new_line() if self._library.is_long else None
        self._above = [
            *top,
            Label("All texts", "quiet", gap=24),
            *([self._line] if self._line else []),
            self._ways(folded=is_usual and len(self._library.orders) > 1),
        ]
        self._show_orders()
        self._list()

    def begin_finding(self) -> bool:
        """Put the focus into the line that finds a text; a short list has it only once it is asked for."""
        if self._line is None:
            self._line = self._new_line()
            self._above.insert(-1, self._line)
            self._list()
        return super().begin_finding()

    def end_finding(self) -> bool:
        """Show the whole list again, the focus on its row or in the line; then without the line, if short."""
        if self._line is None:
            return False
        if self._line.text():
            focused = self._row_in_focus()
            self._line.clear()
            self._find("")
            self.focus_on(self._rows.get(focused, self._line))
            return True
        if not self._library.is_long:
            self._follow()
        return self._line is None

    def _ways(self, *, folded: bool) -> Row:
        """Return what leads from the list to other texts, or orders it; several usual orders are `folded`."""
        orders = self._library.orders
        search = [Control(("Search all texts",), partial(self.run, "search"))] if orders else []
        open_file = Control(("Open a file",), partial(self.run, "open"))
        self._orders = {} if folded else {order: self._order(order, words) for order, words in orders}
        fold = [Control(("Sort the list",), self._unfold)] if folded else []
        return Row((open_file, *search, *fold, *self._orders.values()))

    def _unfold(self) -> None:
        """Show which orders there are; the focus goes to the one of now."""
        self._above[-1] = self._ways(folded=False)
        self._show_orders()
        self._list()
        self.focus_on(self._orders[self._library.order])

    def _new_line(self) -> Line:
        line = Line("Find a text", "")
        line.setProperty("finds", True)
        line.textEdited.connect(self._find)
        line.returnPressed.connect(self._go_to_first)
        return line

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
            self.settle()

    def _list_what_came(self) -> None:
        """List what has come in meanwhile; the focus stays on its row, and the words that were typed stay."""
        if not self.isVisible():
            return
        focused = self._row_in_focus()
        self._library.follow()
        if self._library.is_long and self._line is None:  # other controls stand above it now
            self._follow()
            return
        self._list()
        if focused in self._rows:
            self.focus_on(self._rows[focused])

    def _row_in_focus(self) -> str:
        return next((id_ for id_, row in self._rows.items() if row.hasFocus()), "")

    def _list(self) -> None:
        """Show the texts that are wanted; what stands above them stays, and so does the focus in it."""
        self._rows = {row.id: self._row(row) for row in self._library.shown}
        contents = [*self._above, *self._rows.values()]
        if not self._rows:
            contents.append(Label(NOT_FOUND, "quiet"))
        if self._library.has_more:
            contents.append(Row((Control(("More texts",), self._show_more),)))
        self.fill(contents)

    def _row(self, row: Entry) -> ListRow:
        press = partial(self._opening.open_text, row.id)
        return ListRow(row.title, row.line, press, aside=row.hardness, more=partial(self._tell_about, row.id))

    def _tell_about(self, document_id: str) -> None:
        self.sessions.about.choose(document_id)
        self.run("about")

    def _find(self, words: str) -> None:
        self._library.find(words)
        self._list()

    def _go_to_first(self) -> None:
        if self._rows:
            self.focus_on(next(iter(self._rows.values())))

    def _show_more(self) -> None:
        shown = len(self._rows)
        self._library.show_more()
        self._list()
        self.focus_on(list(self._rows.values())[shown])

    def _order(self, order: str, words: str) -> Control:
        """Return the switch that has the texts in an order."""
        return Control((words,), partial(self._library.switch_order, order))

    def _show_orders(self) -> None:
        self._listed_by = self._library.order
        for order, control in self._orders.items():
            control.set_on(order == self._library.order)

    def _reorder(self) -> None:
        """Show the list in the order that is wanted now; the focus stays on the switch."""
        if self.isVisible() and self._listed_by != self._library.order:
            self._show_orders()
            self._find(self._library.words)

    def _welcome(self) -> list[QWidget]:
        open_first = partial(self._opening.open_text, self._library.first)
        start = Control((READ_FIRST,), open_first, role="main", icon_name="forward")
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
        if last.part_line:
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
