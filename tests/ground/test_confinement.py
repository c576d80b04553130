"""A process that reads a strange file can read that file, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

import reader

TRY = """
import os, socket, subprocess, sys, ctypes, shutil
from pathlib import Path
from reader.ground.confinement import confine
told, beyond = map(Path, sys.argv[1:3])
confine([told])
try:
    {deed}
except PermissionError:
    sys.exit(7)
except OSError:
    sys.exit(8)
"""


def tried(folder: Path, deed: str) -> int:
    """Return how a confined process ends that does a deed; 7 is how one ends that was kept from it."""
    told, beyond = folder / "told", folder / "beyond.txt"
    told.mkdir()
    (told / "a.txt").write_text("words")
    beyond.write_text("secret")
    before = {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}
    root = Path(reader.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", TRY.format(deed=deed), str(told), str(beyond)], cwd=root, check=False
    )
    assert {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")} == before
    return done.returncode


@pytest.mark.parametrize(
    "deed",
    [
        "assert (told / 'a.txt').read_text() == 'words'",
        "import wave, html.parser",
        "list(told.iterdir())",
        "os.fstat(0)",
    ],
)
def test_it_reads_what_it_was_told_and_what_python_is_made_of(tmp_path: Path, deed: str) -> None:
    assert tried(tmp_path, deed) == 0


@pytest.mark.parametrize(
    "deed",
    [
        "beyond.read_text()",
        "(told / '..' / 'beyond.txt').read_text()",
        "open('/etc/passwd')",
        "os.open(beyond, os.O_RDONLY)",
        "(told / 'new.txt').write_text('x')",
        "(told / 'a.txt').open('r+')",
        "open(told / 'new', 'x')",
        "(told / 'a.txt').unlink()",
        "(told / 'a.txt').rename(told / 'b.txt')",
        "(told / 'link').symlink_to('/etc')",
        "(told / 'folder').mkdir()",
        "shutil.rmtree(told)",
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 9))",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.execv(sys.executable, ['python'])",
        "ctypes.CDLL(None)",
        "os.kill(os.getppid(), 0)",
    ],
)
def test_it_does_nothing_else(tmp_path: Path, deed: str) -> None:
    assert tried(tmp_path, deed) == 7


def test_a_way_around_by_a_link_leads_nowhere(tmp_path: Path) -> None:
    assert tried(tmp_path, "open('/proc/self/cwd/../../etc/passwd')") in (7, 8)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_not_even_a_library_in_c_can_make_a_file_grow(tmp_path: Path) -> None:
    deed = "import resource; assert resource.getrlimit(resource.RLIMIT_FSIZE) == (0, 0)"
    assert tried(tmp_path, deed) == 0
