"""Each text is weighed beside the page when it is opened, and what it asks is known the next day."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import pytest

from reader.ground.beside import AtOnce
from reader.model.document import Block, Document
from reader.model.effort import Effort
from reader.model.level import Level
from reader.model.term import Term
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.session.weighing import Weighing
from reader.store.database import Database
from reader.store.effort import EffortStore
from reader.text import effort
from reader.text.cutting import cuts
from reader.text.glossary import Glossary
from reader.text.places import identified
from tests.session.conftest import GUT, paragraph

T = TypeVar("T")
GLOSSARY = Glossary((Term("gut", (), "Where food goes."), Term("cell", ("cells",), "A small part.")))
NOTE = Document("note", "A note", identified((paragraph("A few words."),)))


class Later:
    """Does the jobs when the test says so."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], object]] = []
        self.ends: Callable[[Callable[[], object]], object] = lambda end: end()
        """Takes what follows each job."""

    def do(
        self, job: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        self.jobs.append(
            lambda: AtOnce().do(
                job,
                lambda done: self.ends(lambda: then(done)),
                lambda error: self.ends(lambda: failed(error)),
            )
        )

    def post(self, call: Callable[[], object]) -> object:
        raise NotImplementedError

    def catch_up(self) -> None:
        while self.jobs:
            self.jobs.pop(0)()


class Desk:
    """A person who opens texts, with a store that outlives them."""

    def __init__(self, database: Database) -> None:
        self.notices = Notices()
        self.reading = Reading(self.notices, Level.SHORT)
        self.later = Later()
        self.store = EffortStore(database)
        self.weighing = Weighing(GLOSSARY, self.store, self.reading, self.later, self.notices)

    def open(self, document: Document) -> None:
        self.reading.open(document)


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def test_the_page_does_not_wait_for_the_scales(desk: Desk) -> None:
    desk.open(GUT)
    assert desk.reading.chunk
    assert desk.weighing.part(1) is None
    desk.later.catch_up()
    part = desk.weighing.part(1)
    assert part
    assert (part.hard_words, part.parts) == (2, 1)


def test_what_a_text_asks_is_known_the_next_day(desk: Desk, database: Database) -> None:
    desk.open(GUT)
    desk.later.catch_up()
    known = Desk(database).weighing.kept
    assert known == desk.weighing.kept
    assert known["gut"].parts == 2


def test_of_another_text_nothing_is_known_until_it_is_weighed(desk: Desk) -> None:
    desk.open(GUT)
    desk.later.catch_up()
    desk.open(NOTE)
    assert desk.weighing.part(0) is None


def test_a_text_that_was_left_meanwhile_tells_nothing_of_the_open_one(desk: Desk) -> None:
    desk.open(GUT)
    desk.open(NOTE)
    desk.later.jobs.reverse()
    desk.later.catch_up()
    assert desk.weighing.part(0) == Effort(words=3, hard_words=0, longest_sentence=3, parts=1)
    assert set(desk.weighing.kept) == {"gut", "note"}


BRIEF = Document("brief", "Brief", identified((paragraph("Er kam am 3. Mai. Er ging usw. Dann weg."),)))


@pytest.mark.parametrize("is_left", [False, True])
def test_what_is_weighed_in_the_language_of_before_counts_no_more_however_late_it_comes(
    desk: Desk, is_left: bool, database: Database
) -> None:
    desk.open(recut(BRIEF, "en"))
    desk.reading.mend(recut(BRIEF, "de"))
    if is_left:
        desk.open(NOTE)
    late: list[Callable[[], object]] = []
    desk.later.ends = late.append
    desk.later.jobs.pop(0)()
    desk.later.ends = lambda end: end()
    desk.later.catch_up()
    late.pop()()
    as_mended = Effort(words=10, hard_words=0, longest_sentence=5, parts=1)
    assert desk.weighing.kept["brief"] == as_mended == Desk(database).weighing.kept["brief"]
    if not is_left:
        assert desk.weighing.part(0) == as_mended


def recut(document: Document, language: str) -> Document:
    return replace(document, language=language, cuts=cuts(document.blocks, language))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts of the blocks that are weighed, as that happens."""
    found: list[str] = []
    weigh = effort._weight

    def noted(block: Block, *more: Any) -> Any:
        found.append(block.text)
        return weigh(block, *more)

    monkeypatch.setattr(effort, "_weight", noted)
    return found


def test_what_is_known_of_a_text_is_not_weighed_on_when_it_is_left(desk: Desk, looked_at: list[str]) -> None:
    desk.open(GUT)
    desk.later.catch_up()
    looked_at.clear()
    desk.open(GUT)
    desk.open(NOTE)
    desk.later.catch_up()
    assert len([text for text in looked_at if text != NOTE.blocks[0].text]) == 1
    desk.open(GUT)
    desk.later.catch_up()
    assert desk.weighing.part(1)


def test_a_text_that_is_opened_again_is_weighed_once(desk: Desk, looked_at: list[str]) -> None:
    desk.open(GUT)
    desk.open(GUT)
    desk.later.catch_up()
    assert len(looked_at) == len(GUT.blocks)
    assert desk.weighing.part(1)


def test_whoever_comes_back_meanwhile_is_told_all_the_same(desk: Desk) -> None:
    desk.open(GUT)
    desk.later.catch_up()
    desk.open(GUT)
    stopped = desk.later.jobs.pop()
    desk.open(NOTE)
    posted: list[Callable[[], object]] = []
    desk.later.ends = posted.append
    stopped()
    desk.open(GUT)
    posted.pop()()
    desk.later.ends = lambda end: end()
    desk.later.catch_up()
    assert desk.weighing.part(1)


def test_only_what_is_new_is_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Any] = []
    keep = desk.store.keep
    monkeypatch.setattr(desk.store, "keep", lambda *what: (written.append(what), keep(*what)))
    for text in (GUT, NOTE, GUT):
        desk.open(text)
        desk.later.catch_up()
    assert [document for document, _ in written] == ["gut", "note"]


def test_a_database_that_is_gone_is_said_and_the_parts_are_told_all_the_same(
    desk: Desk, database: Database
) -> None:
    database.rows("DROP TABLE effort")
    desk.open(NOTE)
    desk.later.catch_up()
    assert desk.notices.message
    assert desk.weighing.part(0)
    other = Desk(database)
    assert other.notices.message
    assert other.weighing.kept == {}


def test_a_text_is_weighed_when_all_of_it_is_there(desk: Desk) -> None:
    desk.open(replace(GUT, blocks=GUT.blocks[:3], is_whole=False))
    desk.later.catch_up()
    assert not desk.weighing.kept, "what it asks as a whole is not known yet"
    desk.reading.grow(GUT)
    desk.later.catch_up()
    assert desk.weighing.kept["gut"].parts == 2
    assert desk.weighing.part(2)
