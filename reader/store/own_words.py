"""A person's own words, and what is said for each: JSON that they may open and mend by hand."""

import json
from collections.abc import Mapping
from pathlib import Path

from reader.ground import files
from reader.store.folders import StoreError

LARGEST = 1_000_000
"""Bytes; ours. Ten thousand words are a third of it."""

_BROKEN = "Your own words could not be read. They are said as usual."
_NOT_KEPT = "Your own words could not be kept. They stay until you close the window."


class OwnWordsFile:
    """The own words on the disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[dict[str, str], str]:
        """Return the words with what is said for each, and "" or a kind sentence to say. Never fails.

        A file that cannot be read is set aside; an entry that is no text is left out.
        """
        try:
            with self._path.open("rb") as file:
                # What is cut off here is no JSON any more: a huge file counts as a broken one.
                raw = json.loads(file.read(LARGEST).decode("utf-8-sig"))
            if not isinstance(raw, dict):
                raise ValueError("Not a JSON object.")
        except FileNotFoundError:
            return {}, ""
        except (OSError, ValueError, RecursionError):
            return {}, _set_aside(self._path)
        return {word: like for word, like in raw.items() if word and isinstance(like, str) and like}, ""

    def save(self, words: Mapping[str, str]) -> None:
        """Write all words, whole or not at all; raises StoreError when the disk does not let us."""
        content = json.dumps(dict(words), indent=2, ensure_ascii=False)
        try:
            files.write_whole(self._path, content.encode("utf-8", "replace"))
        except OSError as error:
            raise StoreError(_NOT_KEPT) from error


def _set_aside(path: Path) -> str:
    try:
        files.set_aside(path)
    except OSError:
        return _BROKEN
    return f"{_BROKEN} The old file is kept."
