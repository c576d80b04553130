"""The computer stays awake while the voice speaks or the text goes on by itself, and only then."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.ground.events import Event
from reader.ui.awake import Awake

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the stand-in is the program of Linux")

STAND_IN = """#!/bin/sh
echo "holds $*" >>"$0.log"
cat
echo "let go" >>"$0.log"
"""


class Voice:
    """As much of listening as matters here."""

    def __init__(self) -> None:
        self.changed: Event[[]] = Event()
        self.speaking = False

    def speak(self, speaking: bool) -> None:
        self.speaking = speaking
        self.changed.emit()


class FreeHands:
    """As much of hands free as matters here."""

    def __init__(self) -> None:
        self.changed: Event[[]] = Event()
        self.on = False

    def turn(self, on: bool) -> None:
        self.on = on
        self.changed.emit()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a stand-in for the system's program, which writes down what happens to it."""
    file = tmp_path / "systemd-inhibit"
    file.write_text(STAND_IN)
    file.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    return file.with_name("systemd-inhibit.log")


def test_awake_from_the_first_word_to_the_pause_and_again(
    program: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a busy machine the stand-in may need longer than a person should wait.
    monkeypatch.setattr("reader.ui.awake._PATIENCE", 30)
    voice = Voice()
    awake = Awake(voice, FreeHands())
    for held in (1, 3):
        voice.speak(True)
        voice.speak(True)
        qtbot.waitUntil(lambda held=held: program.exists() and len(program.read_text().splitlines()) == held)
        assert awake._holding.poll() is None, "it holds as long as the voice speaks"
        voice.speak(False)
    first, *rest = program.read_text().splitlines()
    assert first.startswith("holds --what=sleep ")
    assert rest == ["let go", first, "let go"]


def test_the_screen_stays_lit_while_the_text_goes_on_by_itself(
    program: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.awake._PATIENCE", 30)
    voice, hands = Voice(), FreeHands()
    awake = Awake(voice, hands)

    def lines() -> list[str]:
        return program.read_text().splitlines() if program.exists() else []

    hands.turn(True)
    qtbot.waitUntil(lambda: len(lines()) == 1)
    assert lines()[0].startswith("holds --what=idle:sleep ")
    voice.speak(True)
    hands.turn(False)
    qtbot.waitUntil(lambda: len(lines()) == 3)
    assert lines()[2].startswith("holds --what=sleep "), "the voice alone leaves the screen to itself"
    voice.speak(False)
    assert awake._holding is None
    assert lines()[3] == "let go"


def test_where_the_program_is_missing_the_voice_speaks_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    voice = Voice()
    Awake(voice, FreeHands())
    voice.speak(True)
    voice.speak(False)
    assert not program.exists()


def test_without_a_screen_nothing_is_kept_awake(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "offscreen")
    voice = Voice()
    Awake(voice, FreeHands())
    voice.speak(True)
    assert not program.exists()
