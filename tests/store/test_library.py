"""Where a person is in each text they have begun."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.place import Place
from reader.model.record import LeftBehind, Record
from reader.store.database import Database
from reader.store.library import RecordStore

GUT = Record(
    document="gut",
    title="Immune system changes in ME/CFS",
    place=Place("a1b2", 17, "bacteria — 🦠 e\u0301", "some people with "),
    part=4,
    part_title="What cytokines do",
    sentence="Very early in an infection, cytokines are among the first to act.",
    read=1_790_000_000.5,
)


@pytest.fixture
def records(database: Database) -> RecordStore:
    return RecordStore(database)


def test_nothing_is_begun_the_first_time(records: RecordStore) -> None:
    assert records.record("gut") is None
    assert records.last() is None
    assert records.all() == ()


def test_a_record_comes_back_as_it_was(records: RecordStore) -> None:
    records.keep(GUT)
    assert records.record("gut") == GUT
    assert records.last() == GUT


def test_the_key_point_and_the_places_left_behind_come_back_in_their_order(records: RecordStore) -> None:
    here = Place("c3d4", 0, "Cytokines act", "")
    left = (LeftBehind(GUT.place), LeftBehind(here, among_key_points=True))
    record = replace(GUT, key_point=here, left_behind=left)
    records.keep(record)
    assert records.record("gut") == record
    records.keep(GUT)
    assert records.record("gut") == GUT


def test_there_is_one_record_a_document_and_the_last_one_kept_stands_first(records: RecordStore) -> None:
    brain = replace(GUT, document="brain", title="Brain")
    further = replace(GUT, part=5, finished=True)
    for record in (GUT, brain, further):
        records.keep(record)
    assert records.all() == (further, brain)
    assert records.last() == further


def test_the_order_holds_when_the_clock_of_the_computer_is_set_back(records: RecordStore) -> None:
    records.keep(GUT)
    records.keep(replace(GUT, document="brain", read=GUT.read - 86_400))
    last = records.last()
    assert last
    assert last.document == "brain"


@pytest.mark.parametrize("name", [b"plain.md", "Größe 🙂.md".encode(), b"not \xff text.md"])
def test_a_file_of_any_name_is_found_again(records: RecordStore, name: bytes) -> None:
    opened_file = replace(GUT, path=Path("/home/someone") / os.fsdecode(name))
    records.keep(opened_file)
    assert records.record("gut") == opened_file


@pytest.mark.parametrize(
    ("part", "title", "line"),
    [
        (4, "What cytokines do", "Part 4: What cytokines do"),
        (4, "", "Part 4"),
        (0, "In short", "In short"),
        (0, "", ""),
    ],
)
def test_the_part_in_words(part: int, title: str, line: str) -> None:
    assert replace(GUT, part=part, part_title=title).part_line == line
