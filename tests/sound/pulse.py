"""A sound system of one's own, without a loudspeaker, and a recorder of what arrives at its devices."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.sound.matching import Match, find

PATIENCE = 60
NEAR = 10
SILENCE = 8
"""A sample up to this size is silence: a sound system may round."""

Samples = npt.NDArray[np.int16]


class SoundSystem:
    """A PulseAudio daemon of our own; nobody else's sound is touched.

    Its devices and recorders have the rate of the voice, so that each sample arrives as it was made.
    """

    def __init__(self, folder: Path, rate: int) -> None:
        folder.chmod(0o700)
        self.rate = rate
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
                stdout=log,
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

    def plug_in(self, name: str) -> "partial[str]":
        """Plug a device in, and return how to pull it out. The first one is the default."""
        form = (f"sink_name={name}", f"rate={self.rate}", "channels=1")
        return partial(self.control, "unload-module", self.control("load-module", "module-null-sink", *form))

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
    """What arrives at a device, from the beginning on."""

    def __init__(self, system: SoundSystem, device: str) -> None:
        self.rate = system.rate
        # A device works two seconds ahead until it is woken for somebody who wants less.
        system.control("suspend-sink", device, "1")
        form = ("--raw", "--latency-msec=10", "--format=s16le", f"--rate={self.rate}", "--channels=1")
        self._recorder = subprocess.Popen(
            ["parec", *form, f"--device={device}.monitor"],
            env=system.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        )
        while not system.control("list", "short", "source-outputs"):
            assert self._recorder.poll() is None, "the recorder has ended"
        system.control("suspend-sink", device, "0")
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
    def seconds(self) -> float:
        """Return how much has arrived up to now."""
        return len(self._samples) / 2 / self.rate

    def samples(self, start: float = 0.0, end: float | None = None) -> Samples:
        """Return what arrived between two seconds of the recording, or up to now."""
        first, last = (
            None if second is None else 2 * int(max(0.0, second) * self.rate) for second in (start, end)
        )
        with self._arrived:
            part = bytes(self._samples[first:last])
        return np.frombuffer(part[: len(part) // 2 * 2], "<i2")

    def begin(self, second: float) -> float:
        """Return when (CLOCK_MONOTONIC) the recording would have begun, judged around one of its seconds.

        A piece arrives when it is heard or later, so the earliest arrival is the truest. Only those near
        by count: a recorder's own delay changes in the course of minutes.
        """
        return min(now - at for at, now in self._arrivals if abs(at - second) <= NEAR)

    def wait(self, seconds: float) -> None:
        """Wait until so much more has arrived."""
        with self._arrived:
            target = len(self._samples) + 2 * int(seconds * self.rate)
            assert self._arrived.wait_for(lambda: len(self._samples) >= target, PATIENCE)

    def loudest(self, start: float, end: float | None = None) -> int:
        """Return the largest sample between two seconds of the recording."""
        return int(np.abs(self.samples(start, end).astype(int)).max(initial=0))

    def loud(self, start: float = 0.0, end: float | None = None, above: int = SILENCE) -> list[float]:
        """Return the seconds of the recording at which a sample is louder than this."""
        found = np.flatnonzero(np.abs(self.samples(start, end).astype(int)) > above)
        return [int(max(0.0, start) * self.rate) / self.rate + float(at) / self.rate for at in found]

    def loud_seconds(self) -> float:
        """Return how long, all in all, there was a sound."""
        return len(self.loud()) / self.rate

    def find(self, sound: Samples, after: float = 0.0, until: float | None = None) -> Match:
        """Return where a sound is heard between two seconds, and how much it is like what was made."""
        match = find(sound, self.samples(after, until), self.rate)
        return Match(int(max(0.0, after) * self.rate) / self.rate + match.second, match.correlation)

    def end(self) -> None:
        """End the recorder."""
        self._recorder.terminate()
        self._recorder.wait(PATIENCE)
        self._thread.join(PATIENCE)
        assert self._recorder.stdout is not None
        self._recorder.stdout.close()


@contextmanager
def sound_system(folder: Path, rate: int) -> Iterator[SoundSystem]:
    """Give a sound system without any device."""
    system = SoundSystem(folder, rate)
    system.start()
    with ExitStack() as ending:
        ending.callback(system.end)
        yield system


def played(told: dict[str, Any]) -> Samples:
    """Return the samples of a sound that a listener tells to be playing."""
    return np.frombuffer(Path(told["file"]).read_bytes(), "<i2")
