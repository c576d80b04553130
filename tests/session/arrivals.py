"""Texts that come in bit by bit, and what a person does in between."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from reader.formats import parsing
from reader.formats.refusals import Refusal
from reader.ground.beside import AtOnce, Stop
from reader.model.document import Document
from reader.model.level import Level
from reader.session.fetching import Fetching
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.opening import Opening
from reader.session.reading import Reading
from reader.store.library import RecordStore

SENTENCES = " ".join(["Some ten words stand here, and they tell of nothing."] * 4)
CHAPTERS = 12
BOOK = "\n\n".join(f"## Chapter {n}\n\nHere begins {n}. {SENTENCES}" for n in range(1, CHAPTERS + 1))


def growing(text: str, words: int = 50) -> list[Document]:
    """Return a Markdown text as it grows by so many words at a time."""
    grows = parsing.Growing()
    with patch.multiple(parsing, FIRST_PORTION=words, LARGEST_PORTION=words, SHORTEST=1):
        portions = parsing.portions("markdown", text.encode(), parsing.draft_of("book.md"))
        return [replace(grows.take(portion), id="book") for portion in portions]


class Arriving:
    """One book that comes in bit by bit; `meanwhile` is what happens before each bit but the first."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = list(documents)
        self.meanwhile: Callable[[int], object] = lambda _number: None
        self.breaks_at: int | None = None
        self.asked = 0
        self.is_stopped = False

    def ids(self) -> tuple[str, ...]:
        return ()

    def arriving(self, name: str, stop: Stop | None = None) -> Iterator[Document]:
        if stop:
            stop.then(lambda: setattr(self, "is_stopped", True))
        for number, document in enumerate(self.documents):
            self.asked = number + 1
            if number:
                self.meanwhile(number)
            if number == self.breaks_at:
                raise Refusal(name, "could not be opened to its end", "what is here can be read")
            yield document

    def open(self, name: str) -> Document:
        return list(self.arriving(name))[-1]


class Reader:
    """One who opens the book, and reads."""

    def __init__(self, clock: Any, database: Any, text: str = BOOK) -> None:
        self.texts = Arriving(growing(text))
        self.clock = clock
        self.notices = Notices()
        self.records = RecordStore(database)
        self.reading = Reading(self.notices, Level.SHORT)
        self.keeping = Keeping(self.reading, self.records, self.notices, clock)
        self.fetching = Fetching(self.texts, AtOnce(), self.notices, clock)
        library: Any = _NoLibrary()
        self.opening = Opening(self.fetching, self.records, self.reading, self.keeping, library, self.notices)

    @property
    def sees(self) -> str:
        """Return the first sentence of the piece."""
        return self.reading.chunk.text.split(".")[0]

    def open(self, **doing: Callable[[], object]) -> None:
        """Open the book, doing something else at each bit: `at_2` before the third one comes in."""
        self.texts.meanwhile = lambda number: doing.get(f"at_{number}", lambda: None)()
        self.opening.open_file(Path("/book.md"))
        self.texts.meanwhile = lambda _number: None

    def to_the_last_piece(self) -> None:
        """Turn to the last piece that is here."""
        self.reading.show(len(self.reading.chunks) - 1)


class _NoLibrary:
    def files(self) -> tuple[()]:
        return ()

    def shows_piece_before(self, _record: object) -> bool:
        return False
