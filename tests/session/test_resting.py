"""A person rests: what is heard, what is shown, and where they are when they come back."""

from pathlib import Path
from typing import Any

import pytest

from reader.assembly.assembling import assemble
from reader.model.level import Level
from reader.model.record import Record
from reader.session.commands import COMMANDS, run
from reader.session.resting import AGAIN, DIM_FOR, LONGEST_SENTENCE, ONE_PRESS
from reader.speech.voice import SoundState
from reader.store.folders import Folders

NAMED = {command.name: command for command in COMMANDS}


class Rester:
    """One who reads or listens, and then needs a rest; the window is a few lines here."""

    def __init__(self, person: Any, home: Path) -> None:
        self.clock, self.sound = person.clock, person.sound
        folders = Folders(home / "data", home / "config")
        self.do = assemble(folders, person.clock, person.voice, person.sound)
        self.resting, self.reading, self.listening = self.do.resting, self.do.reading, self.do.listening
        self.reading.open(person.reading.document)
        self.turn_to("One")

    def show(self, page: str) -> None:
        assert page == "rest"
        self.resting.begin()

    def press(self, name: str) -> None:
        """Press a key while the page is not dark."""
        run(NAMED[name], self.do, self)  # type: ignore[arg-type]

    def turn_to(self, first_word: str) -> None:
        pieces = self.reading.chunks
        self.reading.show(next(piece.index for piece in pieces if piece.text.startswith(first_word)))

    def rest(self) -> None:
        self.press("rest")

    def come_back(self) -> None:
        """Press twice, and not too quickly."""
        self.resting.press()
        self.clock.advance(ONE_PRESS)
        self.resting.press()

    @property
    def quiet(self) -> str:
        return self.do.notices.text

    @property
    def hears(self) -> bool:
        return self.sound.state is SoundState.PLAYING


@pytest.fixture
def rester(person: Any, home: Path) -> Rester:
    return Rester(person, home)


def test_the_voice_stops_at_once_and_nothing_is_told(rester: Rester) -> None:
    began: list[bool] = []
    rester.resting.began.connect(lambda: began.append(rester.hears))
    rester.press("listen")
    rester.rest()
    assert (rester.resting.on, rester.listening.active, rester.resting.dim_words) == (True, False, "")
    assert began == [False], "told once, in silence"
    rester.clock.advance(24 * 3600)
    assert (rester.resting.on, rester.hears) == (True, False)


def test_two_presses_lead_back_and_the_first_shows_dim_words_only(rester: Rester) -> None:
    ended: list[bool] = []
    rester.resting.ended.connect(lambda: ended.append(rester.resting.on))
    rester.rest()
    rester.resting.press()
    assert (rester.resting.on, rester.resting.dim_words) == (True, AGAIN)
    rester.clock.advance(ONE_PRESS)
    rester.resting.press()
    assert (rester.resting.on, rester.resting.dim_words, ended) == (False, "", [False])
    assert not rester.hears, "the voice waits until it is asked"


def test_a_hand_that_leans_on_the_keyboard_is_one_press(rester: Rester) -> None:
    rester.rest()
    rester.clock.advance(3600)
    for _ in range(5):
        rester.resting.press()
        rester.clock.advance(0.09)
    assert rester.resting.on
    rester.clock.advance(ONE_PRESS)
    rester.resting.press()
    assert not rester.resting.on


def test_bumps_that_are_far_apart_never_bring_light(rester: Rester) -> None:
    rester.rest()
    shown: list[str] = []
    rester.resting.changed.connect(lambda: shown.append(rester.resting.dim_words))
    for _ in range(12):
        rester.resting.press()
        rester.clock.advance(DIM_FOR)
    assert rester.resting.on
    assert shown == [AGAIN, ""] * 12


def test_a_slow_second_press_finds_the_words_still_there(rester: Rester) -> None:
    rester.rest()
    rester.resting.press()
    rester.clock.advance(DIM_FOR - 0.1)
    rester.resting.press()
    assert not rester.resting.on


@pytest.mark.parametrize(
    ("piece", "heard", "told"),
    [
        ("One", 0, ""),
        ("One", 1, "Two\u00a0big β2 cells."),
        ("Four", 0, "Now \U0001f600 three words."),
        ("Six", 0, "Five is the last one."),
        ("Six", 1, "Seven ends it."),
    ],
)
def test_on_return_the_last_sentence_is_told(rester: Rester, piece: str, heard: int, told: str) -> None:
    rester.turn_to(piece)
    before = rester.quiet
    if heard:
        rester.press("listen")
        for _ in range(heard):
            rester.sound.end()
            rester.clock.advance(0.3)
    rester.rest()
    rester.come_back()
    # The line is set in one line, with plain spaces.
    assert rester.quiet == (f"You last read: “{' '.join(told.split())}”" if told else before)


def test_the_last_sentence_makes_way_for_the_next_piece(rester: Rester) -> None:
    rester.turn_to("Four")
    rester.rest()
    rester.come_back()
    rester.reading.next()
    assert "last read" not in rester.quiet


def test_whoever_looked_back_is_told_the_end_of_what_they_see(rester: Rester) -> None:
    rester.turn_to("Six")
    record = Record("gut", "The gut", rester.reading.place, 0, "", "", read=0.0)
    rester.reading.resume(rester.reading.document, record, looks_back=True)
    rester.rest()
    rester.come_back()
    assert rester.quiet == "You last read: “Five is the last one.”"


def test_a_long_sentence_is_told_in_short(rester: Rester) -> None:
    rester.reading.set_level(Level.LONGER)
    rester.turn_to("One")
    rester.press("listen")
    for _ in range(3):
        rester.press("forward")
    rester.rest()
    rester.come_back()
    assert rester.quiet.endswith("…”")
    assert len(rester.quiet) < LONGEST_SENTENCE + 20


def test_with_no_text_open_nothing_is_told(rester: Rester, person: Any, tmp_path: Path) -> None:
    empty = assemble(Folders(tmp_path, tmp_path), person.clock, person.voice, person.sound)
    empty.resting.begin()
    empty.resting.end()
    assert empty.notices.text == ""


def test_the_voice_that_read_on_elsewhere_keeps_its_place(rester: Rester) -> None:
    rester.press("listen")
    rester.turn_to("Six")
    assert rester.listening.is_elsewhere
    rester.rest()
    rester.come_back()
    assert rester.reading.chunk.text.startswith("One")


def test_what_others_have_to_tell_waits_and_the_last_sentence_comes_after_it(rester: Rester) -> None:
    rester.turn_to("Four")
    rester.rest()
    rester.do.notices.say("The sound file is ready.")
    rester.come_back()
    assert rester.quiet == "The sound file is ready."
    rester.do.notices.clear()
    assert rester.quiet.startswith("You last read")


def test_an_answer_is_dropped_and_the_reading_does_not_go_on_after_it(rester: Rester) -> None:
    rester.do.eyes_closed.begin()
    rester.do.eyes_closed.press("where")
    rester.rest()
    rester.do.eyes_closed.end()
    rester.clock.advance(60)
    assert not rester.hears


def test_a_rest_while_the_voice_fades_is_just_a_rest(rester: Rester) -> None:
    rester.press("listen")
    rester.do.sleep_timer.set("5")
    rester.clock.advance(301)
    assert rester.do.sleep_timer.is_fading
    rester.rest()
    assert rester.do.notices.message == "", "nobody is told that the voice stays on"
    assert (rester.do.sleep_timer.is_fading, rester.sound.volume) == (False, 0.6)


@pytest.mark.parametrize("choice", ["5", "piece", "part"])
def test_a_sleep_timer_that_runs_out_meanwhile_does_no_harm(rester: Rester, choice: str) -> None:
    rester.turn_to("Four")
    rester.press("listen")
    rester.do.sleep_timer.set(choice)
    rester.rest()
    place = rester.reading.place
    rester.clock.advance(3600)
    rester.come_back()
    assert (rester.hears, rester.reading.place) == (False, place)
    assert rester.quiet.startswith("You last read")


def test_resting_twice_is_resting_once(rester: Rester) -> None:
    began: list[None] = []
    rester.resting.began.connect(lambda: began.append(None))
    rester.resting.end()
    rester.rest()
    rester.rest()
    assert len(began) == 1
