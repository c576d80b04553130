"""The reading page: a quiet page with one piece on it, and the same few controls in the same places."""

from dataclasses import replace
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.model.document import Kind
from reader.model.listed import of_kind
from reader.model.scope import Scope
from reader.session.command import Sessions
from reader.session.library import CARRY_ON
from reader.session.narration import Mark
from reader.ui.controls import Control
from reader.ui.focus import Focus
from reader.ui.headings import KEY_POINT, Headings
from reader.ui.page import Page, Run
from reader.ui.piece import Piece, piece_of
from reader.ui.piece_scroll import PieceScroll
from reader.ui.popover import Popover
from reader.ui.quiet_line import QuietLine
from reader.ui.reading_geometry import Furniture, ReadingGeometry
from reader.ui.theme import Look


class ReadingPage(Page):
    """Shows the piece, its marks and the state of the controls; ReadingGeometry places them."""

    link_pressed = Signal(object)
    note_pressed = Signal(object)
    term_pressed = Signal(object)

    def __init__(self, sessions: Sessions, run: Run) -> None:
        super().__init__(sessions, run)
        self._reading, self._listening = sessions.reading, sessions.listening
        self._bookmarks, self._words = sessions.bookmarks, sessions.words
        self._piece: Piece | None = None
        self._has_grown = False
        self._heard: tuple[int, int] | None = None
        self._looked_back_in: tuple[int, int] | None = None
        self._headings = Headings()
        self._looked_at = 0
        self._scroll = PieceScroll(self)
        self.view, self.picture = self._scroll.view, self._scroll.picture
        self.popover = Popover(self, self.close_popover)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._follow_focus)
        self.quiet = QuietLine(sessions.notices, self, heir=self.view)
        self._make_controls(run)
        self._geometry = ReadingGeometry(
            Furniture(self.top, self.four, self.next, self.quiet, self.popover, self._scroll)
        )
        self._order_tabs()
        self._listen_to(sessions)
        self.focus = Focus(sessions, self._scroll)

    def _listen_to(self, sessions: Sessions) -> None:
        self.view.term_pressed.connect(self.term_pressed)
        self.view.link_pressed.connect(self.link_pressed)
        self.view.note_pressed.connect(self.note_pressed)
        self._scroll.scrolled.connect(self._show_what_follows)
        self._reading.opened.connect(self._take_document)
        self._reading.grown.connect(self._take_growth)
        self._reading.turned.connect(self._show_piece)
        self._listening.changed.connect(self._show_state)
        self._listening.marked.connect(self.show_mark)
        self._bookmarks.changed.connect(self._show_state)
        self._words.changed.connect(self._dot)
        sessions.notices.changed.connect(self._arrange)
        sessions.resting.began.connect(self.close_popover)

    def _make_controls(self, run: Run) -> None:
        def control(words: tuple[str, ...], command: str, **more: str) -> Control:
            return Control(words, lambda: run(command), parent=self, **more)

        self.library = control(("Library",), "library", role="plain", icon_name="back")
        self.dimmer = control(("Dimmer",), "dimmer", role="plain", icon_name="moon")
        self.menu = control(("Menu",), "menu", role="plain", icon_name="menu")
        self.previous = control(("Previous",), "previous", icon_name="back", name="{} piece")
        self.listen = control(("Listen", "Pause"), "listen", icon_name="play")
        self.words = control(("Words",), "words", name="{} of this piece")
        self.bookmark = control(("Bookmark", "Bookmarked"), "bookmark")
        self.next = control(("Next", "More", "Next part", CARRY_ON), "next", role="main", icon_name="forward")
        self.top = (self.library, self.dimmer, self.menu)
        self.four = (self.previous, self.listen, self.words, self.bookmark)

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does: in a small window the four stand above the text."""
        above, below = (self.four, ()) if self._geometry.is_joined else ((), self.four)
        order = (*self.top, *above, self.view, *self.popover.stops, self.quiet.button, *below, self.next)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # What is shown

    @property
    def heading(self) -> str:
        """Return what stands over the piece."""
        return self._scroll.heading.text()

    def set_look(self, look: Look) -> None:
        """Take on letters, sizes and colours."""
        letter = self._scroll.first_letter()
        super().set_look(look)
        for part in (*self.top, *self.four, self.next, self._scroll, self.popover, self.quiet):
            part.set_look(look)
        self._arrange_and_keep(letter)

    def _take_document(self) -> None:
        self._headings, self._looked_at = Headings(), 0
        self._take_headings()

    def _take_headings(self) -> None:
        self._has_grown = False
        document = self._reading.document
        self._headings.title = document.title
        blocks = document.blocks
        self._headings.take(blocks[at].text for at in of_kind(blocks, Kind.HEADING, self._looked_at))
        self._looked_at = len(blocks)

    def _take_growth(self) -> None:
        """Look at what has come in when the page turns: a longer heading must not move what is read now."""
        self._has_grown = True
        self._show_what_follows()

    def _show_piece(self) -> None:
        if self._has_grown:
            self._take_headings()
        self._heard = self._looked_back_in = None
        self.close_popover()
        chunk, chunks = self._reading.chunk, self._reading.chunks
        self._words.use(chunks)
        dotted, hits = self._words.dotted(chunk), self._words.hits(chunk)
        self._piece = piece_of(chunk, chunks.block, self._reading.document.pictures, dotted, hits)
        self.view.show_piece(self._piece)
        self.picture.show_picture(self._piece.picture)
        heading = chunk.heading or self._reading.document.title
        self._scroll.heading.setText(f"{heading}{KEY_POINT}" if chunk.is_key_point else heading)
        self._arrange()
        self._scroll.to_text_top()
        self._show_state()

    def _dot(self) -> None:
        """Dot what is to be dotted now: words have been learned, or written, or are known."""
        if self._piece is not None:
            chunk = self._piece.chunk
            self._piece = replace(
                self._piece, dotted=self._words.dotted(chunk), terms=self._words.hits(chunk)
            )
            self.view.dot(self._piece)

    def _show_state(self) -> None:
        if not self._reading.chunks:
            return
        chunk, few = self._reading.chunk, not self._reading.level.words
        speaking = self._listening.speaking
        self.listen.say("Pause" if speaking else "Listen", "pause" if speaking else "play")
        marked = self._bookmarks.is_marked(self._reading.document, chunk)
        self.bookmark.say("Bookmarked" if marked else "Bookmark")
        self.words.setVisible(not few)
        self.bookmark.setVisible(not few)
        self._show_what_follows()

    def _show_what_follows(self) -> None:
        reading = self._reading
        is_ahead = bool(reading.chunks) and reading.text.whereabouts.looks_ahead
        self.quiet.hold_back(self.has_rest and is_ahead)
        if self.has_rest:
            self.next.say("More")
        elif reading.chunks and reading.ends_text:
            self.next.say(CARRY_ON if reading.scope is Scope.REMINDER else "Next")
        elif reading.chunks and reading.ends_part:
            self.next.say("Next part")
        else:
            self.next.say("Next")

    def show_mark(self, mark: Mark | None) -> None:
        """Mark what is being said, and keep it in sight."""
        if mark is None:
            self.view.mark(None)
        else:
            self.view.mark(mark.sentence, mark.word)
            self._heard = mark.sentence
            # Whoever has scrolled back reads there in peace until the next sentence.
            if mark.sentence != self._looked_back_in:
                self._looked_back_in = None
                self._scroll.keep_in_sight(*(mark.word or mark.sentence))
        self.focus.show()

    # The popover

    def open_popover(self, about: tuple[int, int] = (0, 1)) -> None:
        """Make room for the popover, keep the letters it is about in sight, and move the focus into it."""
        self.sessions.piece_timing.interrupt()
        self._arrange()
        self.popover.take_focus()
        self._scroll.keep_in_sight(*about)

    def close_popover(self) -> None:
        """Close the popover, give the focus back to the text if it was there, and tone the picture."""
        self.picture.show_as_it_is(False)
        if self.popover.isHidden():
            return
        # Given before the popover goes: Qt would let it pass through another control first.
        if self.popover.has_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.drop_selection()
        self.popover.hide()
        self._arrange()

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Give the popover the room while the focus is in it, and what lies under it while it is there."""
        if before is None or now is None or self.popover.isHidden():
            return
        if self.popover.isAncestorOf(before) != self.popover.isAncestorOf(now):
            self._arrange()
            if isinstance(now, Control) and self._scroll.isAncestorOf(now):
                self._scroll.ensureWidgetVisible(now)

    # Scrolling

    @property
    def has_rest(self) -> bool:
        """Return whether some of the piece lies below the edge."""
        return self._scroll.has_rest

    def in_sight(self) -> str:
        """Return the letters that stand out, else those of the lines that are wholly seen."""
        if letters := self.focus.letters:
            return self._reading.chunk.text[slice(*letters)]
        lines = [line for line in self.view.painted_lines() if line]
        return " ".join(lines[number] for number in self.lines_in_sight())

    def lines_in_sight(self) -> tuple[int, ...]:
        """Return which lines of the piece are wholly seen, from 0."""
        return self._scroll.lines_in_sight()

    def to_top(self) -> None:
        """Show the beginning of the piece, and its picture."""
        self._scroll.to_text_top()

    def scroll_on(self) -> None:
        """Show what comes next of the piece."""
        self._scroll.scroll_on()
        self.focus.come_along()

    def scroll_back(self) -> bool:
        """Show what came before of the piece; return whether there was anything."""
        self._looked_back_in = self._heard
        if scrolled := self._scroll.scroll_back():
            self.focus.come_along()
        return scrolled

    # Placing

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the text: what scrolls learns its size only when it is shown."""
        self.sessions.piece_timing.interrupt()
        self._arrange_and_keep(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew, and keep the same words in sight."""
        self._arrange_and_keep(self._scroll.first_letter())

    def _arrange_and_keep(self, letter: int) -> None:
        self._arrange()
        self._scroll.to_text_top()
        if letter:
            self._scroll.keep_in_sight(letter, letter + 1)
        self.focus.keep_in_sight()

    def _arrange(self) -> None:
        if self.look is not None:
            self._geometry.arrange(self.width(), self.height(), self.look, self._headings)
            self._order_tabs()
            self._scroll.cover_cut_lines()
            self._show_what_follows()
            self.focus.show()
