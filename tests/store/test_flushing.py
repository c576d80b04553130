"""What is kept reaches the disk itself within a moment, and the page never waits for it."""

import os
import threading
from pathlib import Path

import pytest

from reader.store.database import opened


def test_a_change_is_brought_to_the_disk_by_another_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, done = threading.Event(), threading.Event()
    threads: list[threading.Thread] = []

    def fsync(file: int) -> None:
        threads.append(threading.current_thread())
        slow.wait(10)
        assert os.fstat(file).st_size > 0
        done.set()

    database, _ = opened(tmp_path / "reader.sqlite3")
    monkeypatch.setattr(os, "fsync", fsync)
    with database.change() as connection:
        connection.execute("INSERT INTO known (term) VALUES ('rest')")
    slow.set()  # only now: the change did not wait
    assert done.wait(10)
    assert threading.current_thread() not in threads
    database.close()


def test_the_thread_ends_with_the_database(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    database, _ = opened(tmp_path / "reader.sqlite3")
    (thread,) = set(threading.enumerate()) - before
    database.close()
    thread.join(10)
    assert not thread.is_alive()
