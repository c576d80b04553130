"""The library: what a person meets the first time, and three days later."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.ground.beside import AtOnce
from reader.model.effort import Effort
from reader.model.kept_text import KeptText
from reader.model.level import Level
from reader.model.place import Place
from reader.model.record import Record
from reader.model.settings import Settings
from reader.session.catalogue import Entry, Stock
from reader.session.library import AT_A_TIME, Library
from reader.session.notices import Notices
from reader.session.pace import Pace
from reader.session.preferences import Preferences
from reader.session.reading import Reading
from reader.session.weighing import Weighing
from reader.store.database import Database
from reader.store.effort import EffortStore
from reader.store.library import RecordStore
from reader.store.pace import PaceStore
from reader.text.glossary import Glossary

ENTRIES = (
    Entry("activation", "What “low-level immune system activation” means", Effort(590, 13, 22, 8)),
    Entry("changes", "Immune system changes in ME/CFS", Effort(830, 25, 21, 7)),
    Entry("guide", "How to use this reader", Effort(400, 0, 180, 1)),
)
HOUR = 3600


@pytest.fixture
def records(database: Database) -> RecordStore:
    return RecordStore(database)


@pytest.fixture
def efforts(database: Database) -> EffortStore:
    return EffortStore(database)


@pytest.fixture
def pace(database: Database, notices: Notices, clock: Any) -> Pace:
    return Pace(PaceStore(database), notices, clock)


@pytest.fixture
def library(records: RecordStore, efforts: EffortStore, pace: Pace, notices: Notices, clock: Any) -> Library:
    preferences = Preferences(Settings(), lambda _: None, notices, clock)
    reading = Reading(notices, Level.SHORT)
    weighing = Weighing(Glossary(()), efforts, reading, AtOnce(), notices)
    return Library(Stock(lambda: ENTRIES, lambda: ()), weighing, pace, records, preferences, notices, clock)


@pytest.fixture
def read(clock: Any) -> Record:
    return Record(
        document="activation",
        title=ENTRIES[0].title,
        place=Place("a1b2", 0),
        part=4,
        part_title="What cytokines do",
        sentence="Very early in an infection, cytokines are among the first to act.",
        read=clock.today(),
    )


def lines(library: Library) -> list[str]:
    return [row.line for row in library.rows()]


def test_the_first_time_everything_waits(library: Library) -> None:
    assert library.last() is None
    assert library.opens_at() is None
    assert [row.title for row in library.rows()] == [entry.title for entry in ENTRIES]
    assert lines(library) == [
        "8 parts · up to 5 minutes · not started",
        "7 parts · about 10 minutes · not started",
        "Up to 5 minutes · not started",
    ]


def test_three_days_later_the_top_block_says_where_one_was(
    library: Library, records: RecordStore, read: Record, clock: Any
) -> None:
    records.keep(read)
    clock.advance(3 * 24 * HOUR)
    last = library.last()
    assert last == read
    assert last.part_line == "Part 4: What cytokines do"
    assert library.opens_at() is None, "the library is the welcome back"
    assert library.shows_piece_before(last)


def test_after_a_short_break_the_app_opens_straight_on_the_piece(
    library: Library, records: RecordStore, read: Record, clock: Any
) -> None:
    records.keep(read)
    clock.advance(HOUR - 1)
    assert library.opens_at() == read
    assert not library.shows_piece_before(read)
    clock.advance(1)
    assert library.opens_at() is None
    assert library.shows_piece_before(read)


def test_a_clock_that_was_set_back_counts_as_a_long_break(
    library: Library, records: RecordStore, read: Record
) -> None:
    records.keep(replace(read, read=read.read + 86_400))
    assert library.opens_at() is None


def test_each_row_says_where_one_is_in_it(library: Library, records: RecordStore, read: Record) -> None:
    records.keep(read)
    records.keep(replace(read, document="changes", finished=True))
    records.keep(replace(read, document="guide", part=0, part_title="In short"))
    assert lines(library) == [
        "8 parts · up to 5 minutes · in part 4",
        "7 parts · about 10 minutes · finished",
        "Up to 5 minutes · at “In short”",
    ]
    assert library.rows()[0].record == read


def test_of_a_text_that_broke_off_before_it_was_whole_the_heading_is_told(
    library: Library, records: RecordStore, read: Record
) -> None:
    file = replace(read, document="book", title="Book", path=Path("/home/me/book.epub"), part=0)
    file = replace(file, part_title="The harbour")
    records.keep(file)
    assert lines(library)[3] == "At “The harbour”"
    records.keep(replace(file, part_title=""))
    assert lines(library)[3] == "Begun"


def test_files_a_person_opened_stand_below_the_shelf_the_newest_first(
    library: Library, records: RecordStore, read: Record
) -> None:
    for name in ("letter", "leaflet"):
        records.keep(replace(read, document=name, title=name.title(), path=Path(f"/home/me/{name}.md")))
    below = library.rows()[3:]
    assert [(row.title, row.line) for row in below] == [("Leaflet", "In part 4"), ("Letter", "In part 4")]
    assert below[0].record
    assert below[0].record.path == Path("/home/me/leaflet.md")


@pytest.fixture
def letter(records: RecordStore, efforts: EffortStore, read: Record) -> Record:
    """Return a letter of the person's own that they have begun, and that was weighed when it was opened."""
    letter = replace(read, document="letter", title="Letter", path=Path("/home/me/letter.md"))
    records.keep(letter)
    efforts.keep("letter", Effort(500, 1, 1, 2))
    return letter


def test_a_persons_own_file_tells_as_much_as_the_shelf(letter: Record, library: Library) -> None:
    assert lines(library)[3] == "2 parts · up to 5 minutes · in part 4"
    assert library.rows()[3].hardness == "1 hard word · longest sentence 1 word"


def test_the_first_time_nothing_is_told_of_hard_words(library: Library) -> None:
    assert {row.hardness for row in library.rows()} == {""}


def test_whoever_has_begun_is_told_what_is_hard(library: Library, records: RecordStore, read: Record) -> None:
    records.keep(read)
    assert [row.hardness for row in library.rows()] == [
        "13 hard words · longest sentence 22 words",
        "25 hard words · longest sentence 21 words",
        "Longest sentence 180 words",
    ]


def test_minutes_are_told_at_the_readers_own_pace(library: Library, pace: Pace) -> None:
    for _ in range(5):
        pace.learn(40, seconds=60)
    assert lines(library) == [
        "8 parts · about 15 minutes · not started",
        "7 parts · about 25 minutes · not started",
        "About 10 minutes · not started",
    ]


def test_the_lightest_comes_first_when_asked_and_one_press_leads_back(
    letter: Record, library: Library, records: RecordStore
) -> None:
    records.keep(replace(letter, document="old", path=Path("/home/me/old.md")))
    as_they_stand = ["activation", "changes", "guide", "old", "letter"]
    assert [row.id for row in library.rows()] == as_they_stand
    library.switch_order("lightest")
    assert [row.id for row in library.rows()] == ["guide", "letter", "activation", "changes", "old"]
    library.switch_order("lightest")
    assert [row.id for row in library.rows()] == as_they_stand


def test_a_sentence_that_would_fill_the_page_is_cut_in_sight(
    library: Library, records: RecordStore, read: Record
) -> None:
    records.keep(replace(read, sentence="cell | cell\n" * 100))
    last = library.last()
    assert last
    assert (len(last.sentence) <= 200, last.sentence[-1]) == (True, "…")


def test_a_database_that_is_gone_is_said_and_the_shelf_still_stands(
    library: Library, database: Database, notices: Notices
) -> None:
    database.rows("DROP TABLE record")
    assert library.last() is None
    assert len(library.rows()) == 3
    assert notices.text


@pytest.fixture
def full(library: Library, records: RecordStore, read: Record) -> Library:
    """Return the library of somebody who keeps a thousand texts, and has begun the eighth and ninth."""
    own = [
        KeptText(f"own-{number}", f"Café tale {number:03}", "Ann Øther" * (number == 500), "en", 900, 0.0)
        for number in range(1000)
    ]
    library._stock = Stock(lambda: ENTRIES, lambda: own)
    for number in (8, 9):
        records.keep(replace(read, document=f"own-{number}"))
    library.begin()
    return library


def shown(library: Library) -> list[str]:
    return [row.id for row in library.shown]


def test_a_thousand_texts_come_a_dozen_at_a_time_the_last_read_first(full: Library) -> None:
    assert full.is_long
    assert shown(full)[:4] == ["own-9", "own-8", "activation", "changes"]
    assert (len(full.shown), full.has_more) == (AT_A_TIME, True)
    full.show_more()
    assert len(full.shown) == 2 * AT_A_TIME


def test_few_letters_find_a_text_in_any_order(full: Library) -> None:
    full.switch_order("title")
    full.find("cafe 04")
    assert shown(full)[:2] == ["own-4", "own-40"]


def test_what_was_not_weighed_yet_tells_its_length_and_who_wrote_it(full: Library) -> None:
    full.find("500")
    assert full.shown[0].line == "Ann Øther · about 10 minutes · not started"
    assert full.shown[0].hardness == ""


def own(*texts: KeptText) -> Stock:
    return Stock(lambda: ENTRIES, lambda: texts)


def test_texts_that_would_look_alike_are_told_apart(library: Library) -> None:
    letter = KeptText("letter", "Your appointment", "Dr Moss", "en", 0, 0.0, Path("/home/me/letter.pdf"))
    library._stock = own(letter, replace(letter, id="other", path=None))
    assert lines(library)[3:] == ["Dr Moss · file letter.pdf · not started", "Dr Moss · not started"]


def test_asking_for_all_there_is_leaves_the_list_as_it_is(full: Library) -> None:
    full.find("cafe 042")
    assert len(full.titles()) == len(full.rows()) == 1003
    assert (full.words, shown(full)) == ("cafe 042", ["own-42"])


def test_what_has_come_since_is_listed_by_the_same_words(full: Library) -> None:
    full.find("cafe 04")
    full.show_more()
    before = shown(full)
    kept = full._stock.kept()
    full._stock = own(*kept, KeptText("new", "Café tale 04 again", "", "en", 9, 0.0))
    full.follow()
    assert (full.words, shown(full)) == ("cafe 04", [*before, "new"])


def test_few_texts_ask_for_no_order_but_the_lightest(library: Library, letter: Record) -> None:
    library.begin()
    assert [order for order, _ in library.orders] == ["lightest"]
    assert not library.is_long
