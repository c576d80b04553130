"""The pace is learned from pieces that were read, kept on this computer, and forgotten when asked."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from reader.formats.shelf import Shelf
from reader.model.level import Level
from reader.session.notices import Notices
from reader.session.pace import Pace
from reader.session.piece_timing import PieceTiming
from reader.session.reading import Reading
from reader.store.database import Database
from reader.store.pace import PaceStore
from reader.text import words
from tests.session.conftest import GUT

HOUR = 3600

TEXT = Shelf().open("immune-system-changes")


class Reader:
    """One who reads silently at a pace of their own, which is not quite even."""

    def __init__(self, database: Database, clock: Any, level: Level = Level.SHORT) -> None:
        self.clock = clock
        self.notices = Notices()
        self.pace = Pace(PaceStore(database), self.notices, clock)
        self.reading = Reading(self.notices, level)
        self.voice_is_on = False
        self.timing = PieceTiming(self.reading, self.pace, clock, lambda: not self.voice_is_on)
        self.reading.open(TEXT)

    def read(self, pieces: int, pace: float, unevenness: Callable[[], float] = lambda: 1.0) -> None:
        """Read some pieces at so many words a minute, each as much slower as `unevenness` says."""
        for _ in range(pieces):
            self.stay(60 * words.count(self.reading.chunk.text) / pace * unevenness())
            self.turn()

    def turn(self) -> None:
        """Turn to the next piece; at the end begin anew."""
        if self.reading.ends_text:
            self.reading.show(0)
        else:
            self.reading.next()

    def stay(self, seconds: float) -> None:
        self.clock.advance(seconds)


@pytest.fixture
def reader(database: Database, clock: Any) -> Reader:
    return Reader(database, clock)


def test_before_anything_was_read_the_pace_is_the_usual_one(reader: Reader) -> None:
    assert not reader.pace.is_learned
    assert reader.pace.words_a_minute == 120
    assert reader.pace.seconds(40) == 20


def test_four_pieces_are_not_enough(reader: Reader) -> None:
    reader.read(4, pace=60)
    assert not reader.pace.is_learned
    assert reader.pace.words_a_minute == 120


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("pace", [20, 60, 120, 300])
def test_after_five_pieces_a_steady_reader_is_known(
    database: Database, clock: Any, level: Level, pace: float
) -> None:
    reader = Reader(database, clock, level)
    reader.read(5, pace)
    assert reader.pace.is_learned
    assert reader.pace.words_a_minute == pytest.approx(pace)
    assert reader.pace.seconds(100) == pytest.approx(6000 / pace)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("pace", [20, 60, 120, 300])
def test_after_five_pieces_nearly_every_uneven_reader_is_known_within_a_fifth(
    database: Database, clock: Any, level: Level, pace: float
) -> None:
    chance = random.Random(7)
    near = 0
    for _ in range(100):
        reader = Reader(database, clock, level)
        reader.pace.forget()
        reader.read(5, pace, lambda: chance.uniform(0.7, 1.3))
        near += abs(reader.pace.words_a_minute / pace - 1) <= 0.2
    assert near >= 95


def leave_open(reader: Reader) -> None:
    reader.stay(HOUR)
    reader.turn()


def be_away(reader: Reader) -> None:
    reader.stay(HOUR / 4)
    reader.turn()


def open_the_words(reader: Reader) -> None:
    reader.stay(30)
    reader.timing.interrupt()
    reader.stay(5)
    reader.turn()


def leaf_on(reader: Reader) -> None:
    for _ in range(3):
        reader.stay(0.8)
        reader.turn()


def look_back(reader: Reader) -> None:
    reader.stay(2)
    reader.reading.previous()
    reader.stay(3)
    reader.turn()


def jump_about(reader: Reader) -> None:
    for index in (9, 4, 5, 2):
        reader.stay(1)
        reader.reading.show(index)


@pytest.mark.parametrize(
    "now_and_then", [leave_open, be_away, open_the_words, leaf_on, look_back, jump_about]
)
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("pace", [20, 60, 120, 300])
def test_what_is_no_reading_does_not_count(
    database: Database, clock: Any, now_and_then: Callable[[Reader], None], level: Level, pace: float
) -> None:
    chance = random.Random(1)
    reader = Reader(database, clock, level)
    for _ in range(5):
        now_and_then(reader)
        reader.read(4, pace, lambda: chance.uniform(0.7, 1.3))
    assert reader.pace.words_a_minute == pytest.approx(pace, rel=0.2)


def test_a_piece_during_which_the_voice_was_on_does_not_count(reader: Reader) -> None:
    reader.read(5, pace=60)
    for _ in range(5):
        reader.stay(1)
        reader.timing.interrupt()  # the voice begins, or ends, or rests
        reader.stay(2)
        reader.voice_is_on = not reader.voice_is_on
        reader.reading.next()
    reader.voice_is_on = True
    reader.read(9, pace=300)
    assert reader.pace.words_a_minute == pytest.approx(60)


@pytest.fixture
def learned(reader: Reader) -> list[float]:
    """Return a list that grows by the pace each time something is learned."""
    learned: list[float] = []
    reader.pace.changed.connect(lambda: learned.append(reader.pace.words_a_minute))
    return learned


def test_another_level_cuts_the_piece_anew_and_it_does_not_count(
    reader: Reader, learned: list[float]
) -> None:
    reader.reading.open(GUT)
    reader.stay(10)
    reader.reading.reach(reader.reading.chunk.text.index("Two"))
    reader.reading.set_level(Level.SENTENCE)
    assert reader.reading.index == 2, "as if the piece before had been turned"
    assert learned == []


def test_a_piece_that_was_left_by_a_jump_does_not_count(reader: Reader, learned: list[float]) -> None:
    reader.stay(20)
    reader.reading.show(4)
    reader.stay(20)
    reader.reading.show(2)
    assert learned == []
    reader.stay(20)
    reader.reading.show(3)
    assert len(learned) == 1, "the piece at which the jump came to an end was read"


def test_whoever_grows_tired_is_told_more_minutes(reader: Reader) -> None:
    reader.read(20, pace=150)
    reader.read(40, pace=50)
    assert reader.pace.words_a_minute == pytest.approx(50)


def test_the_pace_outlives_the_window(reader: Reader, database: Database, clock: Any) -> None:
    reader.read(6, pace=80)
    clock.advance(1)
    assert Reader(database, clock).pace.words_a_minute == pytest.approx(80)


def test_a_window_that_closes_at_once_keeps_the_last_piece(
    reader: Reader, database: Database, clock: Any
) -> None:
    reader.read(5, pace=80)
    reader.pace.keep_now()
    assert Reader(database, clock).pace.is_learned


def test_only_the_newest_pieces_are_kept(reader: Reader, database: Database) -> None:
    reader.read(50, pace=80)
    reader.pace.keep_now()
    assert len(PaceStore(database).all()) == 30


def test_a_pace_that_is_forgotten_is_gone_from_the_disk_and_undo_brings_it_back(
    reader: Reader, database: Database, clock: Any
) -> None:
    reader.read(5, pace=80)
    reader.pace.forget()
    assert not reader.pace.is_learned
    assert PaceStore(database).all() == ()
    reader.notices.undo()
    assert reader.notices.text == "Your pace is back."
    assert reader.pace.words_a_minute == pytest.approx(80)
    assert Reader(database, clock).pace.words_a_minute == pytest.approx(80)


def test_what_was_read_since_counts_too_when_the_pace_is_back(reader: Reader) -> None:
    reader.read(5, pace=80)
    reader.pace.forget()
    reader.read(5, pace=120)
    reader.notices.undo()
    assert 80 < reader.pace.words_a_minute < 120


def test_a_database_that_is_gone_is_said_and_reading_goes_on(reader: Reader, database: Database) -> None:
    database.rows("DROP TABLE pace")
    reader.read(5, pace=80)
    reader.stay(1)
    assert reader.notices.message
    assert reader.pace.words_a_minute == pytest.approx(80)
    other = Reader(database, reader.clock)
    assert other.notices.message
    assert not other.pace.is_learned
