"""Saying a word as a person wants to hear it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.ground.events import Event
from reader.model.document import Span
from reader.model.wordings import Wordings
from reader.session.notices import Notices
from reader.store.folders import StoreError
from reader.store.own_words import OwnWordsFile
from reader.text.spoken import Utterance, spoken

if TYPE_CHECKING:
    from reader.text.pronunciation import Pronunciation

LONGEST = 80
"""Letters of a word, or of how it is said; ours."""

KEPT = "This word is said like that from now on."
TAKEN_OFF = "This word is said as usual again."
BACK = "The word is back."
NO_WORD = "Type the word first."
NO_LIKE = "Type how the word should sound."
NOT_SAYABLE = "A voice needs letters or numbers to say."
TOO_LONG = "That is a long one. A word or a few are enough."


class Pronouncing:
    """The twin of the page "Say it like this", and what every voice is given to say."""

    def __init__(self, wordings: Callable[[], Wordings], file: OwnWordsFile, notices: Notices) -> None:
        self.changed: Event[[]] = Event()
        """Something is said otherwise from now on: what is being said may be made anew."""
        self.tried: Event[[str]] = Event()
        """A person wants to hear this."""
        self._wordings = wordings
        self._file = file
        self._notices = notices
        self._own, self.about_kept = file.load()
        self._made: Pronunciation | None = None

    def warm(self) -> None:
        """Make the tables ready, so that the first sentence is no wait."""
        self._pronunciation()

    def utterance(self, text: str, spans: Sequence[Span] = ()) -> Utterance:
        """Return what to say for a text; this is the Speak of everything that reads aloud."""
        return self._pronunciation().utterance(text, spans)

    def references(self, text: str, spans: Sequence[Span] = ()) -> Utterance:
        """Return what to say for the references alone that are skipped in a text."""
        return self._pronunciation().references(text, spans)

    def words(self) -> tuple[tuple[str, str], ...]:
        """Return the person's own words with what is said for each, by the alphabet."""
        return tuple(sorted(self._own.items(), key=lambda pair: pair[0].casefold()))

    def try_it(self, word: str, like: str) -> None:
        """Say a word like this, and one without that as it is said now."""
        text = spoken(like).text or self.utterance(word).text
        if any(letter.isalnum() for letter in text):
            self.tried.emit(text[:LONGEST])
        else:
            self._notices.say(NOT_SAYABLE if text else NO_WORD)

    def add(self, word: str, like: str) -> bool:
        """Say a word like this from now on; return whether it is kept. Undo brings back what was."""
        word, like = spoken(word).text, spoken(like).text
        if wrong := _what_is_wrong(word, like):
            self._notices.say(wrong)
            return False
        before = dict(self._own)
        same = [own for own in self._own if own.casefold() == word.casefold()]
        words = {own: said for own, said in self._own.items() if own not in same} | {word: like}
        return self._keep(words) and self._offer(KEPT, TAKEN_OFF, before)

    def remove(self, word: str) -> None:
        """Say a word as usual again; Undo brings it back."""
        before = dict(self._own)
        words = {own: said for own, said in self._own.items() if own != word}
        if self._keep(words):
            self._offer(TAKEN_OFF, BACK, before)

    def _offer(self, done: str, undone: str, before: Mapping[str, str]) -> bool:
        def undo() -> None:
            if self._keep(before):
                self._notices.say(undone)

        self._notices.offer_undo(done, undo)
        return True

    def _keep(self, words: Mapping[str, str]) -> bool:
        """Use these words from now on; return whether they are on the disk, else say that they are not."""
        self._own = dict(words)
        self._made = None
        self.changed.emit()
        try:
            self._file.save(self._own)
        except StoreError as error:
            self._notices.say(str(error))
            return False
        return True

    def _pronunciation(self) -> "Pronunciation":
        if self._made is None:
            # Its patterns take as long as all else before the first page, and only a voice needs them.
            from reader.text.pronunciation import Pronunciation  # noqa: PLC0415

            self._made = Pronunciation(self._wordings(), self._own)
        return self._made


def _what_is_wrong(word: str, like: str) -> str:
    """Return a kind sentence about what cannot be kept, or "" if all is well."""
    if not word:
        return NO_WORD
    if not like:
        return NO_LIKE
    if max(len(word), len(like)) > LONGEST:
        return TOO_LONG
    sayable = all(any(letter.isalnum() for letter in each) for each in (word, like))
    return "" if sayable else NOT_SAYABLE
