"""Where a person is in a text, kept so that the library can say it without opening the file."""

from dataclasses import dataclass
from pathlib import Path

from reader.model.place import Place


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A place that a jump has left: in the whole text, or among its key points."""

    place: Place
    among_key_points: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """The last place in a document; a document without a record is not started.

    `part` is the number a person sees ("Part 4"), 0 for what stands before the first counted part.
    `sentence` is the last one read, `read` when that was in seconds since 1970, `finished` says that the
    last piece has been reached. `path` is the file it was opened from, None for a bundled text.

    `place` is always one of the whole text. `key_point` is the place among the key points, None while the
    whole text is read; part, sentence and `finished` are of the one that is read. `left_behind` holds the
    places to which Return leads, the newest last.
    """

    document: str
    title: str
    place: Place
    part: int
    part_title: str
    sentence: str
    read: float
    finished: bool = False
    path: Path | None = None
    key_point: Place | None = None
    left_behind: tuple[LeftBehind, ...] = ()

    @property
    def part_line(self) -> str:
        """Return the part in words, such as "Part 4: What cytokines do"; a part may have no title."""
        number = f"Part {self.part}" if self.part else ""
        return ": ".join(words for words in (number, self.part_title) if words)
