"""A person adds many files at once, and goes on reading meanwhile."""

from pathlib import Path
from typing import Any

import pytest

from reader.formats.refusals import Refusal
from reader.ground.beside import AtOnce
from reader.model.kept_text import KeptText
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
        self.shown: list[str] = []
        self.declined: Any = None
        wanted = lambda file: file.suffix == ".txt"  # noqa: E731
        self.taking_in = TakingIn(self, wanted, self.show, AtOnce(), self.notices, clock)

    def show(self, path: Path, declined: Any) -> None:
        """Be the page, on which every file takes its time."""
        self.shown.append(path.name)
        self.declined = declined

    def take_in(self, path: Path) -> KeptText | None:
        self.on_file()
        if "broken" in path.name:
            raise Refusal(path.name, "is damaged")
        if self.is_full:
            return None
        self.came.append(path.name)
        added = self.clock.today() - 9 * ("known" in path.name)
        return KeptText(path.name.replace(".copy", ""), "", "", "", 0, added, path)


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
    assert story.notices.message == "3 texts were added to the library."


def test_files_and_folders_come_together(story: Story, papers: Path) -> None:
    story.taking_in.take([papers / "a.txt", papers / "clinic"])
    assert story.came == ["a.txt", "c.txt"]


def test_what_stays_closed_is_named_with_its_reason(story: Story, papers: Path) -> None:
    for number in range(3):
        (papers / f"broken{number}.txt").touch()
    story.taking_in.take([papers])
    assert story.notices.message == (
        "3 texts were added to the library. 3 files could not be opened: "
        "“broken0.txt” is damaged, “broken1.txt” is damaged."
    )
    offer = story.notices.offer
    assert offer
    offer.act()
    assert (story.notices.message, story.notices.offer) == ("“broken2.txt” is damaged.", None)


@pytest.mark.parametrize("is_late", [False, True])
def test_of_several_files_the_first_that_does_not_open_is_told_of_with_the_others(
    story: Story, papers: Path, is_late: bool
) -> None:
    refusal = Refusal("first.pdf", "is damaged")
    if not is_late:
        story.on_file = lambda: story.said[1:] or story.declined(refusal)
    story.taking_in.open([papers / "first.pdf", papers, papers / "broken.txt"])
    if is_late:
        story.declined(refusal)
    assert story.shown == ["first.pdf"]
    assert story.notices.message == (
        "3 texts were added to the library. 2 files could not be opened: "
        "“first.pdf” is damaged, “broken.txt” is damaged."
    )
    assert ("“first.pdf” is damaged. The other files are being added." in story.said) is not is_late


def test_one_file_alone_is_opened_and_says_for_itself_what_is_the_matter(story: Story, papers: Path) -> None:
    story.taking_in.open([papers / "a.txt"])
    assert (story.shown, story.declined, story.said) == (["a.txt"], None, [])


def test_what_was_there_before_is_not_said_to_be_new(story: Story, papers: Path) -> None:
    for number in range(2):
        (papers / f"known{number}.txt").touch()
    story.taking_in.take([papers])
    assert story.notices.message == "3 texts were added to the library. 2 texts were there before."


def test_two_files_of_the_same_content_are_one_text(story: Story, papers: Path) -> None:
    (papers / "a.copy.txt").touch()
    story.taking_in.take([papers / "a.txt", papers / "a.copy.txt"])
    assert story.notices.message == "One text was added to the library. One text was there before."


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
    assert story.came == ["a.txt"]
    assert story.notices.message == "One text was added to the library. Adding was stopped."


def test_there_is_something_to_stop_until_it_is_stopped(story: Story, papers: Path) -> None:
    stopped = [story.taking_in.stop()]
    story.on_file = lambda: stopped.extend(story.taking_in.stop() for _ in range(2))
    story.taking_in.take([papers])
    assert [*stopped, story.taking_in.stop()] == [False, True, False, False]


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
    assert story.notices.message.startswith("2 texts were added to the library. More than")


def test_a_second_folder_waits_for_the_first(story: Story, papers: Path) -> None:
    story.on_file = lambda: story.taking_in.take([papers])
    story.taking_in.take([papers / "a.txt"])
    assert taking_in.BUSY in story.said
    assert story.came == ["a.txt"]
