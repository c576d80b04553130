"""What counts as reading and listening: time in which somebody does it, and not an open window."""

from pathlib import Path
from typing import Any

import pytest

from tests.session.day import A_PIECE, HOUR, MINUTE, Reader


@pytest.fixture
def reader(person: Any, home: Path) -> Reader:
    return Reader(person, home)


def test_an_open_window_is_not_reading(reader: Reader) -> None:
    reader.set("10")
    for _ in range(3):
        reader.clock.advance(8 * HOUR / 3)
        reader.press("next")
    assert reader.told == []
    assert reader.do.reading_time.today.seconds == pytest.approx(3 * 3 * A_PIECE)


def test_a_window_that_is_put_aside_counts_nothing(reader: Reader) -> None:
    reader.clock.advance(10)
    reader.do.reading_time.see(False)
    reader.clock.advance(1000)
    reader.do.reading_time.see(True)
    reader.clock.advance(5)
    reader.press("next")
    assert reader.do.reading_time.today.seconds == 15


def test_coming_and_going_does_not_make_a_piece_longer(reader: Reader) -> None:
    for _ in range(100):
        reader.clock.advance(10)
        reader.do.reading_time.see(False)
        reader.do.reading_time.see(True)
    assert reader.do.reading_time.today.seconds == pytest.approx(3 * A_PIECE)


def test_a_rest_counts_nothing(reader: Reader) -> None:
    reader.clock.advance(10)
    reader.press("rest")
    reader.clock.advance(HOUR)
    reader.do.resting.end()
    reader.clock.advance(5)
    reader.press("next")
    assert reader.do.reading_time.today.seconds == 15


def test_a_voice_counts_while_it_speaks_whatever_is_in_sight(reader: Reader) -> None:
    reader.do.reading_time.see(False)
    reader.press("listen")
    reader.hear(9)
    reader.press("listen")
    reader.clock.advance(HOUR)
    assert reader.do.reading_time.today.seconds == pytest.approx(3 * MINUTE, abs=3)


def test_looking_elsewhere_while_the_voice_reads_counts_once(reader: Reader) -> None:
    reader.press("listen")
    for _ in range(6):
        reader.clock.advance(10)
        reader.do.reading.next()
    reader.press("listen")
    assert reader.do.reading_time.today.seconds == pytest.approx(MINUTE, abs=1)


def test_whoever_reads_one_piece_a_sitting_has_read_them_all(reader: Reader) -> None:
    reader.set("10")
    for _ in range(3):
        reader.clock.advance(A_PIECE)
        reader.begin_again(HOUR)
    assert reader.do.reading_time.today.seconds == pytest.approx(3 * A_PIECE)
