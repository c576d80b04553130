"""What a folder shows, in an order that a person can follow, and where one most likely looks first."""

import os
import sys
from pathlib import Path

import pytest

from reader.ground import usual_folders
from reader.ground.listing import Item, item, listed


def names(items: tuple[Item, ...]) -> list[str]:
    return [each.name for each in items]


def test_folders_come_first_and_numbers_are_counted(tmp_path: Path) -> None:
    for name in ("letters", "Books", "10 days"):
        (tmp_path / name).mkdir()
    for name in ("Part 10.txt", "part 2.txt", "Part 1.txt", "answer.md", "7.txt"):
        (tmp_path / name).touch()
    assert names(listed(tmp_path)) == [
        *("10 days", "Books", "letters"),
        *("7.txt", "answer.md", "Part 1.txt", "part 2.txt", "Part 10.txt"),
    ]
    assert [each.is_folder for each in listed(tmp_path)] == [True] * 3 + [False] * 5


def test_hidden_things_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".config").mkdir()
    (tmp_path / ".notes.txt").touch()
    (tmp_path / "notes.txt").touch()
    assert names(listed(tmp_path)) == ["notes.txt"]


def test_a_link_is_what_it_leads_to_and_one_in_a_circle_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    assert {each.name: each.is_folder for each in listed(tmp_path)} == {
        "link": True,
        "real": True,
        "lost": False,
        "round": False,
    }


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="there every name is in letters of today")
def test_a_name_from_an_older_computer_can_be_shown_and_found(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9\nletter.txt")).touch()
    (found,) = listed(tmp_path)
    assert found.name == "caf\ufffd letter.txt"
    assert found.path.is_file()


def test_the_root_of_a_disk_is_called_by_its_path() -> None:
    assert item(Path(Path.cwd().anchor), is_folder=True).name == Path.cwd().anchor


@pytest.mark.parametrize("wrong", ["nowhere", "file.txt"])
def test_what_cannot_be_listed_is_an_error(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "file.txt").touch()
    with pytest.raises(OSError, match=wrong):
        listed(tmp_path / wrong)


def test_the_usual_folders_are_those_that_are_there(home: Path) -> None:
    assert names(usual_folders.for_texts())[:1] == ["Home"]
    for name in ("Documents", "Downloads", "Music", "Desktop"):
        (home / name).mkdir()
    assert names(usual_folders.for_texts())[:4] == ["Home", "Documents", "Downloads", "Desktop"]
    assert names(usual_folders.for_sound())[:4] == ["Music", "Home", "Documents", "Desktop"]


def test_disks_that_were_put_in_are_seen(tmp_path: Path) -> None:
    (tmp_path / "STICK").mkdir()
    (tmp_path / "CARD").mkdir()
    assert [path.name for path in usual_folders.disks_in(tmp_path)] == ["CARD", "STICK"]
    assert usual_folders.disks_in(tmp_path / "nobody") == ()
