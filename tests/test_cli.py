"""Gentle Reader without a window, as a person or another program calls it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import reader
from reader.__main__ import main
from reader.cli import terminal
from reader.formats.shelf import Shelf
from reader.ground.children import Frame, read_frame, write_frame

ROOT = Path(reader.__file__).parents[1]
NOTES = Path(__file__).parent / "data" / "notes.md"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Call main.py from some other folder and return what came of it."""
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *arguments],
        capture_output=True,
        env=os.environ | environment,
        cwd=NOTES.parent,
        check=False,
    )


def test_the_library_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    shown = capsys.readouterr().out
    assert all(f"{text.id}\n  {text.title}\n" in shown for text in Shelf().documents())
    assert "7 parts · about 10 minutes\n  25 hard words · longest sentence " in shown
    assert "120 words" in shown


def test_every_article_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    for id_ in Shelf().ids():
        assert main(["show", id_]) == 0
        shown = capsys.readouterr().out
        assert max(map(len, shown.split("\n"))) <= 80


def test_a_file_is_shown_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(NOTES), "--level", "sentence", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data) == {"title", "blocks", "chunks"}
    assert data["title"] == "Notes on resting: a sample"
    # A table stays one piece, and is read row by row.
    assert all(len(chunk["sentences"]) <= 1 for chunk in data["chunks"] if " | " not in chunk["text"])


def test_a_longer_level_gives_fewer_pieces(capsys: pytest.CaptureFixture[str]) -> None:
    counts = []
    for level in ("sentence", "short", "longer"):
        main(["show", Shelf().ids()[0], "--level", level, "--json"])
        counts.append(len(json.loads(capsys.readouterr().out)["chunks"]))
    assert counts == sorted(set(counts), reverse=True)


def test_of_several_files_the_one_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    for asked in (["no-such.md", str(NOTES)], [str(NOTES), "no-such.md"]):
        assert main(asked) == 2
        assert capsys.readouterr().err.startswith("“no-such.md” is no file or article here;")


@pytest.mark.parametrize(
    "asked",
    [
        ["show"],
        ["show", "no-such-text"],
        ["show", "no-such-file.md"],
        ["show", "."],
        ["show", str(NOTES), "--level", "huge"],
        ["show", str(NOTES), "--jso"],
        ["show", str(NOTES), "more"],
        ["list", "more"],
        ["shwo"],
        ["a" * 5000],
        ["shwo", "more"],
        ["--nonsense"],
        ["--nonsense\n\x1b[2J"],
        ["--check", "more"],
        ["--level", "short"],
        [""],
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asked) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith(".\n")
    assert shown.err.count("\n") == 1
    assert "\x1b" not in shown.err
    assert "nothing is lost" in shown.err


@pytest.mark.parametrize(
    ("option", "says"), [("--version", reader.__version__), ("--help", "show FILE-or-ID")]
)
def test_options_that_only_tell_something(option: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([option])
    assert left.value.code == 0
    assert says in capsys.readouterr().out


def test_without_a_screen_the_first_article_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal.read_in_terminal() == 0
    shown = capsys.readouterr().out
    assert shown.startswith("There is no screen here, so the first article follows as text.\n\n")
    main(["show", Shelf().ids()[0]])
    assert shown.endswith(capsys.readouterr().out)


def test_without_a_screen_a_file_that_was_named_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal.read_in_terminal(str(NOTES)) == 0
    assert "Resting" in capsys.readouterr().out


def test_from_any_folder_a_file_is_found_by_its_own_name() -> None:
    done = run("show", NOTES.name)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_without_these_letters_still_shows_the_text() -> None:
    asked = ("show", Shelf().ids()[0])
    plain = run(*asked, PYTHONIOENCODING="ascii")
    assert (plain.returncode, plain.stderr) == (0, b"")
    data = [
        json.loads(run(*asked, "--json", PYTHONIOENCODING=coding).stdout) for coding in ("ascii", "utf-8")
    ]
    assert data[0] == data[1]
    kindly = run("show", "nö.md", PYTHONIOENCODING="ascii")
    assert (kindly.returncode, kindly.stderr.count(b"\n")) == (2, 1)


@pytest.mark.skipif(os.name != "posix", reason="pipes break differently elsewhere")
def test_when_nobody_listens_any_more_all_is_quiet() -> None:
    asked = [sys.executable, ROOT / "main.py", "show", NOTES]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        assert started.stderr.read() == b""
    assert started.returncode == 0


def test_a_parser_answers_for_a_file_that_fells_it(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"- " * 2000 + b"x")
    question = io.BytesIO()
    about = {"kind": "markdown", "path": str(file), "length": 4001, "name": "a.md", "folder": None}
    write_frame(question, Frame(about))
    asked = [sys.executable, ROOT / "main.py", "--worker", "parser"]
    done = subprocess.run(asked, input=question.getvalue(), capture_output=True, check=True)
    assert read_frame(io.BytesIO(done.stdout)) == Frame({"unfit": ["could not be opened"]})
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to be had")
def test_a_full_disk_is_said_in_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        asked = [sys.executable, ROOT / "main.py", "show", NOTES]
        done = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_nobody_listens_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["list"]) == 0


def test_a_command_is_no_file_even_where_a_file_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list").write_text("No list.")
    monkeypatch.chdir(tmp_path)
    assert main(["list"]) == 0
    assert "No list." not in capsys.readouterr().out


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Shelf, "open", pressed)
    assert main(["show", "any"]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_terminal_imports_no_window() -> None:
    script = "import sys; from reader.__main__ import main; main(['list']); print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.endswith(b"False\n")
