"""A text leaves the library, and comes back with all that belongs to it."""

from pathlib import Path
from typing import Any

import pytest

from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.session.about import BACK, REMOVED, STILL_OPEN, About
from reader.session.belongings import Belongings
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.answers import AnswerStore
from reader.store.bookmarks import BookmarkStore
from reader.store.database import Database
from reader.store.folders import REFUSED, StoreError
from reader.store.library import RecordStore
from reader.store.texts import TextStore
from reader.text.places import identified


def text(name: str) -> Document:
    blocks = (Block("", Kind.PARAGRAPH, f"Sentence {number}. " + "word " * 40) for number in range(3))
    return Document(name, name.title(), identified(blocks))


class Story:
    def __init__(self, folder: Path, clock: Any, database: Any) -> None:
        self.database = database
        self.notices = Notices()
        self.texts = TextStore(folder / "texts", database)
        self.records = RecordStore(database)
        self.marks = BookmarkStore(database)
        self.reading = Reading(self.notices, Level.SHORT)
        self.keeping = Keeping(self.reading, self.records, self.notices, clock)
        belongings = Belongings(self.texts, self.records, self.marks, AnswerStore(database))
        self.about = About(belongings, self.reading, self.keeping, self.notices)
        self.left: list[str] = []
        self.about.left.connect(self.left.append)
        for added, name in enumerate(("letter", "leaflet")):
            self.texts.keep(text(name), name.encode(), ".md", None, added)
            self.read(name)
            self.marks.add(name, self.reading.place, "Here", 0.0)

    def read(self, name: str) -> None:
        self.reading.open(text(name))
        self.reading.next()
        self.keeping.keep_now()

    def all(self) -> tuple[Any, ...]:
        """Return everything that is kept."""
        return self.texts.all(), self.records.all(), self.marks.all()


@pytest.fixture
def story(tmp_path: Path, clock: Any, database: Database) -> Story:
    return Story(tmp_path, clock, database)


def test_a_removed_text_is_gone_with_its_place_and_bookmarks_and_undo_brings_all_back(story: Story) -> None:
    before = story.all()
    story.about.remove("letter")
    assert story.left == ["letter"]
    assert story.notices.message == REMOVED.format("“Letter”")
    assert [kept.id for kept in story.texts.all()] == ["leaflet"]
    assert story.records.record("letter") is None
    assert story.marks.of("letter") == ()
    story.notices.undo()
    assert story.notices.message == BACK.format("“Letter”")
    assert story.all() == before, "in the same order, too"
    assert story.texts.open("letter") == text("letter")


def test_an_open_text_can_be_read_on_and_its_place_is_not_kept(story: Story) -> None:
    story.about.remove("leaflet")
    assert story.notices.message == STILL_OPEN.format("“Leaflet”")
    story.reading.next()
    story.keeping.keep_now()
    assert story.reading.document.id == "leaflet"
    assert story.records.record("leaflet") is None
    story.notices.undo()
    story.reading.previous()
    story.keeping.keep_now()
    record = story.records.record("leaflet")
    assert record
    assert record.place == story.reading.place


def test_the_place_in_a_removed_text_stays_out_when_another_one_goes_and_comes_back(story: Story) -> None:
    story.about.remove("leaflet")
    story.about.remove("letter")
    story.reading.next()
    story.notices.undo()
    story.reading.previous()
    story.keeping.keep_now()
    assert [record.document for record in story.records.all()] == ["letter"]


def test_a_text_that_is_opened_after_a_removed_one_is_kept_as_ever(story: Story) -> None:
    story.about.remove("leaflet")
    story.read("letter")
    assert story.records.all()[0].document == "letter"


def test_one_asks_about_the_open_text_unless_another_was_chosen(story: Story) -> None:
    assert story.about.subject == "leaflet"
    story.about.choose("letter")
    assert story.about.subject == "letter"
    story.about.choose("")
    assert story.about.subject == "leaflet"


def test_what_cannot_be_removed_is_said_and_stays(story: Story) -> None:
    before = story.texts.all(), story.marks.all()
    story.database.rows("DROP TABLE record")
    story.about.remove("letter")
    assert story.notices.message
    assert story.left == []
    assert (story.texts.all(), story.marks.all()) == before


@pytest.mark.parametrize("store", ["texts", "marks"])
def test_what_can_be_removed_only_in_part_stays_whole(
    story: Story, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_id: object) -> None:
        raise StoreError(REFUSED)

    before = story.all()
    monkeypatch.setattr(getattr(story, store), "remove", refuse)
    story.about.remove("letter")
    assert story.notices.message == REFUSED
    assert not story.notices.can_undo
    assert story.left == []
    assert story.all() == before
