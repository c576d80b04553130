"""A person reads a book while the rest of it is on its way."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.formats.refusals import Refusal
from reader.model.level import Level
from reader.model.place import Place
from reader.session.fetching import LEFT_OUT, LINGERS, OPENING, PATIENCE, STOP, STOPPED, TOO_SHORT
from reader.session.reading import NEXT_ON_ITS_WAY, POINTS_LATER
from reader.session.whereabouts import CUT_SHORT, REST_ON_ITS_WAY
from reader.text.chunks import chunks
from tests.session.arrivals import CHAPTERS, Reader


@pytest.fixture
def reader(clock: Any, database: Any) -> Reader:
    return Reader(clock, database)


def test_the_first_piece_is_shown_before_the_last_bit_is_asked_for(reader: Reader) -> None:
    asked: list[int] = []
    reader.reading.turned.connect(lambda: asked.append(reader.texts.asked))
    reader.open()
    assert asked == [1]
    assert reader.sees == "Here begins 1"
    assert len(reader.texts.documents) > 5
    assert reader.reading.chunks == chunks(reader.texts.documents[-1], Level.SHORT)


def test_nothing_is_said_of_an_end_or_a_number_while_the_rest_is_on_its_way(reader: Reader) -> None:
    said: list[str] = []

    def look() -> None:
        reader.to_the_last_piece()
        said.append(f"{reader.notices.text} {reader.reading.where()}")
        reading = reader.reading
        assert [reading.ends_text, reading.ends_part, reading.in_last_part] == [False] * 3
        reader.keeping.keep_now()
        assert not reader.records.all()[0].finished
        reader.reading.next_part()
        assert reader.notices.message == REST_ON_ITS_WAY
        reader.notices.clear()

    reader.open(at_1=look, at_2=look, at_3=look)
    assert len(said) == 3
    assert not [words for words in said if re.search(r"end| of \d|part", words, re.IGNORECASE)]
    assert f" of {CHAPTERS}" in reader.reading.where(), "now it is known"


def test_where_one_is_can_be_told_after_a_sudden_end_though_the_text_was_not_whole(reader: Reader) -> None:
    kept: list[tuple[int, str]] = []

    def look() -> None:
        reader.to_the_last_piece()
        reader.keeping.keep_now()
        kept.extend((record.part, record.part_title) for record in reader.records.all())

    reader.open(at_2=look)
    assert kept == [(0, "Chapter 3")]


def test_next_at_the_border_shows_the_piece_as_soon_as_it_is_there(reader: Reader) -> None:
    here: list[int] = []

    def ask() -> None:
        reader.to_the_last_piece()
        here.append(reader.reading.index)
        reader.reading.next()
        assert reader.notices.message == NEXT_ON_ITS_WAY
        assert reader.reading.index == here[0]

    reader.open(at_2=ask)
    assert reader.reading.index == here[0] + 1
    assert not reader.notices.message


def test_whoever_turns_back_meanwhile_is_left_there(reader: Reader) -> None:
    def ask_and_turn_back() -> None:
        reader.to_the_last_piece()
        reader.reading.next()
        reader.reading.show(0)

    reader.open(at_2=ask_and_turn_back)
    assert reader.reading.index == 0


def test_the_level_may_change_meanwhile(reader: Reader) -> None:
    reader.open(at_2=lambda: reader.reading.set_level(Level.SENTENCE), at_4=reader.to_the_last_piece)
    assert reader.reading.chunks == chunks(reader.texts.documents[-1], Level.SENTENCE)
    assert reader.reading.index > 0


def test_key_points_and_places_that_are_not_here_wait(reader: Reader) -> None:
    last = reader.texts.documents[-1].blocks[-1]

    def try_both() -> None:
        reader.reading.toggle_key_points()
        assert reader.notices.message == POINTS_LATER
        reader.reading.go(Place(last.id, 0))
        assert reader.notices.message == REST_ON_ITS_WAY
        assert not reader.reading.can_return

    reader.open(at_1=try_both)
    reader.reading.go(Place(last.id, 0))
    assert reader.sees == f"Here begins {CHAPTERS}"


def test_a_place_far_on_is_waited_for_and_never_lost(reader: Reader, clock: Any, database: Any) -> None:
    reader.open()
    reader.reading.show(10)
    reader.keeping.keep_now()
    again = Reader(clock, database)
    shown: list[str] = []
    again.reading.turned.connect(lambda: shown.append(again.sees))
    again.open(at_1=lambda: clock.advance(PATIENCE))
    assert shown == ["Here begins 11"]
    assert not again.notices.message, "that it was being opened is not said any more"


def test_a_text_that_breaks_off_before_the_place_keeps_it(reader: Reader, clock: Any, database: Any) -> None:
    reader.open()
    reader.reading.show(10)
    reader.keeping.keep_now()
    kept = reader.records.all()
    again = Reader(clock, database)
    again.texts.breaks_at = 3
    again.open()
    assert again.notices.message == TOO_SHORT
    assert not again.reading.chunks
    again.keeping.keep_now()
    assert again.records.all() == kept


def test_an_opening_is_stopped_where_it_was_asked_for(reader: Reader, clock: Any, database: Any) -> None:
    reader.open()
    reader.reading.show(10)
    reader.keeping.keep_now()
    again = Reader(clock, database)

    def stop() -> None:
        clock.advance(PATIENCE)
        assert again.notices.message == OPENING
        assert again.notices.offer
        assert again.notices.offer.word == STOP
        again.notices.offer.act()

    again.open(at_2=stop)
    assert again.notices.message == STOPPED
    assert not again.reading.chunks
    assert again.texts.is_stopped, "whoever is at work on it ends at once"
    assert again.texts.asked == 3, "nothing more is asked for"


def test_a_rest_that_takes_its_time_is_told_of_and_can_be_done_without(reader: Reader, clock: Any) -> None:
    def stop() -> None:
        assert "of the text is here so far." in reader.notices.text
        assert reader.notices.offer
        assert reader.notices.offer.word == STOP
        reader.notices.offer.act()

    reader.open(at_1=lambda: clock.advance(LINGERS), at_2=stop)
    assert reader.notices.message == LEFT_OUT
    assert reader.texts.is_stopped, "whoever is at work on it ends at once"
    assert reader.texts.asked == 3, "nothing more is asked for"
    reader.notices.clear()
    assert reader.notices.offer is None
    reader.to_the_last_piece()
    assert (reader.sees, reader.notices.text) == ("Here begins 3", CUT_SHORT)
    reader.open()
    assert reader.reading.document.is_whole, "opening it again brings all of it"


def test_nothing_is_told_of_a_rest_that_is_here_in_a_moment(reader: Reader, clock: Any) -> None:
    told: list[str] = []
    reader.notices.changed.connect(lambda: told.append(reader.notices.text))
    reader.open(at_1=lambda: clock.advance(LINGERS - 0.1))
    clock.advance(1)
    assert not [words for words in told if "so far" in words]


def test_how_much_is_here_changes_when_the_page_turns_and_not_while_it_is_read(
    reader: Reader, clock: Any
) -> None:
    for number, share in ((0, 0.02), (1, 0.3), (2, 0.5)):
        reader.texts.documents[number] = replace(reader.texts.documents[number], share=share)
    told: list[str] = []

    def turn() -> None:
        told.append(reader.notices.text)
        reader.to_the_last_piece()
        told.append(reader.notices.text)

    reader.open(at_1=lambda: clock.advance(LINGERS), at_3=turn)
    assert told == ["A little of the text is here so far.", "About half of the text is here so far."]
    assert "so far" not in reader.notices.text, "all of it is here now"


def test_what_is_shown_stays_when_the_rest_never_comes(reader: Reader) -> None:
    reader.texts.breaks_at = 3
    reader.open()
    assert "what is here can be read" in reader.notices.message
    assert reader.sees == "Here begins 1"
    assert not reader.reading.is_arriving
    reader.notices.clear()
    reader.to_the_last_piece()
    assert reader.notices.text == CUT_SHORT
    reader.reading.next()
    assert reader.notices.message == CUT_SHORT
    reader.keeping.keep_now()
    assert not reader.records.all()[0].finished, "the next opening goes on here, and may find more"


def test_whoever_waits_for_the_next_piece_is_told_that_it_never_comes(reader: Reader) -> None:
    def ask() -> None:
        reader.to_the_last_piece()
        reader.reading.next()

    reader.texts.breaks_at = 3
    reader.open(at_2=ask, at_3=reader.to_the_last_piece)
    assert "nothing is lost" in reader.notices.message


def test_the_rest_comes_in_though_another_file_was_asked_for_and_declined(reader: Reader) -> None:
    book = reader.texts.arriving

    def declined(name: str, stop: Any = None) -> Iterator[Any]:
        raise Refusal(name, "was not found")

    def ask() -> None:
        reader.texts.arriving = declined  # type: ignore[method-assign]
        reader.opening.open_file(Path("/odd.md"))
        assert "was not found" in reader.notices.message
        reader.texts.arriving = book  # type: ignore[method-assign]

    reader.open(at_3=ask)
    assert reader.reading.document.is_whole
    assert not reader.reading.is_arriving


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.02, "A little of"), (0.3, "About a quarter of"), (0.5, "About half of"), (0.9, "Nearly all of")],
)
def test_where_am_i_tells_how_much_is_here(reader: Reader, share: float, told: str) -> None:
    reader.texts.documents = [replace(reader.texts.documents[0], share=share)]
    reader.open()
    assert f"{told} the text is here so far." in reader.reading.where()
