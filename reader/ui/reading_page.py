"""The reading page: a quiet page with one piece on it, and the same few controls in the same places."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from reader.model.document import Kind
from reader.session.commands import Sessions
from reader.session.narration import Mark
from reader.ui.chunk_view import ChunkView
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.piece import Pieces
from reader.ui.popover import Popover
from reader.ui.quiet_line import QuietLine
from reader.ui.reading_geometry import Furniture, ReadingGeometry
from reader.ui.theme import Look

_KEY_POINT = " · Key point"


class ReadingPage(QWidget):
    """Shows the piece, its marks and the state of the controls; ReadingGeometry places them."""

    link_pressed = Signal(object)
    term_pressed = Signal(object)

    def __init__(
        self, sessions: Sessions, run: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._reading, self._listening = sessions.reading, sessions.listening
        self._bookmarks, self._words = sessions.bookmarks, sessions.words
        self._look: Look | None = None
        self._pieces: Pieces | None = None
        self._scroll = QScrollArea(self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget()
        self._scroll.setWidget(self._body)
        self._heading = Label("", "quiet", parent=self._body)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._make_controls(run)
        self.view = ChunkView(self._body)
        self.popover = Popover(self, self.close_popover)
        self.quiet = QuietLine(sessions.notices, self)
        self.view.term_pressed.connect(self.term_pressed)
        self.view.link_pressed.connect(self.link_pressed)
        self._reading.opened.connect(self._take_document)
        self._reading.turned.connect(self._show_piece)
        self._listening.changed.connect(self._show_state)
        self._listening.marked.connect(self.show_mark)
        self._bookmarks.changed.connect(self._show_state)
        sessions.notices.changed.connect(self._arrange)
        self._geometry = ReadingGeometry(
            Furniture(
                self.top,
                self.four,
                self.next,
                self.quiet,
                self.popover,
                self._scroll,
                self._body,
                self._heading,
                self.view,
            )
        )
        self._headings: tuple[str, ...] = ()
        self._covers = (QWidget(self), QWidget(self))
        for cover in self._covers:
            cover.setObjectName("page")
            cover.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar.valueChanged.connect(self._cover_cut_lines)
        self._order_tabs()

    def _make_controls(self, run: Callable[[str], object]) -> None:
        def control(words: tuple[str, ...], command: str, **more: str) -> Control:
            return Control(words, lambda: run(command), parent=self, **more)

        self.library = control(("Library",), "library", role="plain", icon_name="back")
        self.dimmer = control(("Dimmer",), "dimmer", role="plain", icon_name="moon")
        self.menu = control(("Menu",), "menu", role="plain", icon_name="menu")
        self.previous = control(("Previous",), "previous", icon_name="back", name="{} piece")
        self.listen = control(("Listen", "Pause"), "listen", icon_name="play")
        self.words = control(("Words",), "words", name="{} of this piece")
        self.bookmark = control(("Bookmark", "Bookmarked"), "bookmark")
        self.next = control(("Next", "More", "Next part"), "next", role="main", icon_name="forward")
        self.top = (self.library, self.dimmer, self.menu)
        self.four = (self.previous, self.listen, self.words, self.bookmark)

    def _order_tabs(self) -> None:
        order = (*self.top, self.view, self.popover, self.quiet, *self.four, self.next)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # What is shown

    def set_look(self, look: Look) -> None:
        """Take on letters, sizes and colours."""
        self._look = look
        for part in (*self.top, *self.four, self.next, self.view, self.popover, self.quiet):
            part.set_look(look)
        self._arrange()
        self._to_text_top()

    def _take_document(self) -> None:
        document = self._reading.document
        self._pieces = Pieces(document)
        titles = {block.text for block in document.blocks if block.kind is Kind.HEADING}
        self._headings = (document.title, *(f"{title}{_KEY_POINT}" for title in sorted(titles)))

    def _show_piece(self) -> None:
        assert self._pieces is not None
        self.close_popover()
        chunk = self._reading.chunk
        self._words.use(self._reading.chunks)
        self.view.show_piece(self._pieces.piece(chunk, self._words.dotted(chunk), self._words.hits(chunk)))
        heading = chunk.heading or self._reading.document.title
        self._heading.setText(f"{heading}{_KEY_POINT}" if chunk.is_key_point else heading)
        self._arrange()
        self._to_text_top()
        self._show_state()

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
        self._show_next_word()

    def _show_next_word(self) -> None:
        if self.has_rest:
            self.next.say("More")
        elif self._reading.chunks and self._reading.ends_part and not self._reading.ends_text:
            self.next.say("Next part")
        else:
            self.next.say("Next")

    def show_mark(self, mark: Mark | None) -> None:
        """Mark what is being said, and keep it in sight."""
        if mark is None:
            self.view.mark(None)
        else:
            self.view.mark(mark.sentence, mark.word)
            self._keep_in_sight(*(mark.word or mark.sentence))

    # The popover

    def open_popover(self, about: tuple[int, int] = (0, 1)) -> None:
        """Make room for the popover, keep the letters it is about in sight, and move the focus into it."""
        self._arrange()
        self._keep_in_sight(*about)
        self.popover.take_focus()

    def close_popover(self) -> None:
        """Close the popover, and give the focus back to the text if it was there."""
        if self.popover.isHidden():
            return
        had_focus = self.popover.has_focus
        self.popover.hide()
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    # Scrolling

    @property
    def has_rest(self) -> bool:
        """Return whether some of the piece lies below the edge."""
        return self._text_end - self._bar.value() > self._scroll.viewport().height() + 1

    def lines_in_sight(self) -> tuple[int, ...]:
        """Return which lines of the piece are wholly seen, from 0."""
        line = self._look.line_px if self._look else 0
        top, bottom = self._bar.value(), self._bar.value() + self._scroll.viewport().height()
        tops = [self._geometry.text_top + above for above in self.view.line_tops()]
        return tuple(
            number
            for number, start in enumerate(tops)
            if start + line * 0.1 >= top and start + line <= bottom + line * 0.1
        )

    def scroll_on(self) -> None:
        """Show what comes next of the piece: the first line not wholly seen becomes the first."""
        bottom = self._bar.value() + self._scroll.viewport().height()
        tops = [self._geometry.text_top + top for top in self.view.line_tops()]
        line = self._look.line_px if self._look else 0
        unseen = [top for top in tops if top + line > bottom]
        target = round(unseen[0]) if unseen else bottom
        self._bar.setValue(max(target, self._bar.value() + line))
        self._show_next_word()

    def scroll_back(self) -> bool:
        """Show what came before of the piece; return whether there was anything."""
        start = self._geometry.start
        if self._bar.value() <= start:
            return False
        height = self._scroll.viewport().height()
        line = self._look.line_px if self._look else 0
        self._bar.setValue(max(start, self._bar.value() - height + line))
        self._show_next_word()
        return True

    def _cover_cut_lines(self) -> None:
        """Hide what is seen of a line that the edge cuts in two: half a line is no help to anyone."""
        area, line = self._scroll.geometry(), self._look.line_px if self._look else 0
        top, bottom = self._bar.value(), self._bar.value() + area.height()
        cut_above = cut_below = 0
        for start in (self._geometry.text_top + above for above in self.view.line_tops()):
            if start < top < start + line * 0.9:
                cut_above = round(start + line - top)
            if start + line * 0.1 < bottom < start + line * 0.97:
                cut_below = round(bottom - start)
        width = area.width() - self._bar.width() * self._bar.isVisible()
        self._covers[0].setGeometry(area.x(), area.y(), width, cut_above)
        self._covers[1].setGeometry(area.x(), area.bottom() + 1 - cut_below, width, cut_below)

    @property
    def _bar(self) -> QScrollBar:
        return self._scroll.verticalScrollBar()

    @property
    def _text_end(self) -> int:
        return self._geometry.text_top + self.view.text_height()

    def _to_text_top(self) -> None:
        self._bar.setValue(self._geometry.start)
        self._show_next_word()

    def _keep_in_sight(self, start: int, end: int) -> None:
        rect = self.view.rect_of(start, end)
        top, bottom = self._geometry.text_top + rect.top(), self._geometry.text_top + rect.bottom()
        height = self._scroll.viewport().height()
        if top < self._bar.value() or bottom > self._bar.value() + height:
            self._bar.setValue(round(top) - 8)
            self._show_next_word()

    # Placing

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the text: what scrolls learns its size only when it is shown."""
        self._arrange()
        self._to_text_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew, and keep the same line at the top."""
        self._arrange()
        self._to_text_top()

    def _arrange(self) -> None:
        if self._look is not None:
            self._geometry.arrange(self.width(), self.height(), self._look, self._headings)
            self._cover_cut_lines()
            self._show_next_word()
