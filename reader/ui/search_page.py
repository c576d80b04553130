"""Words in all texts: type, press Enter, choose the sentence to go to."""

from functools import partial
from itertools import groupby
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.model.place import Place
from reader.session.command import Sessions
from reader.session.search import Found
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.line import Line
from reader.ui.list_row import ListRow
from reader.ui.page import Run

NOTHING = "No text has all of these words. Fewer letters may find more."
GATHERING = "Some texts are still being read in. Later there may be more."


class Visitor(Protocol):
    """Goes to a place of any text; the window does."""

    def visit(self, document_id: str, place: Place) -> None:
        """Open a text at a place; Return leads back to the text of now."""


class SearchPage(ColumnPage):
    """Shows the search session: what was found, under the title of its text."""

    def __init__(self, sessions: Sessions, run: Run, visitor: Visitor) -> None:
        super().__init__(sessions, run, "Search all texts")
        self._visitor = visitor
        self._search = sessions.search
        self._line = Line("Words to search for", "")
        self._line.setProperty("finds", True)
        self._line.returnPressed.connect(self._find)
        self._button = Row((Control(("Search",), self._find),))
        for widget in (self._line, self._button):
            widget.setParent(self._body)
            widget.hide()
        self._rows: list[ListRow] = []
        self._visited: Place | None = None
        self._search.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show what was found last: the next sentence may be wanted after this one."""
        self._list()

    def settle(self) -> None:
        """Begin at the sentence that was gone to last, else in the line."""
        super().settle()
        if not any(row.property("first") for row in self._rows):
            self._line.selectAll()
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self._visited = None
        if self._line.text().strip():
            self._search.find(self._line.text())

    def _follow(self) -> None:
        self._list()
        if self.isVisible() and self._rows:
            self.focus_on(self._rows[0])

    def _list(self) -> None:
        self._rows = []
        contents: list[QWidget] = [self._line, self._button]
        for title, together in groupby(self._search.shown, key=lambda found: found.title):
            rows = [self._row(found) for found in together]
            contents += [Label(title, "quiet", gap=16), *rows]
            self._rows += rows
        if self._search.words and not (self._rows or self._search.is_searching):
            contents.append(Label(NOTHING, "quiet"))
        if self._search.words and self._search.is_gathering:
            contents.append(Label(GATHERING, "quiet"))
        if self._search.has_more:
            more = partial(self._show_more, len(self._rows))
            contents.append(Row((Control(("More",), more, name="{} of what was found"),)))
        self.fill(contents)

    def _row(self, found: Found) -> ListRow:
        name = f"{found.passage.sentence} In “{found.title}”"
        row = ListRow(found.passage.sentence, "", partial(self._go, found), name, marked=found.passage.found)
        row.setProperty("first", found.place == self._visited)
        return row

    def _go(self, found: Found) -> None:
        self._visited = found.place
        self._visitor.visit(found.document, found.place)

    def _show_more(self, shown: int) -> None:
        self._search.show_more()
        self._list()
        self.focus_on(self._rows[shown])
