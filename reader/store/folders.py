"""Where a person's own files lie, and what to say when they cannot be used."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from platformdirs import PlatformDirs

REFUSED = "Nothing new can be kept on this computer just now. You can still read."


class StoreError(Exception):
    """Something could not be kept or looked up; the message is a kind sentence or two for the reader."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The data folder and the settings folder; tests hand in their own."""

    data: Path
    config: Path

    @classmethod
    def of_person(cls) -> Self:
        """Return the folders this computer keeps for the person; nothing is created yet."""
        places = PlatformDirs("gentle-reader", appauthor=False)
        return cls(data=places.user_data_path, config=places.user_config_path)

    @property
    def database(self) -> Path:
        """Return the file that holds places and bookmarks."""
        return self.data / "reader.sqlite3"

    @property
    def texts(self) -> Path:
        """Return the folder that holds copies of a person's own texts."""
        return self.data / "texts"

    @property
    def search(self) -> Path:
        """Return the file in which the words of all texts are looked up; it can always be made anew."""
        return self.data / "search.sqlite3"

    @property
    def voices(self) -> Path:
        """Return the folder in which further natural voices are looked for."""
        return self.data / "voices"

    @property
    def settings(self) -> Path:
        """Return the settings file."""
        return self.config / "settings.json"

    @property
    def own_words(self) -> Path:
        """Return the file that holds how a person wants words to be said."""
        return self.data / "own-words.json"


def create(folder: Path) -> None:
    """Create a folder, for the person alone to see; raises StoreError when the disk does not let us."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(REFUSED) from error
