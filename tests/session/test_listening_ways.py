"""A person listens in their own way: slowly, sentence by sentence, looking elsewhere, marked or not."""

from collections.abc import Sequence
from typing import Any

import pytest

from reader.model.document import Span
from reader.model.level import Level
from reader.session.listening import PAUSED
from reader.session.playback import (
    END_ELSEWHERE,
    END_OF_EXCERPT,
    READING,
    READING_EXCERPT,
    SLOWER,
    WAITING,
)
from reader.text.spoken import Utterance, spoken


@pytest.mark.parametrize("gap", [0.0, 0.3, 3.0])
def test_the_silence_between_sentences_is_the_chosen_one(person: Any, gap: float) -> None:
    person.set(gap=gap)
    person.listening.listen()
    person.sound.end()
    if gap:
        person.clock.advance(gap - 0.01)
        assert person.hears == ""
    person.clock.advance(0.01)
    assert person.hears == "Two"


def test_after_each_sentence_the_voice_waits_if_a_person_wants_that(person: Any) -> None:
    person.set(after="stop")
    person.listening.toggle()
    for heard, following in (("One", "Two"), ("Two", "Now")):
        person.sound.end()
        person.clock.advance(60)
        assert (person.state, person.hears, person.sees, person.said[-1]) == ("paused", "", heard, WAITING)
        person.listening.toggle()
        assert (person.state, person.hears) == ("on", following)


def test_waiting_after_a_sentence_again_means_that_sentence(person: Any) -> None:
    person.set(after="stop")
    person.listening.toggle()
    person.sound.end()
    person.listening.again()
    assert person.hears == "One"


def test_again_slower_grows_slower_and_the_next_sentence_is_as_usual(person: Any) -> None:
    person.listening.listen()
    speeds = []
    for _ in range(4):
        person.listening.again_slower()
        assert (person.hears, person.said[-1]) == ("One", SLOWER)
        speeds.append(round(person.voice.asked[-1][1], 3))
    assert speeds == [0.8, 0.64, 0.512, 0.512]
    person.sound.end()
    person.clock.advance(0.3 + 2.0)
    assert person.hears == "", "there is more silence to think"
    person.clock.advance(0.1)
    assert person.hears == "Two"
    assert {speed for text, speed, _ in person.voice.asked if text == "Two"} == {1.0}
    assert person.said[-1] == READING, "no longer slower"
    person.hear_to_the_end()
    assert person.hears == "Now", "the silence is as usual again"


def test_again_slower_is_never_slower_than_the_slowest_speed(person: Any) -> None:
    person.set(speed=0.5)
    person.listening.listen()
    person.listening.again_slower()
    assert {speed for _, speed, _ in person.voice.asked} == {0.5}


def test_again_after_again_slower_is_as_usual(person: Any) -> None:
    person.listening.listen()
    person.listening.again_slower()
    person.listening.again()
    person.hear_to_the_end()
    assert person.hears == "Two"


@pytest.mark.parametrize(
    ("follow", "sentence", "word"), [("word", "One", "gut"), ("sentence", "One", ""), ("nothing", "", "")]
)
def test_what_is_marked_is_the_persons_choice(person: Any, follow: str, sentence: str, word: str) -> None:
    person.set(follow=follow)
    person.listening.listen()
    person.sound.reach(3.1)
    assert (person.sees, person.word) == (sentence, word)
    person.set(follow="word")
    assert (person.sees, person.word) == ("One", "gut"), "a change shows at once"


def test_a_time_that_is_only_estimated_marks_the_sentence_and_never_a_word(person: Any) -> None:
    person.voice.measured = False
    person.listening.listen()
    person.sound.reach(3.1)
    assert (person.sees, person.word) == ("One", "")


def test_looking_back_leaves_the_voice_alone(person: Any) -> None:
    parted: list[str] = []
    person.listening.parted.connect(lambda: parted.append(person.page))
    person.listening.listen()
    person.forward(3)
    person.turn_to("One")
    assert (person.hears, person.page, person.marked, parted) == ("Four", "One", "", ["One"])
    person.hear_to_the_end()
    assert (person.hears, person.page, person.marked) == ("Five", "One", ""), "the page stays, too"
    assert person.reading.place.quote.startswith("One"), "the place is where the person looks"
    person.listening.come_back()
    assert (person.page, person.sees) == ("Four", "Five")
    assert person.reading.place.quote.startswith("Five")


def test_turning_back_to_the_voice_by_hand_is_coming_back(person: Any) -> None:
    person.listening.listen()
    person.forward(3)
    person.turn_to("One")
    person.turn_to("Four")
    assert (person.listening.is_elsewhere, person.sees) == (False, "Four")
    person.hear_to_the_end()
    assert person.sees == "Five"


def test_the_voice_ends_its_part_while_a_person_looks_elsewhere(person: Any) -> None:
    person.listening.listen()
    person.forward(4)
    person.turn_to("One")
    person.hear_to_the_end()
    assert (person.state, person.page, person.said[-1]) == ("silent", "One", END_ELSEWHERE)


def test_going_on_after_a_pause_goes_back_to_the_voice(person: Any) -> None:
    person.listening.toggle()
    person.forward(3)
    person.turn_to("One")
    person.listening.toggle()
    assert person.said[-1] == PAUSED
    person.listening.toggle()
    assert (person.hears, person.page, person.sees) == ("Four", "Four", "Four")


def test_turning_on_from_elsewhere_brings_the_voice(person: Any) -> None:
    person.listening.listen()
    person.turn_to("Six")
    assert person.listening.is_elsewhere
    person.turn_on_to("Four")
    person.clock.advance(0.3)
    assert (person.hears, person.page, person.listening.is_elsewhere) == ("Four", "Four", False)


def test_another_level_while_looking_elsewhere_keeps_both(person: Any) -> None:
    person.listening.listen()
    person.forward(3)
    person.turn_to("One")
    person.reading.set_level(person.reading.level.__class__.SENTENCE)
    assert (person.page, person.hears, person.marked) == ("One", "Four", "")
    person.listening.come_back()
    assert person.sees == "Four"


def without_numbers(text: str, spans: Sequence[Span]) -> Utterance:
    """Skip what stands in square brackets, as the real rules do."""
    said = spoken(text, spans)
    skipped = tuple((at, at + 3) for at, letter in enumerate(text) if letter == "[")
    return Utterance(said.text, said.letters, skipped)


def test_what_is_skipped_is_counted_and_can_be_asked_for(person_who: Any) -> None:
    person = person_who(without_numbers)
    person.open("Plain. Two [1] marks [2] here. One [3] mark here. Plain again.")
    person.listening.listen()
    told = []
    for _ in range(4):
        told.append(person.said[-1])
        person.hear_to_the_end()
    assert told == [
        READING,
        "2 references skipped. Ctrl+R reads them.",
        "1 reference skipped. Ctrl+R reads it.",
        READING,
    ]
    assert person.listening.with_references.text.startswith("One [3]"), "the last one that had any"


def test_words_that_are_to_be_said_otherwise_are_said_anew_from_the_same_word(person: Any) -> None:
    person.listening.listen()
    person.sound.reach(3.1)
    person.listening.renew()
    person.sound.reach(person.sound.position())
    assert (person.hears, person.word) == ("One", "gut")


def test_reading_on_across_parts_is_for_those_who_asked(person: Any) -> None:
    passed: list[tuple[str, str]] = []
    person.listening.passed.connect(
        lambda heard, coming: passed.append((heard.text.split()[0], coming.text.split()[0] if coming else ""))
    )
    person.listening.listen()
    person.listening.read_across_parts(True)
    person.forward(4)
    person.hear_to_the_end()
    assert (person.hears, person.page) == ("Six", "Six")
    person.hear_to_the_end()
    person.hear_to_the_end()
    assert person.state == "silent"
    assert passed == [("Five", "Six"), ("Six", "Seven"), ("Seven", "")]


def test_who_has_listened_finds_the_first_sentence_of_each_piece_ready(person: Any) -> None:
    person.turn_to("Six")
    person.clock.advance(60)
    assert person.voice.asked == [], "nobody has asked for the voice yet"
    person.listening.listen()
    person.listening.stop()
    for first_word in ("Four", "One", "Four"):
        person.turn_to(first_word)
        person.clock.advance(0.1)
    asked = [text for text, _, _ in person.voice.asked]
    person.clock.advance(0.3)
    assert [text for text, _, _ in person.voice.asked] == [*asked, "Four"], "leafing asks for none"
    person.voice.prompt = False
    person.listening.listen()
    assert person.hears == "Four", "without a wait"


def test_a_text_that_is_opened_has_its_first_sentence_made_ahead_and_no_more(person: Any) -> None:
    person.listening.warm()
    person.open("First words. Second words.")
    person.clock.advance(0.3)
    assert [text for text, _, _ in person.voice.asked] == ["First"]
    person.clock.advance(60)
    assert ([text for text, _, _ in person.voice.asked], person.state) == (["First"], "silent")
    person.voice.prompt = False
    person.listening.listen()
    assert person.hears == "First", "without a wait"


def test_an_excerpt_is_read_aloud_to_its_end_since_its_parts_are_no_longer_than_a_piece(person: Any) -> None:
    person.turn_to("One")
    person.reading.toggle_key_points()
    person.listening.listen()
    assert (person.hears, person.said[-1]) == ("One", READING_EXCERPT)
    person.hear_to_the_end()
    assert (person.hears, person.page, person.state) == ("Six", "Six", "on")
    person.hear_to_the_end()
    assert (person.state, person.said[-1]) == ("silent", END_OF_EXCERPT)


def test_the_voice_is_not_taken_into_a_text_that_lacks_its_sentence(person: Any) -> None:
    person.listening.listen()
    person.sound.end()
    person.clock.advance(0.3)
    assert person.hears == "Two"
    person.reading.toggle_key_points()
    assert (person.state, person.page, person.sees) == ("silent", "One", "")


def test_the_voice_goes_on_with_a_sentence_that_stands_in_both(person: Any) -> None:
    person.listening.listen()
    person.reading.toggle_key_points()
    assert (person.state, person.hears, person.sees) == ("on", "One", "One")
    person.hear_to_the_end()
    assert person.hears == "Six"


@pytest.mark.parametrize("paused", [True, False])
@pytest.mark.parametrize(("leave", "there"), [("into the part", "Five"), ("a jump", "Seven")])
def test_the_voice_among_key_points_takes_nobody_away_from_their_place(
    person: Any, leave: str, there: str, paused: bool
) -> None:
    person.reading.set_level(Level.SENTENCE)
    jump = next(piece.place for piece in person.reading.chunks if piece.text.startswith("Seven"))
    person.turn_to("Five")
    person.reading.toggle_key_points()
    person.listening.listen()
    assert person.hears == "One", "which stands in the whole text, too"
    if paused:
        person.listening.pause()
    (person.reading.toggle_key_points if leave == "into the part" else lambda: person.reading.go(jump))()
    assert (person.page, person.reading.sentence.split()[0], person.state) == (there, there, "silent")
