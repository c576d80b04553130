"""All the words of all texts: what is found, what is not, and what never goes wrong."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.document import Block, Document, Kind
from reader.store.folders import StoreError
from reader.store.search import BATCH, SearchStore
from reader.text.places import identified
from reader.text.searching import terms


def document(name: str, *paragraphs: str) -> Document:
    blocks = identified(Block("", Kind.PARAGRAPH, text) for text in paragraphs)
    return Document(name, name.title(), blocks)


LETTER = document(
    "letter",
    "The immune system rests at night.",
    "A naïve T cell waits. Low-level activation tires it, and don’t forget the cafe\u0301.",
    "手術の後、免疫系統は疲れています。ME is written here.",
)
BOOK = document("book", "Rest before you are tired.", "The immune cell rests. The immune cell sleeps.")


@pytest.fixture
def store(tmp_path: Path) -> SearchStore:
    store = SearchStore(tmp_path / "data" / "search.sqlite3")
    for each in (LETTER, BOOK):
        store.add(each)
    return store


def found(store: SearchStore, query: str) -> list[tuple[str, int]]:
    """Return text and number of the block of each hit."""
    texts = {each.id: [block.id for block in each.blocks] for each in (LETTER, BOOK)}
    return [(hit.document, texts[hit.document].index(hit.block)) for hit in store.find(terms(query))]


@pytest.mark.parametrize(
    ("query", "blocks"),
    [
        ("naive", [("letter", 1)]),
        ("NAÏVE", [("letter", 1)]),
        ("café", [("letter", 1)]),
        ("low level", [("letter", 1)]),
        ("low-lev", [("letter", 1)]),
        ('"level low"', []),
        ("level low", [("letter", 1)]),
        ("don't", [("letter", 1)]),
        ("slee", [("book", 1)]),
        ("slee immune", []),
        ('"slee"', []),
        ("immune night", [("letter", 0)]),
        ("immune cells", [("book", 1)]),
        ('"immune cells"', [("book", 1)]),
        ('"cells immune"', []),
        ("nights", [("letter", 0)]),
        ("low-levels", [("letter", 1)]),
        ("lowlevel", []),
        ("T-cells", [("letter", 1)]),
        ("m.e.", []),
        ('"immune system"', [("letter", 0)]),
        ("“immune system", [("letter", 0)]),
        ("免疫", [("letter", 2)]),
        ("疫免", []),
        ("me", [("letter", 2)]),
        ("", []),
        ('" - *', []),
        ("nowhere", []),
    ],
)
def test_every_word_is_needed_and_the_last_may_be_a_beginning(
    store: SearchStore, query: str, blocks: list[tuple[str, int]]
) -> None:
    assert found(store, query) == blocks


RANKED = document(
    "ranked",
    "Responses were immune.",
    "The response of this immune cell, and an immune cell’s response.",
    "Many kinds of immune responses came late in the long days of that year, some said.",
    "Here it was an immune response, in the end.",
    "The dose was 5 mg, or 10mg. It is postexertional.",
)


@pytest.mark.parametrize(
    ("query", "blocks", "later"),
    [
        ("immune response", [3, 2], {0, 1}),
        ("immune responses", [2, 0], {1, 3}),
        ('"immune response"', [3, 2], set()),
        ("end response", [3], set()),
        ("5mg", [4], set()),
        ("10 mg", [], set()),
        ("post-exertional", [4], set()),
    ],
)
def test_what_is_nearest_to_the_question_comes_first(
    tmp_path: Path, query: str, blocks: list[int], later: set[int]
) -> None:
    store = SearchStore(tmp_path / "search.sqlite3")
    store.add(RANKED)
    texts = [block.text for block in RANKED.blocks]
    hits = [texts.index(hit.text) for hit in store.find(terms(query))]
    assert (hits[: len(blocks)], set(hits[len(blocks) :])) == (blocks, later)


def test_the_best_comes_first(store: SearchStore) -> None:
    assert found(store, "immune cell")[0] == ("book", 1)
    assert {text for text, _ in found(store, "immune")} == {"letter", "book"}


@settings(max_examples=150, deadline=None)
@given(
    query=st.text(alphabet=st.characters(codec="utf-16") | st.sampled_from('"*()-:^+{}NEAR AND'), max_size=30)
)
def test_whatever_is_typed_is_an_answer(tmp_path_factory: pytest.TempPathFactory, query: str) -> None:
    store = SearchStore(tmp_path_factory.getbasetemp() / "typed.sqlite3")
    store.add(LETTER)
    store.find(terms(query))


def test_what_is_taken_out_is_not_found_and_comes_back(store: SearchStore) -> None:
    store.remove("letter")
    store.remove("letter")
    assert found(store, "immune") == [("book", 1)]
    assert store.ids() == {"book"}
    store.add(LETTER)
    assert found(store, "naive") == [("letter", 1)]


def test_another_edition_takes_the_place_of_the_older_one(store: SearchStore) -> None:
    store.add(document("letter", "Only a tortoise."))
    assert store.find(terms("naive")) == ()
    assert len(store.find(terms("tortoise"))) == 1
    store.add(document("letter", "Only a tortoise."))
    assert len(store.find(terms("tortoise"))) == 1


def test_a_long_text_is_taken_in_and_out_wholly(store: SearchStore) -> None:
    store.add(document("long", *(f"Paragraph number x{number}." for number in range(2 * BATCH + 1))))
    assert len(store.find(terms(f"x{2 * BATCH}"))) == 1
    store.remove("long")
    assert store.find(terms("paragraph")) == ()


@pytest.mark.parametrize("content", [b"no database at all, but quite long " * 40, b""])
def test_a_damaged_file_begins_anew(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "search.sqlite3"
    file.write_bytes(content)
    store = SearchStore(file)
    assert store.ids() == set()
    store.add(BOOK)
    assert found(store, "sleeps") == [("book", 1)]


def test_a_file_that_is_damaged_within_is_thrown_away(store: SearchStore, tmp_path: Path) -> None:
    file = tmp_path / "data" / "search.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(StoreError):
        store.ids()
    store.add(BOOK)
    assert store.ids() == {"book"}


def test_a_file_of_another_version_begins_anew(store: SearchStore, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "data" / "search.sqlite3")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert store.ids() == set()


def test_where_nothing_can_be_written_it_says_so_kindly(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="You can still read"):
        SearchStore(tmp_path / "data" / "search.sqlite3").add(BOOK)
