"""The window: one page at a time, the keys, and the look of everything."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from reader.model.bookmark import Bookmark
from reader.model.level import Level
from reader.model.place import Place
from reader.model.scope import Scope
from reader.model.settings import Settings
from reader.session.command import Command, Sessions
from reader.session.commands import run
from reader.session.copying import Copied
from reader.ui.announcer import Announcer
from reader.ui.any_key import AnyKey
from reader.ui.attention import Attention
from reader.ui.awake import Awake
from reader.ui.explaining import Explaining
from reader.ui.keys import ARROWS, Keys
from reader.ui.light import Light
from reader.ui.media_keys import MediaKeys
from reader.ui.page_stack import PageStack
from reader.ui.pages import pages_of
from reader.ui.reading_page import ReadingPage
from reader.ui.screen_reader import ScreenReader

_CARET_ON = "Arrows move within the text. Shift and Enter explain the word. F7 ends that."
_NEEDS_TEXT = frozenset({"contents", "find", "around", "reading", "eyes closed"})


class Window(QMainWindow):
    """Does what keys and commands ask of the screen."""

    def __init__(self, sessions: Sessions) -> None:
        super().__init__()
        self.sessions = sessions
        self._commands: dict[str, Command] = {command.name: command for command in sessions.commands}
        self._keys = Keys(sessions.commands)
        self.setWindowTitle("Gentle Reader")
        self.setAcceptDrops(True)
        self._light = Light(sessions.preferences)
        self.reading = ReadingPage(sessions, self.run)
        self.pages = pages_of(self, self.reading)
        self._stack = PageStack(self.pages, self.reading)
        self.setCentralWidget(self._stack)
        self.reading.view.on_key = self.press
        self.reading.popover.on_key = self.press
        self._explaining = Explaining(self.reading, sessions)
        self._announcer = Announcer(sessions, self.reading)
        self._attention = Attention(self.reading, sessions.reading_time.see)
        self._screen_reader = ScreenReader(self.reading.view.set_caret, self)
        self._media_keys = MediaKeys(sessions, self.run, self)
        self._awake = Awake(sessions.listening, sessions.hands_free)
        self._any_key = AnyKey(sessions.hands_free, self._keys, self)
        sessions.reading.opened.connect(self._show_reading)
        sessions.preferences.changed.connect(self._take_settings)
        self._light.darkened.connect(lambda: self._take_settings(sessions.preferences.settings))
        self._take_settings(sessions.preferences.settings)

    @property
    def page(self) -> str:
        """Return the name of the page that is shown."""
        return self._stack.page

    def begin(self, *wishes: str) -> None:
        """Show the first page: what is wished for, the piece after a short break, else the library.

        A wish is a file, a folder or the id of a text. Before all else a newcomer is asked once whether the
        page is comfortable.
        """
        library = self.sessions.library
        wanted = [wish for wish in wishes if wish]
        if not wanted and self.sessions.preferences.are_new and library.last() is None:
            self._stack.lay("library", "comfort")
        else:
            self._stack.refresh()
        if len(wanted) == 1 and not Path(wanted[0]).exists():
            self.open_text(wanted[0])
        elif wanted:
            self.open_all([Path(wish) for wish in wanted])
        elif last := library.opens_at():
            self.sessions.opening.carry_on(last)

    # Keys and buttons

    def run(self, name: str) -> None:
        """Do a command by its name, as its key would."""
        run(self._commands[name], self.sessions, self)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means in the text; return whether it means anything."""
        command = self._keys.command_of(event)
        if command is None or (self.reading.view.caret and event.key() in ARROWS):
            return False
        run(command, self.sessions, self)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means everywhere; the text and the focused control were asked before."""
        command = self._keys.command_of(event)
        if command is None or command.of_text or (command.of_reading and self.page != "reading"):
            super().keyPressEvent(event)
        else:
            run(command, self.sessions, self)

    # What a command may ask of the screen

    def forward(self) -> None:
        """Show the rest of the piece, or turn to the next one."""
        if self.reading.has_rest:
            self.reading.scroll_on()
        else:
            self.sessions.reading.next()

    def back(self) -> None:
        """Show what of the piece came before, or turn to the previous one."""
        if not self.reading.scroll_back():
            self.sessions.reading.previous()

    def step_focus(self, steps: int) -> None:
        """Let the next sentence or lines stand out (1), or those before (-1)."""
        self.reading.focus.step(steps)

    def read_on(self) -> None:
        """Let the next sentence or lines stand out, or go forward while there is no focus."""
        if self.reading.focus.on:
            self.step_focus(1)
        else:
            self.forward()

    def in_sight(self) -> str:
        """Return the letters of the piece that are to be read now."""
        return self.reading.in_sight()

    def has_more(self) -> bool:
        """Return whether some of the piece comes after them."""
        return self.reading.focus.has_more if self.reading.focus.on else self.reading.has_rest

    def show(self, page: str = "") -> None:
        """Show a page by its name; without a name, show the window itself, as Qt does."""
        if not page:
            super().show()
        elif page == self.page:
            self.close_open()
        elif page == "find" and self.pages[self.page].begin_finding():
            return
        elif page in _NEEDS_TEXT and not self.sessions.reading.chunks:
            self.sessions.notices.say("Open a text first.")
        else:
            self._stack.go_to(page)

    def close_popover(self) -> bool:
        """Close what lies over the piece: the popover, or the picture as it is.

        Return whether there was anything to close.
        """
        shown = self.reading
        is_open = self.page == "reading" and (not shown.popover.isHidden() or shown.picture.as_it_is)
        if is_open:
            shown.close_popover()
        return is_open

    def close_open(self) -> bool:
        """Close what is open, else the page that lies over the one before; the keys are the text's again.

        Return whether there was anything to close.
        """
        if self.page != "reading":
            return self.pages[self.page].end_finding() or self._stack.go_back()
        if self.close_popover():
            return True
        is_reminder = self.sessions.reading.scope is Scope.REMINDER
        if is_reminder:
            self.show("library")
        else:
            self.reading.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_reminder

    def toggle_words(self) -> None:
        """Open or close the meanings of this piece."""
        self._explaining.toggle_words()

    def toggle_where(self) -> None:
        """Show where one is and what was just read, or hide it."""
        self._show_reading()
        self._explaining.toggle_where()

    def show_text(self) -> None:
        """Show the open text."""
        self._show_reading()

    def copied(self) -> Copied:
        """Return what was copied last, here or in another program."""
        data = QGuiApplication.clipboard().mimeData()
        return Copied(data.text(), data.html(), bool(data.formats())) if data else Copied()

    def show_help(self) -> None:
        """Open the article that explains the reader."""
        self.sessions.opening.open_guide()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def toggle_caret(self) -> None:
        """Switch the caret on or off."""
        on = not self.reading.view.caret
        self.reading.view.set_caret(on)
        words = _CARET_ON if on else "Arrows turn the pieces again."
        self.sessions.notices.say(words)

    # What a page may ask; the page of the text shows itself when the text is open

    def open_file(self, path: Path) -> None:
        """Open a file where it was left."""
        self.sessions.opening.open_file(path)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open the first file, and take the others and what lies in folders into the library."""
        self.sessions.taking_in.open(paths)

    def open_text(self, document_id: str) -> None:
        """Open a text of the library where it was left, or at its beginning."""
        self.sessions.opening.open_text(document_id)

    def open_bookmark(self, bookmark: Bookmark) -> None:
        """Open the text of a bookmark at its place."""
        self.sessions.opening.open_bookmark(bookmark)
        if bookmark.document == self.sessions.reading.document.id:
            self._show_reading()

    def visit(self, document_id: str, place: Place) -> None:
        """Go to a place of any text and show it; Return leads back to where one was."""
        self.sessions.opening.visit(document_id, place)
        if document_id == self.sessions.reading.document.id:
            self._show_reading()

    def go_to(self, place: Place) -> None:
        """Go to a place of the open text and show it."""
        self.sessions.reading.go(place)
        self._show_reading()

    def go_to_part(self, index: int) -> None:
        """Go to a part of the open text and show it."""
        self.sessions.reading.open_part(index)
        self._show_reading()

    # Pages and look

    def _show_reading(self) -> None:
        if self.sessions.resting.on:
            # A text that opens now waits in the dark.
            self._stack.lay("library", "reading", "rest", shown=False)
        elif self.page != "reading":
            self._stack.lay("library", "reading")

    def _take_settings(self, settings: Settings) -> None:
        self._stack.take_look(self._light.look(settings))
        self.sessions.reading.set_level(Level(settings.level))

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.open_all([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def changeEvent(self, event: QEvent) -> None:
        """Count no piece as read from which the person has looked away to another window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.sessions.piece_timing.interrupt()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave without a question: everything is kept."""
        self.sessions.leave()
        event.accept()
