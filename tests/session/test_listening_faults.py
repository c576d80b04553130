"""Whatever fails while listening, one calm sentence says so, and the next try works."""

from typing import Any

from reader.session.listening import PAUSED
from reader.session.playback import LOST, READING

FAULT = "The voice stopped by itself. Your place is safe. Press Listen to try again."


def test_a_voice_that_fails_says_one_sentence_and_the_next_try_works(person: Any) -> None:
    person.voice.error = FAULT
    person.listening.toggle()
    assert (person.state, person.hears, person.said) == ("silent", "", [FAULT])
    person.voice.error = ""
    person.listening.toggle()
    assert (person.hears, person.page) == ("One", "One")


def test_a_sentence_that_failed_ahead_is_tried_again_when_it_is_wanted(person: Any) -> None:
    person.voice.prompt = False
    person.listening.listen()
    person.voice.error = FAULT
    person.voice.answer()
    person.voice.answer()
    assert (person.hears, person.said) == ("One", [READING])
    person.voice.error = ""
    person.sound.end()
    person.clock.advance(0.3)
    person.voice.answer()
    assert person.hears == "Two"


def test_a_voice_that_fails_on_the_way_keeps_the_place(person: Any) -> None:
    person.listening.listen()
    person.forward(1)
    person.voice.error = FAULT
    person.forward(2)
    assert (person.state, person.sees, person.said[-1]) == ("silent", "", FAULT)
    assert person.reading.place.quote.startswith("Now")


def test_without_a_sound_device_one_sentence_says_so_and_the_next_try_works(person: Any) -> None:
    words = "No sound could be played. Your place is safe. You can go on reading."
    person.listening.toggle()
    person.sound.fail(words)
    assert (person.state, person.sees, person.said[-1]) == ("silent", "", words)
    person.listening.toggle()
    assert person.hears == "One"


def test_headphones_pulled_out_pause_the_voice_until_asked(person: Any) -> None:
    person.listening.listen()
    person.forward(1)
    person.sound.reach(1.0)
    person.sound.break_off()
    person.clock.advance(60)
    assert (person.state, person.hears, person.said[-1]) == ("paused", "", LOST)
    assert person.sees == "Two"
    person.listening.toggle()
    assert (person.hears, person.sound.position(), person.sound.soft) == ("Two", 0.0, True)


def test_headphones_pulled_out_while_paused_change_nothing(person: Any) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.sound.break_off()
    assert (person.state, person.said[-1]) == ("paused", PAUSED)
    person.listening.toggle()
    assert person.hears == "One"
