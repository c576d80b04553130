"""A text read into a sound file without a window, by the real voices of this computer."""

import json
import os
import signal
import subprocess
import sys
import wave
from pathlib import Path

import pytest
import soundfile

import reader
from reader.__main__ import main
from reader.formats.shelf import Shelf
from reader.model.level import Level
from reader.session.rendering import FULL
from reader.speech.engines import USUAL_INSTEAD
from reader.store.folders import Folders
from reader.text.chunks import chunks

ROOT = Path(reader.__file__).parents[1]

TEXT = "# Rest\n\n## First\n\nLie down. Close your eyes.\n\n## Second\n\nβ2 cells [3] rest too.\n"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(TEXT)
    return path


def seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        return file.getnframes() / file.getframerate()


@pytest.mark.parametrize("level", list(Level))
def test_each_word_that_is_heard_is_marked_in_the_text_of_the_pieces(notes: Path, level: Level) -> None:
    to, marks = notes.with_name("out.wav"), notes.with_name("marks.json")
    assert main(["say", str(notes), "--to", str(to), "--marks", str(marks), "--level", level.value]) == 0
    joined = "".join(piece.text for piece in chunks(Shelf().open(str(notes)), level))
    told = json.loads(marks.read_text(encoding="utf-8"))
    assert [set(mark) for mark in told] == [{"word", "start", "length", "time"}] * len(told)
    assert all(mark["word"] == joined[mark["start"] :][: mark["length"]] for mark in told)
    assert [mark["word"] for mark in told][:5] == ["Lie", "down", "Close", "your", "eyes"]
    times = [mark["time"] for mark in told]
    assert times == sorted(times)
    assert times[0] < 0.5
    assert times[-1] < seconds(to)


def test_an_mp3_file_is_made_by_its_ending_with_another_voice_slower_and_with_headings(
    notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["voices"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown
    plain, rich = notes.with_name("plain.wav"), notes.with_name("rich.MP3")
    assert main(["say", str(notes), "--to", str(plain)]) == 0
    asked = ["--speed", "0.7", "--headings", "--voice", shown[-2].strip().upper()]
    assert main(["say", str(notes), "--to", str(rich), *asked]) == 0
    with soundfile.SoundFile(str(rich)) as file:
        assert file.format == "MP3"
        assert file.frames / file.samplerate > seconds(plain)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "asked",
    [
        ["say"],
        ["say", "NOTES"],
        ["say", "NOTES", "--to", "out.flac"],
        ["say", "NOTES", "--to", "out"],
        ["say", "NOTES", "--to", "out.wav", "--speed", "3"],
        ["say", "NOTES", "--to", "out.wav", "--speed", "nan"],
        ["say", "NOTES", "--to", "out.wav", "--speed", "fast"],
        ["say", "NOTES", "--to", "out.wav", "--voice", "nobody"],
        ["say", "NOTES", "--to", "out.wav", "--marks", "out.wav"],
        ["say", "NOTES", "--to", "no folder/out.wav"],
        ["say", "NOTES", "--to", "out.wav", "--marks", "no folder/marks.json"],
        ["say", "NOTES", "--to", "out.wav", "--marks", "NOTES"],
        ["say", "NOTES", "--to", "folder.wav"],
        ["say", "NOTES", "--to", "/proc/out.wav"],
        ["say", "no-such-text", "--to", "out.wav"],
        ["say", "folder.wav", "--to", "out.wav"],
        ["voices", "more"],
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_nothing(
    asked: list[str], notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(notes.parent)
    Path("folder.wav").mkdir()
    assert main([str(notes) if word == "NOTES" else word for word in asked]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert "nothing is lost" in shown.err
    assert {path.name for path in notes.parent.iterdir()} == {"notes.md", "folder.wav"}


def say(notes: Path, *more: str, limit: str = "", stderr: int = subprocess.PIPE) -> "subprocess.Popen[bytes]":
    """Start it as a person would, perhaps where no file may grow larger than the limit in bytes."""
    script = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n" if limit else ""
    )
    # Who runs the tests beside other work may have ignored these; a person at a terminal has not.
    script += "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    script += "".join(
        f"signal.signal(signal.{end}, signal.SIG_DFL)\n"
        for end in ("SIGHUP", "SIGTERM")
        if hasattr(signal, end)
    )
    script += "import sys; from reader.__main__ import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.Popen(
        [sys.executable, "-c", script, "say", str(notes), *more],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=stderr,
    )


@pytest.mark.skipif(os.name != "posix", reason="the limit of a file's size is the system's")
@pytest.mark.parametrize("ending", [".wav", ".mp3"])
def test_a_full_disk_is_said_and_the_old_file_stays(notes: Path, ending: str) -> None:
    to = notes.with_name(f"out{ending}")
    to.write_bytes(b"old")
    with say(notes, "--to", str(to), "--marks", str(notes.with_name("marks.json")), limit="5000") as started:
        out, told = started.communicate()
    assert (started.returncode, out, told.decode()) == (2, b"", f"{FULL}\n")
    assert to.read_bytes() == b"old"
    assert {path.name for path in notes.parent.iterdir()} == {"notes.md", to.name}


@pytest.mark.skipif(os.name != "posix", reason="terminals and signals are the system's")
@pytest.mark.parametrize("end", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_terminal_is_told_how_far_it_is_and_an_end_leaves_nothing(notes: Path, end: str) -> None:
    """Ctrl+C, the end of the day, a terminal that is closed."""
    notes.write_text("# Long\n\n" + "This is a sentence of a long text. " * 5000)
    terminal, its_end = os.openpty()
    with say(notes, "--to", str(notes.with_name("out.mp3")), stderr=its_end) as started:
        os.close(its_end)
        told = os.read(terminal, 1000)
        started.send_signal(getattr(signal, end))
        out, _ = started.communicate(timeout=30)
    os.close(terminal)
    assert told.startswith(b"Saving: chapter 1 of ")
    assert (started.returncode, out) == (130, b"")
    assert list(notes.parent.iterdir()) == [notes]


def test_a_damaged_voice_is_replaced_and_that_is_told(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(notes.parent))
    damaged = Folders.of_person().voices / "bf_damaged.onnx"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"damaged")
    to = notes.with_name("out.wav")
    assert main(["say", str(notes), "--to", str(to), "--voice", "damaged, british english"]) == 0
    assert capsys.readouterr().err.strip() == USUAL_INSTEAD
    assert to.exists()


def test_without_a_terminal_there_is_no_progress(notes: Path) -> None:
    with say(notes, "--to", str(notes.with_name("out.wav"))) as started:
        assert started.communicate() == (b"", b"")
    assert started.returncode == 0
