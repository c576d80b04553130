"""Lists that open a place: contents, bookmarks, and what was found."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.model.bookmark import Bookmark
from reader.model.document import Part
from reader.model.place import Place
from reader.session.command import Sessions
from reader.session.whereabouts import REST_ON_ITS_WAY
from reader.text.effort import hardness, length
from reader.text.finding import find
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.line import Line
from reader.ui.list_row import ListRow
from reader.ui.long_list import around, rows_from
from reader.ui.page import Run

NOT_FOUND = "These words are not in this text. Fewer letters may find more."


class Goer(Protocol):
    """Goes to places; the window does."""

    def go_to(self, place: Place) -> None:
        """Go to a place of the open text and show it."""

    def go_to_part(self, index: int) -> None:
        """Go to a part of the open text and show it."""

    def open_bookmark(self, bookmark: Bookmark) -> None:
        """Open the text of a bookmark at its place."""


class ContentsPage(ColumnPage):
    """The parts of the open text, some at a time; the first ones shown are those around here."""

    def __init__(self, sessions: Sessions, run: Run, goer: Goer) -> None:
        super().__init__(sessions, run, "Contents")
        self._goer = goer
        self._reading = sessions.reading
        self._rows: dict[int, ListRow] = {}
        self._reading.grown.connect(self._follow_text)

    def refresh(self) -> None:
        """List the parts; the one that is open has the focus."""
        self._list(around(self._reading.part.index, len(self._reading.parts)))

    def _list(self, first: int) -> None:
        self._rows = {}
        contents = rows_from(first, len(self._reading.parts), self._row, self._turn, "parts")
        if self._reading.is_arriving:
            contents.append(Label(REST_ON_ITS_WAY, "quiet"))
        self.fill(contents)

    def _turn(self, first: int) -> None:
        self._list(first)
        self.focus_on(self._rows[first])

    def _follow_text(self) -> None:
        """List what has come in; the focus stays on its part."""
        if self.isVisible():
            focused = next((index for index, row in self._rows.items() if row.hasFocus()), None)
            self._list(min(self._rows))
            if focused is not None:
                self.focus_on(self._rows[focused])

    def _row(self, index: int) -> ListRow:
        part = self._reading.parts[index]
        here = part == self._reading.part
        # Which part it is shows when the text is whole.
        number = f"Part {part.number}" if part.number and not self._reading.is_arriving else ""
        where = " · ".join(filter(None, (number, "you are here" if here else "")))
        line = "\n".join(filter(None, (where, self._asks(part))))
        title = part.title or self._reading.document.title
        row = self._rows[index] = ListRow(title, line, partial(self._goer.go_to_part, index))
        row.setProperty("first", here)
        return row

    def _asks(self, part: Part) -> str:
        """Return what a part asks, "" while a long text is still being weighed."""
        effort = self.sessions.weighing.part(part.index)
        if effort is None:
            return ""
        about = length(effort, self.sessions.pace.words_a_minute)
        return " · ".join(filter(None, (about, hardness(effort)))).capitalize()


class BookmarksPage(ColumnPage):
    """All bookmarks, newest first; each can be opened, renamed and taken off."""

    def __init__(self, sessions: Sessions, run: Run, goer: Goer) -> None:
        super().__init__(sessions, run, "Bookmarks")
        self._goer = goer
        self._renaming: int | None = None
        sessions.bookmarks.changed.connect(self._refresh_if_shown)

    def refresh(self) -> None:
        """List the bookmarks as they are now, without an open name."""
        self._renaming = None
        self._list()

    def _list(self) -> None:
        marks = self.sessions.bookmarks.items()
        contents: list[QWidget] = [] if marks else [Label("There are no bookmarks yet.", "quiet")]
        for mark in marks:
            contents += self._rename_rows(mark) if mark.id == self._renaming else self._rows(mark)
        self.fill(contents)

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()
            self.settle()

    def _rows(self, mark: Bookmark) -> list[QWidget]:
        return [
            ListRow(mark.name, "", partial(self._goer.open_bookmark, mark)),
            Row(
                (
                    Control(("Rename",), partial(self._begin_rename, mark), name=f"{{}}: {mark.name}"),
                    Control(
                        ("Take off",),
                        partial(self.sessions.bookmarks.remove, mark),
                        name=f"{{}}: {mark.name}",
                    ),
                )
            ),
        ]

    def _begin_rename(self, mark: Bookmark) -> None:
        self._renaming = mark.id
        self._list()
        line = self.findChild(Line)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename_rows(self, mark: Bookmark) -> list[QWidget]:
        line = Line("Name of the bookmark", mark.name)

        def keep() -> None:
            self.sessions.bookmarks.rename(mark, line.text())
            self._refresh_if_shown()

        line.returnPressed.connect(keep)
        return [line, Row((Control(("Keep this name",), keep),))]


class FindPage(ColumnPage):
    """Words in the open text: type, press Enter, choose."""

    def __init__(self, sessions: Sessions, run: Run, goer: Goer) -> None:
        super().__init__(sessions, run, "Find in this text")
        self._goer = goer

    def settle(self) -> None:
        """Begin with an empty line."""
        self._show("")

    def _show(self, query: str, first: int = 0) -> None:
        line = Line("Words to find", query)
        line.setProperty("first", True)
        line.returnPressed.connect(lambda: self._show(line.text()))
        contents: list[QWidget] = [line, Row((Control(("Find",), lambda: self._show(line.text())),))]
        if query.strip():
            contents += self._found(query, first)
        if query.strip() and self.sessions.reading.is_arriving:
            contents.append(Label(REST_ON_ITS_WAY, "quiet"))
        self.fill(contents)
        rows = [widget for widget in contents if isinstance(widget, ListRow)]
        (rows[0] if rows else line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self, query: str, first: int) -> list[QWidget]:
        reading = self.sessions.reading
        found = find(reading.document.blocks, query)
        if not found:
            return [] if reading.is_arriving else [Label(NOT_FOUND, "quiet")]

        def row(index: int) -> ListRow:
            each = found[index]
            go = partial(self._goer.go_to, Place(each.block, each.start))
            return ListRow(each.snippet, "", go, marked=(each.marked,))

        return rows_from(first, len(found), row, partial(self._show, query), "places")
