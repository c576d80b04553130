"""What the popover explains: a word, the words of the piece, where one is, a link."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.model.document import Span
from reader.model.term import Term, TermHit
from reader.session.command import Sessions
from reader.session.reading import BEGINNING
from reader.session.words import AT_ONCE, NO_WORDS
from reader.ui.controls import Control
from reader.ui.pictures import AS_IT_IS
from reader.ui.popover import Entry
from reader.ui.reading_page import ReadingPage


class Explaining:
    """Fills the popover of the reading page."""

    def __init__(self, page: ReadingPage, sessions: Sessions) -> None:
        self._page = page
        self._sessions = sessions
        self._shown = ""
        page.term_pressed.connect(self.show_term)
        page.link_pressed.connect(self.show_link)
        page.picture.pressed.connect(self.toggle_picture)
        page.picture.lit.connect(self._tell_of_light)

    def toggle_words(self) -> None:
        """Open the meanings of the piece, hardest first, and the ways to picture and links; or close them.

        A picture that is seen as it is becomes calm again first: nothing is brighter than it has to be.
        """
        if self._closes("words", "link", "picture"):
            return
        if self._page.picture.as_it_is:
            self.toggle_picture()
            return
        terms = self._sessions.words.terms(self._sessions.reading.chunk)
        if terms:
            self._show_terms(terms, 0)
        elif self._page.picture.is_shown:
            self._offer_picture()
        elif self._page.view.links:
            self.show_link(self._page.view.links[0])
        else:
            self._sessions.notices.say(NO_WORDS)

    def show_term(self, hit: TermHit) -> None:
        """Open the meaning of a word that was pressed."""
        self._sessions.notices.clear()
        self._sessions.listening.pause()
        self._open("term", f"Meaning of {hit.term.name}", [_entry(hit.term)], about=(hit.start, hit.end))

    def toggle_picture(self) -> None:
        """Show the picture as it is, or toned to the page again."""
        picture = self._page.picture
        untoned = picture.is_shown and not picture.as_it_is
        self._page.close_popover()
        self._page.to_top()
        picture.show_as_it_is(untoned)

    def toggle_where(self) -> None:
        """Show where one is and what was just read, or close it."""
        if self._closes("where"):
            return
        reading = self._sessions.reading
        before = reading.just_read()
        said = f"Just read: “{before}”" if before else BEGINNING
        self._open("where", "Where am I", [Entry(reading.where(), "", said)])

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
        self._open("link", "A link", [entry], actions, about=(link.start, link.end))

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
        self._open("picture", "The picture", [entry], actions, begin_at=see)

    def _show_terms(self, terms: tuple[Term, ...], first: int) -> None:
        shown = terms[first : first + AT_ONCE]
        following = first + AT_ONCE if first + AT_ONCE < len(terms) else 0
        actions = []
        if len(terms) > AT_ONCE:
            actions = [Control(("More words",), lambda: self._show_terms(terms, following))]
        if self._page.picture.is_shown:
            actions.append(Control(("Picture",), self._offer_picture))
        if links := self._page.view.links:
            actions.append(Control(("Links",), lambda: self.show_link(links[0])))
        self._open("words", "Words of this piece", [_entry(term) for term in shown], actions)

    def _open(
        self,
        kind: str,
        name: str,
        entries: list[Entry],
        actions: list[Control] | None = None,
        about: tuple[int, int] = (0, 1),
        begin_at: Control | None = None,
    ) -> None:
        self._shown = kind
        self._page.popover.open(name, entries, actions or [], begin_at)
        self._page.open_popover(about)

    def _closes(self, *kinds: str) -> bool:
        closes = self._shown in kinds and not self._page.popover.isHidden()
        if closes:
            self._page.close_popover()
        return closes


def _entry(term: Term) -> Entry:
    say = f"say it: {term.say}" if term.say else ""
    return Entry(term.name, say, " ".join(filter(None, (term.meaning, term.more))))
