"""What pyttsx3 does on three systems, as its source says, and what the voice makes of it."""

import sys
import wave
from array import array
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from reader.speech.system import SystemEngine

RATE = 1000
SPEECH = [0] * 500 + [5000] * 2000 + [0] * 700
"""Half a second of silence, two of speech, and some silence again."""


class Engine:
    """Stands in for pyttsx3 with one of its drivers; tells eSpeak's events while it saves."""

    def __init__(self, driver: str, events: list[tuple[int, int]]) -> None:
        self.driver_name = driver
        self.set: dict[str, object] = {}
        self.said = ""
        self.finishes = driver != "sapi5"
        self.events = events
        self.hear: Callable[..., int] = lambda *_: 0
        self.order: list[str] = []
        self.proxy = SimpleNamespace(
            setBusy=lambda _: self.order.append("hand over"),
            _driver=SimpleNamespace(_onSynth=lambda *_: 0),
        )
        self._finished: Callable[..., object] = print

    def connect(self, topic: str, call: Callable[..., object]) -> None:
        assert topic == "finished-utterance"
        self._finished = call

    def getProperty(self, name: str) -> Any:  # noqa: N802
        assert name == "voices"
        return [SimpleNamespace(id="hazel", name="Microsoft Hazel Desktop - English", languages=["en-GB"])]

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802
        self.set[name] = value

    def save_to_file(self, text: str, path: str) -> None:
        self.said = text
        self.order.append("save")
        with wave.open(path, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(array("h", SPEECH).tobytes())

    def runAndWait(self) -> None:  # noqa: N802
        kinds = [SimpleNamespace(type=1, text_position=place, audio_position=at) for place, at in self.events]
        self.hear(None, 0, [*kinds, SimpleNamespace(type=0)])
        if self.finishes:
            self._finished(name=None, completed=True)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Engine, SystemEngine]]:
    """Return how to start the voice upon a driver that tells these events."""

    def start(driver: str, events: list[tuple[int, int]] | None = None) -> tuple[Engine, SystemEngine]:
        engine = Engine(driver, events or [])
        espeak: Any = ModuleType("pyttsx3.drivers._espeak")
        espeak.EVENT_LIST_TERMINATED, espeak.EVENT_WORD = 0, 1
        espeak.SetSynthCallback = lambda hear: setattr(engine, "hear", hear)
        espeak.Synchronize = lambda: engine.order.append("wait")
        pyttsx3: Any = ModuleType("pyttsx3")
        pyttsx3.init = lambda: engine
        monkeypatch.setitem(sys.modules, "pyttsx3", pyttsx3)
        monkeypatch.setitem(sys.modules, "pyttsx3.drivers._espeak", espeak)
        return engine, SystemEngine()

    return start


def test_espeak_tells_the_times_which_move_with_the_silence_that_is_cut(engine: Any) -> None:
    _, voice = engine("espeak", [(1, 500), (3, 1500), (0, 2400)])
    sound = voice.synthesise("I a", 1.0, "")
    assert sound.measured
    assert [(word.start, word.length) for word in sound.words] == [(0, 1), (2, 1)]
    assert [word.time for word in sound.words] == pytest.approx([0.02, 1.02])
    assert sound.seconds == pytest.approx(2.04)


def test_the_times_of_one_sentence_do_not_reach_the_next(engine: Any) -> None:
    stand_in, voice = engine("espeak", [(1, 500), (3, 1500)])
    voice.synthesise("I a", 1.0, "")
    stand_in.events = []
    assert not voice.synthesise("I a", 1.0, "").measured


def test_espeak_has_taken_voice_and_speed_before_it_speaks(engine: Any) -> None:
    stand_in, voice = engine("espeak", [])
    voice.synthesise("Calm.", 1.0, "")
    assert stand_in.order == 2 * ["hand over", "wait", "save"], "once unheard, to measure how loud it is"


@pytest.mark.parametrize("driver", ["sapi5", "nsss"])
def test_elsewhere_the_times_are_estimated(engine: Any, driver: str) -> None:
    _, voice = engine(driver)
    sound = voice.synthesise("Calm words", 1.0, "")
    assert not sound.measured
    assert [word.start for word in sound.words] == [0, 5]


def test_an_engine_that_does_not_finish_has_failed(engine: Any) -> None:
    stand_in, voice = engine("nsss")
    stand_in.finishes = False
    with pytest.raises(ValueError, match="finish"):
        voice.synthesise("Calm.", 1.0, "")


@pytest.mark.parametrize(("speed", "rate"), [(1.0, 147), (2.0, 294), (0.5, 80), (9.0, 450), (1.25, 184)])
def test_the_speed_is_a_whole_number_within_what_the_engine_can_do(
    engine: Any, speed: float, rate: int
) -> None:
    stand_in, voice = engine("espeak")
    voice.synthesise("Calm.", speed, "somebody else's voice")
    assert stand_in.set == {"voice": "hazel", "rate": rate}
    assert isinstance(stand_in.set["rate"], int)


def test_nothing_that_an_engine_trips_over_reaches_it(engine: Any) -> None:
    stand_in, voice = engine("espeak")
    voice.synthesise("a\x00b\ud800c\x1bd\ne", 1.0, "")
    assert stand_in.said == "a b c d e"


def test_nothing_is_left_on_the_disk(engine: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    _, voice = engine("espeak")
    voice.synthesise("Calm.", 1.0, "")
    assert list(tmp_path.iterdir()) == []
