"""A person adds many files at once, and goes on reading meanwhile."""

from pathlib import Path
from typing import Any

import pytest

from reader.formats.refusals import Refusal
from reader.ground.beside import AtOnce
from reader.session import taking_in
from reader.session.notices import Notices
from reader.session.taking_in import TakingIn


class Story:
    """A library that takes every file but those called "broken"."""

    def __init__(self, clock: Any) -> None:
        self.clock = clock
        self.notices = Notices()
        self.came: list[str] = []
        self.said: list[str] = []
        self.is_full = False
        self.on_file: Any = lambda: None
        self.notices.changed.connect(lambda: self.said.append(self.notices.message))
        self.taking_in = TakingIn(self, lambda file: file.suffix == ".txt", AtOnce(), self.notices, clock)

    def take_in(self, path: Path) -> object | None:
        self.on_file()
        if "broken" in path.name:
            raise Refusal(path.name, "is damaged")
        if self.is_full:
            return None
        self.came.append(path.name)
        return path


@pytest.fixture
def story(clock: Any) -> Story:
    return Story(clock)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Return a folder with texts, one of them hidden, and a folder within."""
    (tmp_path / "clinic").mkdir()
    for name in ("a.txt", "b.txt", "picture.png", ".hidden.txt", "clinic/c.txt"):
        (tmp_path / name).touch()
    return tmp_path


def test_all_in_a_folder_comes_but_what_is_hidden(story: Story, papers: Path) -> None:
    story.taking_in.take([papers])
    assert story.came == ["a.txt", "b.txt", "c.txt"]
    assert story.notices.message == "3 texts are in the library now."


def test_files_and_folders_come_together(story: Story, papers: Path) -> None:
    story.taking_in.take([papers / "a.txt", papers / "clinic"])
    assert story.came == ["a.txt", "c.txt"]


def test_what_stays_closed_is_named_with_its_reason(story: Story, papers: Path) -> None:
    for number in range(3):
        (papers / f"broken{number}.txt").touch()
    story.taking_in.take([papers])
    assert story.notices.message == (
        "3 texts are in the library now. 3 files could not be opened: "
        "“broken0.txt” is damaged, “broken1.txt” is damaged."
    )


def test_an_empty_folder_is_said_to_hold_nothing(story: Story, tmp_path: Path) -> None:
    story.taking_in.take([tmp_path])
    assert story.notices.message == taking_in.NOTHING


def test_a_person_stops(story: Story, papers: Path) -> None:
    def stop() -> None:
        offer = story.notices.offer
        assert offer
        offer.act()

    story.on_file = stop
    story.taking_in.take([papers])
    assert story.notices.message == "One text is in the library now."


def test_how_far_it_is_is_told_now_and_then(story: Story, papers: Path) -> None:
    story.on_file = lambda: story.clock.advance(taking_in.NEWS)
    story.taking_in.take([papers])
    assert "Adding files: 2 of 3 so far." in story.said


def test_nothing_is_told_once_the_person_has_gone_on(story: Story, papers: Path) -> None:
    def go_on() -> None:
        story.clock.advance(taking_in.NEWS)
        story.notices.clear()

    story.on_file = go_on
    story.taking_in.take([papers])
    assert not [said for said in story.said if "so far" in said]


def test_a_library_that_takes_nothing_ends_it(story: Story, papers: Path) -> None:
    story.is_full = True
    story.on_file = lambda: story.notices.say("The disk is full.")
    story.taking_in.take([papers])
    assert story.notices.message == "The disk is full."


def test_a_whole_disk_is_not_taken(story: Story, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "MOST", 2)
    story.taking_in.take([papers])
    assert story.came == ["a.txt", "b.txt"]
    assert story.notices.message.startswith("2 texts are in the library now. More than")


def test_a_second_folder_waits_for_the_first(story: Story, papers: Path) -> None:
    story.on_file = lambda: story.taking_in.take([papers])
    story.taking_in.take([papers / "a.txt"])
    assert taking_in.BUSY in story.said
    assert story.came == ["a.txt"]
