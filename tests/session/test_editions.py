"""A file that was changed is another text, to which place and bookmarks can come along."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats import parsing
from reader.formats.shelf import Shelf
from reader.ground.beside import AtOnce
from reader.model.bookmark import Bookmark
from reader.model.document import Document
from reader.model.level import Level
from reader.model.record import LeftBehind, Record
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
from reader.store.texts import TextStore
from reader.text import places
from reader.text.carrying import carried


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
        self.editions = Editions(belongings, self.reading, self.keeping, AtOnce(), self.notices)

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


def made(paragraphs: list[str]) -> Document:
    return parsing.parse("plain", "\n\n".join(paragraphs), "notes")


EDITS = st.lists(st.tuples(st.sampled_from(("drop", "add", "move", "swap")), st.integers(0, 39)), max_size=12)


@given(EDITS, st.integers(0, 39), st.lists(st.integers(0, 39), max_size=6, unique=True))
@settings(max_examples=100, deadline=None)
def test_whatever_is_edited_only_what_is_really_there_comes_along(
    edits: list[tuple[str, int]], here: int, marked: list[int]
) -> None:
    lines = sentences()
    older = made(lines)
    for edit, number in edits:
        at = number % len(lines)
        if edit == "drop" and len(lines) > 1:
            lines.pop(at)
        elif edit == "add":
            lines.insert(at, f"A line that is new, the {at}th here, comes in between.")
        elif edit == "move":
            lines.append(lines.pop(at))
        else:
            lines[at] = lines[at].replace("Number", "Line")
    newer = made(lines)
    place = places.at(older.blocks[here], 3)
    record = Record("a", "A", place, 0, "", "", 0.0, left_behind=(LeftBehind(place),))
    marks = [Bookmark(n, "a", places.at(older.blocks[n], 0), older.blocks[n].text, 0.0) for n in marked]
    found = carried(newer, record, marks)
    blocks = {block.id: block.text for block in newer.blocks}
    kept = {line.partition(": ")[2] for line in lines}

    def is_kept(number: int) -> bool:
        return older.blocks[number].text.partition(": ")[2] in kept

    assert (found.place is not None) == (not found.lost_place)
    if found.place:
        assert blocks[found.place.block].partition(": ")[2] == older.blocks[here].text.partition(": ")[2]
    for mark in found.marks:
        assert blocks[mark.place.block].partition(": ")[2] == mark.name.partition(": ")[2]
    assert len(found.marks) + len(found.lost_marks) == len(marks)
    unchanged = [number for number in marked if older.blocks[number].text in lines]
    assert len(found.marks) >= len(unchanged)
    assert len(found.lost_marks) >= sum(not is_kept(number) for number in marked)
