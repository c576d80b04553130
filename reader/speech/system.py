"""The voice that the computer brings along, through pyttsx3; runs in a process of its own.

pyttsx3 only synthesises here, into a file: its playing blocks, hangs, or reports success in silence. On
Linux the eSpeak library is watched for the times of the words; elsewhere they are estimated. The Windows
and macOS engines are provided for from what pyttsx3's source says, but were not tried.
"""

import ctypes
import importlib
import os
import tempfile
from pathlib import Path
from typing import Any

from reader.speech import choosing, levelling, recording
from reader.speech.speakable import NOTHING_SAID, speakable
from reader.speech.synthesis import NoEngineError
from reader.speech.timing import Heard, word_times
from reader.speech.voice import Sound, VoiceName

CALM_PACE = 147
"""What the engine is told at speed 1.0; measured, it is about 165 words a minute."""

IN_STEP_FROM = 0.85
"""The slowest speed at which 95 of 100 words are marked within 60 ms of their sound (R32); measured."""

SLOWEST, FASTEST = 80, 450
"""What eSpeak can do; nothing on the way there checks it."""


class SystemEngine:
    """The speech engine of the system. Raises NoEngineError when there is none."""

    def __init__(self) -> None:
        self._engine: Any = _start()
        self._finished = False
        self._engine.connect("finished-utterance", self._on_finished)
        self._heard: list[Heard] = []
        self._gains: dict[str, float] = {}
        self._espeak = self._watched_espeak() if self._engine.driver_name == "espeak" else None
        self._voices = tuple(
            choosing.named(voice.id, voice.name or "", voice.languages or ())
            for voice in self._engine.getProperty("voices")
        )

    def voices(self) -> tuple[VoiceName, ...]:
        """Return the voices to choose from."""
        return choosing.offered(self._voices)

    def warm(self, voice: str) -> None:
        """Measure how loud this voice is."""
        self._gain(self._chosen(voice))

    def synthesise(self, text: str, speed: float, voice: str) -> Sound:
        """Return the sound of a text; raises ValueError or OSError when the engine makes none.

        A voice that is not there is replaced by the usual one, and a text without anything to say is a
        short silence.
        """
        said = speakable(text)
        if not said:
            return recording.silence(NOTHING_SAID, 22050)
        chosen = self._chosen(voice)
        gain = self._gain(chosen)
        samples, rate = self._recorded(said, chosen, speed)
        samples, cut = recording.trimmed(samples, rate)
        seconds = len(samples) / 2 / rate
        heard = [(place, min(max(time - cut, 0.0), seconds)) for place, time in self._heard]
        times = word_times(text, seconds, heard)
        measured = bool(heard) and speed >= IN_STEP_FROM
        return Sound(levelling.levelled(samples, gain), rate, times, measured)

    def _chosen(self, voice: str) -> str:
        chosen = choosing.chosen(self._voices, voice)
        if not chosen and voice.startswith(choosing.LANGUAGE):
            raise NoEngineError(f"no voice knows this {voice}")
        return chosen

    def _gain(self, voice: str) -> float:
        """Return the factor that makes this voice as loud as every other; found once."""
        if voice not in self._gains:
            self._gains[voice] = levelling.gain_for(*self._recorded(levelling.CALIBRATION, voice, 1.0))
        return self._gains[voice]

    def _recorded(self, text: str, voice: str, speed: float) -> tuple[bytes, int]:
        self._set(voice, round(CALM_PACE * speed))
        with tempfile.TemporaryDirectory(prefix="gentle-reader-") as folder:
            path = Path(folder, "speech")
            self._save(text, path)
            return recording.read(path)

    def _set(self, voice: str, rate: int) -> None:
        if voice:
            self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", min(max(rate, SLOWEST), FASTEST))
        if self._espeak:
            # eSpeak takes both on a thread of its own, and pyttsx3 cancels what that thread has not done
            # when it starts to speak. So: hand them over now, and wait until they are taken.
            self._engine.proxy.setBusy(False)
            self._espeak.Synchronize()

    def _save(self, text: str, path: Path) -> None:
        self._finished = False
        self._heard.clear()
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()
        # The Windows driver saves before it returns, and never says that it has finished.
        if not self._finished and self._engine.driver_name != "sapi5":
            raise ValueError("the engine did not finish")

    def _on_finished(self, completed: bool, **_: object) -> None:
        self._finished = completed

    def _watched_espeak(self) -> Any:
        """Note where and when each word is while eSpeak works, and return pyttsx3's door to the library.

        pyttsx3 tells a word's place, not its time. The time is in the event that the library hands to
        the driver, hence the look at the driver's private parts: their version is pinned.
        """
        espeak = importlib.import_module("pyttsx3.drivers._espeak")
        driver_hears = self._engine.proxy._driver._onSynth

        def hear(samples: Any, count: int, events: Any) -> int:
            index = 0
            while (event := events[index]).type != espeak.EVENT_LIST_TERMINATED:
                if event.type == espeak.EVENT_WORD and event.text_position > 0:
                    self._heard.append((event.text_position - 1, event.audio_position / 1000))
                index += 1
            return int(driver_hears(samples, count, events))

        espeak.SetSynthCallback(hear)
        return espeak


def _start() -> Any:
    try:
        return _pyttsx3_engine()
    except NoEngineError:
        _load_packaged_espeak()
        return _pyttsx3_engine()


def _pyttsx3_engine() -> Any:
    try:
        return importlib.import_module("pyttsx3").init()
    except Exception as error:
        # Each platform's engine raises what it likes.
        raise NoEngineError(str(error)) from error


def _load_packaged_espeak() -> None:
    """Load the eSpeak library of the optional package espeakng-loader, so that pyttsx3 finds it loaded."""
    try:
        package = importlib.import_module("espeakng_loader")
        # Without its data the library ends the whole process.
        os.environ["ESPEAK_DATA_PATH"] = str(package.get_data_path())
        ctypes.CDLL(f"{package.get_library_path()}.1")
    except (ImportError, OSError) as error:
        raise NoEngineError(str(error)) from error
