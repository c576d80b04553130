"""Two who speak share one loudspeaker, and each hears only of their own sound."""

from typing import Any

import pytest

from reader.ground.events import Event
from reader.speech.turns import Turns
from reader.speech.voice import Sound, SoundOutput, SoundState, VoiceError

SOUND = Sound(bytes(2000), 1000)


class Loudspeaker:
    """A loudspeaker whose time the test moves."""

    def __init__(self) -> None:
        self.finished: Event[[]] = Event()
        self.moved: Event[[float]] = Event()
        self.lost: Event[[]] = Event()
        self.failed: Event[[VoiceError]] = Event()
        self.state = SoundState.SILENT
        self.volume = 0.0

        self.is_warm = False

    def warm(self) -> None:
        self.is_warm = True

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        self.state = SoundState.PLAYING

    def pause(self) -> None:
        self.state = SoundState.PAUSED

    def resume(self) -> None:
        self.state = SoundState.PLAYING

    def stop(self) -> None:
        self.state = SoundState.SILENT

    def position(self) -> float:
        return 0.5

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def close(self) -> None:
        raise NotImplementedError


class Speaker:
    """One of the two, and what they are told."""

    def __init__(self, output: SoundOutput) -> None:
        self.output = output
        self.told: list[Any] = []
        output.finished.connect(lambda: self.told.append("finished"))
        output.moved.connect(self.told.append)
        output.lost.connect(lambda: self.told.append("lost"))
        output.failed.connect(lambda error: self.told.append(str(error)))


@pytest.fixture
def loudspeaker() -> Loudspeaker:
    return Loudspeaker()


@pytest.fixture
def two(loudspeaker: Loudspeaker) -> tuple[Speaker, Speaker]:
    turns = Turns(loudspeaker)
    return Speaker(turns.turn()), Speaker(turns.turn())


def test_each_is_told_of_their_own_sound_only(loudspeaker: Loudspeaker, two: tuple[Speaker, Speaker]) -> None:
    reading, answer = two
    loudspeaker.moved.emit(0.0)
    reading.output.play(SOUND)
    loudspeaker.moved.emit(0.1)
    answer.output.play(SOUND)
    loudspeaker.moved.emit(0.2)
    loudspeaker.finished.emit()
    loudspeaker.lost.emit()
    loudspeaker.failed.emit(VoiceError("No sound."))
    assert (reading.told, answer.told) == ([0.1], [0.2, "finished", "lost", "No sound."])


def test_who_was_talked_over_is_silent_and_has_nothing_to_go_on_with(
    loudspeaker: Loudspeaker, two: tuple[Speaker, Speaker]
) -> None:
    reading, answer = two
    reading.output.play(SOUND)
    reading.output.pause()
    assert (reading.output.state, reading.output.position()) == (SoundState.PAUSED, 0.5)
    answer.output.play(SOUND)
    assert (reading.output.state, reading.output.position()) == (SoundState.SILENT, 0.0)
    for act in (reading.output.pause, reading.output.resume, reading.output.stop, reading.output.close):
        act()
        assert answer.output.state is loudspeaker.state is SoundState.PLAYING


def test_both_are_equally_loud(loudspeaker: Loudspeaker, two: tuple[Speaker, Speaker]) -> None:
    two[1].output.set_volume(0.3)
    assert loudspeaker.volume == 0.3


def test_who_closes_their_turn_falls_silent_and_leaves_the_loudspeaker_to_the_other(
    loudspeaker: Loudspeaker, two: tuple[Speaker, Speaker]
) -> None:
    two[0].output.warm()
    two[0].output.play(SOUND)
    two[0].output.close()
    assert (loudspeaker.is_warm, loudspeaker.state) == (True, SoundState.SILENT)
