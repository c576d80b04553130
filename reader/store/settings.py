"""The settings file: JSON that a person may open and mend by hand."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from reader.ground import files
from reader.model.settings import Settings, repaired
from reader.store.folders import StoreError

LARGEST = 1_000_000
"""Bytes; ours. An honest file has under a thousand."""

_BROKEN = "Your settings could not be read, so the usual ones are in use."
_MENDED = "A setting did not fit, so the nearest usual one is in use."
_NOT_KEPT = "Your settings could not be kept. They stay until you close the window."


class SettingsFile:
    """The settings on the disk, with whatever else a newer version of the reader has put there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._raw: dict[str, object] = {}
        self._kept = Settings()
        self.is_new = False
        """Whether there was no file yet when it was loaded."""

    def load(self) -> tuple[Settings, str]:
        """Return the settings, and "" or a kind sentence to say. Never fails.

        A file that cannot be read is set aside, and the usual settings are in use; a single value that
        does not fit is mended.
        """
        try:
            self._raw = _read(self._path)
        except FileNotFoundError:
            self.is_new = True
            return Settings(), ""
        except (OSError, ValueError, RecursionError):
            return Settings(), _set_aside(self._path)
        self._kept, mended = repaired(self._raw)
        return self._kept, _MENDED if mended else ""

    @property
    def keys(self) -> object:
        """Return what the file says about keys, as it stands there; None if nothing."""
        return self._raw.get("keys")

    def save(self, settings: Settings) -> None:
        """Write what has changed, and leave what another window or the person has put there since.

        Raises StoreError when the disk does not let us.
        """
        raw = self._raw_now()
        before = asdict(self._kept)
        changed = {name: value for name, value in asdict(settings).items() if value != before[name]}
        raw |= asdict(replace(repaired(raw)[0], **changed))
        try:
            files.write_whole(self._path, json.dumps(raw, indent=2).encode())
        except OSError as error:
            raise StoreError(_NOT_KEPT) from error
        self._raw, self._kept = raw, settings

    def _raw_now(self) -> dict[str, object]:
        try:
            return _read(self._path)
        except (OSError, ValueError, RecursionError):
            # Gone or broken since: what was there before is worth more.
            return dict(self._raw)


def _read(path: Path) -> dict[str, object]:
    """Return what the file says; raises OSError, ValueError or RecursionError for what is no such file."""
    with path.open("rb") as file:
        # What is cut off here is no JSON any more: a huge file counts as a broken one.
        content = file.read(LARGEST)
    # Some editors put a byte order mark in front.
    raw = json.loads(content.decode("utf-8-sig"))
    if not isinstance(raw, dict):
        raise ValueError("Not a JSON object.")
    return raw


def _set_aside(path: Path) -> str:
    try:
        files.set_aside(path)
    except OSError:
        return _BROKEN
    return f"{_BROKEN} The old file is kept."
