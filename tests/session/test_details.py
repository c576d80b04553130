"""A person mends what the library says of a text, and takes it back."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from reader.formats import parsing
from reader.ground.beside import AtOnce
from reader.model.document import Document
from reader.model.level import Level
from reader.session.details import BACK, MENDED, NO_LANGUAGE, NO_TITLE, UNCHANGED, Details
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.database import opened
from reader.store.library import RecordStore
from reader.store.texts import TextStore

T = TypeVar("T")

LETTER = b"# Untitled 1\n\nDear Ann, all is well.\n\n## Later\n\nIt still is.\n"


class Later(AtOnce):
    """Does its jobs at once, or when the test says so."""

    def __init__(self) -> None:
        self.waits = False
        self._jobs: list[Callable[[], object]] = []

    def do(
        self, job: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        self._jobs.append(partial(super().do, job, then, failed))
        if not self.waits:
            self.catch_up()

    def catch_up(self) -> None:
        while self._jobs:
            self._jobs.pop(0)()


class Story:
    """One with a letter in the library, open on the page."""

    def __init__(self, folder: Path, clock: Any) -> None:
        self.database, _ = opened(folder / "reader.sqlite3")
        self.store = TextStore(folder / "texts", self.database)
        self.records = RecordStore(self.database)
        self.notices = Notices()
        self.reading = Reading(self.notices, Level.SHORT)
        self.keeping = Keeping(self.reading, self.records, self.notices, clock)
        self.beside = Later()
        self.details = Details(
            self.store, self.records, self.reading, self.keeping, self.beside, self.notices
        )
        made = parsing.parse("markdown", LETTER, "letter")
        self.id = "a1b2"
        self.store.keep(
            Document(self.id, made.title, made.blocks, cuts=made.cuts), LETTER, ".md", None, added=0
        )
        document = self.store.open(self.id)
        assert document is not None
        self.reading.open(document)

    @property
    def said(self) -> tuple[str, str, str]:
        """Return what the library says of the letter."""
        kept = self.store.of(self.id)
        assert kept is not None
        return kept.title, kept.author, kept.language


@pytest.fixture
def story(tmp_path: Path, clock: Any) -> Iterator[Story]:
    story = Story(tmp_path, clock)
    yield story
    story.database.close()


def test_a_title_is_mended_wherever_it_is_shown_and_brought_back(story: Story) -> None:
    heard: list[str] = []
    story.details.changed.connect(lambda: heard.append("changed"))
    piece = story.reading.chunk
    story.details.mend(story.id, title="  A letter\nto Ann ", author="Zoë", language="en-GB")
    assert story.said == ("A letter to Ann", "Zoë", "en-GB")
    assert story.notices.message == MENDED
    document = story.reading.document
    assert (document.title, document.source.author, document.language) == story.said
    assert story.reading.chunk == piece, "the page stays as it is"
    assert [record.title for record in story.records.all()] == ["A letter to Ann"]
    story.reading.next()
    story.keeping.keep_now()
    assert [record.title for record in story.records.all()] == ["A letter to Ann"]
    story.notices.undo()
    assert story.said == ("Untitled 1", "", "en")
    assert (story.reading.document.title, story.notices.message) == ("Untitled 1", BACK)
    assert heard == ["changed"] * 2


def test_sentences_end_where_the_mended_language_ends_them(story: Story) -> None:
    german = b"Es kam usw. Dann ging er am 3. Mai weg. Er war fort.\n"
    made = parsing.parse("plain", german, "brief")
    story.store.keep(
        Document("c3d4", "Brief", made.blocks, language="en", cuts=made.cuts), german, ".txt", None, added=1
    )
    document = story.store.open("c3d4")
    assert document is not None
    story.reading.set_level(Level.SENTENCE)
    story.reading.open(document)
    story.reading.show(len(story.reading.chunks) - 1)
    kept = story.reading.place

    def sentences() -> list[str]:
        return [chunk.text.strip() for chunk in story.reading.chunks]

    english = sentences()
    story.details.mend("c3d4", language="de")
    now = ["Es kam usw. Dann ging er am 3. Mai weg.", "Er war fort."]
    assert (sentences(), story.reading.place) == (now, kept)
    again = story.store.open("c3d4")
    assert again is not None
    story.reading.open(again)
    assert sentences() == now, "it stays so when the text is opened again"
    story.notices.undo()
    assert sentences() == english != now


def test_the_page_waits_for_no_cutting_and_the_last_word_counts(story: Story) -> None:
    story.beside.waits = True
    story.details.mend(story.id, language="de")
    assert story.said[2] == "de"
    assert story.reading.document.language == "en", "the text is still being cut"
    story.details.mend(story.id, title="A letter")
    story.notices.undo()
    story.beside.catch_up()
    assert (story.reading.document.title, story.reading.document.language) == ("Untitled 1", "de")
    story.details.mend(story.id, language="fr")
    story.details.mend(story.id, language="de")
    story.beside.catch_up()
    assert story.reading.document.language == story.said[2] == "de"


def test_another_text_is_not_mended_by_what_comes_late(story: Story) -> None:
    story.beside.waits = True
    story.details.mend(story.id, language="de")
    other = Document("other", "Other", story.reading.document.blocks)
    story.reading.open(other)
    story.beside.catch_up()
    assert story.reading.document is other


def test_what_is_not_given_stays(story: Story) -> None:
    story.details.mend(story.id, author="Zoë")
    story.details.mend(story.id, title="A letter")
    assert story.said == ("A letter", "Zoë", "en")
    story.details.mend(story.id, author="")
    assert story.said == ("A letter", "", "en")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"title": " "}, NO_TITLE),
        ({"title": "…"}, NO_TITLE),
        ({"title": "Untitled 1"}, UNCHANGED),
        ({"language": "English"}, NO_LANGUAGE),
        ({"language": ""}, NO_LANGUAGE),
        ({"language": " en "}, UNCHANGED),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    story: Story, change: dict[str, str], message: str
) -> None:
    story.details.mend(story.id, **change)
    assert (story.notices.message, story.said) == (message, ("Untitled 1", "", "en"))
    assert not story.notices.can_undo


def test_an_article_has_nothing_to_mend(story: Story) -> None:
    story.details.mend("gut", title="Mine")
    assert (story.details.of("gut"), story.notices.message) == (None, "")


def test_a_database_that_fails_is_said(story: Story) -> None:
    story.database.rows("DROP TABLE record")
    story.details.mend(story.id, title="A letter")
    assert story.notices.message not in ("", MENDED)
    story.database.rows("DROP TABLE text")
    assert story.details.of(story.id) is None
