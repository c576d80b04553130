"""The database: nothing kept is lost, and no state of the disk stops a person from reading."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reader.model.place import Place
from reader.store import database as module
from reader.store.bookmarks import BookmarkStore
from reader.store.database import MIGRATIONS, opened
from reader.store.folders import StoreError

NEW_LIST = "Your kept places could not be read, so a new list begins. The old file is kept."
NEWER = "Your places are safe, but only a newer version of this reader can open them."
REFUSED = "Nothing new can be kept on this computer just now. You can still read."

# Keeps bookmark after bookmark, and says each number once it is kept. Python ignores the signal that
# comes with the limit: the disk simply refuses, as a full one does.
KEEPER = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), resource.RLIM_INFINITY))
from pathlib import Path
from reader.model.place import Place
from reader.store.bookmarks import BookmarkStore
from reader.store.database import opened
database, said = opened(Path(sys.argv[1]))
assert not said, said
bookmarks = BookmarkStore(database)
for number in range(int(sys.argv[2])):
    bookmarks.add(sys.argv[3], Place("block", number), str(number), 0.0)
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reader.sqlite3"


def keep(path: Path, *names: str) -> None:
    """Keep a bookmark of each name, as a person did some days ago."""
    database, _ = opened(path)
    for name in names:
        BookmarkStore(database).add("gut", Place("block", 0), name, 0.0)
    database.close()


def kept(path: Path) -> tuple[list[str], str]:
    """Return the names of the bookmarks in a newly opened window, the newest first, and what it says."""
    database, said = opened(path)
    names = [bookmark.name for bookmark in BookmarkStore(database).all()]
    database.close()
    return names, said


def keeper(
    path: Path, number: int, document: str = "gut", largest_file: int = resource.RLIM_INFINITY
) -> "subprocess.Popen[str]":
    """Start another window that keeps so many bookmarks."""
    arguments = [sys.executable, "-c", KEEPER, str(path), str(number), document, str(largest_file)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_a_change_is_whole_or_not_at_all(path: Path) -> None:
    keep(path, "first")
    database, _ = opened(path)
    with pytest.raises(StoreError), database.change() as connection:
        connection.executemany("DELETE FROM bookmark WHERE name = ?", [("first",), ("too", "many")])
    database.close()
    assert kept(path) == (["first"], "")


@pytest.mark.parametrize("moment", [1, 2, 5, 17, 40])
def test_what_was_kept_outlives_a_kill(path: Path, moment: int) -> None:
    with keeper(path, 10_000) as child:
        assert child.stdout
        for _ in range(moment):
            last = child.stdout.readline()
        child.send_signal(signal.SIGKILL)
    names, said = kept(path)
    assert said == ""
    assert names[::-1] == [str(number) for number in range(len(names))]
    assert len(names) > int(last)


def test_three_windows_open_a_new_database_at_once_and_each_keeps_all_it_has(path: Path) -> None:
    children = [keeper(path, 20, str(window)) for window in range(3)]
    for child in children:
        output, _ = child.communicate()
        assert child.returncode == 0, output
    names, said = kept(path)
    assert (len(names), said) == (60, "")


def test_a_bookmark_set_in_one_window_is_in_the_list_of_the_other(path: Path) -> None:
    here, _ = opened(path)
    there, _ = opened(path)
    made = BookmarkStore(here).add("gut", Place("block", 0), "mine", 0.0)
    assert BookmarkStore(there).all() == (made,)
    here.close()
    there.close()


def test_a_window_that_finds_the_database_busy_waits_and_then_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    keep(path, "first")
    here, _ = opened(path)
    there, _ = opened(path)
    with here.change():
        with pytest.raises(StoreError, match="Another window is busy"):
            BookmarkStore(there).add("gut", Place("block", 0), "second", 0.0)
        assert len(BookmarkStore(there).all()) == 1, "reading goes on"
    BookmarkStore(there).add("gut", Place("block", 0), "second", 0.0)
    here.close()
    there.close()
    assert kept(path) == (["second", "first"], "")


def test_two_windows_may_begin_the_log_of_a_new_database_at_the_same_moment(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    keep(path, "first")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN")
    other.execute("SELECT * FROM bookmark").fetchall()
    migrate = module._migrate

    def once_the_other_is_done(connection: sqlite3.Connection) -> None:
        other.close()
        migrate(connection)

    monkeypatch.setattr(module, "_migrate", once_the_other_is_done)
    assert kept(path) == (["first"], "")


def test_a_file_that_is_no_database_is_set_aside(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"a letter to my sister " * 100)
    assert kept(path) == ([], NEW_LIST)
    assert path.with_name("reader.sqlite3.broken-1").read_bytes().startswith(b"a letter")
    assert kept(path) == ([], "")


def test_a_log_that_another_window_holds_goes_with_its_database(path: Path) -> None:
    keep(path, "first")
    here, _ = opened(path)
    BookmarkStore(here).add("gut", Place("block", 0), "second", 0.0)
    here.rows("PRAGMA wal_checkpoint")
    path.write_bytes(b"scribbled over " * 1000)
    assert kept(path) == ([], NEW_LIST)
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "reader.sqlite3",
        "reader.sqlite3.broken-1",
        "reader.sqlite3.broken-1-shm",
        "reader.sqlite3.broken-1-wal",
    ]
    here.close()
    keep(path, "new")
    assert kept(path) == (["new"], "")


@pytest.mark.parametrize("share", [0.1, 0.35, 0.5, 0.75, 0.95])
def test_a_truncated_database_is_set_aside_and_a_new_one_works(path: Path, share: float) -> None:
    keep(path, *(f"{number} " * 100 for number in range(100)))
    whole = path.stat().st_size
    os.truncate(path, int(whole * share))
    assert kept(path) == ([], NEW_LIST)
    keep(path, "new")
    assert kept(path) == (["new"], "")


def test_a_database_with_scribbled_pages_is_set_aside(path: Path) -> None:
    keep(path, *(f"{number} " * 100 for number in range(100)))
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\x07" * 4096
    path.write_bytes(content)
    assert kept(path) == ([], NEW_LIST)


def test_an_empty_file_is_a_new_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    keep(path, "first")
    assert kept(path) == (["first"], "")


def test_a_database_of_a_newer_version_is_left_as_it_is(path: Path) -> None:
    keep(path, "first")
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()

    database, said = opened(path)
    assert said == NEWER
    BookmarkStore(database).add("gut", Place("block", 0), "for now", 0.0)
    assert len(BookmarkStore(database).all()) == 1
    database.close()
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*broken*"))


def test_a_step_to_a_new_version_that_fails_leaves_the_old_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(path, "first")
    step = ("DELETE FROM bookmark", "ALTER TABLE bookmark ADD COLUMN colour")
    connection = sqlite3.connect(path)
    connection.execute(step[1])
    connection.close()
    with monkeypatch.context() as patch:
        patch.setattr(module, "MIGRATIONS", (*MIGRATIONS, step))
        assert kept(path)[1] == REFUSED
    assert kept(path) == (["first"], "")


def test_where_a_folder_stands_in_the_way_the_window_works_in_memory(path: Path) -> None:
    path.mkdir(parents=True)
    database, said = opened(path)
    assert said == REFUSED
    BookmarkStore(database).add("gut", Place("block", 0), "for now", 0.0)
    assert len(BookmarkStore(database).all()) == 1
    database.close()


def test_a_full_disk_is_said_and_reading_goes_on(path: Path) -> None:
    database, _ = opened(path)
    bookmarks = BookmarkStore(database)
    bookmarks.add("gut", Place("block", 0), "first", 0.0)
    pages = database.rows("PRAGMA page_count")[0][0]
    database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="The disk is full"):
        bookmarks.add("gut", Place("block", 0), "long " * 5000, 0.0)
    assert [bookmark.name for bookmark in bookmarks.all()] == ["first"]
    database.rows("PRAGMA max_page_count = 100000")
    bookmarks.add("gut", Place("block", 0), "second", 0.0)
    database.close()
    assert kept(path) == (["second", "first"], "")


def test_a_disk_that_fills_up_while_reading_takes_nothing_that_was_kept(path: Path) -> None:
    keep(path, "first")
    *numbers, error = keeper(path, 500, largest_file=100_000).communicate()[0].splitlines()
    assert error.endswith(f"StoreError: {REFUSED}")
    done = [number for number in numbers if number.isdecimal()]
    assert kept(path) == ([*reversed(done), "first"], "")
    assert len(done) > 2


def test_where_nothing_at_all_can_be_written_the_kept_places_are_still_shown(path: Path) -> None:
    keep(path, "first")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        found = kept(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert found == (["first"], REFUSED)
    assert kept(path) == (["first"], "")


def test_places_of_an_older_version_are_shown_where_nothing_can_be_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(module, "MIGRATIONS", MIGRATIONS[:1])
        keep(path, "first")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        found = kept(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert found == (["first"], REFUSED)
    assert kept(path) == (["first"], "")


def test_letters_that_no_file_can_hold_are_refused_kindly(path: Path) -> None:
    database, _ = opened(path)
    with pytest.raises(StoreError):
        BookmarkStore(database).add("gut", Place("block", 0), "half an emoji \ud83d", 0.0)
    assert BookmarkStore(database).all() == ()
    database.close()
