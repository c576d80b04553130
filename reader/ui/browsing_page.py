"""Pages that show the folders of this computer: one to open a file, one to say where a file goes."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from reader.ground.listing import Item
from reader.session.browsing import Browsing
from reader.session.command import Sessions
from reader.speech.audio_file import Kind
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.line import Line
from reader.ui.list_row import ListRow
from reader.ui.page import Run

NOT_FOUND = "No name here has these words. Fewer letters may find more."


class BrowsingPage(ColumnPage):
    """Shows one folder: the way out of it, and what lies in it. A press on a folder opens it."""

    nothing = "There is nothing here that can be opened."
    """What is said of a folder that shows nothing."""

    def __init__(self, sessions: Sessions, run: Run, title: str, browsing: Browsing) -> None:
        super().__init__(sessions, run, title)
        self.browsing = browsing
        self._rows: list[ListRow] = []
        self._is_finding = False
        browsing.changed.connect(self._follow)

    def heading(self) -> list[QWidget]:
        """Return what stands above the folders."""
        return []

    def here(self) -> list[QWidget]:
        """Return what can be done in the open folder itself."""
        return []

    def choose(self, file: Path) -> None:
        """Take a file that was pressed."""

    def refresh(self) -> None:
        """Show the folder of before at once, and then what has changed in it."""
        self._list()
        self.browsing.begin()

    def begin_finding(self) -> bool:
        """Put the focus into the line that finds a name; short folders have it once it is asked for."""
        if not self._is_finding:
            self._is_finding = True
            self._list()
        return super().begin_finding()

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for no folder any longer."""
        self._is_finding = False
        self.browsing.leave()

    def _follow(self) -> None:
        self._list()
        if self.isVisible():
            self.settle()

    def _list(self) -> None:
        self.fill([*self.heading(), *self._way(), *self._items()])

    def _way(self) -> list[QWidget]:
        """Return where one is, and what leads elsewhere."""
        folder, above = self.browsing.folder, self.browsing.above
        if folder is None:
            return []
        up = (Control(("Up",), self.browsing.up, name=f"{{}} to {above.name}"),) if above else ()
        others = Control(("Other folders",), self.browsing.begin_anew)
        return [Label(f"In “{folder.name}”", "quiet", gap=8), *self.here(), Row((*up, others))]

    def _items(self) -> list[QWidget]:
        shown = self.browsing.shown
        self._rows = rows = [self._row(item) for item in shown]
        if rows and self.browsing.before not in shown:
            rows[0].setProperty("first", True)
        has_line = self.browsing.is_long or self.browsing.words or self._is_finding
        finding = self._finding() if has_line else []
        if not rows:
            return [*finding, Label(NOT_FOUND if self.browsing.words else self.nothing, "quiet")]
        more = Control(("More",), partial(self._show_more, len(shown)), name="{} of this folder")
        return [*finding, *rows, *([Row((more,))] if self.browsing.has_more else ())]

    def _row(self, item: Item) -> ListRow:
        press = partial(self.browsing.open if item.is_folder else self.choose, item.path)
        row = ListRow(item.name, "Folder" if item.is_folder else "", press)
        row.setProperty("first", item == self.browsing.before)
        return row

    def _finding(self) -> list[QWidget]:
        line = Line("Words in the name", self.browsing.words)
        line.setProperty("finds", True)
        find = Control(("Find",), lambda: self.browsing.find(line.text()))
        line.returnPressed.connect(find.click)
        return [line, Row((find,))]

    def _show_more(self, shown: int) -> None:
        self.browsing.show_more()
        self.focus_on(self._rows[shown])


class OpenPage(BrowsingPage):
    """Opens a text of a person's own."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Open a file", sessions.browsing)

    def heading(self) -> list[QWidget]:
        """Return what needs no file; within a folder one looks for files."""
        if self.browsing.folder:
            return []
        return [ListRow("Read what I copied", "From another program", lambda: self.run("copied"))]

    def here(self) -> list[QWidget]:
        """Return what opens all of the folder at once, if there is a file in it."""
        folder = self.browsing.folder
        if folder is None or not self.browsing.has_files:
            return []
        words = "They come into the library, with those of the folders within"
        take = partial(self.sessions.taking_in.take, [folder.path])
        return [ListRow("Open all in this folder", words, take)]

    def choose(self, file: Path) -> None:
        """Open the file; the page stays until that is done, and if it cannot be."""
        self.sessions.opening.open_file(file)


class DestinationPage(BrowsingPage):
    """Says where a sound file goes: its name, its kind, and the folder that is open."""

    nothing = "There are no folders in here."

    def __init__(self, sessions: Sessions, run: Run) -> None:
        self._destination = sessions.destination
        super().__init__(sessions, run, "Where to save", self._destination.browsing)

    def refresh(self) -> None:
        """Begin in the folder of the last time."""
        self._list()
        self._destination.begin()

    def heading(self) -> list[QWidget]:
        """Return what is saved, its name and its kind."""
        portion = self._destination.portion
        if portion is None:
            return [Label("Choose what to save first.", "quiet")]
        line = Line("Name of the file", self._destination.name)
        line.setCursorPosition(0)  # a long name is told by its beginning
        line.textEdited.connect(self._keep_name)
        return [Label(portion.name, "quiet"), line, *self._kinds()]

    def here(self) -> list[QWidget]:
        """Return the button that saves the file in this folder."""
        if self._destination.portion is None or self.browsing.folder is None:
            return []
        save = Control(("Save here",), self._save, role="main", name=f"{{}} in {self.browsing.folder.name}")
        save.setProperty("first", True)
        return [Row((save,), high=True)]

    def _kinds(self) -> list[QWidget]:
        kinds = self._destination.kinds
        if len(kinds) < 2:
            return []
        controls = {kind: Control((kind.name,), partial(self._take_kind, kind)) for kind in kinds}
        for kind, control in controls.items():
            control.set_on(kind is self._destination.kind)
        return [Row(tuple(controls.values()))]

    def _keep_name(self, name: str) -> None:
        self._destination.name = name

    def _take_kind(self, kind: Kind) -> None:
        self._destination.kind = kind
        for control in self.findChildren(Control):
            if control.isCheckable():
                control.set_on(control.text() == kind.name)

    def _save(self) -> None:
        if self._destination.save():
            self.run("back out")
        else:
            self._list()
            self.settle()
