"""A person falls asleep while listening."""

from typing import Any

import pytest

from reader.model.settings import Settings
from reader.session.notices import Notices
from reader.session.preferences import Preferences
from reader.session.sleep_timer import ASLEEP, AWAKE, FADE, SleepTimer


class Sleeper:
    """One who listens with the sleep timer."""

    def __init__(self, person: Any) -> None:
        self.person, self.clock, self.sound = person, person.clock, person.sound
        self.notices = Notices()
        person.listening.said.connect(self.notices.say)
        preferences = Preferences(Settings(), lambda _settings: None, self.notices, person.clock)
        self.timer = SleepTimer(
            person.listening, person.reading, preferences, person.sound, self.notices, person.clock
        )
        person.listening.listen()

    def falls_asleep(self) -> list[float]:
        """Let the fading pass and return how loud the voice was at each second of it."""
        loudness = []
        for _ in range(int(FADE)):
            loudness.append(round(self.sound.volume, 2))
            self.clock.advance(1)
        return loudness


@pytest.fixture
def sleeper(person: Any) -> Sleeper:
    return Sleeper(person)


@pytest.mark.parametrize("minutes", [5, 30])
def test_after_some_minutes_the_voice_fades_and_the_place_goes_back_to_where_that_began(
    sleeper: Sleeper, minutes: int
) -> None:
    person = sleeper.person
    sleeper.timer.set(str(minutes))
    assert sleeper.notices.text == f"The voice fades out after {minutes} minutes."
    sleeper.clock.advance(60 * minutes - 0.1)
    person.forward(1)
    assert sleeper.sound.volume == 0.6
    sleeper.clock.advance(0.1)
    person.sound.end()
    sleeper.clock.advance(5)
    assert person.hears == "Now", "it reads on while it fades"
    loudness = sleeper.falls_asleep()[:14]
    assert loudness == sorted(loudness, reverse=True)
    assert loudness[0] == pytest.approx(0.6 * 0.75, abs=0.01)
    assert (person.state, person.hears) == ("silent", "")
    assert person.reading.place.quote.startswith("Two")
    assert (sleeper.notices.text, sleeper.timer.choice, sleeper.sound.volume) == (ASLEEP, "", 0.6)


@pytest.mark.parametrize(("choice", "back_at"), [("piece", "Four"), ("part", "Six")])
def test_at_the_end_of_piece_or_part_the_place_goes_back_to_what_comes_next(
    sleeper: Sleeper, choice: str, back_at: str
) -> None:
    person = sleeper.person
    sleeper.timer.set(choice)
    assert sleeper.notices.text == f"The voice fades out after this {choice}."
    while sleeper.sound.volume == 0.6 and person.state == "on":
        heard = person.hears
        person.hear_to_the_end()
    assert heard == {"piece": "Now", "part": "Five"}[choice]
    assert (person.hears, person.page) == (back_at, back_at), "it reads on while it fades"
    person.hear_to_the_end()
    sleeper.falls_asleep()
    assert (person.state, person.page, person.reading.place.quote.split()[0]) == ("silent", back_at, back_at)


def test_a_text_that_ends_before_the_timer_ends_the_reading_as_ever(sleeper: Sleeper) -> None:
    person = sleeper.person
    sleeper.timer.set("part")
    person.forward(6)
    person.hear_to_the_end()
    assert (person.state, sleeper.timer.choice, sleeper.sound.volume) == ("silent", "", 0.6)


def test_with_a_timer_the_reading_goes_on_beyond_the_part(sleeper: Sleeper) -> None:
    sleeper.timer.set("60")
    sleeper.person.forward(4)
    sleeper.person.hear_to_the_end()
    assert sleeper.person.hears == "Six"
    sleeper.timer.set("")
    sleeper.person.forward(-1)


def test_a_person_who_does_something_is_awake(sleeper: Sleeper) -> None:
    sleeper.timer.set("5")
    sleeper.clock.advance(60 * 5 + 10)
    assert sleeper.sound.volume < 0.6
    sleeper.timer.wake()
    assert (sleeper.sound.volume, sleeper.notices.text, sleeper.timer.choice) == (0.6, AWAKE, "")
    sleeper.clock.advance(60)
    assert sleeper.person.state == "on"


def test_doing_something_before_it_fades_changes_nothing(sleeper: Sleeper) -> None:
    sleeper.timer.set("5")
    sleeper.timer.wake()
    assert sleeper.timer.choice == "5"


def test_the_timer_can_be_taken_off_and_set_anew(sleeper: Sleeper) -> None:
    sleeper.timer.set("5")
    sleeper.timer.set("")
    assert sleeper.notices.text == "The sleep timer is off."
    sleeper.clock.advance(60 * 5 + FADE)
    assert (sleeper.person.state, sleeper.sound.volume) == ("on", 0.6)
    sleeper.timer.set("5")
    sleeper.clock.advance(60 * 4)
    sleeper.timer.set("5")
    sleeper.clock.advance(60 * 4)
    assert sleeper.sound.volume == 0.6


def test_a_timer_that_runs_out_in_silence_is_just_over(sleeper: Sleeper) -> None:
    sleeper.timer.set("5")
    sleeper.person.listening.stop()
    sleeper.clock.advance(60 * 5 + FADE)
    assert (sleeper.timer.choice, sleeper.sound.volume) == ("", 0.6)


def test_another_text_opened_while_it_fades_begins_at_its_own_place(sleeper: Sleeper) -> None:
    sleeper.timer.set("5")
    sleeper.clock.advance(60 * 5 + 1)
    sleeper.person.open("Another text.")
    assert (sleeper.person.page, sleeper.sound.volume, sleeper.timer.choice) == ("Another", 0.6, "")


def test_a_pause_while_it_fades_stays_a_pause_and_ends_at_the_same_place(sleeper: Sleeper) -> None:
    sleeper.timer.set("5")
    sleeper.clock.advance(60 * 5 + 1)
    sleeper.person.sound.break_off()
    sleeper.falls_asleep()
    assert (sleeper.person.state, sleeper.notices.text) == ("silent", ASLEEP)
    assert sleeper.person.reading.place.quote.startswith("One")
