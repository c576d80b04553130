"""What every voice and every sound output offers, so that nobody needs to know which one it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from reader.ground.events import Event


@dataclass(frozen=True, slots=True)
class VoiceName:
    """A voice to choose: `id` for the engine, `label` in plain words, `language` such as "en-GB"."""

    id: str
    label: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class WordTime:
    """A spoken word: where it stands in the spoken text (code points) and when it begins (seconds)."""

    start: int
    length: int
    time: float


@dataclass(frozen=True, slots=True)
class Sound:
    """Speech as samples: mono, 16 bit, little-endian, `rate` samples a second, with its word times.

    `measured` says that the engine gave the times, and that they are as true as R32 asks at this speed; else
    they are estimates, good enough to find a sentence by and not a word.
    """

    samples: bytes
    rate: int
    words: tuple[WordTime, ...] = ()
    measured: bool = False

    @property
    def seconds(self) -> float:
        """Return how long the sound lasts."""
        return len(self.samples) / 2 / self.rate


class VoiceError(Exception):
    """A voice that cannot speak; the message is one calm sentence for the reader."""


class VoiceMissingError(VoiceError):
    """A voice that is not there, or damaged: another one may speak instead."""


Ready = Callable[[Sound], object]
Failed = Callable[[VoiceError], object]


class Voice(Protocol):
    """Turns text into sound, beside the window, and never plays it."""

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        """Make the sound of a text; one of the two functions is called later, on the session's thread.

        Speed 1.0 is a calm reading pace. Requests are answered in order.
        """

    def warm(self) -> None:
        """Start early and quietly what the first sentence would have to wait for; fails without a word."""

    def forget(self) -> None:
        """Drop every request that is not answered yet; their functions are never called."""

    def names(self, ready: Callable[[Sequence[VoiceName]], object], failed: Failed) -> None:
        """Look up the voices to choose from, on the same terms."""

    def choose(self, voice: str) -> None:
        """Speak with the voice of this id from the next request on; "" is the engine's own choice."""

    def close(self) -> None:
        """End the process behind the voice."""


class SoundState(Enum):
    """What the sound output is doing."""

    SILENT = "silent"
    PLAYING = "playing"
    PAUSED = "paused"


class SoundOutput(Protocol):
    """Plays one sound at a time and owns the clock of what is heard."""

    finished: Event[[]]
    """The sound was heard to its end."""
    moved: Event[[float]]
    """The position in seconds of what is heard now; about 50 times a second while playing."""
    lost: Event[[]]
    """What was playing can be heard no more; the output is silent, and stays so until asked to play."""
    failed: Event[[VoiceError]]
    """The sound could not be played at all, as without a device; never told within `play`, only later."""

    def warm(self) -> None:
        """Start early and quietly what the first sound would have to wait for; fails without a word."""

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        """Play from `start` seconds on; softly fades in over a second. Waits for nothing."""

    def pause(self) -> None:
        """Fall silent and keep the position."""

    def resume(self) -> None:
        """Go on from there, to the sample."""

    def stop(self) -> None:
        """Fall silent and forget the sound."""

    def position(self) -> float:
        """Return the seconds of the sound that have been heard."""

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1, at once."""

    def close(self) -> None:
        """Fall silent, and end the process behind the output."""

    @property
    def state(self) -> SoundState:
        """Return what the output is doing."""
