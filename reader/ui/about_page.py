"""About one text: what is known of it, how to mend that, and how to take it out of the library."""

from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from reader.model.kept_text import KeptText
from reader.session.command import Sessions
from reader.session.library import Row as Entry
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.line import Line
from reader.ui.page import Run

BUNDLED = "This text came with the reader, so it always stays."
COPIED = "It was copied from another program."


class AboutPage(ColumnPage):
    """Shows the text that the session is asked about; a change is kept with Enter, or the button below."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "About this text")
        sessions.details.changed.connect(self._follow)
        sessions.editions.brought.connect(self._follow)

    def refresh(self) -> None:
        """Show what is known of the text now."""
        id_ = self.sessions.about.subject
        entry = next((row for row in self.sessions.library.rows() if row.id == id_), None)
        own = self.sessions.details.of(id_)
        lead = [Label(entry.title, "lead"), Label(entry.line, "quiet")] if entry else []
        self.fill([*lead, *(self._own(own) if own else self._other(entry))])

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask about the open text again the next time."""
        self.sessions.about.choose("")

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _own(self, text: KeptText) -> list[QWidget]:
        came_from = f"It was opened from {text.path}." if text.path else COPIED
        return [
            Label(f"{text.words:,} words. {came_from}", "quiet"),
            *self._mending(text),
            *self._older_copy(text),
            self._removal(text.id),
        ]

    def _mending(self, text: KeptText) -> list[QWidget]:
        """Return a line each for what can be mended, and one button that keeps them all."""
        said = {"Title": text.title, "Author": text.author, "Language, such as en or de": text.language}
        lines = [Line(name, words) for name, words in said.items()]
        lines[0].setProperty("first", True)

        def keep() -> None:
            title, author, language = (line.text() for line in lines)
            self.sessions.details.mend(text.id, title=title, author=author, language=language)

        contents: list[QWidget] = []
        for name, line in zip(said, lines, strict=True):
            line.setCursorPosition(0)  # a long title is told by its beginning
            line.returnPressed.connect(keep)
            contents += [Label(name, "quiet", gap=12), line]
        return [*contents, Row((Control(("Keep what I wrote",), keep),))]

    def _other(self, entry: Entry | None) -> list[QWidget]:
        """Return what to show of a text that is no copy: a bundled one, or a file of an earlier version."""
        if entry is None or entry.record is None or entry.record.path is None:
            return [Label(BUNDLED, "quiet")]
        return [Label(f"It was opened from {entry.record.path}.", "quiet"), self._removal(entry.id)]

    def _older_copy(self, text: KeptText) -> list[QWidget]:
        editions = self.sessions.editions
        if text.id != self.sessions.reading.document.id or not editions.offered:
            return []
        return [Row((Control(("Bring places along from the older copy",), editions.carry_over),))]

    def _removal(self, id_: str) -> Row:
        row = Row((Control(("Remove from the library",), partial(self._remove, id_)),))
        row.setProperty("gap", 24)
        return row

    def _remove(self, id_: str) -> None:
        # The library first: what is said of the removal stays until the next action.
        self.run("library")
        self.sessions.about.remove(id_)
