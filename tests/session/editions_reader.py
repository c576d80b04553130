"""One who reads a file that is changed outside, and the words in it."""

import random
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from reader.formats.shelf import Shelf
from reader.ground.beside import AtOnce
from reader.model.level import Level
from reader.model.record import Record
from reader.session.belongings import Belongings
from reader.session.editions import Editions
from reader.session.fetching import Fetching
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.opening import Opening
from reader.session.reading import Reading
from reader.session.texts import Texts
from reader.store.answers import AnswerStore
from reader.store.bookmarks import BookmarkStore
from reader.store.database import opened
from reader.store.library import RecordStore
from reader.store.search import SearchStore
from reader.store.texts import TextStore


def sentences(count: int = 40) -> list[str]:
    """Return paragraphs of one sentence, no two alike, each a piece of its own."""
    chance = random.Random(5)
    words = ("the", "cell", "and", "light", "of", "garden", "to", "voice", "in", "paper", "is", "river")
    return [
        f"Number {number}: {' '.join(chance.choice(words) for _ in range(30))}." for number in range(count)
    ]


class NoBreaks:
    """A library in which no break was long."""

    def shows_piece_before(self, _record: Record) -> bool:
        return False


class Reader:
    """One who reads a file of their own, and changes it outside."""

    def __init__(self, folder: Path, clock: Any) -> None:
        self.file = folder / "notes.md"
        self.clock = clock
        self.database, _ = opened(folder / "data" / "reader.sqlite3")
        self.store = TextStore(folder / "data" / "texts", self.database)
        self.notices = Notices()
        self.records, self.marks = RecordStore(self.database), BookmarkStore(self.database)
        self.reading = Reading(self.notices, Level.SHORT)
        self.keeping = Keeping(self.reading, self.records, self.notices, clock)
        fetching = Fetching(Texts(Shelf([]), self.store, clock), AtOnce(), self.notices, clock)
        library: Any = NoBreaks()
        self.opening = Opening(fetching, self.records, self.reading, self.keeping, library, self.notices)
        answers = AnswerStore(self.database)
        self.belongings = Belongings(self.store, self.records, self.marks, answers)
        self.searched = SearchStore(folder / "data" / "search.sqlite3")
        self.reading.opened.connect(lambda: self.searched.add(self.reading.document))
        self.hears = ""
        """What the quiet line says of a text that is opened, before the offer."""
        self.reading.opened.connect(lambda: self.notices.say(self.hears))
        self.asked = 0
        self.editions = Editions(
            self.belongings, self.holders, self.reading, self.keeping, AtOnce(), self.notices
        )

    def holders(self, blocks: Collection[str]) -> Mapping[str, int]:
        self.asked += 1
        return self.searched.holders(blocks)

    def read(self, paragraphs: list[str], file: Path | None = None, head: str = "") -> None:
        """Open a file in which these paragraphs stand now."""
        self.clock.advance(60)
        file = file or self.file
        file.write_text(head + "\n\n".join(paragraphs), encoding="utf-8")
        self.opening.open_file(file)

    def turn(self, index: int) -> None:
        """Turn to a piece, which takes the words out of the quiet line."""
        self.notices.clear()
        self.reading.show(index)

    def bookmark(self, index: int) -> None:
        chunk = self.reading.chunks[index]
        self.marks.add(self.reading.document.id, chunk.place, chunk.text[:9], self.clock.today())

    @property
    def sees(self) -> str:
        """Return how the piece begins, such as "Number 20"."""
        return self.reading.chunk.text.split(":")[0].split(".")[0]

    @property
    def bookmarks(self) -> list[str]:
        """Return what the bookmarks of the open text are called, newest first."""
        return [mark.name for mark in self.marks.of(self.reading.document.id)]

    def press(self) -> None:
        """Press the button in the quiet line."""
        offer = self.notices.offer
        assert offer is not None
        offer.act()

    @property
    def button(self) -> str:
        offer = self.notices.offer
        return offer.word if offer else ""


NEWER = ["Something new comes first.", *sentences()]
