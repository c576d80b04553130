"""A person's own texts are copied into the library, whole or not at all."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.formats import parsing
from reader.model.document import Document, Source
from reader.store.database import Database, opened
from reader.store.folders import StoreError
from reader.store.text_file import MADE
from reader.store.texts import FULL, NOT_KEPT, TextStore

LETTER = """# A letter

Dear Zoë, all is well. It is short.

## Later

| a | b |
|---|---|
| 1 | 2 |
""".encode()
ROOT = Path(__file__).parents[2]


def document(id_: str = "a1b2", content: bytes = LETTER) -> Document:
    made = parsing.parse("markdown", content, "letter.md")
    return replace(made, id=id_, pictures={"c0ffee": b"a picture"}, source=Source(author="Ann"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "texts"


@pytest.fixture
def texts(folder: Path, database: Database) -> TextStore:
    return TextStore(folder, database)


def copy(texts: TextStore) -> tuple[str, bytes] | None:
    found = texts.original("a1b2")
    return (found.name, found.read_bytes()) if found else None


def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.md"
    file.write_bytes(LETTER)
    return file


def test_a_kept_text_is_the_same_as_the_one_that_was_opened(texts: TextStore, tmp_path: Path) -> None:
    file = letter(tmp_path)
    kept = texts.keep(document(), file, ".MD", file, added=5.0)
    assert (kept.title, kept.author, kept.language, kept.words) == ("A letter", "Ann", "en", 15)
    assert (kept.path, texts.all(), texts.of("a1b2")) == (file, (kept,), kept)
    again = texts.open("a1b2")
    assert again == document()
    assert again is not None
    assert again.cuts == document().cuts
    assert dict(again.pictures) == document().pictures
    assert again.pictures.get("gone") is None
    assert copy(texts) == ("original.md", LETTER)


def test_what_is_not_kept_is_not_there(texts: TextStore) -> None:
    assert (texts.all(), texts.of("a1b2"), texts.open("a1b2")) == ((), None, None)
    texts.tidy()
    texts.empty_trash()
    assert texts.original("a1b2") is None
    with pytest.raises(StoreError):
        texts.remove("a1b2")


def test_the_newest_stands_first_and_what_was_pasted_has_no_path(texts: TextStore) -> None:
    for number, name in enumerate(("one", "two", "three")):
        texts.keep(document(name), LETTER, ".txt", None, added=float(number))
    assert [kept.id for kept in texts.all()] == ["three", "two", "one"]
    assert {kept.path for kept in texts.all()} == {None}


def test_only_the_person_may_look_into_the_folders(texts: TextStore, folder: Path) -> None:
    texts.keep(document(), LETTER, ".md", None, added=0)
    within = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    assert {stat.S_IMODE(path.stat().st_mode) for path in within} == {0o700}


def test_what_was_mended_wins_over_the_file_and_stays_when_the_text_is_made_anew(texts: TextStore) -> None:
    texts.keep(document(), LETTER, ".md", None, added=0)
    texts.mend("a1b2", title="From Ann", language="en-GB")
    texts.keep(document(), LETTER, ".md", Path("/home/letter.md"), added=9)
    kept, again = texts.of("a1b2"), texts.open("a1b2")
    assert kept is not None
    assert again is not None
    assert (kept.title, kept.author, kept.language, kept.path) == (
        "From Ann",
        "Ann",
        "en-GB",
        Path("/home/letter.md"),
    )
    assert (again.title, again.source.author, again.language) == ("From Ann", "Ann", "en-GB")


@pytest.mark.skipif(os.name == "nt", reason="there, names are text")
def test_a_name_that_is_no_text_is_remembered(texts: TextStore) -> None:
    odd = Path(os.fsdecode(b"/home/caf\xe9.md"))
    texts.keep(document(), LETTER, ".md", None, added=0)
    texts.found_at("a1b2", odd)
    assert [kept.path for kept in texts.all()] == [odd]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"all is well", b"all is lost"),
        lambda content: content.replace(b'"made":%d' % MADE, b'"made":0'),
        lambda content: b"[1]\n" + content,
        lambda content: b"\xff" * 30,
    ],
)
def test_a_damaged_text_is_taken_apart_again_from_its_file(
    texts: TextStore, folder: Path, damage: Any
) -> None:
    texts.keep(document(), LETTER, ".md", None, added=0)
    text = folder / "a1b2" / "text.json"
    text.write_bytes(damage(text.read_bytes()))
    assert texts.open("a1b2") is None
    assert copy(texts) == ("original.md", LETTER)
    texts.keep(document(), folder / "a1b2" / "original.md", ".md", None, added=0)
    assert texts.open("a1b2") == document()


def test_removed_and_brought_back(texts: TextStore, folder: Path) -> None:
    kept = texts.keep(document(), LETTER, ".md", None, added=0)
    assert texts.remove("a1b2") == kept
    assert (texts.all(), texts.open("a1b2"), (folder / "a1b2").exists()) == ((), None, False)
    texts.restore(kept)
    texts.restore(kept)
    assert (texts.all(), texts.open("a1b2")) == ((kept,), document())


def test_bringing_back_takes_the_place_of_a_folder_without_its_file(texts: TextStore, folder: Path) -> None:
    kept = texts.keep(document(), LETTER, ".md", None, added=0)
    texts.remove("a1b2")
    (folder / "a1b2").mkdir()
    (folder / "a1b2" / "text.json").write_bytes(b"")
    texts.restore(kept)
    assert (copy(texts), texts.open("a1b2")) == (("original.md", LETTER), document())


def test_removed_for_good_when_the_window_goes(texts: TextStore, folder: Path) -> None:
    texts.keep(document(), LETTER, ".md", None, added=0)
    texts.remove("a1b2")
    texts.empty_trash()
    assert list(folder.iterdir()) == []


def test_another_window_leaves_what_was_removed_just_now_and_clears_it_a_day_later(
    texts: TextStore, folder: Path, database: Database
) -> None:
    kept = texts.keep(document(), LETTER, ".md", None, added=0)
    texts.remove("a1b2")
    (folder / ".new-1").mkdir()
    other = TextStore(folder, database)
    other.tidy()
    texts.restore(kept)
    assert texts.open("a1b2") == document()
    for left in folder.glob(".*"):
        os.utime(left, (0, 0))
    other.tidy()
    assert [path.name for path in folder.iterdir()] == ["a1b2"]


def test_a_disk_that_refuses_is_said_and_leaves_nothing(
    texts: TextStore, folder: Path, tmp_path: Path
) -> None:
    folder.write_text("in the way")
    with pytest.raises(StoreError):
        texts.keep(document(), LETTER, ".md", None, added=0)
    folder.unlink()
    with pytest.raises(StoreError, match=NOT_KEPT):
        texts.keep(document(), tmp_path / "gone.md", ".md", None, added=0)
    assert (texts.all(), list(folder.iterdir())) == ((), [])


def test_a_full_disk_is_said(texts: TextStore, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match=FULL):
        texts.keep(document(), LETTER, ".md", None, added=0)
    assert (texts.all(), list(folder.iterdir())) == ((), [])


def test_a_text_that_cannot_be_moved_away_stays_listed(
    texts: TextStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = texts.keep(document(), LETTER, ".md", None, added=0)

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse)
        with pytest.raises(StoreError):
            texts.remove("a1b2")
    assert (texts.all(), texts.open("a1b2")) == ((kept,), document())


def test_texts_are_kept_beside_the_page(texts: TextStore, database: Database) -> None:
    many = [f"text{number}" for number in range(12)]

    def keep(ids: list[str]) -> None:
        for id_ in ids:
            texts.keep(document(id_), LETTER, ".md", None, added=0)

    with ThreadPoolExecutor(2) as beside:
        working = [beside.submit(keep, many[:6]), beside.submit(keep, many[6:])]
        while not all(job.done() for job in working):
            with database.change() as connection:
                connection.execute("INSERT OR REPLACE INTO known VALUES ('a word')")
            texts.all()
    assert [job.result() for job in working] == [None, None]
    assert {kept.id for kept in texts.all()} == set(many)


KILLED = """
import os, signal, sys
from pathlib import Path
from reader.model.document import Block, Document, Kind
from reader.store.database import opened
from reader.store.texts import TextStore

class Killed(TextStore):
    def {point}:
        os.kill(os.getpid(), signal.SIGKILL)

database, _ = opened(Path(sys.argv[1]) / "reader.sqlite3")
blocks = (Block("1", Kind.PARAGRAPH, "All is well."),)
document = Document("a1b2", "A letter", blocks)
Killed(Path(sys.argv[1]) / "texts", database).keep(document, b"All", ".md", None, 7.0)
"""


@pytest.mark.skipif(os.name == "nt", reason="there, nobody is killed so suddenly")
@pytest.mark.parametrize(
    ("point", "kept"),
    [
        pytest.param("_list(self, kept)", ["A letter"], id="between the folder and its row"),
        pytest.param("_put(self, beside, id_)", [], id="before the folder has its name"),
    ],
)
def test_killed_while_it_is_kept_there_is_all_of_it_or_nothing(
    tmp_path: Path, point: str, kept: list[str]
) -> None:
    data = tmp_path / "data"
    code = KILLED.format(point=point)
    ended = subprocess.run([sys.executable, "-c", code, str(data)], cwd=ROOT, check=False, timeout=60)
    assert ended.returncode == -9
    database, said = opened(data / "reader.sqlite3")
    texts = TextStore(data / "texts", database)
    assert (said, texts.all()) == ("", ())
    texts.tidy()
    assert [text.title for text in texts.all()] == kept
    assert [text.added for text in texts.all()] == [7.0] * len(kept)
    assert all(texts.open(text.id) for text in texts.all())
    database.close()
