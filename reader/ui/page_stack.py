"""The pages of the window: which one is shown, and which ones lie under it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget

from reader.ui.page import Page
from reader.ui.reading_page import ReadingPage
from reader.ui.theme import Look

_GROUNDS = frozenset({"library", "reading", "comfort"})


class PageStack(QStackedWidget):
    """Shows one page at a time and remembers its way, so that Esc and Back always lead back."""

    def __init__(self, pages: Mapping[str, Page], reading: ReadingPage) -> None:
        super().__init__()
        self._pages = pages
        self._reading = reading
        self._trail = ["library"]
        self._look: Look | None = None
        for page in pages.values():
            self.addWidget(page)

    @property
    def page(self) -> str:
        """Return the name of the page that is shown."""
        return self._trail[-1]

    def lay(self, *names: str, shown: bool = True) -> None:
        """Let these pages lie on each other; the last one is shown, at once or by whoever comes next."""
        self._trail = list(names)
        if shown:
            self.refresh()

    def go_to(self, page: str) -> None:
        """Show a page over the one that is shown."""
        self.lay(*self._under(page), page)

    def go_back(self) -> bool:
        """Show the page below; return whether there is one."""
        has_below = len(self._trail) > 1
        if has_below:
            self.lay(*self._trail[:-1])
        return has_below

    def refresh(self) -> None:
        """Show the page of now, as it is now."""
        page = self._pages[self.page]
        page.refresh()
        # At its right size from the first frame on: a stack would else lay it out a moment later.
        page.setGeometry(self.rect())
        self._dress(page)
        # Chosen beforehand: the focus would else pass through the first control, and be heard there too.
        self._reading.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentWidget(page)
        page.settle()

    def take_look(self, look: Look) -> None:
        """Take on sizes and colours; to style every widget anew takes long, so only where they differ."""
        if look == self._look:
            return
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        sheet = look.stylesheet()
        # It takes a tenth of a second, and how the text alone is set is nothing to the other widgets.
        if sheet != application.styleSheet():
            application.setPalette(look.qt_palette())
            application.setStyleSheet(sheet)
        self._look = look
        self._reading.set_look(look)
        self._dress(self._pages[self.page])

    def _under(self, page: str) -> list[str]:
        """Return which pages lie under one that is about to be shown."""
        if page == "library":
            return []
        if page == "rest":
            # Whoever comes back wants neither a panel nor a voice that begins.
            return [below for below in self._trail if below in _GROUNDS]
        return self._trail

    def _dress(self, page: Page) -> None:
        """Let a page take on the look of now; the others wait until they are shown."""
        if page is not self._reading and self._look is not None:
            page.set_look(self._look)
