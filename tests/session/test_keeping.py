"""The place is kept while a person reads, without being asked."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.formats.parsing import parse
from reader.model.level import Level
from reader.model.record import Record
from reader.session.keeping import KEEP_AFTER, Keeping
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.database import Database
from reader.store.library import RecordStore

LIMIT = 2.0
"""Seconds until a place is safe (R16)."""

TEXT = replace(
    parse(
        "markdown",
        "\n\n".join(f"## Part {n}\n\nNumber {n} is here. It is short." for n in range(1, 6)),
        "five.md",
    ),
    id="five",
)
OTHER = replace(parse("markdown", "Another text.", "other.md"), id="other")


class CountedStore(RecordStore):
    """The real store, which also tells how often it was written to."""

    writes = 0

    def keep(self, record: Record) -> None:
        super().keep(record)
        self.writes += 1


@pytest.fixture
def records(database: Database) -> CountedStore:
    return CountedStore(database)


@pytest.fixture
def reading(notices: Notices) -> Reading:
    return Reading(notices, Level.SHORT)


@pytest.fixture
def keeping(reading: Reading, records: CountedStore, notices: Notices, clock: Any) -> Keeping:
    keeping = Keeping(reading, records, notices, clock)
    reading.open(TEXT)
    return keeping


def test_a_move_is_on_the_disk_in_time(
    keeping: Keeping, reading: Reading, records: CountedStore, clock: Any
) -> None:
    reading.show(2)
    clock.advance(LIMIT)
    last = records.last()
    assert last
    assert (last.document, last.title, last.place) == ("five", "five", reading.place)
    assert (last.part, last.part_title, last.sentence) == (3, "Part 3", "Number 3 is here.")
    assert (last.finished, last.path) == (False, None)
    assert last.read == clock.today() - LIMIT, "when it was read, not when it was written"


def test_somebody_who_never_stops_turning_is_not_kept_waiting(
    keeping: Keeping, reading: Reading, records: CountedStore, clock: Any
) -> None:
    """A timer that each move would start anew might never be due."""
    for number in range(100):
        reading.show(number % 5)
        clock.advance(0.1)
        last = records.last()
        if number * 0.1 > LIMIT:
            assert last
            assert clock.today() - last.read <= LIMIT
    assert records.writes < 25, "quick turning does not wear the disk out"


def test_what_still_waits_is_written_when_the_window_goes(
    keeping: Keeping, reading: Reading, records: CountedStore, clock: Any
) -> None:
    reading.show(3)
    keeping.keep_now()
    assert records.writes == 1
    clock.advance(LIMIT)
    keeping.keep_now()
    assert records.writes == 1, "once is enough"


def test_another_text_does_not_swallow_the_place_in_the_first(
    keeping: Keeping, reading: Reading, records: CountedStore, clock: Any
) -> None:
    reading.show(3)
    left = reading.place
    keeping.path = Path("/home/me/other.md")
    reading.open(OTHER)
    clock.advance(LIMIT)
    kept = {record.title: (record.place, record.path) for record in records.all()}
    assert kept == {"five": (left, None), "other": (reading.place, Path("/home/me/other.md"))}


def test_the_last_piece_means_finished_and_turning_back_takes_it_back(
    keeping: Keeping, reading: Reading, records: CountedStore
) -> None:
    def come_back() -> None:
        record = records.last()
        assert record
        reading.resume(reading.document, record, looks_back=True)

    told = []
    for step in (lambda: reading.show(4), come_back, reading.previous):
        step()
        keeping.keep_now()
        last = records.last()
        told.append(last and last.finished)
    assert told == [True, True, False]


def test_what_the_voice_reaches_is_kept_to_the_sentence(
    keeping: Keeping, reading: Reading, records: CountedStore, clock: Any
) -> None:
    reading.show(1)
    reading.reach(reading.chunk.sentence_spans()[1][0])
    clock.advance(KEEP_AFTER)
    last = records.last()
    assert last
    assert last.sentence == "It is short."


def test_a_disk_that_refuses_is_said_and_reading_goes_on(
    keeping: Keeping, reading: Reading, database: Database, notices: Notices, clock: Any
) -> None:
    database.rows("DROP TABLE record")
    reading.show(2)
    clock.advance(LIMIT)
    assert notices.message == "Nothing new can be kept on this computer just now. You can still read."
    reading.next()
    assert reading.index == 3
