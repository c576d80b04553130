"""What the popover explains: words, where one is, a link, a picture, and whatever else has a title."""

from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.model.document import Span
from reader.session.command import Sessions
from reader.session.reading import BEGINNING
from reader.text.notes import Note, notes_in, texts_of
from reader.ui.controls import Control
from reader.ui.entries import Entry
from reader.ui.meanings import Meanings
from reader.ui.pictures import AS_IT_IS
from reader.ui.reading_page import ReadingPage
from reader.ui.shown import Shown


class Explaining:
    """Fills the popover of the reading page."""

    def __init__(self, page: ReadingPage, sessions: Sessions) -> None:
        self._page = page
        self._sessions = sessions
        self._shown = Shown(page)
        self._meanings = Meanings(page, sessions, self._shown, self._show_words)
        page.link_pressed.connect(self.show_link)
        page.note_pressed.connect(self._show_pressed_note)
        page.picture.pressed.connect(self.toggle_picture)
        page.picture.lit.connect(self._tell_of_light)

    def toggle_words(self) -> None:
        """Open the meaning of what is selected or at the caret, else of the words of the piece; or close it.

        Under the words, hardest first, are the ways to picture and links. A picture that is seen as it is
        becomes calm again first: nothing is brighter than it has to be.
        """
        if self._shown.closes("words", "asked", "link", "picture", "note"):
            return
        if self._page.picture.as_it_is:
            self.toggle_picture()
        elif not self._meanings.show_asked():
            self._show_words()

    def toggle_picture(self) -> None:
        """Show the picture as it is, or toned to the page again."""
        picture = self._page.picture
        untoned = picture.is_shown and not picture.as_it_is
        self._page.close_popover()
        self._page.to_top()
        picture.show_as_it_is(untoned)

    def toggle_where(self) -> None:
        """Show where one is and what was just read, or close it."""
        if self._shown.closes("where"):
            return
        reading = self._sessions.reading
        before = reading.just_read()
        said = f"Just read: “{before}”" if before else BEGINNING
        self._shown.open("where", "Where am I", [Entry(reading.where(), "", said)])

    def show_link(self, link: Span) -> None:
        """Show where a link leads, and ask one clear question before anything opens."""
        notices = self._sessions.notices
        notices.clear()

        def copy() -> None:
            QGuiApplication.clipboard().setText(link.target)
            self._page.close_popover()
            notices.say("The address is copied.")

        def open_outside() -> None:
            self._page.close_popover()
            if not QDesktopServices.openUrl(QUrl(link.target)):
                notices.say("It could not be opened. The address can be copied instead.")

        entry = Entry("Open this outside the reader?", "", link.target)
        actions = [Control(("Copy the address",), copy), Control(("Open it outside",), open_outside)]
        links = self._page.view.links
        if len(links) > 1:
            following = links[(links.index(link) + 1) % len(links)]
            actions.append(Control(("Next link",), lambda: self.show_link(following)))
        self._shown.open("link", "A link", [entry], actions, about=(link.start, link.end))

    @property
    def _notes(self) -> tuple[Note, ...]:
        reading = self._sessions.reading
        return notes_in(reading.chunk, texts_of(reading.document))

    def _show_pressed_note(self, mark: Span) -> None:
        notices = self._sessions.notices
        notices.clear()
        self._sessions.listening.pause()
        notes = self._notes
        number = next((at for at, note in enumerate(notes) if note.start == mark.start), None)
        if number is None:
            notices.say("This note is still on its way.")
        else:
            self._show_note(number)

    def _show_note(self, number: int) -> None:
        """Show a footnote; its mark stays in sight."""
        notes = self._notes
        note = notes[number]
        following = partial(self._show_note, (number + 1) % len(notes))
        actions = [Control(("Next note",), following)] if len(notes) > 1 else []
        title = f"Note {note.mark}"
        self._shown.open("note", title, [Entry(title, "", note.text)], actions, about=(note.start, note.end))

    def _tell_of_light(self, is_lit: bool) -> None:
        notices = self._sessions.notices
        if is_lit:
            notices.say(AS_IT_IS)
        elif notices.message == AS_IT_IS:
            notices.clear()

    def _offer_picture(self) -> None:
        entry = Entry("See the picture as it is?", "", "It may be brighter than this page.")
        see = Control(("See it as it is",), self.toggle_picture)
        actions = [see]
        if links := self._page.view.links:
            actions.append(Control(("Links",), lambda: self.show_link(links[0])))
        self._shown.open("picture", "The picture", [entry], actions, begin_at=see)

    def _show_words(self) -> None:
        terms = self._sessions.words.terms(self._sessions.reading.chunk)
        if terms:
            self._meanings.show_words(terms, self._ways_on)
        elif self._page.picture.is_shown:
            self._offer_picture()
        elif self._notes:
            self._show_note(0)
        elif self._page.view.links:
            self.show_link(self._page.view.links[0])
        else:
            self._sessions.notices.say(self._sessions.words.why_none)

    def _ways_on(self) -> list[Control]:
        ways = [Control(("Picture",), self._offer_picture)] if self._page.picture.is_shown else []
        if self._notes:
            ways.append(Control(("Notes",), partial(self._show_note, 0)))
        if links := self._page.view.links:
            ways.append(Control(("Links",), lambda: self.show_link(links[0])))
        return ways
