"""A file that was changed is another text, to which place and bookmarks can come along."""

import random
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from reader.formats.shelf import Shelf
from reader.ground.beside import AtOnce
from reader.model.level import Level
from reader.model.record import Record
from reader.session.belongings import Belongings
from reader.session.editions import AS_BEFORE, NOTHING, OFFERED, Editions
from reader.session.fetching import Fetching
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.opening import Opening
from reader.session.reading import Reading
from reader.session.texts import Texts
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
        belongings = Belongings(self.store, self.records, self.marks)
        self.searched = SearchStore(folder / "data" / "search.sqlite3")
        self.reading.opened.connect(lambda: self.searched.add(self.reading.document))
        self.asked = 0
        self.editions = Editions(belongings, self.holders, self.reading, self.keeping, AtOnce(), self.notices)

    def holders(self, blocks: Collection[str]) -> Mapping[str, int]:
        self.asked += 1
        return self.searched.holders(blocks)

    def read(self, paragraphs: list[str], file: Path | None = None, head: str = "") -> None:
        """Open a file in which these paragraphs stand now."""
        self.clock.advance(60)
        file = file or self.file
        file.write_text(head + "\n\n".join(paragraphs), encoding="utf-8")
        self.opening.open_file(file)

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


@pytest.fixture
def reader(tmp_path: Path, clock: Any) -> Iterator[Reader]:
    reader = Reader(tmp_path, clock)
    yield reader
    reader.database.close()


@pytest.fixture
def halfway(reader: Reader) -> Reader:
    """Return one who stopped at number 20, with bookmarks at 5 and 30."""
    reader.read(sentences())
    reader.bookmark(5)
    reader.bookmark(30)
    reader.reading.show(20)
    return reader


def test_place_and_bookmarks_come_along_when_the_person_wants_it(halfway: Reader) -> None:
    reader = halfway
    reader.read(["Something new comes first.", *sentences()])
    assert reader.sees == "Something new comes first"
    assert (reader.notices.message, reader.button) == (OFFERED, "Bring them")
    assert reader.bookmarks == []
    reader.press()
    assert (reader.sees, reader.bookmarks) == ("Number 20", ["Number 30", "Number 5:"])
    assert reader.notices.message == "Your place and 2 bookmarks are here now."
    assert not reader.editions.offered


def test_undo_takes_back_what_came_along(halfway: Reader) -> None:
    reader = halfway
    reader.read(["Something new comes first.", *sentences()])
    heard: list[str] = []
    reader.editions.brought.connect(lambda: heard.append("changed"))
    reader.editions.carry_over()
    reader.notices.undo()
    assert (reader.sees, reader.bookmarks) == ("Something new comes first", [])
    assert (reader.notices.message, heard) == (AS_BEFORE, ["changed"] * 2)


def test_the_offer_is_made_once_and_can_be_taken_at_any_time(halfway: Reader) -> None:
    reader = halfway
    newer = ["Something new comes first.", *sentences()]
    reader.read(newer)
    reader.reading.show(2)
    reader.notices.clear()
    reader.read(newer)
    assert (reader.notices.message, reader.sees) == ("", "Number 2")
    assert reader.editions.offered
    reader.editions.carry_over()
    assert reader.sees == "Number 20"
    reader.editions.carry_over()
    assert reader.notices.message == NOTHING
    assert len(reader.bookmarks) == 2, "none of them twice"
    reader.reading.show(3)
    reader.read(newer)
    assert reader.editions.offered, "the place, once more"
    reader.editions.carry_over()
    assert (reader.sees, len(reader.bookmarks)) == ("Number 20", 2)


def test_what_could_not_be_found_again_is_said_and_stays_in_the_older_copy(halfway: Reader) -> None:
    reader = halfway
    older = reader.reading.document.id
    reader.read([line for line in sentences() if "Number 5:" not in line and "Number 30:" not in line])
    reader.editions.carry_over()
    assert reader.notices.message == (
        "Your place is here now. Not found again: “Number 5:”, “Number 30”. They stay in the older copy."
    )
    reader.opening.open_text(older)
    assert (reader.sees, reader.bookmarks) == ("Number 20", ["Number 30", "Number 5:"])
    assert not reader.editions.offered, "the older copy is not a newer one"


def test_a_place_that_is_gone_is_said_and_the_bookmarks_come_along(halfway: Reader) -> None:
    reader = halfway
    reader.read([line for line in sentences() if "Number 20:" not in line and "Number 5:" not in line])
    reader.editions.carry_over()
    assert reader.notices.message == (
        "1 bookmark is here now. Your place could not be found again; it stays in the older copy."
        " Not found again: “Number 5:”. It stays in the older copy."
    )
    assert reader.sees == "Number 0"


def test_from_a_newer_copy_nothing_comes_to_the_older_one(halfway: Reader) -> None:
    reader = halfway
    older = reader.reading.document.id
    reader.read(["Something new comes first.", *sentences()])
    reader.reading.show(25)
    reader.bookmark(26)
    reader.opening.open_text(older)
    assert (reader.sees, reader.editions.offered) == ("Number 20", False)


def test_the_place_in_the_older_copy_is_never_lost(halfway: Reader) -> None:
    reader = halfway
    older = reader.reading.document.id
    reader.read(["Something new comes first.", *sentences()])
    reader.file.unlink()
    reader.opening.open_text(older)
    assert (reader.sees, len(reader.bookmarks)) == ("Number 20", 2)


def test_the_same_title_and_author_are_the_same_work_in_another_file(reader: Reader, tmp_path: Path) -> None:
    head = "---\ntitle: Notes\nauthor: Ann\n---\n\n"
    reader.read(sentences(), head=head)
    reader.reading.show(20)
    reader.read(["Something new.", *sentences()], tmp_path / "second edition.md", head)
    assert reader.button == "Bring them"
    reader.editions.carry_over()
    assert reader.sees == "Number 20"


def edited(*changed: int) -> list[str]:
    """Return the paragraphs with these ones written otherwise."""
    return [f"Changed. {line}" if n in changed else line for n, line in enumerate(sentences())]


def test_a_copy_with_another_name_and_no_author_is_known_by_its_words(
    halfway: Reader, tmp_path: Path
) -> None:
    reader = halfway
    reader.read(edited(1, 2, 3, 33), tmp_path / "download (2).md", "# A new title\n\n")
    assert reader.button == "Bring them"
    reader.press()
    assert (reader.sees, reader.bookmarks) == ("Number 20", ["Number 30", "Number 5:"])


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(edited(*range(0, 40, 2)), id="half of it is something else"),
        pytest.param(sentences()[18:24], id="a few paragraphs may be a form"),
        pytest.param(["Yes."] * 40, id="short ones tell nothing"),
    ],
)
def test_what_is_less_alike_is_another_text(halfway: Reader, tmp_path: Path, paragraphs: list[str]) -> None:
    halfway.read(paragraphs, tmp_path / "other.md")
    assert not halfway.editions.offered


def test_words_are_compared_once_and_only_where_nothing_else_tells(halfway: Reader, tmp_path: Path) -> None:
    reader = halfway
    before = reader.asked
    reader.read(edited(1))
    assert reader.asked == before, "the file tells"
    other = tmp_path / "other.md"
    for _ in range(2):
        reader.read(sentences()[:10], other)
    assert reader.asked == before + 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(0, sentences()[1:], id="nothing was read of the older copy"),
        pytest.param(20, ["Another text altogether."] * 3, id="nothing of it is in the newer one"),
        pytest.param(39, ["New.", *sentences()], id="the older one was read to its end"),
    ],
)
def test_nothing_is_offered_where_there_is_nothing_to_bring(
    reader: Reader, first: int, second: list[str]
) -> None:
    reader.read(sentences())
    reader.reading.show(first)
    reader.read(second)
    assert (reader.notices.message, reader.editions.offered) == ("", False)


def test_of_several_older_copies_the_one_read_last_counts(halfway: Reader) -> None:
    reader = halfway
    reader.read(["A second copy.", *sentences()])
    reader.reading.show(11)
    reader.read(["A third copy.", *sentences()])
    reader.editions.carry_over()
    assert (reader.sees, reader.bookmarks) == ("Number 11", [])


def test_a_database_that_fails_is_said_and_reading_goes_on(halfway: Reader) -> None:
    reader = halfway
    reader.read(["Something new comes first.", *sentences()])
    reader.database.rows("DROP TABLE bookmark")
    reader.editions.carry_over()
    assert reader.notices.message
    assert reader.sees == "Something new comes first"
