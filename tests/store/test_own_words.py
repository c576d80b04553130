"""A person's own words on the disk."""

from pathlib import Path

import pytest

from reader.store.folders import StoreError
from reader.store.own_words import OwnWordsFile


def test_words_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """In a folder that is made when it is needed, with letters of any kind."""
    file = OwnWordsFile(tmp_path / "new" / "own-words.json")
    assert file.load() == ({}, "")
    file.save({"Siân": "sharn", "POTS": "pots"})
    assert file.load() == ({"Siân": "sharn", "POTS": "pots"}, "")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": "' + "b" * 1_000_000 + '"}', "[" * 100_000])
def test_a_broken_file_is_set_aside_and_kept(tmp_path: Path, content: str) -> None:
    """The words are then said as usual, and the person is told."""
    path = tmp_path / "own-words.json"
    path.write_text(content)
    words, about = OwnWordsFile(path).load()
    assert words == {}
    assert about == "Your own words could not be read. They are said as usual. The old file is kept."
    assert (tmp_path / "own-words.json.broken-1").read_text() == content
    assert not path.exists()


def test_an_entry_that_is_no_text_is_left_out(tmp_path: Path) -> None:
    """A slip in one line does not cost the others."""
    path = tmp_path / "own-words.json"
    path.write_text('{"POTS": "pots", "ME": 3, "": "x", "CFS": ""}')
    assert OwnWordsFile(path).load() == ({"POTS": "pots"}, "")


def test_what_the_disk_refuses_is_said_kindly(tmp_path: Path) -> None:
    """The folder's place is taken by a file."""
    (tmp_path / "folder").write_text("")
    with pytest.raises(StoreError, match="could not be kept"):
        OwnWordsFile(tmp_path / "folder" / "own-words.json").save({"a": "b"})
