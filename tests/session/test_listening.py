"""A text is read aloud to the end of its part, and the spoken word is marked."""

from typing import Any

from reader.model.level import Level
from reader.session.listening import NOTHING_HERE, PAUSED
from reader.session.playback import END_OF_PART, PREPARING, READING
from reader.speech.voice import SoundState

SECONDS = 4.0
"""How long the test's voice takes for a sentence."""


def test_listening_starts_softly_and_marks_sentence_and_word(person: Any) -> None:
    assert person.state == "silent"
    person.listening.toggle()
    assert (person.state, person.hears, person.sound.soft) == ("on", "One", True)
    assert (person.sees, person.word) == ("One", "")
    assert person.said == [READING]
    person.sound.reach(0.1)
    assert person.word == "One"
    person.sound.reach(SECONDS - 0.9)
    assert (person.sees, person.word) == ("One", "gut")


def test_a_mark_finds_the_letters_whatever_the_voice_was_told(person: Any) -> None:
    person.listening.listen()
    person.forward(1)
    assert person.hears == "Two"
    seen = []
    for tenth in range(40):
        person.sound.reach(tenth / 10)
        seen.append(person.word)
    assert list(dict.fromkeys(seen)) == ["Two", "big", "β2", "cells"]
    assert person.marked == "Two\u00a0big β2 cells."
    person.forward(1)
    person.sound.reach(SECONDS - 0.1)
    assert (person.sees, person.word) == ("Now", "words")


def test_sentences_follow_with_a_gap_and_the_next_is_made_ahead(person: Any) -> None:
    person.listening.listen()
    assert [text for text, _, _ in person.voice.asked] == ["One", "Two"]
    person.sound.end()
    assert person.hears == ""
    person.clock.advance(0.29)
    assert person.hears == ""
    person.clock.advance(0.01)
    assert (person.hears, person.sound.soft) == ("Two", False)
    assert [text for text, _, _ in person.voice.asked] == ["One", "Two", "Now"]
    assert person.said == [READING]


def test_pieces_turn_with_the_voice_and_it_stops_at_the_end_of_the_part(person: Any) -> None:
    person.listening.listen()
    pages = []
    while person.listening.active:
        pages.append((person.page, person.sees.split()[0]))
        person.hear_to_the_end()
    assert pages == [
        ("One", "One"),
        ("One", "Two"),
        ("One", "Now"),
        ("Four", "Four"),
        ("Four", "Five"),
    ]
    assert person.said == [READING, END_OF_PART]
    assert (person.state, person.sees, person.page) == ("silent", "", "Four")
    assert person.states == ["on", "silent"]


def test_the_place_is_kept_to_the_sentence(person: Any) -> None:
    person.listening.listen()
    person.hear_to_the_end()
    place = person.reading.place
    assert place.quote.startswith("Two\u00a0big")


def test_pause_and_go_on_to_the_letter(person: Any) -> None:
    person.listening.toggle()
    person.sound.reach(2.0)
    word = person.word
    person.listening.toggle()
    assert (person.state, person.sound.state, person.word) == ("paused", SoundState.PAUSED, word)
    person.clock.advance(3.0)
    person.listening.toggle()
    assert (person.state, person.hears, person.sound.position()) == ("on", "One", 2.0)
    assert person.said == [READING, PAUSED, READING]


def test_after_a_long_pause_the_sentence_begins_again_softly(person: Any) -> None:
    person.listening.toggle()
    person.sound.reach(2.0)
    person.listening.toggle()
    person.clock.advance(3.1)
    person.listening.toggle()
    assert (person.hears, person.sound.position(), person.sound.soft) == ("One", 0.0, True)


def test_a_pause_between_two_sentences_goes_on_with_the_next(person: Any) -> None:
    person.listening.listen()
    person.sound.end()
    person.listening.toggle()
    person.clock.advance(60)
    assert (person.state, person.hears) == ("paused", "")
    person.listening.toggle()
    assert person.hears == "Two"


def test_a_pause_while_the_voice_prepares_is_silence(person: Any) -> None:
    person.voice.prompt = False
    person.listening.toggle()
    person.listening.toggle()
    person.voice.answer()
    person.clock.advance(60)
    assert (person.state, person.hears, person.said) == ("paused", "", [PAUSED])
    person.listening.toggle()
    person.voice.answer()
    assert person.hears == "One"


def test_stop_is_silence_at_once_and_for_good(person: Any) -> None:
    person.listening.listen()
    person.sound.reach(1.0)
    person.listening.stop()
    assert (person.state, person.sound.state, person.sees) == ("silent", SoundState.SILENT, "")
    person.clock.advance(60)
    person.voice.answer()
    assert person.hears == ""
    assert person.said == [READING, ""]


def test_stop_while_the_voice_prepares(person: Any) -> None:
    person.voice.prompt = False
    person.listening.listen()
    person.listening.stop()
    person.voice.answer()
    person.clock.advance(60)
    assert (person.hears, person.said) == ("", [""])


def test_preparing_is_told_only_when_it_takes_a_while(person: Any) -> None:
    person.voice.prompt = False
    person.listening.listen()
    person.clock.advance(0.29)
    assert person.said == []
    person.clock.advance(0.01)
    assert person.said == [PREPARING]
    person.voice.answer()
    assert person.said == [PREPARING, READING]
    assert person.state == "on"


def test_a_piece_without_text_is_skipped(person: Any) -> None:
    person.reading.show(0)
    assert person.reading.chunk.text == ""
    person.listening.listen()
    assert (person.hears, person.page) == ("One", "One")


def test_with_nothing_left_to_read_it_says_so(person: Any) -> None:
    person.open("# Only a title")
    person.listening.toggle()
    assert (person.state, person.said) == ("silent", [NOTHING_HERE])


def test_the_page_shows_the_piece_before_a_mark_on_it_is_told(person: Any) -> None:
    order: list[str] = []
    person.reading.turned.connect(lambda: order.append("page"))
    person.listening.marked.connect(lambda mark: order.append("mark" if mark else "no mark"))
    person.listening.listen()
    person.forward(3)
    assert order == ["mark", "mark", "mark", "page", "mark"]
    order.clear()
    person.reading.set_level(Level.SENTENCE)
    assert order == ["page", "mark"]


def test_a_sentence_as_long_as_the_one_before_is_marked_on_its_own_page(person: Any) -> None:
    person.open("One gut here.", "Two gut here.")
    person.reading.set_level(Level.SENTENCE)
    pages: list[str] = []
    person.listening.marked.connect(lambda mark: pages.append(person.page))
    person.listening.listen()
    person.forward(1)
    assert pages == ["One", "Two"]


def test_the_loudspeaker_gets_ready_while_the_voice_does(person: Any) -> None:
    person.voice.prompt = False
    person.listening.listen()
    assert (person.hears, person.sound.is_warm) == ("", True)
