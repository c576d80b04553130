"""Sounds are made one ahead, and a wish is answered by its own sound only."""

from collections.abc import Callable

from reader.session.sounds import KEPT, Sounds
from reader.speech.voice import Failed, Ready, Sound, VoiceError


class Voice:
    """A voice that answers when the test says so."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._waiting: dict[str, Callable[[], object]] = {}

    def synthesise(self, text: str, _speed: float, ready: Ready, _failed: Failed) -> None:
        self.asked.append(text)
        self._waiting[text] = lambda: ready(Sound(text.encode(), 1000))

    def answer(self, text: str) -> None:
        if text in self._waiting:
            self._waiting.pop(text)()

    def forget(self) -> None:
        self._waiting.clear()


class Listener:
    """One who wants sounds."""

    def __init__(self) -> None:
        self.voice = Voice()
        self.sounds = Sounds(self.voice)  # type: ignore[arg-type]
        self.heard: list[str] = []

    def want(self, text: str) -> None:
        self.sounds.want(text, 1.0, lambda sound: self.heard.append(sound.samples.decode()), self.fail)

    def fail(self, error: VoiceError) -> None:
        raise error


def test_a_wish_is_answered_by_its_own_sound_only() -> None:
    listener = Listener()
    listener.sounds.prepare("one", 1.0)
    listener.sounds.prepare("two", 1.0)
    listener.want("two")
    listener.voice.answer("one")
    assert listener.heard == []
    listener.voice.answer("two")
    assert listener.heard == ["two"]
    listener.want("one")
    assert listener.heard == ["two", "one"]


def test_what_nobody_waits_for_does_not_make_a_wish_wait() -> None:
    listener = Listener()
    listener.sounds.prepare("one", 1.0)
    listener.want("two")
    listener.voice.answer("one")
    listener.want("one")
    assert listener.voice.asked == ["one", "two", "one"]


def test_only_a_few_sounds_are_kept() -> None:
    listener = Listener()
    for text in [str(number) for number in range(KEPT + 1)] * 2:
        listener.want(text)
        listener.voice.answer(text)
    assert len(listener.voice.asked) == 2 * (KEPT + 1)
    listener.want(str(KEPT))
    assert len(listener.voice.asked) == 2 * (KEPT + 1)
