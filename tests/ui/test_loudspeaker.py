"""The process that plays may be missing, die or hang: one calm sentence says so, and the next try works."""

import os
import select
import signal
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import reader
from reader.speech.voice import Sound, SoundState
from reader.ui.loudspeaker import IDLE, LOOK, MOST_LOOKS, MOST_LOOKS_AT_START, Loudspeaker
from reader.ui.sound import NOT_PLAYED

ROOT = Path(reader.__file__).parents[1]
SOUND = Sound(array("h", [1000] * 2000).tobytes(), 1000)

CHILD = """
import sys, time
from pathlib import Path
from reader.ground.children import Frame, pipes, read_frame, write_frame

manner, file = sys.argv[1], Path(sys.argv[2])
with pipes() as (questions, answers):
    def tell(event, number, **more):
        write_frame(answers, Frame({"event": event, "number": number, "at": time.monotonic(), **more}))
    number = 0
    while True:
        asked = read_frame(questions).header
        with file.open("a") as done:
            done.write(asked["do"] + "\\n")
        match asked["do"], manner:
            case "play", "dies":
                sys.exit(1)
            case "play", "dies once" if file.read_text().count("play") == 1:
                sys.exit(1)
            case "play", "is mute":
                pass
            case "play", _:
                tell("finished", number)
                number = asked["number"]
                tell("moved", number, position=0.5)
                if manner == "is without a device":
                    tell("lost", number)
            case ("pause" | "resume"), "ends":
                tell("moved", number, position=0.6)
                tell("finished", number)
"""
"""Plays nothing, in one of several manners, and writes down what it was asked to do."""

OWNER = """
import sys
from PySide6.QtCore import QCoreApplication
from reader.ui.bridge import QtClock
from reader.ui.loudspeaker import Loudspeaker

qt = QCoreApplication([])
loudspeaker = Loudspeaker(qt, QtClock(qt))
loudspeaker.warm()
print(loudspeaker.pid, flush=True)
qt.exec()
"""


class Listener:
    """One who plays a sound, and what they are told of it."""

    def __init__(self, qtbot: Any, clock: Any, loudspeaker: Loudspeaker) -> None:
        self.clock = clock
        self.loudspeaker = loudspeaker
        self.told: list[str] = []
        self._qtbot = qtbot
        loudspeaker.moved.connect(lambda _: self.told.append("moved"))
        loudspeaker.finished.connect(lambda: self.told.append("finished"))
        loudspeaker.lost.connect(lambda: self.told.append("lost"))
        loudspeaker.failed.connect(lambda error: self.told.append(str(error)))

    def plays(self) -> None:
        self.told.clear()
        self.loudspeaker.play(SOUND)

    def is_told(self, *told: str) -> None:
        self._qtbot.waitUntil(lambda: self.told == list(told), timeout=30_000)

    def waits(self, looks: int) -> None:
        for _ in range(looks):
            self.clock.advance(LOOK)


@pytest.fixture
def listener(qapp: Any, qtbot: Any, clock: Any, tmp_path: Path) -> Iterator[Callable[..., Listener]]:
    """Return one who listens to a process with this manner; without one, to the real process."""
    made: list[Loudspeaker] = []

    def make(manner: str = "") -> Listener:
        start = ((sys.executable, "-c", CHILD, manner, str(tmp_path / "done")),) if manner else ()
        made.append(Loudspeaker(qapp, clock, *start))
        return Listener(qtbot, clock, made[-1])

    yield make
    for loudspeaker in made:
        loudspeaker.close()


def ended(process: int) -> bool:
    """Wait until the process of this descriptor has ended; return whether it has."""
    return bool(select.select([process], [], [], 30)[0])


def test_without_a_sound_system_one_calm_sentence_says_so_each_time(
    listener: Callable[..., Listener], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/at-all")
    someone = listener()
    someone.loudspeaker.warm()
    for _ in range(2):
        someone.plays()
        assert someone.told == [], "what fails is told later"
        someone.is_told(NOT_PLAYED)
        assert someone.loudspeaker.state is SoundState.SILENT


def test_a_process_that_cannot_be_started_is_told_of_in_the_same_way(
    qapp: Any, qtbot: Any, clock: Any
) -> None:
    someone = Listener(qtbot, clock, Loudspeaker(qapp, clock, ("/nowhere/at-all",)))
    someone.plays()
    someone.is_told(NOT_PLAYED)


def test_a_sound_that_is_heard_tells_how_far_it_has_come(listener: Callable[..., Listener]) -> None:
    someone = listener("plays")
    someone.plays()
    someone.is_told("moved")
    assert (someone.loudspeaker.state, someone.loudspeaker.position()) == (SoundState.PLAYING, 0.5)
    someone.loudspeaker.stop()
    assert (someone.loudspeaker.state, someone.loudspeaker.position()) == (SoundState.SILENT, 0.0)


def test_the_end_of_an_earlier_sound_is_not_taken_for_that_of_the_next(
    listener: Callable[..., Listener],
) -> None:
    someone = listener("plays")
    for _ in range(2):
        someone.plays()
        someone.is_told("moved")


def test_a_sound_that_ends_just_when_it_is_paused_ends_when_it_goes_on(
    listener: Callable[..., Listener], qtbot: Any, tmp_path: Path
) -> None:
    someone = listener("ends")
    someone.plays()
    someone.is_told("moved")
    someone.loudspeaker.pause()
    qtbot.waitUntil(lambda: "pause" in (tmp_path / "done").read_text(), timeout=30_000)
    assert someone.loudspeaker.state is SoundState.PAUSED
    someone.loudspeaker.resume()
    someone.is_told("moved", "moved", "finished")
    assert someone.loudspeaker.state is SoundState.SILENT


def test_a_sound_that_stands_still_is_lost_and_its_process_ended(listener: Callable[..., Listener]) -> None:
    someone = listener("stands still")
    someone.plays()
    someone.is_told("moved")
    someone.waits(MOST_LOOKS)
    assert someone.told == ["moved", "lost"]
    assert (someone.loudspeaker.state, someone.loudspeaker.pid) == (SoundState.SILENT, None)


def test_a_paused_sound_may_stand_still(listener: Callable[..., Listener]) -> None:
    someone = listener("stands still")
    someone.plays()
    someone.is_told("moved")
    someone.loudspeaker.pause()
    someone.waits(2 * MOST_LOOKS)
    assert someone.loudspeaker.state is SoundState.PAUSED


def test_a_process_that_dies_while_it_plays_has_lost_the_sound(listener: Callable[..., Listener]) -> None:
    someone = listener("plays")
    someone.plays()
    someone.is_told("moved")
    assert someone.loudspeaker.pid
    os.kill(someone.loudspeaker.pid, signal.SIGKILL)
    someone.is_told("moved", "lost")
    someone.plays()
    someone.is_told("moved")


def test_a_device_that_is_gone_leaves_the_process_for_the_next_sound(
    listener: Callable[..., Listener],
) -> None:
    someone = listener("is without a device")
    someone.plays()
    someone.is_told("moved", "lost")
    process = someone.loudspeaker.pid
    someone.plays()
    someone.is_told("moved", "lost")
    assert someone.loudspeaker.pid == process is not None


def test_what_an_old_process_cannot_play_a_new_one_plays(listener: Callable[..., Listener]) -> None:
    someone = listener("dies once")
    someone.loudspeaker.warm()
    someone.plays()
    someone.is_told("moved")


def test_what_two_processes_cannot_play_fails(listener: Callable[..., Listener], tmp_path: Path) -> None:
    someone = listener("dies")
    someone.loudspeaker.warm()
    someone.plays()
    someone.is_told(NOT_PLAYED)
    assert (tmp_path / "done").read_text().count("play") == 2


def test_a_process_that_hangs_from_the_start_is_given_up(listener: Callable[..., Listener]) -> None:
    someone = listener("is mute")
    someone.plays()
    someone.waits(MOST_LOOKS_AT_START)
    assert someone.told == [NOT_PLAYED]


def test_after_a_long_silence_the_process_ends_and_a_sound_starts_it_anew(
    listener: Callable[..., Listener],
) -> None:
    someone = listener("plays")
    someone.loudspeaker.warm()
    someone.plays()
    someone.is_told("moved")
    someone.loudspeaker.stop()
    someone.clock.advance(IDLE - 1)
    assert someone.loudspeaker.pid
    someone.clock.advance(1)
    assert someone.loudspeaker.pid is None
    someone.plays()
    someone.is_told("moved")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets one wait for another's process")
def test_the_process_ends_with_the_window_even_if_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", OWNER], stdout=subprocess.PIPE, cwd=ROOT) as owner:
        assert owner.stdout
        process = os.pidfd_open(int(owner.stdout.readline()))
        owner.kill()
    assert ended(process)
    os.close(process)


def test_playing_is_left_to_the_process(listener: Callable[..., Listener]) -> None:
    someone = listener("plays")
    someone.plays()
    someone.is_told("moved")
    imported = "import sys, reader.app; sys.exit('PySide6.QtMultimedia' in sys.modules)"
    subprocess.run([sys.executable, "-c", imported], cwd=ROOT, check=True, timeout=60)
