"""A private sound system: its own PulseAudio, a sink without a loudspeaker for each test, and a recorder."""

import json
import os
import runpy
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from ctypes.util import find_library
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

import reader

ROOT = Path(reader.__file__).parents[1]
RATE = 22050
FORM = ("--format=s16le", f"--rate={RATE}", "--channels=1")
PATIENCE = 60
NEAR = 10
SILENCE = 8
"""A sample up to this size is silence: a sound system may round."""

NEEDED = {
    "pulseaudio": ("the program pulseaudio (Debian: pulseaudio)", lambda: shutil.which("pulseaudio")),
    "parec": ("the program parec (Debian: pulseaudio-utils)", lambda: shutil.which("parec")),
    "pulse": ("the library libpulse (Debian: libpulse0)", lambda: find_library("pulse")),
    "espeak": ("an eSpeak library (Debian: libespeak-ng1)", lambda: find_library("espeak-ng")),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, and skip it, with the reason, where real sound cannot be had."""
    missing = [words for words, is_there in NEEDED.values() if not is_there()]
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.sound)
            if missing:
                item.add_marker(pytest.mark.skip(reason=f"no real sound without {', '.join(missing)}"))


class SoundSystem:
    """A PulseAudio daemon of our own; nobody else's sound is touched."""

    def __init__(self, folder: Path) -> None:
        folder.chmod(0o700)
        self._socket, self._log = folder / "socket", folder / "log"
        self._daemon: subprocess.Popen[bytes] | None = None
        self.environment = os.environ | {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_COOKIE": str(folder / "cookie"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def start(self) -> None:
        """Start the daemon, without any device."""
        self._socket.unlink(missing_ok=True)
        door = f"module-native-protocol-unix auth-anonymous=1 socket={self._socket}"
        with self._log.open("wb") as log:
            self._daemon = subprocess.Popen(
                [
                    "pulseaudio",
                    "-n",
                    "--daemonize=no",
                    "--use-pid-file=no",
                    "--exit-idle-time=-1",
                    "-L",
                    door,
                ],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stderr=log,
            )
        self._wait_until_it_answers()

    def _wait_until_it_answers(self) -> None:
        assert self._daemon is not None
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            asked = subprocess.run(["pactl", "info"], env=self.environment, capture_output=True, check=False)
            if asked.returncode == 0:
                return
            assert self._daemon.poll() is None, self._log.read_text()
        raise AssertionError("PulseAudio does not answer")

    def control(self, *words: str) -> str:
        """Tell the daemon something and return its answer."""
        done = subprocess.run(
            ["pactl", *words], env=self.environment, capture_output=True, check=True, text=True
        )
        return done.stdout.strip()

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the daemon."""
        assert self._daemon is not None
        self._daemon.send_signal(how)
        self._daemon.wait(PATIENCE)


class Recording:
    """What arrives at a sink, from the beginning on."""

    def __init__(self, system: SoundSystem, sink: str) -> None:
        self._recorder = subprocess.Popen(
            ["parec", "--raw", "--latency-msec=10", *FORM, f"--device={sink}.monitor"],
            env=system.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        )
        self._arrived = threading.Condition()
        self._samples = bytearray()
        self._arrivals: list[tuple[float, float]] = []
        self._thread = threading.Thread(target=self._record, daemon=True)
        self._thread.start()
        self.wait(0.1)

    def _record(self) -> None:
        assert self._recorder.stdout is not None
        while piece := os.read(self._recorder.stdout.fileno(), 65536):
            now = time.monotonic()
            with self._arrived:
                self._samples += piece
                self._arrivals.append((self.seconds, now))
                self._arrived.notify_all()

    @property
    def samples(self) -> memoryview:
        """Return what has arrived up to now."""
        with self._arrived:
            return memoryview(bytes(self._samples[: len(self._samples) // 2 * 2])).cast("h")

    @property
    def seconds(self) -> float:
        """Return how much has arrived up to now."""
        return len(self._samples) / 2 / RATE

    def begin(self, second: float) -> float:
        """Return when (CLOCK_MONOTONIC) the recording would have begun, judged around one of its seconds.

        A piece arrives when it is heard or later, so the earliest arrival is the truest. Only those near
        by count: a recorder's own delay changes in the course of minutes.
        """
        return min(now - at for at, now in self._arrivals if abs(at - second) <= NEAR)

    def wait(self, seconds: float) -> None:
        """Wait until so much more has arrived."""
        with self._arrived:
            target = len(self._samples) + 2 * int(seconds * RATE)
            assert self._arrived.wait_for(lambda: len(self._samples) >= target, PATIENCE)

    def loudest(self, start: float, end: float | None = None) -> int:
        """Return the largest sample between two seconds of the recording."""
        part = self.samples[int(start * RATE) : None if end is None else int(end * RATE)]
        return max(max(part, default=0), -min(part, default=0))

    def loud_seconds(self) -> float:
        """Return how long, all in all, there was a sound."""
        return sum(abs(sample) > SILENCE for sample in self.samples) / RATE

    def end(self) -> None:
        """End the recorder."""
        self._recorder.terminate()
        self._recorder.wait(PATIENCE)
        self._thread.join(PATIENCE)
        assert self._recorder.stdout is not None
        self._recorder.stdout.close()


class Person:
    """One who listens in a process of their own; see listener.py."""

    def __init__(self, environment: dict[str, str], folder: Path, text: str, seconds: float) -> None:
        (folder / "text").write_text(text, "utf-8")
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("listener.py")), str(folder), str(seconds)],
            env=environment | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._told: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self.story: list[dict[str, Any]] = []
        """Everything that has happened up to where the test is."""
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        self.sees("ready")

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._told.put(json.loads(line))
        self._told.put(None)

    def does(self, *words: str) -> dict[str, Any]:
        """Do something, and return when it is done."""
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join(words).encode() + b"\n")
        self._process.stdin.flush()
        return self.sees("done", verb=words[0])

    def sees(self, event: str, **what: Any) -> dict[str, Any]:
        """Wait until this happens, and return it."""
        while True:
            told = self._told.get(timeout=PATIENCE)
            assert told is not None, f"the listener ended before {event} {what}"
            self.story.append(told)
            if told["event"] == event and what.items() <= told.items():
                return told

    def all(self, event: str) -> list[dict[str, Any]]:
        """Return everything of this kind that has happened up to here."""
        return [told for told in self.story if told["event"] == event]

    def end(self) -> None:
        """Close the listener; it ends its voice by itself."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE)
        self._thread.join(PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture(scope="session")
def find() -> Any:
    """Return `find` of matching.py: where a sound stands in a recording, and how much the two are alike."""
    return runpy.run_path(str(Path(__file__).with_name("matching.py")))["find"]


@pytest.fixture
def sound_system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundSystem]:
    """Return a sound system without any device; it ends with the test."""
    system = SoundSystem(tmp_path_factory.mktemp("pulse"))
    system.start()
    yield system
    system.end()


@pytest.fixture
def plug_in(sound_system: SoundSystem) -> Callable[[str], Callable[[], object]]:
    """Return how to plug a device in by name; that returns how to pull it out. The first is the default."""

    def plug(name: str) -> Callable[[], object]:
        words = ("load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}", "channels=1")
        return partial(sound_system.control, "unload-module", sound_system.control(*words))

    return plug


@pytest.fixture
def record(sound_system: SoundSystem) -> Iterator[Callable[[str], Recording]]:
    """Return how to record what arrives at a device."""
    with ExitStack() as ending:

        def start(sink: str) -> Recording:
            made = Recording(sound_system, sink)
            ending.callback(made.end)
            return made

        yield start


@pytest.fixture
def listens(sound_system: SoundSystem, tmp_path: Path) -> Iterator[Callable[..., Person]]:
    """Return how to let a person listen to a text."""
    with ExitStack() as ending:

        def start(text: str, *, seconds: float = PATIENCE, **environment: str) -> Person:
            made = Person(sound_system.environment | environment, tmp_path, text, seconds)
            ending.callback(made.end)
            return made

        yield start
