"""A person chooses a voice, and tries it before they trust it."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from reader.model.settings import Settings
from reader.session.notices import Notices
from reader.session.preferences import Preferences
from reader.session.saying import Saying
from reader.session.voices import SAMPLE, Voices
from reader.speech.turns import Turns
from reader.speech.voice import Failed, SoundState, VoiceError, VoiceName

CALM, CLEAR, ADDED = (VoiceName(name, name.title()) for name in ("calm", "clear", "added"))


class Story:
    """One on the voice page, with the voice and the loudspeaker of the listening stories."""

    def __init__(self, person: Any) -> None:
        self.voice, self.sound, self.listening = person.voice, person.sound, person.listening
        self.notices = Notices()
        self.answer: Sequence[VoiceName] | VoiceError = (CALM, CLEAR)
        self.voice.names = self._names
        self.preferences = Preferences(
            Settings(speed=0.8), lambda _settings: None, self.notices, person.clock
        )
        self.preferences.changed.connect(self.listening.use)
        self.saying = Saying(self.voice, Turns(self.sound).turn(), self.listening, self.preferences)
        self.voices = Voices(self.voice, self.saying, self.listening, self.preferences, self.notices)
        self.changes = 0
        self.voices.changed.connect(self._count)

    def _count(self) -> None:
        self.changes += 1

    def _names(self, ready: Callable[[Sequence[VoiceName]], object], failed: Failed) -> None:
        if isinstance(self.answer, VoiceError):
            failed(self.answer)
        else:
            ready(self.answer)


@pytest.fixture
def story(person: Any) -> Story:
    return Story(person)


def test_the_voices_are_looked_up_and_told_when_they_are_others(story: Story) -> None:
    assert story.voices.names == ()
    for _ in range(3):
        story.voices.look_up()
    assert (story.voices.names, story.changes) == ((CALM, CLEAR), 1)
    story.answer = (CALM, CLEAR, ADDED)
    story.voices.look_up()
    assert (story.voices.names, story.changes) == ((CALM, CLEAR, ADDED), 2)


def test_voices_that_cannot_be_found_are_said_and_asked_for_again(story: Story) -> None:
    story.answer = VoiceError("No voice could be found.")
    story.voices.look_up()
    assert (story.voices.names, story.notices.text) == ((), "No voice could be found.")
    story.answer = (CALM,)
    story.voices.look_up()
    assert story.voices.names == (CALM,)


def test_a_chosen_voice_says_the_sample_at_the_persons_speed(story: Story) -> None:
    story.voices.choose("clear")
    story.voices.try_it()
    assert story.voice.asked == [("This", 0.8, "clear")]
    assert (story.sound.text, story.sound.soft) == (SAMPLE, True)
    assert story.preferences.settings.voice == "clear"


def test_trying_a_voice_stops_the_reading(story: Story) -> None:
    story.listening.listen()
    story.voices.try_it()
    assert not story.listening.active
    assert story.sound.text == SAMPLE


def test_listening_that_began_in_the_meantime_is_not_talked_over(story: Story) -> None:
    story.voice.prompt = False
    story.voices.try_it()
    waiting = story.voice._waiting.pop()
    story.listening.listen()
    story.voice.answer()
    waiting()
    assert story.sound.text.startswith("One")


@pytest.mark.parametrize("broken", ["voice", "sound"])
def test_a_voice_that_cannot_be_heard_says_why(story: Story, broken: str) -> None:
    if broken == "voice":
        story.voice.error = "No sound could be played."
    story.voices.try_it()
    story.sound.fail("No sound could be played.")
    assert story.notices.text == "No sound could be played."
    assert story.sound.state is SoundState.SILENT


def test_esc_stops_the_sample_first_and_closes_only_then(story: Story) -> None:
    story.voices.try_it()
    assert story.saying.hush()
    assert story.sound.state is SoundState.SILENT
    assert not story.saying.hush(), "with nothing to be heard, Esc is free to close the page"


def test_hushing_leaves_the_reading_voice_alone(story: Story) -> None:
    story.listening.listen()
    assert not story.saying.hush()
    assert story.listening.active


@pytest.mark.parametrize(("wished", "used"), [("", "calm"), ("clear", "clear"), ("gone since", "calm")])
def test_the_voice_in_use_is_known_also_when_the_wished_one_has_gone(
    story: Story, wished: str, used: str
) -> None:
    story.voices.choose(wished)
    story.voices.look_up()
    assert story.voices.chosen == used
