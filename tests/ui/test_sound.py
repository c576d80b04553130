"""Playing speech, with a device that the test owns; real sound is heard in tests/sound."""
# ruff: noqa: N802, N815  (the devices bear Qt's names)

import sys
from array import array
from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from reader.speech.voice import Sound, SoundState
from reader.ui import sound as module
from reader.ui.sound import NOT_PLAYED, Speaker

RATE = 1000
TWO_SECONDS = Sound(array("h", [1000] * 2 * RATE).tobytes(), RATE)


class Device:
    def __init__(self, name: str) -> None:
        self.name = name

    def id(self) -> str:
        return self.name

    def isNull(self) -> bool:
        return not self.name


class Sink:
    """A device that takes what it is given and plays as fast as the test says."""

    def __init__(self, device: Device, _form: Any, _parent: Any) -> None:
        self.device = device
        self.done: list[str] = []
        self.seconds = 0.0
        self.volume = 0.0
        self.fault = 0
        self.samples = array("h")

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Write down what is called, in order."""
        return lambda *_: self.done.append(name)

    def start(self, source: Any) -> None:
        self.samples = array("h", source.data().data())
        self.done.append("start")

    def setVolume(self, volume: float) -> None:
        self.volume = volume

    def processedUSecs(self) -> int:
        return int(self.seconds * 1_000_000)

    def error(self) -> SimpleNamespace:
        return SimpleNamespace(value=self.fault)


class Devices(QObject):
    audioOutputsChanged = Signal()


class Room:
    """A room with devices, and what stands in for Qt's part for sound there."""

    def __init__(self) -> None:
        self.present = [Device("headphones"), Device("speakers")]
        self.sinks: list[Sink] = []
        self.devices = Devices()
        self.fault = 0
        qt_devices = lambda _parent: self.devices  # noqa: E731
        qt_devices.defaultAudioOutput = lambda: self.present[0]
        qt_devices.audioOutputs = lambda: self.present
        form = lambda: SimpleNamespace(  # noqa: E731
            setSampleRate=int, setChannelCount=int, setSampleFormat=str
        )
        form.SampleFormat = SimpleNamespace(Int16="int16")
        self.media = SimpleNamespace(QMediaDevices=qt_devices, QAudioFormat=form, QAudioSink=self._sink)

    def _sink(self, *arguments: Any) -> Sink:
        self.sinks.append(Sink(*arguments))
        self.sinks[-1].fault = self.fault
        return self.sinks[-1]

    @property
    def sink(self) -> Sink:
        return self.sinks[-1]

    def unplug(self) -> None:
        del self.present[0]
        self.devices.audioOutputsChanged.emit()


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    room = Room()
    monkeypatch.setattr(module, "_multimedia", lambda: room.media)
    return room


@pytest.fixture
def speaker(qapp: Any, room: Room) -> Speaker:
    return Speaker(qapp)


@pytest.fixture
def told(speaker: Speaker) -> list[str]:
    told: list[str] = []
    speaker.finished.connect(lambda: told.append("finished"))
    speaker.lost.connect(lambda: told.append("lost"))
    speaker.failed.connect(lambda error: told.append(str(error)))
    return told


def wait_for(qtbot: Any, told: list[str], word: str) -> None:
    qtbot.waitUntil(lambda: word in told, timeout=30_000)


def test_a_sound_is_played_from_where_it_should_and_with_silence_after_it(
    speaker: Speaker, room: Room
) -> None:
    speaker.play(TWO_SECONDS, start=0.5)
    assert speaker.state is SoundState.PLAYING
    assert room.sink.samples[: 3 * RATE // 2] == array("h", [1000] * (3 * RATE // 2))
    assert set(room.sink.samples[3 * RATE // 2 :]) == {0}
    assert speaker.position() == 0.5


def test_softly_the_voice_grows_over_a_second(speaker: Speaker, room: Room) -> None:
    speaker.play(TWO_SECONDS, softly=True)
    first = room.sink.samples[:RATE]
    assert list(first) == sorted(first)
    assert (first[0], first[RATE // 2], room.sink.samples[RATE]) == (200, 600, 1000)


def test_the_position_is_what_is_heard_and_ends_with_the_sound(speaker: Speaker, room: Room) -> None:
    speaker.play(TWO_SECONDS, start=0.5)
    room.sink.seconds = 1.022
    assert speaker.position() == pytest.approx(1.5)
    room.sink.seconds = 9
    assert speaker.position() == 2.0
    speaker.stop()
    assert speaker.position() == 0.0


def test_it_is_finished_when_the_last_sample_was_heard(
    speaker: Speaker, room: Room, told: list[str], qtbot: Any
) -> None:
    positions: list[float] = []
    speaker.moved.connect(positions.append)
    speaker.play(TWO_SECONDS)
    room.sink.seconds = 2.01
    qtbot.waitUntil(lambda: bool(positions), timeout=30_000)
    assert told == []
    room.sink.seconds = 2.03
    wait_for(qtbot, told, "finished")
    assert (told, speaker.state, positions[-1]) == (["finished"], SoundState.SILENT, 2.0)


def test_pause_and_resume_leave_the_rest_to_the_device(speaker: Speaker, room: Room) -> None:
    speaker.play(TWO_SECONDS)
    speaker.pause()
    assert (speaker.state, room.sink.done[-1]) == (SoundState.PAUSED, "suspend")
    speaker.resume()
    assert (speaker.state, room.sink.done[-1]) == (SoundState.PLAYING, "resume")


def test_stop_takes_the_device_down_in_the_right_order(speaker: Speaker, room: Room) -> None:
    speaker.play(TWO_SECONDS)
    speaker.stop()
    assert room.sink.done[-4:] == ["suspend", "reset", "stop", "deleteLater"]
    speaker.stop()
    speaker.pause()
    speaker.resume()
    assert (speaker.state, len(room.sinks)) == (SoundState.SILENT, 1)


def test_a_new_sound_ends_the_one_before(speaker: Speaker, room: Room) -> None:
    speaker.play(TWO_SECONDS)
    speaker.play(TWO_SECONDS)
    assert "stop" in room.sinks[0].done
    assert "stop" not in room.sinks[1].done


def test_each_step_of_the_volume_sounds_as_large_as_the_next(speaker: Speaker, room: Room) -> None:
    speaker.set_volume(0.5)
    speaker.play(TWO_SECONDS)
    steps = [room.sink.volume]
    for volume in (0.6, 0.7, 0.8, 0.9, 1.0):
        speaker.set_volume(volume)
        steps.append(room.sink.volume)
    assert steps[-1] == 1.0
    ratios = [louder / softer for softer, louder in pairwise(steps)]
    assert ratios == pytest.approx([ratios[0]] * 5)
    assert ratios[0] > 1.2
    speaker.set_volume(0)
    assert room.sink.volume == 0


@pytest.mark.parametrize("paused", [False, True])
def test_headphones_pulled_out_are_silence_not_the_speakers(
    speaker: Speaker, room: Room, told: list[str], paused: bool
) -> None:
    speaker.play(TWO_SECONDS)
    if paused:
        speaker.pause()
    room.unplug()
    assert (told, speaker.state, len(room.sinks)) == (["lost"], SoundState.SILENT, 1)
    assert "stop" in room.sink.done
    speaker.play(TWO_SECONDS)
    assert room.sink.device.name == "speakers"


def test_another_device_that_goes_is_not_noticed(speaker: Speaker, room: Room, told: list[str]) -> None:
    speaker.play(TWO_SECONDS)
    del room.present[1]
    room.devices.audioOutputsChanged.emit()
    assert (told, speaker.state) == ([], SoundState.PLAYING)


def test_a_device_that_fails_while_playing_is_lost(
    speaker: Speaker, room: Room, told: list[str], qtbot: Any
) -> None:
    speaker.play(TWO_SECONDS)
    room.sink.fault = 2
    wait_for(qtbot, told, "lost")
    assert speaker.state is SoundState.SILENT


def test_without_a_device_one_calm_sentence_says_so_and_the_next_try_works(
    speaker: Speaker, room: Room, told: list[str]
) -> None:
    room.present.insert(0, Device(""))
    speaker.warm()
    speaker.play(TWO_SECONDS)
    del room.present[0]
    room.fault = 1
    speaker.play(TWO_SECONDS)
    assert (told, speaker.state) == ([NOT_PLAYED, NOT_PLAYED], SoundState.SILENT)
    room.fault = 0
    speaker.play(TWO_SECONDS)
    assert speaker.state is SoundState.PLAYING


def test_without_the_libraries_for_sound_one_calm_sentence_says_so(
    speaker: Speaker, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    speaker.warm()
    speaker.play(TWO_SECONDS)
    assert told == [NOT_PLAYED]


def test_who_is_told_of_a_position_may_stop_the_sound(
    speaker: Speaker, room: Room, told: list[str], qtbot: Any
) -> None:
    speaker.moved.connect(lambda _: speaker.stop())
    speaker.play(TWO_SECONDS)
    room.sink.seconds = 9
    qtbot.waitUntil(lambda: speaker.state is SoundState.SILENT, timeout=30_000)
    assert told == []
