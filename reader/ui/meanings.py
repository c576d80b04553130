"""The meanings in the popover: of a word that was pressed or asked about, and of the words of the piece."""

from collections.abc import Callable
from functools import partial

from reader.model.term import Term, TermHit
from reader.session.command import Sessions
from reader.session.looking_up import Answer
from reader.session.words import AT_ONCE
from reader.ui.controls import Control
from reader.ui.entries import Entry
from reader.ui.reading_page import ReadingPage
from reader.ui.shown import Shown


class Meanings:
    """Shows meanings, with the ways to write one of one's own and to say that one knows a word."""

    def __init__(
        self, page: ReadingPage, sessions: Sessions, shown: Shown, show_all: Callable[[], None]
    ) -> None:
        self._page = page
        self._sessions = sessions
        self._shown = shown
        self._show_all = show_all
        page.term_pressed.connect(self.show_term)
        page.view.word_pressed.connect(self._ask)
        sessions.looking_up.answered.connect(self._show_answer)

    def show_asked(self) -> bool:
        """Look up the letters that are selected, or the word at the caret; return whether there are any."""
        asked = self._page.view.asked
        if asked:
            self._sessions.looking_up.ask(*asked)
        return asked is not None

    def show_term(self, hit: TermHit) -> None:
        """Open the meaning of a word that was pressed."""
        self._sessions.notices.clear()
        self._sessions.listening.pause()
        self._show_answer(Answer(hit.start, hit.end, hit.term), "term")

    def show_words(
        self, terms: tuple[Term, ...], further: Callable[[], list[Control]], first: int = 0
    ) -> None:
        """Open the meanings of some terms, a few at a time, with further buttons under them."""
        shown = terms[first : first + AT_ONCE]
        following = first + AT_ONCE if first + AT_ONCE < len(terms) else 0
        actions = []
        if len(terms) > AT_ONCE:
            actions.append(Control(("More words",), lambda: self.show_words(terms, further, following)))
        if len(terms) > 1:
            actions.append(Control(("One by one",), lambda: self._show_one(terms, first)))
        else:
            actions += self._about(terms[0])
        entries = [_entry(term) for term in shown]
        self._shown.open("words", "Words of this piece", entries, [*actions, *further()])

    def _show_one(self, terms: tuple[Term, ...], number: int) -> None:
        """Show one of some terms; whoever knows it goes on to the next, and after the last to the text."""
        term = terms[number]
        left = (*terms[:number], *terms[number + 1 :])
        then = partial(self._show_one, left, number) if number < len(left) else None
        following = partial(self._show_one, terms, (number + 1) % len(terms))
        actions = [Control(("Next word",), following)] if left else []
        actions += self._about(term, then)
        self._shown.open("words", f"Meaning of {term.name}", [_entry(term)], actions)

    def _ask(self, start: int, end: int) -> None:
        self._sessions.notices.clear()
        self._sessions.listening.pause()
        self._sessions.looking_up.ask(start, end)

    def _show_answer(self, answer: Answer, kind: str = "asked") -> None:
        term = answer.term
        words = self._sessions.words.terms(self._sessions.reading.chunk)
        actions = self._about(term) if term in words else [self._write(term)]
        if kind == "asked":  # whoever moves by the caret would else never come to them
            actions.append(Control(("All words",), self._show_all))
        about = (answer.start, answer.end)
        self._shown.open(kind, f"Meaning of {term.name}", [_entry(term, answer.source)], actions, about=about)

    def _about(self, term: Term, then: Callable[[], None] | None = None) -> list[Control]:
        """Return the ways to say that one knows a term, upon which something is done, and to write of it."""
        know = partial(self._know, term, then or self._page.close_popover)
        return [Control(("I know this one",), know), self._write(term)]

    def _write(self, term: Term) -> Control:
        def write() -> None:
            self._sessions.vocabulary.wanted = term.name
            self._page.close_popover()
            self._page.run("your words")

        return Control(("My own words",), write)

    def _know(self, term: Term, then: Callable[[], None]) -> None:
        self._sessions.vocabulary.know(term.name)
        then()


def _entry(term: Term, source: str = "") -> Entry:
    say = f"say it: {term.say}" if term.say else source
    apart = "\n" if "\n" in term.meaning else " "
    return Entry(term.name, say, apart.join(filter(None, (term.meaning, term.more))))
