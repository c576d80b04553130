"""One loudspeaker for several who speak: whoever plays takes it over, and hears only of their own sound."""

from reader.ground.events import Event
from reader.speech.voice import Sound, SoundOutput, SoundState, VoiceError


class Turns:
    """Shares a sound output, so that nobody takes another one's sound for their own."""

    def __init__(self, output: SoundOutput) -> None:
        self._output = output
        self._holder = _Turn(self, output)  # nobody's, until somebody plays
        output.finished.connect(self._tell_end)
        output.moved.connect(self._tell_position)
        output.lost.connect(self._tell_loss)
        output.failed.connect(self._tell_failure)

    def turn(self) -> SoundOutput:
        """Return an output for one more who speaks; it is silent while another one's sound is there."""
        return _Turn(self, self._output)

    def take(self, turn: "_Turn") -> None:
        """Let another one have the loudspeaker."""
        self._holder = turn

    def is_held_by(self, turn: "_Turn") -> bool:
        """Return whether the last sound was this one's."""
        return self._holder is turn

    def _tell_end(self) -> None:
        self._holder.finished.emit()

    def _tell_position(self, position: float) -> None:
        self._holder.moved.emit(position)

    def _tell_loss(self) -> None:
        self._holder.lost.emit()

    def _tell_failure(self, error: VoiceError) -> None:
        self._holder.failed.emit(error)


class _Turn:
    """Fulfils SoundOutput for one of those who speak."""

    def __init__(self, turns: Turns, output: SoundOutput) -> None:
        self.finished: Event[[]] = Event()
        self.moved: Event[[float]] = Event()
        self.lost: Event[[]] = Event()
        self.failed: Event[[VoiceError]] = Event()
        self._turns = turns
        self._output = output

    @property
    def state(self) -> SoundState:
        """Return what the output does with this one's sound."""
        return self._output.state if self._turns.is_held_by(self) else SoundState.SILENT

    def warm(self) -> None:
        """Make the loudspeaker ready for all."""
        self._output.warm()

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        """Play, and end whatever else was played."""
        self._turns.take(self)
        self._output.play(sound, softly=softly, start=start)

    def pause(self) -> None:
        """Fall silent and keep the position."""
        if self._turns.is_held_by(self):
            self._output.pause()

    def resume(self) -> None:
        """Go on from there; after another one's sound there is nothing to go on with."""
        if self._turns.is_held_by(self):
            self._output.resume()

    def stop(self) -> None:
        """Fall silent and forget the sound."""
        if self._turns.is_held_by(self):
            self._output.stop()

    def position(self) -> float:
        """Return the seconds of this one's sound that have been heard."""
        return self._output.position() if self._turns.is_held_by(self) else 0.0

    def set_volume(self, volume: float) -> None:
        """Set the loudness, the same for all."""
        self._output.set_volume(volume)

    def close(self) -> None:
        """Fall silent; the loudspeaker stays there for the others."""
        self.stop()
