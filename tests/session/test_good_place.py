"""Half of what is safe today is told of, once, and nothing else happens; the time is the test's."""

import random
from pathlib import Path
from typing import Any

import pytest

from reader.model.settings import SAFE_TODAY
from reader.session.good_place import GOOD_PLACE, SWITCHED_OFF, TIME_TO_SEE
from reader.session.notices import UNDO
from reader.session.playback import END_OF_PART
from tests.session.day import A_PIECE, A_SENTENCE, DAY, HOUR, MINUTE, Reader


@pytest.fixture
def reader(person: Any, home: Path) -> Reader:
    return Reader(person, home)


@pytest.mark.parametrize("minutes", [int(safe) for safe, _ in SAFE_TODAY if safe != "off"])
def test_at_half_of_it_the_line_says_so_once(reader: Reader, minutes: int) -> None:
    reader.set(str(minutes))
    reader.read(minutes / 2 - 0.5)
    assert reader.told == []
    reader.read(1)
    assert reader.told == [GOOD_PLACE]
    reader.read(2 * minutes)
    assert reader.told == [GOOD_PLACE]


def test_next_simply_goes_on_and_nothing_is_changed(reader: Reader) -> None:
    reader.set("10")
    before = reader.do.preferences.settings
    reader.read(5)
    assert (reader.do.notices.message, reader.hears) == (GOOD_PLACE, "")
    index = reader.do.reading.index
    reader.press("next")
    assert (reader.do.notices.message, reader.do.reading.index) == ("", index + 1)
    assert reader.do.preferences.settings == before


def test_who_has_set_nothing_is_told_nothing_and_nothing_is_kept(reader: Reader) -> None:
    reader.read(5)
    reader.press("listen")
    reader.hear(20)
    reader.press("stop")
    reader.begin_again()
    assert (reader.told, reader.do.reading_time.today.seconds) == ([], 0)


def test_whoever_sets_it_late_is_told_at_the_next_turn(reader: Reader) -> None:
    reader.read(15)
    reader.set("20")
    assert reader.told == []
    reader.read(0.5)
    assert reader.told == [GOOD_PLACE]


# How it is told while the voice reads


def test_while_listening_it_is_told_at_the_end_of_a_sentence_and_the_voice_goes_on(reader: Reader) -> None:
    reader.set("10")
    reader.press("listen")
    reader.hear(14)
    reader.clock.advance(A_SENTENCE)
    reader.press("next")
    assert reader.told == [], "not within a sentence"
    reader.clock.advance(A_SENTENCE)
    reader.sound.end()
    reader.clock.advance(0.3)
    assert reader.told == [GOOD_PLACE]
    assert reader.hears


def test_at_the_end_of_a_part_the_words_are_the_usual_ones(reader: Reader) -> None:
    reader.set("10")
    reader.do.reading.show(29)
    reader.press("listen")
    reader.hear(4)
    reader.clock.advance(5 * MINUTE)
    reader.hear(1)
    assert (reader.told, reader.do.listening.active) == ([END_OF_PART], False)


def test_with_eyes_closed_it_is_said_between_two_sentences(reader: Reader) -> None:
    reader.set("10")
    reader.do.eyes_closed.begin()
    reader.hear(14)
    assert reader.hears != GOOD_PLACE
    reader.hear(1)
    assert (reader.hears, reader.told) == (GOOD_PLACE, [])
    reader.sound.end()
    assert reader.hears not in ("", GOOD_PLACE), "the reading goes on by itself"
    reader.hear(30)
    reader.do.eyes_closed.end()
    reader.read(5)
    assert reader.told == []


def test_with_eyes_closed_at_the_end_of_a_part_it_comes_after_what_is_told_there(reader: Reader) -> None:
    reader.set("10")
    reader.do.reading.show(29)
    reader.do.eyes_closed.begin()
    reader.hear(4)
    reader.clock.advance(5 * MINUTE)
    reader.sound.end()
    reader.clock.advance(0)
    assert reader.hears == END_OF_PART
    reader.sound.end()
    assert (reader.hears, reader.do.listening.active) == ("", False)


def test_a_sleeper_is_not_told(reader: Reader) -> None:
    reader.set("10")
    reader.do.eyes_closed.begin()
    reader.do.sleep_timer.set("5")
    reader.clock.advance(5 * MINUTE + 10)
    reader.sound.end()
    reader.clock.advance(0.3)
    assert reader.hears not in ("", GOOD_PLACE)


# One message at a time


def test_it_covers_nothing_that_was_just_said(reader: Reader) -> None:
    reader.set("10")
    reader.read(4.9)
    reader.clock.advance(A_PIECE)
    reader.do.reading.open_part(1)
    reader.clock.advance(0)
    assert reader.do.notices.message.startswith("Your other place is kept.")
    reader.read(0.5)
    assert reader.told == [GOOD_PLACE]


def test_an_old_message_cannot_hold_it_up_for_ever(reader: Reader) -> None:
    reader.set("10")
    reader.press("listen")
    reader.hear(14)
    reader.press("dimmer")
    reader.hear(1)
    assert reader.told == []
    reader.hear(round(TIME_TO_SEE / A_SENTENCE))
    assert reader.told == [GOOD_PLACE]


# Once a day


def test_it_is_counted_and_told_over_restarts(reader: Reader) -> None:
    reader.set("10")
    reader.read(3)
    reader.begin_again(60)
    reader.read(2.5)
    assert reader.told == [GOOD_PLACE]
    reader.begin_again(60)
    reader.read(10)
    assert reader.told == [GOOD_PLACE]


def test_a_crash_forgets_seconds_only_and_never_that_it_was_told(reader: Reader) -> None:
    reader.set("10")
    reader.do.preferences.save_now()
    reader.read(5)
    reader.begin()
    assert reader.do.reading_time.today.seconds == pytest.approx(5 * MINUTE, abs=2 * A_PIECE)
    reader.read(5)
    assert reader.told == [GOOD_PLACE]


def test_each_day_begins_anew_also_in_an_open_window(reader: Reader) -> None:
    reader.set("10")
    reader.read(5)
    reader.clock.advance(DAY)
    reader.press("next")
    reader.read(3)
    assert reader.told == [GOOD_PLACE], "the piece that was open over night has counted, and no more"
    reader.read(2)
    assert reader.told == [GOOD_PLACE] * 2
    reader.begin_again(DAY)
    assert reader.do.reading_time.today.seconds == 0


@pytest.mark.parametrize(
    ("first", "then", "times"),
    [("10", "60", 2), ("10", "20", 2), ("20", "10", 1), ("10", "10", 1)],
)
def test_another_time_the_same_day_is_told_of_if_its_half_is_still_to_come(
    reader: Reader, first: str, then: str, times: int
) -> None:
    reader.set(first)
    reader.read(int(first) / 2)
    reader.set("off")
    reader.set(then)
    reader.read(70)
    assert reader.told == [GOOD_PLACE] * times


def test_one_step_switches_it_off_for_good_and_undo_brings_it_back(reader: Reader) -> None:
    reader.set("10")
    reader.read(5)
    reader.do.notices.offer.act()
    assert (reader.do.preferences.settings.safe, reader.do.notices.message) == ("off", SWITCHED_OFF)
    assert reader.do.notices.offer.word == UNDO
    reader.read(30)
    reader.begin_again(DAY)
    reader.read(30)
    assert reader.told == [GOOD_PLACE]
    reader.set("20")
    reader.press("undo")
    assert reader.do.preferences.settings.safe == "off"


def test_in_a_thousand_days_nothing_rises_and_nothing_is_told_twice(person: Any, home: Path) -> None:
    """Whoever reads, hears, rests and stops as it comes is told at most once a day, and never pushed."""
    # Where nothing can be written, all stays in memory, and the days are short.
    (home / "data").write_bytes(b"")
    reader, chance = Reader(person, home), random.Random(6)
    reader.set("10")
    for day in range(1000):
        if day == 500:
            reader.set("off")
        before, settings = len(reader.told), reader.do.preferences.settings
        for _ in range(chance.randrange(6)):
            chance.choice(
                [
                    lambda: reader.read(chance.uniform(1, 4)),
                    lambda: (reader.press("listen"), reader.hear(chance.randrange(9)), reader.press("stop")),
                    lambda: (reader.press("rest"), reader.clock.advance(600), reader.do.resting.end()),
                    lambda: reader.clock.advance(chance.uniform(0, HOUR)),
                ]
            )()
        assert len(reader.told) - before <= (day < 500)
        assert reader.do.preferences.settings == settings
        reader.clock.advance(DAY - (reader.clock.now() % DAY))
    assert 100 < len(reader.told) <= 500
