"""One thing is said beside the reading, and never over it."""

from typing import Any

import pytest

from reader.model.settings import Settings
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.preferences import Preferences
from reader.session.saying import Saying
from reader.speech.turns import Turns
from reader.speech.voice import SoundState

ANSWER = "First an answer. Then some more."


class Story:
    """One who listens, and asks something in between."""

    def __init__(self, person: Any) -> None:
        turns = Turns(person.sound)
        self.voice, self.sound = person.voice, person.sound
        self.listening = Listening(person.reading, person.voice, turns.turn(), person.clock, Settings())
        preferences = Preferences(Settings(speed=0.8), lambda _settings: None, Notices(), person.clock)
        self.saying = Saying(person.voice, turns.turn(), self.listening, preferences)
        self.failures: list[str] = []
        self.ends = 0

    def ask(self, text: str = ANSWER) -> None:
        self.saying.say(text, lambda error: self.failures.append(str(error)), self._count)

    def _count(self) -> None:
        self.ends += 1


@pytest.fixture
def story(person: Any) -> Story:
    return Story(person)


def test_a_text_is_said_to_its_end_softly_after_silence(story: Story) -> None:
    story.ask()
    assert (story.sound.text, story.sound.soft, story.ends) == (ANSWER, True, 0)
    story.sound.end()
    assert (story.sound.state, story.ends, story.saying.hush()) == (SoundState.SILENT, 1, False)
    assert story.voice.asked == [("First", 0.8, "")]


def test_the_reading_pauses_and_does_not_take_the_answer_for_its_sentence(story: Story) -> None:
    story.listening.listen()
    story.ask()
    assert (story.listening.active, story.listening.speaking, story.sound.soft) == (True, False, False)
    marks: list[Any] = []
    story.listening.marked.connect(marks.append)
    story.sound.reach(1.0)
    story.sound.end()
    assert marks == []
    story.listening.toggle()
    assert story.sound.text.startswith("One"), "the sentence begins again"


def test_what_is_hushed_is_neither_heard_nor_told_of(story: Story) -> None:
    story.voice.prompt = False
    story.ask()
    assert story.saying.hush()
    story.voice.answer()
    story.voice.prompt = True
    story.ask()
    assert story.saying.hush()
    assert (story.sound.state, story.ends, story.failures) == (SoundState.SILENT, 0, [])


def test_the_newest_wish_counts(story: Story) -> None:
    story.voice.prompt = False
    story.ask("Old news.")
    story.ask("Fresh news.")
    story.voice.answer()
    assert story.sound.text == "Fresh news."


@pytest.mark.parametrize("prompt", [True, False])
def test_the_reading_is_not_talked_over(story: Story, prompt: bool) -> None:
    story.voice.prompt = prompt
    story.ask()
    story.listening.listen()
    story.voice.answer()
    assert story.sound.text.startswith("One")
    assert not story.saying.hush()


@pytest.mark.parametrize("broken", ["voice", "sound"])
def test_what_cannot_be_said_says_why(story: Story, broken: str) -> None:
    if broken == "voice":
        story.voice.error = "No sound could be played."
    story.ask()
    story.sound.fail("No sound could be played.")
    assert (story.failures, story.ends) == (["No sound could be played."], 0)


def test_with_the_headphones_gone_it_is_over(story: Story) -> None:
    story.ask()
    story.sound.break_off()
    assert (story.saying.hush(), story.ends) == (False, 0)
