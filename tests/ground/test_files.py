"""A file is whole on the disk: the old one or the new one, whatever happens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.ground.files import set_aside, write_whole, written_whole

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


def test_a_long_file_is_written_bit_by_bit_and_there_only_at_its_end(tmp_path):
    path = tmp_path / "sound.wav"
    path.write_bytes(b"old")
    with written_whole(path) as file:
        for _ in range(3):
            file.write(b"part ")
        file.seek(0)
        file.write(b"PART")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"PART part part "
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_broken_off_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    path = tmp_path / "sound.wav"
    path.write_bytes(b"old")

    def break_off() -> None:
        with written_whole(path) as file:
            file.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_or_a_device_is_never_replaced_and_a_link_stays_one(tmp_path):
    for place in (tmp_path, Path("/dev/full")):
        with pytest.raises(OSError, match="not a file"), written_whole(place):
            pass
    with pytest.raises(FileNotFoundError), written_whole(tmp_path / "no folder" / "sound.wav"):
        pass
    link, real = tmp_path / "link", tmp_path / "real"
    link.symlink_to(real)
    with written_whole(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_new_file_may_be_read_as_the_persons_files_are_and_settings_by_nobody_else(tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    with written_whole(tmp_path / "sound"):
        pass
    write_whole(tmp_path / "settings", b"")
    assert (tmp_path / "sound").stat().st_mode == usual.stat().st_mode
    assert (tmp_path / "settings").stat().st_mode & 0o777 == 0o600


def test_a_name_as_long_as_names_may_be_can_be_written(tmp_path):
    path = tmp_path / ("a" * 255)
    with written_whole(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"
