"""A database of an older version: brought up to date with everything a person kept in it."""

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.bookmark import Bookmark
from reader.model.place import Place
from reader.model.record import LeftBehind, Record
from reader.store import database as module
from reader.store.bookmarks import BookmarkStore
from reader.store.database import MIGRATIONS, opened
from reader.store.library import RecordStore

FIRST_VERSION = (
    "INSERT INTO record"
    " VALUES (7, 'gut', 'The gut', 'b', 3, 'quote', 'before', 2, 'Two', 'So.', 9.5, 0, x'2f6d792e6d64')",
    "INSERT INTO bookmark VALUES (5, 'gut', 'b', 3, 'quote', 'before', 'first', 1.5)",
)
"""What a person kept, as the first version wrote it."""
PLACE = Place("b", 3, "quote", "before")
RECORD = Record("gut", "The gut", PLACE, 2, "Two", "So.", 9.5, path=Path("/my.md"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a database of the first version."""
    path = tmp_path / "reader.sqlite3"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for statement in (*MIGRATIONS[0], "PRAGMA user_version = 1", *FIRST_VERSION):
            connection.execute(statement)
    return path


def test_what_the_first_version_kept_is_all_there(path: Path) -> None:
    database, said = opened(path)
    assert said == ""
    assert BookmarkStore(database).all() == (Bookmark(5, "gut", PLACE, "first", 1.5),)
    assert RecordStore(database).all() == (RECORD,)
    database.close()


def test_what_only_the_new_version_knows_is_kept_beside_it(path: Path) -> None:
    database, _ = opened(path)
    further = replace(RECORD, key_point=PLACE, left_behind=(LeftBehind(PLACE),))
    RecordStore(database).keep(further)
    database.close()
    database, said = opened(path)
    assert (RecordStore(database).all(), said) == ((further,), "")
    database.close()


def test_each_further_step_is_taken_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    step = ("ALTER TABLE bookmark ADD COLUMN colour TEXT DEFAULT 'none'",)
    monkeypatch.setattr(module, "MIGRATIONS", (*MIGRATIONS, step))
    database, said = opened(path)
    assert said == ""
    assert [tuple(row) for row in database.rows("SELECT name, colour FROM bookmark")] == [("first", "none")]
    database.close()
