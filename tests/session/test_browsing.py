"""A person looks through their folders for a text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.ground.beside import AtOnce
from reader.ground.listing import item
from reader.session.browsing import LOOKING, PATIENCE, SCREENFUL, Browsing
from reader.session.notices import Notices


class Later:
    """A slow disk: what is asked of it is done when the test says so."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], object]] = []

    def do(self, job: Callable[[], Any], then: Callable[[Any], object], failed: Any) -> None:
        self._waiting.append(lambda: AtOnce().do(job, then, failed))

    def post(self, call: Callable[[], object]) -> object:
        raise NotImplementedError

    def answer(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()


class Story:
    """One with a folder of letters at home."""

    def __init__(self, home: Path, clock: Any) -> None:
        self.home, self.letters, self.clock = home, home / "Letters", clock
        self.letters.mkdir()
        (home / "notes.txt").touch()
        (home / "picture.png").touch()
        (self.letters / "a letter.txt").touch()
        self.slow = Later()
        self.notices = Notices()
        self.changes = 0
        self.browsing = self.looking(AtOnce())

    def looking(self, beside: Any) -> Browsing:
        usual = (item(self.home, is_folder=True, name="Home"), item(self.letters, is_folder=True))
        browsing = Browsing(
            lambda: usual, lambda file: file.suffix == ".txt", beside, self.notices, self.clock
        )
        browsing.changed.connect(self.count)
        return browsing

    def count(self) -> None:
        self.changes += 1

    @property
    def shown(self) -> list[str]:
        return [each.name for each in self.browsing.shown]


@pytest.fixture
def story(tmp_path: Path, clock: Any) -> Story:
    return Story(tmp_path, clock)


def test_the_usual_folders_come_first_and_one_of_them_is_opened(story: Story) -> None:
    story.browsing.begin()
    assert story.shown == ["Home", "Letters"]
    assert (story.browsing.folder, story.browsing.above) == (None, None)
    story.browsing.open(story.home)
    assert story.shown == ["Letters", "notes.txt"], "the picture cannot be read"
    assert story.browsing.folder.name == "Home"


def test_a_folder_up_remembers_where_one_came_from(story: Story) -> None:
    story.browsing.begin()
    story.browsing.open(story.letters)
    assert story.browsing.above.name == "Home"
    story.browsing.up()
    assert story.browsing.folder.name == "Home"
    assert story.browsing.before.path == story.letters


def test_above_the_root_are_the_usual_folders(story: Story) -> None:
    story.browsing.begin()
    story.browsing.open(Path(story.home.anchor))
    assert story.browsing.above is None
    story.browsing.up()
    assert story.shown == ["Home", "Letters"]


def test_the_folder_of_the_last_time_is_shown_again_as_it_is_now(story: Story) -> None:
    story.browsing.begin()
    story.browsing.open(story.letters)
    changes = story.changes
    story.browsing.begin()
    assert (story.shown, story.changes) == (["a letter.txt"], changes), "nothing moves where nothing changed"
    (story.letters / "b letter.txt").touch()
    story.browsing.begin()
    assert story.shown == ["a letter.txt", "b letter.txt"]


def test_a_long_folder_is_shown_a_screenful_at_a_time(story: Story) -> None:
    for number in range(1, SCREENFUL + 5):
        (story.letters / f"Letter {number}.txt").touch()
    story.browsing.begin()
    assert not story.browsing.is_long
    story.browsing.open(story.letters)
    assert (len(story.shown), story.browsing.is_long, story.browsing.has_more) == (SCREENFUL, True, True)
    story.browsing.show_more()
    assert (len(story.shown), story.browsing.has_more) == (SCREENFUL + 5, False)
    assert story.shown[1:3] == ["Letter 1.txt", "Letter 2.txt"]


def test_words_of_a_name_find_it_until_another_folder_is_opened(story: Story) -> None:
    for number in range(1, 40):
        (story.letters / f"Letter {number} to Zoë.txt").touch()
    story.browsing.begin()
    story.browsing.open(story.letters)
    story.browsing.find(" zoë  39 ")
    assert story.shown == ["Letter 39 to Zoë.txt"]
    story.browsing.find("nobody")
    assert (story.shown, story.browsing.is_long) == ([], True)
    story.browsing.up()
    story.browsing.open(story.letters)
    assert (len(story.shown), story.browsing.words) == (SCREENFUL, "")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(), "The folder “Letters” is not open to you. Please choose another one."),
        (FileNotFoundError(), "The folder “Letters” is not there any more. Please choose another one."),
        (
            OSError(5, "worn out"),
            "The folder “Letters” could not be read just now. Please choose another one.",
        ),
    ],
)
def test_a_folder_that_cannot_be_read_is_said_kindly_and_what_was_shown_stays(
    story: Story, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def refuse(_folder: Path) -> None:
        raise error

    story.browsing.begin()
    story.browsing.open(story.home)
    monkeypatch.setattr("reader.session.browsing.listed", refuse)
    story.browsing.open(story.letters)
    assert story.notices.text == said
    assert story.browsing.folder.name == "Home"
    assert story.shown == ["Letters", "notes.txt"]


def test_a_folder_that_is_gone_the_next_time_leads_to_the_usual_ones(story: Story) -> None:
    story.browsing.begin()
    story.browsing.open(story.letters)
    (story.letters / "a letter.txt").unlink()
    story.letters.rmdir()
    story.browsing.begin()
    assert "not there any more" in story.notices.text
    assert story.shown == ["Home", "Letters"]


def test_a_slow_folder_leaves_the_page_until_it_is_there_and_says_so(story: Story) -> None:
    story.browsing = story.looking(story.slow)
    story.browsing.begin()
    story.browsing.open(story.home)
    assert story.shown == ["Home", "Letters"]
    assert story.notices.text == ""
    story.clock.advance(PATIENCE)
    assert story.notices.text == LOOKING
    story.slow.answer()
    assert (story.shown, story.notices.text) == (["Letters", "notes.txt"], "")


def test_whoever_goes_elsewhere_meanwhile_is_not_told_to_wait_any_more(story: Story) -> None:
    story.browsing = story.looking(story.slow)
    story.browsing.begin()
    story.browsing.open(story.home)
    story.clock.advance(PATIENCE)
    story.browsing.begin_anew()
    assert story.notices.text == ""


def test_of_two_wishes_the_later_one_counts_and_who_leaves_waits_for_none(story: Story) -> None:
    story.browsing = story.looking(story.slow)
    story.browsing.begin()
    story.browsing.open(story.home)
    story.browsing.open(story.letters)
    story.slow.answer()
    assert (story.browsing.folder.name, story.changes) == ("Letters", 2)
    story.browsing.open(story.home)
    story.browsing.leave()
    story.clock.advance(PATIENCE)
    story.slow.answer()
    assert (story.browsing.folder.name, story.changes, story.notices.text) == ("Letters", 2, "")


def test_a_fault_of_the_app_is_not_taken_for_one_of_the_disk(story: Story) -> None:
    with pytest.raises(ValueError, match="null"):
        story.browsing.open(Path("\0"))
