"""Writes MP3 files through libsndfile, behind a tag of our own with the title and the chapters.

The tag stands in front of the sound, before it is known when the chapters begin. Its size depends on their
titles alone, so it is written at once and again at the end.
"""

from collections.abc import Sequence
from typing import Any, BinaryIO

from reader.speech import id3

BYTES_A_SECOND = 8_000
"""64 kbit a second: speech loses nothing that can be heard, and players find every place in the file."""

_LEVEL = 0.6
"""Where libsndfile's scale from 1 (smallest) to 0 has that, at the 16 to 24 kHz of voices."""


class Mp3File:
    """An MP3 file that grows.

    Raises ImportError where libsndfile is not there, and ValueError for a rate that MP3 does not know.
    """

    def __init__(self, file: BinaryIO, rate: int, title: str, chapters: Sequence[str]) -> None:
        """Begin at the start of an empty file; the rate is in samples a second."""
        soundfile = _soundfile()
        self._file = file
        self._rate = rate
        self._title = title
        self._chapters = tuple(chapters)
        self._write_tag([0] * len(chapters), 0)
        self._behind = _Behind(file)
        try:
            self._encoder = soundfile.SoundFile(
                self._behind,
                "w",
                rate,
                1,
                "MPEG_LAYER_III",
                format="MP3",
                bitrate_mode="CONSTANT",
                compression_level=_LEVEL,
            )
        except soundfile.LibsndfileError as unfit:
            raise ValueError(str(unfit)) from unfit

    def write(self, samples: bytes) -> None:
        """Add samples."""
        self._encoder.buffer_write(samples, "int16")
        self._behind.check()

    def finish(self, starts: Sequence[int], end: int) -> None:
        """Flush what the encoder still holds, and write the tag again with the times."""
        self._encoder.close()
        self._behind.check()
        self._file.seek(0)
        self._write_tag(starts, end)

    def abandon(self) -> None:
        """Let go of the encoder."""
        self._behind.lost = True
        self._encoder.close()

    def _write_tag(self, starts: Sequence[int], end: int) -> None:
        times = [1000 * sample // self._rate for sample in (*starts, end)]
        self._file.write(id3.tag(self._title, self._chapters, times))


class _Behind:
    """The rest of a file as a file of its own, as libsndfile asks for one.

    It asks from C, where an exception would be printed and lost: it is kept and raised by `check`.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._begin = file.tell()
        self._error: OSError | None = None
        self.lost = False
        """Whether nothing that is still written counts."""

    def check(self) -> None:
        """Raise the OSError of a write that failed."""
        if self._error is not None:
            raise self._error

    def write(self, content: bytes) -> int:
        """Write, and report success in any case: a libsndfile that tries again would help nobody."""
        if not self.lost:
            try:
                self._file.write(content)
            except OSError as error:
                self._error, self.lost = error, True
        return len(content)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        try:
            return self._file.seek(offset + self._begin if whence == 0 else offset, whence) - self._begin
        except OSError as error:  # what was written so far did not fit on the disk
            self._error, self.lost = error, True
            return offset

    def tell(self) -> int:
        """Return the place."""
        return self._file.tell() - self._begin


def _soundfile() -> Any:
    """Return the library; raises ImportError where it, or the C library that it brings, is missing."""
    try:
        import soundfile  # noqa: PLC0415  (it loads a C library, which only this kind of file needs)
    except OSError as missing:
        raise ImportError(str(missing)) from missing
    return soundfile
