"""A file is whole on the disk: the old one or the new one, whatever happens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.ground.files import set_aside, write_whole

ROOT = Path(__file__).parents[2]

KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from reader.ground import files
files.os.fsync = lambda _descriptor: os.kill(os.getpid(), signal.SIGKILL)
files.write_whole(Path(sys.argv[1]), b"new" * 100_000)
"""


def test_a_file_is_written_and_its_folders_are_made(tmp_path):
    path = tmp_path / "a" / "b" / "settings.json"
    write_whole(path, "β2 — ok".encode())
    write_whole(path, b"again")
    assert path.read_bytes() == b"again"
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    write_whole(path, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


def test_a_kill_in_the_middle_leaves_the_old_file(tmp_path):
    path = tmp_path / "settings.json"
    write_whole(path, b"old")
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, str(path)]
    assert subprocess.run(command, cwd=ROOT, check=False, timeout=60).returncode == -9
    assert path.read_bytes() == b"old"


def test_broken_files_are_kept_aside_each_under_a_name_of_its_own(tmp_path):
    path = tmp_path / "settings.json"
    for content in ("first", "second"):
        path.write_text(content)
        set_aside(path)
    assert not path.exists()
    assert {entry.name: entry.read_text() for entry in tmp_path.iterdir()} == {
        "settings.json.broken-1": "first",
        "settings.json.broken-2": "second",
    }
