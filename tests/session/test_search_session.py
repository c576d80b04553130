"""A person searches all they have, while texts come and go."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.formats.refusals import Refusal
from reader.ground.beside import AtOnce
from reader.model.document import Block, Document, Kind
from reader.model.kept_text import KeptText
from reader.session.notices import Notices
from reader.session.search import AGAIN, AT_A_TIME, Search
from reader.store.search import SearchStore
from reader.text.places import identified


def text(name: str, *paragraphs: str) -> Document:
    return Document(name, name, identified(Block("", Kind.PARAGRAPH, words) for words in paragraphs))


ARTICLE = text("article", "Cells rest at night. Then they wake.", "A cell is small.")
LETTER = text("letter", "Dear reader. Please rest before the cell count.")


class Library:
    """One bundled article, and the texts that a person keeps."""

    def __init__(self) -> None:
        self.own = {LETTER.id: LETTER}
        self.opened: list[str] = []

    def ids(self) -> tuple[str, ...]:
        return (ARTICLE.id,)

    def open(self, name: str) -> Document:
        self.opened.append(name)
        if name == "lost":
            raise Refusal(name, "was not found")
        return {ARTICLE.id: ARTICLE, **self.own}[name]

    def kept(self) -> list[KeptText]:
        return [KeptText(id_, id_.title(), "", "en", 1, 0.0) for id_ in self.own]

    def titles(self) -> dict[str, str]:
        return {"article": "Article"} | {text.id: text.title for text in self.kept()}


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def search(library: Library, notices: Notices, tmp_path: Path) -> Search:
    store = SearchStore(tmp_path / "search.sqlite3")
    return Search(store, library, library.kept, library.titles, AtOnce(), notices)


def seen(search: Search) -> list[tuple[str, str]]:
    return [(found.title, found.passage.sentence) for found in search.shown]


def test_sentences_are_found_in_bundled_and_own_texts_and_stand_together_by_text(search: Search) -> None:
    search.find("cell")
    assert sorted(seen(search)) == [
        ("Article", "A cell is small."),
        ("Article", "Cells rest at night."),
        ("Letter", "Please rest before the cell count."),
    ]
    titles = [title for title, _ in seen(search)]
    assert titles in (sorted(titles), sorted(titles, reverse=True))


def test_a_place_leads_to_the_word_itself(search: Search) -> None:
    search.find("rest before")
    place = search.shown[0].place
    assert (place.block, place.quote) == (LETTER.blocks[0].id, "rest before the cell count.")
    assert LETTER.blocks[0].text[place.offset :] == place.quote


def test_a_few_are_shown_at_a_time(search: Search) -> None:
    search.take(replace(text("letter", *(f"Cell number {number}." for number in range(12)))))
    search.find("cell number")
    assert (len(search.shown), search.has_more) == (AT_A_TIME, True)
    search.show_more()
    assert (len(search.shown), search.has_more) == (12, False)


def test_what_has_left_the_library_is_found_no_more_and_again_when_it_is_back(
    search: Search, library: Library
) -> None:
    search.find("dear")
    assert len(search.shown) == 1
    gone = library.own.pop("letter")
    search.find("dear")
    assert seen(search) == [], "even before it is taken out"
    search.forget("letter")
    library.own["letter"] = gone
    search.find("dear")
    assert seen(search) == []
    search.warm()
    assert search.words == "dear"
    assert len(search.shown) == 1, "where nothing was found, something may come"


def test_a_start_takes_in_only_what_is_new(search: Search, library: Library) -> None:
    search.warm()
    library.opened.clear()
    library.own["new"] = text("new", "Something new.")
    search.warm()
    assert library.opened == ["article", "new"], "a bundled text may be another edition"


def test_a_text_that_cannot_be_opened_leaves_the_others_searchable(search: Search, library: Library) -> None:
    library.own["lost"] = LETTER
    search.find("dear")
    assert len(search.shown) == 1


def test_a_damaged_file_is_made_again(search: Search, notices: Notices, tmp_path: Path) -> None:
    search.find("dear")
    file = tmp_path / "search.sqlite3"
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    search.find("dear")
    assert notices.message == AGAIN
    search.find("dear")
    assert len(search.shown) == 1


class Slow(AtOnce):
    """Work beside the page that is done when the story says so."""

    def __init__(self) -> None:
        self.jobs: list[Any] = []

    def do(self, job: Any, then: Any, failed: Any) -> None:
        self.jobs.append(lambda: AtOnce().do(job, then, failed))


def test_of_two_questions_the_later_one_is_answered(library: Library, tmp_path: Path) -> None:
    beside = Slow()
    store = SearchStore(tmp_path / "search.sqlite3")
    search = Search(store, library, library.kept, library.titles, beside, Notices())
    search.find("cell")
    assert search.is_gathering
    search.find("dear")
    # The newest is done first; when all is gathered, what was not found is looked for again.
    while beside.jobs:
        beside.jobs.pop()()
    assert seen(search) == [("Letter", "Dear reader.")]
    assert not search.is_searching
