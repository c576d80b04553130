"""Where a person's own files lie."""

import stat
from pathlib import Path

import pytest

from reader.store.folders import Folders, StoreError, create


def test_the_person_has_a_data_folder_and_a_settings_folder(home: Path) -> None:
    folders = Folders.of_person()
    assert home in folders.data.parents
    assert home in folders.config.parents
    assert "gentle-reader" in folders.data.parts
    assert "gentle-reader" in folders.config.parts
    assert folders.database.parent == folders.data
    assert folders.settings.parent == folders.config


def test_looking_them_up_creates_nothing(home: Path) -> None:
    Folders.of_person()
    assert list(home.rglob("*")) == []


def test_a_folder_is_created_for_the_person_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down"
    create(folder)
    create(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_where_no_folder_can_be_the_reader_says_so_kindly(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file")
    with pytest.raises(StoreError, match="You can still read"):
        create(tmp_path / "in the way" / "data")
