"""A person moves about, changes the level, the speed or the voice, and what is heard keeps up."""

from typing import Any

import pytest

from reader.model.level import Level
from reader.session.playback import END_OF_PART

SECONDS = 4.0
"""How long the test's voice takes for a sentence."""


def test_sentence_back_and_forward_and_again(person: Any) -> None:
    person.listening.listen()
    heard = []
    for step in (
        "sentence_forward",
        "sentence_forward",
        "sentence_back",
        "again",
        "sentence_back",
        "sentence_back",
    ):
        getattr(person.listening, step)()
        heard.append(person.hears)
    assert heard == ["Two", "Now", "Two", "Two", "One", "One"]


def test_between_two_sentences_again_means_the_one_just_heard(person: Any) -> None:
    person.listening.listen()
    person.sound.end()
    person.listening.again()
    assert person.hears == "One"
    person.clock.advance(60)
    assert person.hears == "One"


def test_sentence_forward_crosses_the_end_of_the_part_and_reads_to_the_end_of_that_one(
    person: Any,
) -> None:
    person.listening.listen()
    person.forward(5)
    assert (person.hears, person.page) == ("Six", "Six")
    person.hear_to_the_end()
    assert person.hears == "Seven"
    person.forward(1)
    assert person.hears == "Seven"
    person.hear_to_the_end()
    assert person.said[-1] == END_OF_PART


def test_stepping_while_paused_moves_the_mark_and_stays_silent(person: Any) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.forward(3)
    person.listening.sentence_back()
    assert (person.state, person.hears, person.sees, person.page) == ("paused", "", "Now", "One")
    person.listening.toggle()
    assert person.hears == "Now"


def test_say_that_again_ends_a_pause(person: Any) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.listening.again()
    assert (person.state, person.hears) == ("on", "One")


def test_nothing_steps_while_it_is_silent(person: Any) -> None:
    for step in ("pause", "stop", "again", "sentence_back", "sentence_forward"):
        getattr(person.listening, step)()
    assert (person.hears, person.said, person.states) == ("", [], [])


def test_turning_by_hand_takes_the_voice_along_across_parts(person: Any) -> None:
    person.listening.listen()
    person.turn_on_to("Six")
    assert (person.hears, person.sees) == ("", "")
    person.clock.advance(0.3)
    assert (person.hears, person.sees) == ("Six", "Six")
    person.hear_to_the_end()
    person.hear_to_the_end()
    assert (person.state, person.said[-1]) == ("silent", END_OF_PART)


def test_turning_quickly_speaks_only_where_one_stays(person: Any) -> None:
    person.listening.listen()
    for first_word in ("Four", "Six", "One", "Six"):
        person.turn_on_to(first_word)
        person.clock.advance(0.1)
    person.clock.advance(0.3)
    assert person.hears == "Six"
    assert [text for text, _, _ in person.voice.asked] == ["One", "Two", "Six", "Seven"]


def test_turning_while_paused_stays_paused_and_goes_on_there(person: Any) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.turn_to("Six")
    person.clock.advance(60)
    assert (person.state, person.hears, person.sees) == ("paused", "", "")
    person.listening.toggle()
    assert person.hears == "Six"


@pytest.mark.parametrize("level", [Level.SENTENCE, Level.LONGER])
def test_another_level_keeps_the_sentence_that_is_heard(person: Any, level: Level) -> None:
    person.listening.listen()
    person.forward(2)
    person.sound.reach(SECONDS - 0.1)
    person.reading.set_level(level)
    assert (person.hears, person.sees, person.word) == ("Now", "Now", "words")
    assert len(person.voice.asked) == 4
    person.sound.reach(SECONDS)
    assert (person.sees, person.word) == ("Now", "words")
    person.hear_to_the_end()
    assert person.hears.startswith("Four")
    assert person.sees.startswith("Four")


def test_another_level_between_two_sentences_goes_on_with_the_next(person: Any) -> None:
    person.listening.listen()
    person.sound.end()
    person.reading.set_level(Level.SENTENCE)
    person.clock.advance(0.3)
    assert (person.hears, person.page) == ("Two", "Two")


def test_another_level_while_paused_keeps_mark_and_sound(person: Any) -> None:
    person.listening.toggle()
    person.forward(1)
    person.sound.reach(1.2)
    person.listening.toggle()
    person.reading.set_level(Level.SENTENCE)
    assert (person.state, person.sees, person.word) == ("paused", "Two", "big")
    person.listening.toggle()
    assert (person.hears, person.sound.position()) == ("Two", 1.2)


def test_opening_another_text_stops_the_voice(person: Any) -> None:
    person.listening.listen()
    person.open("Another text. It is short.")
    assert (person.state, person.hears, person.sees) == ("silent", "", "")


def test_opening_the_same_text_again_stops_the_voice_too(person: Any) -> None:
    person.listening.listen()
    person.reading.open(person.reading.document)
    assert (person.state, person.hears, person.sees) == ("silent", "", "")


def test_another_speed_goes_on_from_the_word(person: Any) -> None:
    person.listening.listen()
    person.sound.reach(SECONDS - 0.9)
    assert person.word == "gut"
    person.set(speed=0.5)
    assert (person.hears, person.voice.asked[-2][:2]) == ("One", ("One", 0.5))
    person.sound.reach(person.sound.position())
    assert (person.word, person.sound.soft) == ("gut", False)
    person.hear_to_the_end()
    assert person.hears == "Two"


def test_another_speed_between_two_sentences_counts_from_the_next(person: Any) -> None:
    person.listening.listen()
    person.sound.end()
    person.set(speed=0.5)
    assert person.hears == ""
    person.clock.advance(0.3)
    assert (person.hears, person.voice.asked[-2][:2]) == ("Two", ("Two", 0.5))


def test_another_speed_while_paused_waits_for_the_person(person: Any) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.set(speed=2.0)
    assert (person.state, person.hears) == ("paused", "")
    person.listening.toggle()
    assert (person.hears, person.voice.asked[-2][1]) == ("One", 2.0)


def test_another_voice_says_what_the_first_had_begun(person: Any) -> None:
    person.listening.listen()
    person.set(voice="en-GB")
    assert person.hears == "One"
    assert person.voice.asked[-2:] == [("One", 1.0, "en-GB"), ("Two", 1.0, "en-GB")]
    asked = len(person.voice.asked)
    person.set(voice="en-GB")
    person.set(speed=1.0)
    assert len(person.voice.asked) == asked
