"""R36: no network, ever."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# 2 and 10 or 30 are AF_INET and AF_INET6; a local socket, as sound needs it, is no network.
WATCHED = """
import runpy, socket, sys

def watch(event, arguments):
    if event == "socket.__new__" and arguments[1] in {socket.AF_INET, socket.AF_INET6}:
        raise SystemExit("a network socket was asked for")
    if event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        raise SystemExit("an address on the network was asked for")

sys.addaudithook(watch)
program, *sys.argv[1:] = sys.argv[1:]
sys.argv[0] = program
runpy.run_path(program, run_name="__main__")
"""


def watched(program: Path, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WATCHED, str(program), *words]
    return subprocess.run(
        command,
        cwd=ROOT,
        input=said,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("words", [["list"], ["--version"], ["--check"]], ids=" ".join)
def test_the_app_asks_for_no_network_socket(words):
    done = watched(ROOT / "main.py", *words)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("voice", ["", "natural:emma"])
def test_a_voice_asks_for_none_not_even_one_that_is_not_here(voice: str, tmp_path: Path) -> None:
    question = json.dumps({"do": "say", "speed": 1.0, "voice": voice, "size": 5})
    done = watched(ROOT / "main.py", "--worker", "natural", str(tmp_path), said=f"{question}\nCalm.")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith('{"error": "missing"' if voice else '{"rate": 24000')


def test_a_text_whose_pictures_lie_elsewhere_asks_for_none(tmp_path: Path) -> None:
    text = '![A gut](http://a.b/c.png)\n\n<img alt="A cell" src="//a.b/c.png">\n\n![](\\\\host\\c.png)'
    file = tmp_path / "a.md"
    file.write_text(text)
    asked = {"kind": "markdown", "path": str(file), "length": len(text), "name": "a.md", "size": 0}
    asked["folder"] = str(tmp_path)
    done = watched(ROOT / "main.py", "--worker", "parser", said=f"{json.dumps(asked)}\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith('{"pictures": {}')
    assert "A gut" in done.stdout


def test_a_voice_leaves_nothing_behind_that_would_be_sent(tmp_path: Path) -> None:
    """What calls home from within a C library is not seen above, but it first writes down who is calling."""
    home = tmp_path / "home"
    home.mkdir()
    # Such libraries keep quiet where software is built.
    elsewhere = {name: value for name, value in os.environ.items() if name not in {"CI", "GITHUB_ACTIONS"}}
    elsewhere = {name: value for name, value in elsewhere.items() if not name.startswith("XDG_")}
    question = json.dumps({"do": "say", "speed": 1.0, "voice": "", "size": 5})
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--worker", "natural", str(tmp_path)],
        input=f"{question}\nCalm.".encode(),
        env={**elsewhere, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.startswith(b'{"rate": 24000')
    assert list(home.rglob("*")) == []


def test_the_watch_would_see_one(tmp_path):
    program = tmp_path / "calls_home.py"
    program.write_text("import socket\nsocket.socket(socket.AF_INET)\n")
    done = watched(program)
    assert done.returncode == 1
    assert "a network socket was asked for" in done.stderr
