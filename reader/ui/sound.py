"""Playing speech: one sound at a time, through the device of the moment, with the clock of what is heard."""

import sys
from array import array
from contextlib import suppress
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer

from reader.ground.events import Event
from reader.speech.voice import Sound, SoundState, VoiceError

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

NOT_PLAYED = "No sound could be played. Your place is safe. You can go on reading."

FADE = 1.0
"""Seconds in which a voice that starts softly reaches its loudness (R31)."""

FIRST = 0.2
"""Of the full loudness, how loud a soft start begins: a short answer would else not be understood."""

TAIL = 0.15
"""Seconds of silence after the sound, so that the clock runs on until the last sample is heard."""

BUFFERED = 0.5
"""Seconds of sound that the device holds: a computer that is busy for less is not heard to stutter.

Starting, pausing and the volume wait for none of it: 1, 1 and 35 ms, measured with 0.1 to 1 second.
"""

DELAY = 0.022
"""Seconds from a sample's being processed, as Qt counts it, to its being heard; measured."""

TICK = 20
"""Milliseconds between two looks at the clock."""

RANGE = 24.0
"""Decibels between the softest and the loudest: each step of the volume sounds as large as the next."""


class Speaker:
    """Plays through QAudioSink, which pauses and goes on to the sample; its events are those of SoundOutput.

    It belongs into a process that may end: without a sound system, Qt may end it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        self.finished: Event[[]] = Event()
        self.moved: Event[[float]] = Event()
        self.lost: Event[[]] = Event()
        self.failed: Event[[VoiceError]] = Event()
        self._parent = QObject(parent)
        self._timer = QTimer(self._parent)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._state = SoundState.SILENT
        self._volume = 1.0
        self._start = self._seconds = 0.0
        self._devices: QMediaDevices | None = None
        self._device: QAudioDevice | None = None
        self._sink: QAudioSink | None = None
        self._source: QBuffer | None = None

    @property
    def state(self) -> SoundState:
        """Return what the output is doing."""
        return self._state

    def warm(self) -> None:
        """Look which devices there are: most of what a first sound would have to wait for."""
        with suppress(VoiceError):
            self._default_device()

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        """Play from `start` seconds on; softly fades in."""
        self.stop()
        try:
            self._device = self._default_device()
            self._begin(self._device, sound, softly, start)
        except VoiceError as error:
            self.stop()
            self.failed.emit(error)

    def _default_device(self) -> "QAudioDevice":
        media = _multimedia()
        if self._devices is None:
            self._devices = media.QMediaDevices(self._parent)
            self._devices.audioOutputsChanged.connect(self._look_for_device)
        device: QAudioDevice = media.QMediaDevices.defaultAudioOutput()
        if device.isNull():
            raise VoiceError(NOT_PLAYED)
        return device

    def _begin(self, device: "QAudioDevice", sound: Sound, softly: bool, start: float) -> None:
        media = _multimedia()
        self._start, self._seconds = start, sound.seconds
        self._source = QBuffer(self._parent)
        self._source.setData(QByteArray(_prepared(sound, softly, start)))
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = media.QAudioSink(device, _format(media, sound.rate), self._parent)
        self._sink.setBufferSize(2 * int(BUFFERED * sound.rate))
        self._sink.setVolume(_gain(self._volume))
        self._sink.start(self._source)
        if self._sink.error().value:
            raise VoiceError(NOT_PLAYED)
        self._state = SoundState.PLAYING
        self._timer.start()

    def pause(self) -> None:
        """Fall silent and keep the position."""
        if self._sink and self._state is SoundState.PLAYING:
            self._timer.stop()
            self._sink.suspend()
            self._state = SoundState.PAUSED

    def resume(self) -> None:
        """Go on from there, to the sample."""
        if self._sink and self._state is SoundState.PAUSED:
            self._sink.resume()
            self._state = SoundState.PLAYING
            self._timer.start()

    def stop(self) -> None:
        """Fall silent and forget the sound."""
        self._state = SoundState.SILENT
        self._timer.stop()
        if self._sink and self._source:
            # In this order nothing that the device still holds is heard.
            self._sink.suspend()
            self._sink.reset()
            self._sink.stop()
            self._sink.deleteLater()
            self._source.deleteLater()
        self._sink = self._source = self._device = None

    def position(self) -> float:
        """Return the seconds of the sound that have been heard; 0 when there is none."""
        if self._sink is None:
            return 0.0
        heard = max(0.0, self._sink.processedUSecs() / 1_000_000 - DELAY)
        return min(self._start + heard, self._seconds)

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1, at once."""
        self._volume = volume
        if self._sink:
            self._sink.setVolume(_gain(volume))

    def _tick(self) -> None:
        sink, position = self._sink, self.position()
        self.moved.emit(position)
        if sink is None or sink is not self._sink:
            # Whoever was told has stopped the sound, or plays another one.
            return
        if position >= self._seconds:
            self.stop()
            self.finished.emit()
        elif sink.error().value:
            self._lose()

    def _look_for_device(self) -> None:
        present = [device.id() for device in _multimedia().QMediaDevices.audioOutputs()]
        if self._device and self._device.id() not in present:
            self._lose()

    def _lose(self) -> None:
        """Fall silent for good: the sound system may have moved the sound to another device by itself."""
        self.stop()
        self.lost.emit()


def _multimedia() -> ModuleType:
    """Return Qt's part for sound, which lacks its libraries on some computers; then raises VoiceError."""
    try:
        from PySide6 import QtMultimedia  # noqa: PLC0415
    except ImportError as error:
        raise VoiceError(NOT_PLAYED) from error
    return QtMultimedia


def _format(media: ModuleType, rate: int) -> "QAudioFormat":
    form: QAudioFormat = media.QAudioFormat()
    form.setSampleRate(rate)
    form.setChannelCount(1)
    form.setSampleFormat(media.QAudioFormat.SampleFormat.Int16)
    return form


def _prepared(sound: Sound, softly: bool, start: float) -> bytes:
    """Return the samples from `start` seconds on, faded in if softly, with silence after them."""
    samples = array("h", sound.samples[2 * int(start * sound.rate) :])
    if sys.byteorder == "big":
        samples.byteswap()
    if softly:
        ramp = min(len(samples), int(FADE * sound.rate))
        for at in range(ramp):
            samples[at] = int(samples[at] * (FIRST + (1 - FIRST) * at / ramp))
    samples.extend([0] * int(TAIL * sound.rate))
    return samples.tobytes()


def _gain(volume: float) -> float:
    return 10 ** (RANGE * (volume - 1) / 20) if volume > 0 else 0.0
