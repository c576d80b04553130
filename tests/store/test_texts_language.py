"""A kept text whose language was mended: it is cut for that language, and once."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.formats import parsing
from reader.model.document import Block, Document
from reader.model.kept_text import KeptText
from reader.store.database import Database
from reader.store.texts import TextStore
from reader.text.cutting import cuts

BRIEF = b"# Brief\n\nEs kam usw. Dann ging er am 3. Mai weg. Er war fort.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "texts"


@pytest.fixture
def texts(folder: Path, database: Database) -> TextStore:
    texts = TextStore(folder, database)
    texts.keep(document(), BRIEF, ".md", None, added=0)
    texts.mend("a1b2", language="de", title="Ein Brief")
    return texts


def document() -> Document:
    return replace(parsing.parse("markdown", BRIEF, "brief.md"), id="a1b2", language="en")


def opened_again(texts: TextStore) -> Document:
    found = texts.open("a1b2")
    assert found is not None
    return found


def test_a_text_in_a_mended_language_is_cut_once(
    texts: TextStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[str] = []

    def counted(blocks: Iterable[Block], language: str) -> object:
        times.append(language)
        return cuts(blocks, language)

    monkeypatch.setattr("reader.store.texts.cuts", counted)
    first, second = opened_again(texts), opened_again(texts)
    assert first == second
    assert (first.cuts, first.language, first.title) == (second.cuts, "de", "Ein Brief")
    assert first.cuts != document().cuts
    assert times == ["de"]
    assert [path.name for path in (folder / "a1b2").iterdir() if path.name.startswith(".")] == []
    texts.mend("a1b2", language="en", title="Brief")
    assert opened_again(texts) == document()
    assert times == ["de", "en"]


def test_a_disk_that_is_full_by_then_keeps_nobody_from_reading(
    texts: TextStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.ground.files.written_whole", full)
    assert opened_again(texts).blocks == document().blocks
    assert opened_again(texts).language == "de"


@pytest.fixture
def removed_meanwhile(texts: TextStore, monkeypatch: pytest.MonkeyPatch) -> KeptText:
    """Open the text, and remove it while it is cut; return what Undo brings it back by."""
    removed: list[KeptText] = []

    def cut(blocks: Iterable[Block], language: str) -> object:
        removed.append(texts.remove("a1b2"))
        return cuts(blocks, language)

    with monkeypatch.context() as patched:
        patched.setattr("reader.store.texts.cuts", cut)
        assert opened_again(texts).language == "de"
    (kept,) = removed
    return kept


def test_a_text_that_is_removed_while_it_is_cut_stays_removed(
    texts: TextStore, folder: Path, removed_meanwhile: KeptText
) -> None:
    assert not (folder / removed_meanwhile.id).exists()
    texts.tidy()
    assert texts.all() == ()


def test_and_undo_brings_it_back_with_its_original(texts: TextStore, removed_meanwhile: KeptText) -> None:
    texts.restore(removed_meanwhile)
    original = texts.original("a1b2")
    assert original is not None
    assert original.read_bytes() == BRIEF
    assert opened_again(texts).language == "de"
