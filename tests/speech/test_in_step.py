"""Words are marked where the voice holds their times, and only sentences where it does not."""

from collections.abc import Callable
from ctypes.util import find_library
from pathlib import Path

import pytest

from reader.speech.natural import NaturalEngine
from reader.speech.synthesis import Engine
from reader.speech.system import SystemEngine

TEXT = "Rest comes first, and the walk comes second."


def _natural(folder: Path) -> Engine:
    return NaturalEngine(folder)


def _system(_folder: Path) -> Engine:
    if not find_library("espeak-ng") and not find_library("espeak"):
        pytest.skip("no eSpeak library (Debian: libespeak-ng1)")
    return SystemEngine()


@pytest.mark.parametrize(("start", "slowest"), [(_natural, 0.8), (_system, 0.85)])
def test_very_slow_speech_is_followed_by_the_sentence(
    start: Callable[[Path], Engine], slowest: float, tmp_path: Path
) -> None:
    engine = start(tmp_path)
    in_step = {
        speed: engine.synthesise(TEXT, speed, "").measured
        for speed in (0.5, slowest - 0.05, slowest, 1.0, 2.0)
    }
    assert in_step == {speed: speed >= slowest for speed in in_step}
    # The times are there all the same: the sentence that is heard is found by them.
    assert len(engine.synthesise(TEXT, 0.5, "").words) == 8


@pytest.mark.parametrize("speed", [0.75, 1.0])
def test_after_a_pause_a_word_begins_with_its_sound(speed: float, tmp_path: Path) -> None:
    sound = _natural(tmp_path).synthesise(TEXT, speed, "")
    after = next(word for word in sound.words if TEXT[word.start : word.start + word.length] == "and")
    loud = [abs(sample) > 300 for sample in memoryview(sound.samples).cast("h")]
    begin = int(after.time * sound.rate)
    near = int(0.06 * sound.rate)
    assert any(loud[begin : begin + near])
    assert not any(loud[begin - 2 * near : begin - near])
