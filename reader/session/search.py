"""Searching all texts at once, and keeping what they are searched by up to date."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from reader.formats.refusals import Refusal
from reader.ground.beside import Beside
from reader.ground.events import Event
from reader.model.document import Block, Document, Kind
from reader.model.kept_text import KeptText
from reader.model.place import Place
from reader.session.notices import Notices
from reader.store.folders import StoreError
from reader.store.search import SearchStore
from reader.text.places import at
from reader.text.searching import Passage, Term, passage, terms

AT_A_TIME = 10
"""Ours: as many as fit on a page or two."""

AGAIN = "The list of words could not be read. It is being made again."


class Texts(Protocol):
    """Where texts come from."""

    def ids(self) -> Collection[str]:
        """Return the ids of the bundled texts."""

    def open(self, name: str) -> Document:
        """Return the whole text of this id; raises Refusal."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence in which something was found, the text it stands in, and the place of the first word."""

    document: str
    title: str
    place: Place
    passage: Passage


class Search:
    """What is asked for, and what was found; hits of one text stand together, the best text first.

    Words are gathered and looked up beside the page. `kept` returns the texts of the library besides the
    bundled ones, and `titles` those of all of them by their ids.
    """

    def __init__(
        self,
        store: SearchStore,
        texts: Texts,
        kept: Callable[[], Sequence[KeptText]],
        titles: Callable[[], Mapping[str, str]],
        beside: Beside,
        notices: Notices,
    ) -> None:
        self.changed: Event[[]] = Event()
        """What was found is here; nothing may be, too."""
        self.words = ""
        """What was asked for last."""
        self.is_searching = False
        self._store = store
        self._texts = texts
        self._kept = kept
        self._titles = titles
        self._beside = beside
        self._notices = notices
        self._found: tuple[Found, ...] = ()
        self._amount = AT_A_TIME
        self._wish = 0
        self._gathering = 0
        self._is_warm = False

    # Asking

    @property
    def shown(self) -> tuple[Found, ...]:
        """Return what to show of what was found."""
        return self._found[: self._amount]

    @property
    def has_more(self) -> bool:
        """Return whether more was found than is shown."""
        return len(self._found) > self._amount

    @property
    def is_gathering(self) -> bool:
        """Return whether some texts are still being taken in, so that more may be found in a while."""
        return self._gathering > 0

    def show_more(self) -> None:
        """Show more of what was found."""
        self._amount += AT_A_TIME

    def find(self, words: str) -> None:
        """Look for words in all texts; of two wishes the later one counts."""
        if not self._is_warm:
            self.warm()
        self.words, self._amount, self._found = words, AT_A_TIME, ()
        self._look()

    def _look(self) -> None:
        self._wish += 1
        self.is_searching = True
        wish = self._wish

        def take(found: tuple[Found, ...]) -> None:
            if wish == self._wish:
                self._found, self.is_searching = found, False
                self.changed.emit()

        def fail(error: Exception) -> None:
            if not isinstance(error, StoreError):
                raise error
            take(())
            self._notices.say(AGAIN)
            self.warm()

        self._beside.do(partial(_found, self._store, terms(self.words), self._titles()), take, fail)

    # Gathering

    def warm(self) -> None:
        """Take in what is in the library and not here, and take out what has left it."""
        self._is_warm = True
        self._gather(partial(_bring_up_to_date, self._store, self._texts, self._kept))

    def take(self, document: Document) -> None:
        """Take in a text that has come into the library, whole."""
        self._gather(partial(self._store.add, document))

    def forget(self, document: str) -> None:
        """Take out a text that has left the library."""
        self._gather(partial(self._store.remove, document))

    def _gather(self, job: Callable[[], object]) -> None:
        self._gathering += 1

        def done(_: object) -> None:
            self._gathering -= 1
            # What a person looks at stays as it is (R14); where there is nothing, something may come.
            if self.words and not self._found and not self.is_gathering:
                self._look()

        def fail(error: Exception) -> None:
            self._gathering -= 1
            # Whoever reads is not told: whoever searches will be, and the next start tries again.
            if not isinstance(error, StoreError):
                raise error

        self._beside.do(job, done, fail)


def _bring_up_to_date(store: SearchStore, texts: Texts, kept: Callable[[], Sequence[KeptText]]) -> None:
    """Make the store hold what the library does: a damaged or missing file is built anew by this."""
    taken = store.ids()
    own = [text.id for text in kept()]
    for gone in taken.difference(own, texts.ids()):
        store.remove(gone)
    # A bundled text may have changed with the program; one of a person's own is always the same.
    for id_ in (*texts.ids(), *(id_ for id_ in own if id_ not in taken)):
        try:
            document = texts.open(id_)
        except Refusal:  # whoever opens it is told, and all others can be searched
            store.remove(id_)
        else:
            store.add(document)


def _found(store: SearchStore, wanted: Sequence[Term], titles: Mapping[str, str]) -> tuple[Found, ...]:
    """Look the words up; what has just left the library may still be in the store, and is not shown."""
    by_text: dict[str, list[Found]] = {}
    for hit in store.find(wanted):
        if hit.document in titles:
            seen = passage(hit.text, wanted)
            place = at(Block(hit.block, Kind.PARAGRAPH, hit.text), seen.offset)
            by_text.setdefault(hit.document, []).append(
                Found(hit.document, titles[hit.document], place, seen)
            )
    return tuple(found for together in by_text.values() for found in together)
