"""Where a sound file goes: into which folder, under which name, as which kind."""

import itertools
import os
from pathlib import Path

from reader.session.browsing import Browsing
from reader.session.notices import Notices
from reader.session.portions import Portion
from reader.session.saving import Saving, file_name
from reader.speech.audio_file import Kind, kind_of

THERE = "There is a file of that name already. Another name is ready for you."


class Destination:
    """What a person still chooses once they know what to take along; a file is never replaced."""

    def __init__(self, saving: Saving, browsing: Browsing, notices: Notices) -> None:
        self.browsing = browsing
        self.portion: Portion | None = None
        self.name = ""
        """The name of the file; without an ending it gets that of its kind."""
        self.kind = saving.kinds[0]
        self._saving = saving
        self._notices = notices

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds of file that can be made, the usual one first."""
        return self._saving.kinds

    def choose(self, portion: Portion) -> None:
        """Take this along."""
        self.portion, self.name = portion, file_name(portion.title)

    def begin(self) -> None:
        """Show the folder of the last time, or the most usual one."""
        self.browsing.begin()
        if self.browsing.folder is None and self.browsing.shown:
            self.browsing.open(self.browsing.shown[0].path)

    def save(self) -> bool:
        """Begin to make the file in the open folder; return whether that could be done.

        An ending in the name tells the kind, if it is known. Where there is such a file already, another
        name is offered.
        """
        if self.portion is None or self.browsing.folder is None:
            return False
        folder, self.name = self.browsing.folder.path, file_name(self.name)
        path = self._path(folder, self.name)
        self.kind = kind_of(path.suffix) or self.kind
        if os.path.lexists(path):
            self.name = self._free(folder, path.stem)
            self._notices.say(THERE)
            return False
        self._saving.save(self.portion, path)
        return True

    def _path(self, folder: Path, name: str) -> Path:
        path = folder / name
        return path if kind_of(path.suffix) else folder / (name + self.kind.ending)

    def _free(self, folder: Path, name: str) -> str:
        names = (f"{name} {number}" for number in itertools.count(2))
        return next(free for free in names if not os.path.lexists(self._path(folder, free)))
