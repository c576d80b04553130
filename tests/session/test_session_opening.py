"""A person opens texts, their own among them, and is where they left off."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.formats.shelf import Shelf
from reader.ground.beside import AtOnce
from reader.model.bookmark import Bookmark
from reader.model.level import Level
from reader.model.record import Record
from reader.model.settings import Settings
from reader.session.catalogue import Stock
from reader.session.fetching import OPENING, PATIENCE, Fetching
from reader.session.keeping import Keeping
from reader.session.library import Library
from reader.session.notices import Notices
from reader.session.opening import Opening
from reader.session.pace import Pace
from reader.session.preferences import Preferences
from reader.session.reading import Reading
from reader.session.weighing import Weighing
from reader.store.effort import EffortStore
from reader.store.library import RecordStore
from reader.store.pace import PaceStore
from reader.text.glossary import Glossary

DAY = 86_400.0
WORDS = " ".join(["word"] * 30)


def text(title: str) -> str:
    parts = "\n\n".join(
        f"## {title} part {n}\n\nFirst of {n}. {WORDS}.\n\nSecond of {n}. {WORDS}." for n in (1, 2, 3)
    )
    return f"---\ntitle: {title}\n---\n\n{parts}\n"


class Slow:
    """Work beside the page that is done when the story says so."""

    def __init__(self) -> None:
        self._jobs: list[Callable[[], None]] = []

    def do(self, job: Any, then: Any, failed: Any) -> None:
        self._jobs.append(lambda: AtOnce().do(job, then, failed))

    def finish(self, *order: int) -> None:
        for number in order:
            self._jobs[number]()

    def post(self, call: Callable[[], object]) -> object:
        return call()


class Story:
    """One with two articles on the shelf and files of their own."""

    def __init__(self, folder: Path, clock: Any, database: Any, beside: Any = None) -> None:
        self.clock = clock
        self.folder = folder
        self.shelf = [self.write(f"{n}-{name}.md", name) for n, name in enumerate(("gut", "brain"), 1)]
        self.notices = Notices()
        self.records = RecordStore(database)
        self.reading = Reading(self.notices, Level.SHORT)
        self.keeping = Keeping(self.reading, self.records, self.notices, clock)
        fetching = Fetching(Shelf(self.shelf), beside or AtOnce(), self.notices, clock)
        library = self.library(database)
        self.opening = Opening(fetching, self.records, self.reading, self.keeping, library, self.notices)

    def library(self, database: Any) -> Library:
        weighing = Weighing(Glossary(()), EffortStore(database), self.reading, AtOnce(), self.notices)
        pace = Pace(PaceStore(database), self.notices, self.clock)
        preferences = Preferences(Settings(), lambda _: None, self.notices, self.clock)
        return Library(
            Stock(lambda: (), lambda: ()), weighing, pace, self.records, preferences, self.notices, self.clock
        )

    def write(self, name: str, title: str) -> Path:
        file = self.folder / name
        file.write_text(text(title), encoding="utf-8")
        return file

    @property
    def sees(self) -> str:
        """Return text and piece, such as "gut: First of 1"."""
        return f"{self.reading.document.title}: {self.reading.chunk.text.split('.')[0]}"

    def record(self, title: str) -> Record:
        self.keeping.keep_now()
        return next(record for record in self.records.all() if record.title == title)


@pytest.fixture
def story(tmp_path: Path, clock: Any, database: Any) -> Story:
    return Story(tmp_path, clock, database)


def test_a_text_begins_at_its_beginning_and_goes_on_where_it_was_left(story: Story) -> None:
    story.opening.open_text("gut")
    assert story.sees == "gut: First of 1"
    story.reading.show(3)
    story.opening.open_text("brain")
    assert story.sees == "brain: First of 1"
    story.opening.open_text("gut")
    assert story.sees == "gut: Second of 2"


@pytest.mark.parametrize(
    ("away", "shown"), [(0, "gut: Second of 2"), (DAY, "gut: First of 2"), (-DAY, "gut: First of 2")]
)
def test_after_a_longer_break_the_piece_before_is_shown_and_the_place_kept(
    story: Story, away: float, shown: str
) -> None:
    story.opening.open_text("gut")
    story.reading.show(3)
    left = story.record("gut")
    story.clock.advance(away)
    story.opening.carry_on(story.record("gut"))
    assert story.sees == shown
    assert story.record("gut").place == left.place


def test_a_move_of_just_now_counts_when_the_same_text_is_opened_again(story: Story) -> None:
    file = story.write("letter.md", "letter")
    for open_it, title in (
        (lambda: story.opening.open_text("gut"), "gut"),
        (lambda: story.opening.open_file(file), "letter"),
    ):
        open_it()
        story.reading.show(3)
        open_it()
        assert story.sees == f"{title}: Second of 2"


def test_what_follows_happens_once_the_text_is_there(story: Story) -> None:
    story.opening.open_text("gut")
    heard: list[str] = []
    story.opening.carry_on(story.record("gut"), then=lambda: heard.append(story.sees))
    assert heard == ["gut: First of 1"]


def test_a_finished_text_begins_anew_and_carry_on_shows_its_end(story: Story) -> None:
    story.opening.open_text("gut")
    story.reading.show(5)
    record = story.record("gut")
    story.opening.open_text("gut")
    assert story.sees == "gut: First of 1"
    story.opening.carry_on(record)
    assert story.sees == "gut: Second of 3"


def test_the_part_is_started_again_and_return_comes_back(story: Story) -> None:
    story.opening.open_text("gut")
    story.reading.show(3)
    story.opening.start_part_again(story.record("gut"))
    assert story.sees == "gut: First of 2"
    story.reading.go_back()
    assert story.sees == "gut: Second of 2"


def test_a_bookmark_opens_its_text_and_return_comes_back_to_where_one_was_there(story: Story) -> None:
    story.opening.open_text("gut")
    story.reading.show(4)
    mark = Bookmark(1, "gut", story.reading.place, "In the third part", 0.0)
    story.reading.show(1)
    story.opening.open_bookmark(mark)
    assert (story.sees, story.reading.can_return) == ("gut: First of 3", True)
    story.reading.show(2)
    story.opening.open_text("brain")
    story.opening.open_bookmark(mark)
    assert story.sees == "gut: First of 3"
    for left_behind in ("gut: First of 2", "gut: Second of 1"):
        story.reading.go_back()
        assert story.sees == left_behind


def test_a_file_is_opened_where_it_was_left_also_by_its_bookmark(story: Story) -> None:
    file = story.write("letter.md", "letter")
    story.opening.open_file(file)
    story.reading.show(2)
    mark = Bookmark(1, story.reading.document.id, story.reading.place, "Here", 0.0)
    assert story.record("letter").path == file
    story.opening.open_text("gut")
    assert story.record("gut").path is None
    story.opening.open_file(file)
    assert story.sees == "letter: First of 2"
    story.opening.open_text("gut")
    story.opening.open_bookmark(mark)
    assert (story.sees, story.keeping.path) == ("letter: First of 2", file)


def test_a_name_that_is_not_whole_is_kept_whole(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    file = story.write("letter.md", "letter")
    monkeypatch.chdir(story.folder)
    story.opening.open_file(Path("letter.md"))
    assert story.record("letter").path == file


def test_what_cannot_be_opened_is_said_and_nothing_changes(story: Story) -> None:
    story.opening.open_text("gut")
    story.reading.show(2)
    before, kept = story.sees, story.record("gut")
    followed: list[str] = []
    story.opening.open_file(story.folder / "missing.md")
    assert "was not found" in story.notices.message
    lost = story.write("lost.md", "lost")
    story.opening.open_file(lost)
    record = story.record("lost")
    story.opening.open_text("gut")
    lost.unlink()
    story.opening.carry_on(record, then=lambda: followed.append("on"))
    assert "was not found" in story.notices.message
    assert followed == []
    assert story.sees == before
    assert story.record("gut").place == kept.place


def test_a_database_that_fails_is_said_and_the_text_still_opens(story: Story, database: Any) -> None:
    database.rows("DROP TABLE record")
    story.opening.open_text("gut")
    assert story.sees == "gut: First of 1"
    assert story.notices.message


def test_a_slow_file_leaves_the_page_alone_and_says_so_after_a_while(
    tmp_path: Path, clock: Any, database: Any
) -> None:
    beside = Slow()
    story = Story(tmp_path, clock, database, beside)
    story.opening.open_text("gut")
    story.notices.clear()
    story.opening.open_file(story.write("letter.md", "letter"))
    assert (story.sees, story.notices.message) == ("gut: First of 1", "")
    clock.advance(PATIENCE)
    assert story.notices.message == OPENING
    story.reading.next()
    beside.finish(0)
    assert (story.sees, story.notices.message) == ("letter: First of 1", "")


def test_of_two_wishes_the_later_one_counts(tmp_path: Path, clock: Any, database: Any) -> None:
    beside = Slow()
    story = Story(tmp_path, clock, database, beside)
    story.opening.open_file(story.write("first.md", "first"))
    story.opening.open_file(story.write("second.md", "second"))
    beside.finish(1, 0)
    assert story.sees == "second: First of 1"
    story.opening.open_file(story.write("third.md", "third"))
    story.opening.open_text("brain")
    clock.advance(PATIENCE)
    assert story.notices.message == "", "nobody waits for the third any more"
    beside.finish(2)
    assert story.sees == "brain: First of 1"


def test_a_file_is_cut_into_pieces_beside_the_page(
    story: Story, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("reader.text.chunks.cut", None)
    story.opening.open_file(story.write("letter.md", "letter"))
    assert story.sees == "letter: First of 1"


def test_a_file_comes_at_the_level_of_now_and_not_of_then(tmp_path: Path, clock: Any, database: Any) -> None:
    beside = Slow()
    story = Story(tmp_path, clock, database, beside)
    story.opening.open_file(story.write("letter.md", "letter"))
    story.reading.set_level(Level.LONGER)
    beside.finish(0)
    assert len(story.reading.chunks) == 3, "both sentences of a part together"
