"""A person's own meanings, and the words they know."""

from collections.abc import Callable, Mapping

from reader.ground.events import Event
from reader.session.notices import Notices
from reader.store.folders import StoreError
from reader.store.meanings import MeaningStore

LONGEST_WORD = 80
LONGEST_MEANING = 400
"""Letters; ours: some sentences."""

KEPT = "Kept. Your own words come first from now on."
TAKEN_OFF = "Your own words are taken off."
BACK = "It is as it was."
KNOWN = "Its dots are gone. A press on the word still explains it."
DOTTED = "It is dotted again."
NO_WORD = "Type the word first."
NO_MEANING = "Type what the word means to you."
TOO_LONG = "That is a long one. A few sentences are enough."


class Vocabulary:
    """The twin of the page "Your words". What the disk does not take is said, and holds all the same."""

    def __init__(self, store: MeaningStore, notices: Notices) -> None:
        self.changed: Event[[]] = Event()
        """A meaning was written or taken off, or a word is known or no longer."""
        self._store = store
        self._notices = notices
        self._own: dict[str, str] = {}
        self._known: tuple[str, ...] = ()
        try:
            self._own, self._known = store.own(), store.known()
        except StoreError as error:
            notices.say(str(error))
        self.wanted = ""
        """The word whose meaning a person is about to write."""

    @property
    def own(self) -> Mapping[str, str]:
        """Return the meanings that the person has written, by the alphabet of their words."""
        return self._own

    @property
    def known(self) -> tuple[str, ...]:
        """Return the words that the person knows, by the alphabet."""
        return self._known

    def own_of(self, word: str) -> str:
        """Return what the person has written about a word, or ""."""
        return self._own.get(self._same(word), "")

    def write(self, word: str, meaning: str) -> bool:
        """Show this meaning of a word from now on; return whether it was one. Undo takes it back."""
        word, meaning = _neat(word), _neat(meaning)
        if about := what_is_missing(word, meaning):
            self._notices.say(about)
            return False
        self._put(self._same(word), meaning, KEPT)
        return True

    def take_off(self, word: str) -> None:
        """Take off what a person has written about a word; Undo brings it back."""
        self._put(self._same(word), "", TAKEN_OFF)

    def know(self, term: str) -> None:
        """Dot a term no more, and leave it out of the words of a piece; Undo takes it back."""
        self._notices.offer_undo(KNOWN, lambda: self.bring_back(term))
        self._set_known(term, True)

    def bring_back(self, term: str) -> None:
        """Dot a term again."""
        self._notices.say(DOTTED)
        self._set_known(term, False)

    def _same(self, word: str) -> str:
        """Return how a word was written when it got its meaning, else the word."""
        return next((own for own in self._own if own.casefold() == word.casefold()), word)

    def _put(self, word: str, meaning: str, sentence: str) -> None:
        before = self._own.get(word, "")

        def undo() -> None:
            self._notices.say(BACK)
            self._set(word, before)

        # What is said first gives way to what the disk has to say.
        self._notices.offer_undo(sentence, undo)
        self._set(word, meaning)

    def _set(self, word: str, meaning: str) -> None:
        own = {**self._own, word: meaning}
        self._own = {each: own[each] for each in sorted(own, key=str.casefold) if own[each]}
        self._keep(lambda: self._store.write(word, meaning))

    def _set_known(self, term: str, is_known: bool) -> None:
        known = {*self._known, term} if is_known else {*self._known} - {term}
        self._known = tuple(sorted(known, key=str.casefold))
        self._keep(lambda: self._store.know(term, is_known))

    def _keep(self, change: Callable[[], None]) -> None:
        self.changed.emit()
        try:
            change()
        except StoreError as error:
            self._notices.say(str(error))


def what_is_missing(word: str, meaning: str) -> str:
    """Return a kind sentence about a meaning that cannot be kept so, or "" if all is well."""
    if not _neat(word):
        return NO_WORD
    if not _neat(meaning):
        return NO_MEANING
    return TOO_LONG if len(word) > LONGEST_WORD or len(meaning) > LONGEST_MEANING else ""


def _neat(text: str) -> str:
    return " ".join(text.split())
