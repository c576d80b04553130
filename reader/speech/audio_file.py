"""A file of sound with a title and chapters, written as the sound comes in: hours of it need no memory."""

import errno
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from reader.speech.mp3_file import BYTES_A_SECOND as MP3_BYTES
from reader.speech.mp3_file import Mp3File
from reader.speech.voice import Sound
from reader.speech.wave_file import WaveFile

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class AudioFileError(Exception):
    """A sound file that cannot be made; the message is one calm sentence or two."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sound file: its ending, its name, and about how many bytes a second of speech takes."""

    ending: str
    name: str
    bytes_a_second: int


WAVE = Kind(".wav", "WAV sound", 48_000)
MP3 = Kind(".mp3", "MP3 sound", MP3_BYTES)


def kinds() -> tuple[Kind, ...]:
    """Return the kinds that can be written on this computer, the handiest first."""
    return (MP3, WAVE) if importlib.util.find_spec("soundfile") else (WAVE,)


def kind_of(ending: str) -> Kind | None:
    """Return the kind of file with this ending, such as ".WAV", or None where it cannot be written."""
    return next((kind for kind in kinds() if kind.ending == ending.lower()), None)


class _Writer(Protocol):
    def write(self, samples: bytes) -> None:
        """Add samples: mono, 16 bit, little-endian."""

    def finish(self, starts: Sequence[int], end: int) -> None:
        """Complete the file; `starts` are the samples at which the chapters begin, `end` is their number."""

    def abandon(self) -> None:
        """Let go of everything; the file is of no use."""


class AudioFile:
    """Takes sounds one after the other and writes them to a file of this kind.

    The first sound decides the rate. Within a `with`, leaving it well completes the file. Raises OSError
    when the disk refuses, and AudioFileError for what such a file cannot hold.
    """

    def __init__(self, file: BinaryIO, kind: Kind, title: str, chapters: Sequence[str]) -> None:
        self._file = file
        self._kind = kind
        self._title = title
        self._chapters = tuple(chapters)
        self._starts: list[int] = []
        self._writer: _Writer | None = None
        self._rate = 0
        self._length = 0
        self._pause = 0.0

    @property
    def seconds(self) -> float:
        """Return how long the file is up to now, with the pause that waits for the next sound."""
        return self._length / self._rate + self._pause if self._rate else 0.0

    def begin_chapter(self, index: int) -> None:
        """Let the chapter of this index, from 0, begin with the next sound.

        It may have begun already. One before it that had no sound begins here too, and has no length.
        """
        self._flush_pause()
        self._starts += [self._length] * (index + 1 - len(self._starts))

    def pause(self, seconds: float) -> None:
        """Be silent before the next sound; before the first one there is no silence."""
        if self._rate:
            self._pause += seconds

    def add(self, sound: Sound) -> float:
        """Add a sound and return the second at which it begins."""
        if self._writer is None:
            self._rate = sound.rate
            self._writer = self._begin(sound.rate)
        if sound.rate != self._rate:
            raise AudioFileError("The voice changed on the way, and one file can hold only one of them.")
        self._flush_pause()
        begin = self._length / self._rate
        self._write(sound.samples)
        return begin

    def __enter__(self) -> Self:
        """Begin; nothing is written yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Complete the file, or let go of it after a fault."""
        if self._writer is not None and error is not None:
            self._writer.abandon()
        elif self._writer is not None:
            self.begin_chapter(len(self._chapters) - 1)
            self._writer.finish(self._starts, self._length)
        elif error is None:
            raise AudioFileError("There is nothing here that can be said.")

    def _begin(self, rate: int) -> _Writer:
        if self._kind == WAVE:
            return WaveFile(self._file, rate, self._title, self._chapters)
        try:
            return Mp3File(self._file, rate, self._title, self._chapters)
        except ImportError as missing:
            raise AudioFileError("MP3 files cannot be made here. A WAV file can.") from missing
        except ValueError as unfit:
            raise AudioFileError("This voice fits into no MP3 file. A WAV file can hold it.") from unfit

    def _flush_pause(self) -> None:
        if self._pause:
            samples = bytes(2 * round(self._pause * self._rate))
            self._pause = 0.0
            self._write(samples)

    def _write(self, samples: bytes) -> None:
        assert self._writer is not None
        try:
            self._writer.write(samples)
        except OverflowError as full:
            raise AudioFileError("This is too long for one WAV file. An MP3 file can hold it.") from full
        self._length += len(samples) // 2


def is_full(error: OSError) -> bool:
    """Return whether the disk has refused because there is no room left."""
    return error.errno in _FULL
