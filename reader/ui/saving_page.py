"""The page of taking a text along as a sound file."""

from functools import partial

from PySide6.QtWidgets import QWidget

from reader.session.command import Sessions
from reader.session.portions import Portion
from reader.session.whereabouts import REST_ON_ITS_WAY
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.list_row import ListRow
from reader.ui.page import Run

MEANWHILE = "You can go on reading and listening. The file is there when it is whole."
NOTHING = "Open a text first, or set a bookmark."


class SavingPage(ColumnPage):
    """What there is to take along, each with its length; while a file is made, how far it is."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run, "Save as sound")
        self._saving = sessions.saving
        self._progress: Label | None = None
        self._saving.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show what there is to choose, or how far the file is."""
        self._progress = Label(self._saving.progress) if self._saving.is_running else None
        self.fill(self._running(self._progress) if self._progress else self._choices())

    def _running(self, progress: Label) -> list[QWidget]:
        return [progress, Label(MEANWHILE, "quiet"), Row((Control(("Cancel",), self._saving.cancel),))]

    def _choices(self) -> list[QWidget]:
        offered = self._saving.offered()
        # An article is taken along whole.
        awaited = [Label(REST_ON_ITS_WAY, "quiet")] if self.sessions.reading.is_arriving else []
        if not offered:
            return [*awaited] or [Label(NOTHING, "quiet")]
        return [
            *awaited,
            Label("For listening on the way. Choose what, then where.", "quiet"),
            *(
                ListRow(portion.name, self._saving.estimate(portion), partial(self._ask, portion))
                for portion in offered
            ),
            *([Label(self._saving.last_saved, "quiet", gap=12)] if self._saving.last_saved else ()),
        ]

    def _ask(self, portion: Portion) -> None:
        """Ask where to save it, under which name, and as which kind."""
        self.sessions.destination.choose(portion)
        self.run("where to save")

    def _follow(self) -> None:
        """Change the words in place, so that the focus stays; begin and end show another page."""
        if not self.isVisible():
            return
        if self._progress is not None and self._saving.is_running:
            self._progress.setText(self._saving.progress)
            self.arrange()
        else:
            self.refresh()
            self.settle()
