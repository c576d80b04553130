"""A voice in a process of its own: it may stop, hang or be missing, and one calm sentence says so."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from queue import SimpleQueue
from typing import Any

import pytest

from reader.ground.clock import Clock
from reader.speech.voice import Sound, VoiceError, VoiceName, WordTime
from reader.speech.worker import IDLE, NO_VOICE, NOT_SAID, STOPPED, TOO_SLOW, WorkerVoice

ENGINE = """
import os, signal
from reader.ground.children import Frame, answer_frames

def answer(question):
    if question.header["do"] == "warm":
        os.environ["WARM"] = question.header["voice"]
        return Frame({})
    if question.header["do"] == "names":
        return Frame({"voices": [["en", "British English", "en-GB"]]})
    text = question.body.decode()
    if text == "die": os.kill(os.getpid(), signal.SIGKILL)
    if text == "hang": os.kill(os.getpid(), signal.SIGSTOP)
    if text in ("missing", "failed"): return Frame({"error": text})
    if text == "warm": text = os.environ.get("WARM", "cold")
    told = text + "|" + question.header["voice"] + "|" + str(question.header["speed"])
    return Frame({"rate": 1000, "measured": True, "words": [[0, 4, 0.25]]}, told.encode())

answer_frames(answer)
"""


class Listener:
    """One who asks a voice and waits for what it says."""

    def __init__(self, start: Sequence[str], seconds: float, clock: Clock | None) -> None:
        self._post: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._said: list[object] = []
        self.voice = WorkerVoice(start, self._post.put, clock, seconds=seconds)

    def say(self, text: str, speed: float = 1.0) -> None:
        self.voice.synthesise(text, speed, self._said.append, self._said.append)

    def names(self) -> object:
        self.voice.names(self._said.append, self._said.append)
        return self.heard()

    def heard(self) -> object:
        """Wait for the next answer: a Sound, the names, or the words of a VoiceError."""
        while not self._said:
            self._post.get(timeout=60)()
        answer = self._said.pop(0)
        return str(answer) if isinstance(answer, VoiceError) else answer


@pytest.fixture
def listener() -> Iterator[Callable[..., Listener]]:
    with ExitStack() as closing:

        def listen(
            start: Sequence[str] = (sys.executable, "-c", ENGINE),
            seconds: float = 60,
            clock: Clock | None = None,
        ) -> Listener:
            made = Listener(start, seconds, clock)
            closing.callback(made.voice.close)
            return made

        yield listen


def test_sounds_come_in_order_with_their_words(listener: Callable[..., Listener]) -> None:
    person = listener()
    person.say("Calm.")
    person.voice.choose("en")
    person.say("Slow", speed=0.5)
    assert person.heard() == Sound(b"Calm.||1.0", 1000, (WordTime(0, 4, 0.25),), measured=True)
    assert person.heard() == Sound(b"Slow|en|0.5", 1000, (WordTime(0, 4, 0.25),), measured=True)


def test_the_voices_are_named(listener: Callable[..., Listener]) -> None:
    assert listener().names() == (VoiceName("en", "British English", "en-GB"),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("die", STOPPED), ("hang", TOO_SLOW), ("missing", NO_VOICE), ("failed", NOT_SAID)],
)
def test_a_fault_is_one_calm_sentence_and_the_next_try_works(
    listener: Callable[..., Listener], text: str, sentence: str
) -> None:
    person = listener(seconds=3)
    person.say(text)
    assert person.heard() == sentence
    person.say("Calm.")
    assert isinstance(person.heard(), Sound)


def test_what_was_forgotten_is_never_heard(listener: Callable[..., Listener]) -> None:
    person = listener()
    person.say("forgotten")
    person.say("forgotten too")
    person.voice.forget()
    person.say("kept")
    sound = person.heard()
    assert isinstance(sound, Sound)
    assert sound.samples.startswith(b"kept")


def test_what_is_warmed_is_the_chosen_voice_and_nobody_hears_of_it(listener: Callable[..., Listener]) -> None:
    person = listener()
    person.voice.choose("en")
    person.voice.warm()
    person.say("warm")
    sound = person.heard()
    assert isinstance(sound, Sound)
    assert sound.samples == b"en|en|1.0"


def test_after_ten_idle_minutes_the_process_ends_and_the_next_question_starts_it(
    listener: Callable[..., Listener], clock: Any
) -> None:
    person = listener(clock=clock)
    person.say("Calm.")
    person.heard()
    clock.advance(IDLE - 1)
    person.say("Calm.")
    person.heard()
    pid = person.voice.pid
    clock.advance(IDLE - 1)
    person.say("Calm.")
    person.heard()
    assert person.voice.pid == pid, "each question begins the ten minutes anew"
    clock.advance(IDLE)
    person.say("Calm.")
    assert isinstance(person.heard(), Sound), "nothing is said of it"
    assert person.voice.pid != pid


def test_a_voice_that_is_closed_waits_for_nothing(listener: Callable[..., Listener], clock: Any) -> None:
    person = listener(clock=clock)
    person.say("Calm.")
    person.voice.close()
    assert clock.waiting == 0


def test_closing_ends_the_process(listener: Callable[..., Listener]) -> None:
    person = listener()
    person.say("Calm.")
    person.heard()
    pid = person.voice.pid
    assert pid
    person.voice.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)


def test_every_sentence_of_a_fault_is_short() -> None:
    for message in (NO_VOICE, NOT_SAID, STOPPED, TOO_SLOW):
        assert all(len(sentence.split()) <= 20 for sentence in message.split(". "))
        assert "!" not in message
