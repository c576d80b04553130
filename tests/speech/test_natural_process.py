"""The natural voice in its real process, as the app speaks with it: faults end in a voice or a sentence."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from ctypes.util import find_library
from pathlib import Path
from queue import SimpleQueue

import pytest

from reader.ground.children import worker
from reader.speech.engines import SYSTEM_INSTEAD, USUAL_INSTEAD, JoinedVoice, voices_for
from reader.speech.voice import Sound
from reader.speech.worker import MEMORY, NO_VOICE, STOPPED, TOO_SLOW, WorkerVoice

LONG = "People with ME/CFS say that mornings are hard, and that noise is loud, and that rest helps; " * 8

WITHOUT_MODEL = """
import hibari.tts
hibari.tts.ASSETS = "/nowhere"
from pathlib import Path
from reader.speech import serving
serving.serve_natural(Path("/nowhere"))
"""

WITHOUT_LIBRARY = """
import sys
sys.modules["onnxruntime"] = sys.modules["hibari"] = None
from pathlib import Path
from reader.speech import serving
serving.serve_natural(Path("/nowhere"))
"""

needs_espeak = pytest.mark.skipif(
    not find_library("espeak-ng") and not find_library("espeak"), reason="no eSpeak library"
)


class Person:
    """One who asks a voice and waits for what it says."""

    def __init__(self) -> None:
        self.post: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self.told: list[str] = []
        self._answers: list[Sound | str] = []

    def asks(self, voice: JoinedVoice | WorkerVoice, text: str = "Calm words.") -> None:
        voice.synthesise(text, 1.0, self._answers.append, lambda error: self._answers.append(str(error)))

    def hears(self) -> Sound | str:
        """Wait for the next answer: a sound, or the words of an error."""
        while not self._answers:
            self.post.get(timeout=60)()
        return self._answers.pop(0)


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def natural(person: Person, tmp_path: Path) -> Iterator[WorkerVoice]:
    """Return the natural voice alone, patient enough for a busy machine."""
    voice = WorkerVoice(worker("natural", str(tmp_path)), person.post.put, seconds=60)
    yield voice
    voice.close()


@pytest.fixture
def joined(person: Person) -> Iterator[Callable[..., JoinedVoice]]:
    """Return how to join the system's voice with a natural one that this program serves."""
    made: list[JoinedVoice] = []

    def join(program: str) -> JoinedVoice:
        natural = WorkerVoice((sys.executable, "-c", program), person.post.put, seconds=60)
        made.append(JoinedVoice(natural, WorkerVoice(worker("system"), person.post.put, seconds=60)))
        made[-1].replaced.connect(person.told.append)
        return made[-1]

    yield join
    for voice in made:
        voice.close()


def test_the_voice_for_everyone_speaks_naturally(person: Person, tmp_path: Path) -> None:
    voice = voices_for(tmp_path / "not made", person.post.put)
    person.asks(voice)
    sound = person.hears()
    voice.close()
    assert isinstance(sound, Sound)
    assert (sound.rate, sound.measured, len(sound.words)) == (24000, True, 2)


def test_the_process_is_one_thread_and_fits_its_memory(person: Person, natural: WorkerVoice) -> None:
    if sys.platform != "linux":
        pytest.skip("counts as Linux does")
    person.asks(natural, LONG)
    assert isinstance(person.hears(), Sound)
    status = Path(f"/proc/{natural.pid}/status").read_text()
    threads, peak = (int(status.split(f"{name}:")[1].split()[0]) for name in ("Threads", "VmPeak"))
    assert threads <= 2, "a busy voice leaves the other cores to the window"
    assert peak * 1024 < MEMORY / 2


@needs_espeak
@pytest.mark.parametrize("program", [WITHOUT_MODEL, WITHOUT_LIBRARY])
def test_without_its_model_or_library_the_computers_voice_reads_and_says_so_once(
    person: Person, joined: Callable[..., JoinedVoice], program: str
) -> None:
    voice = joined(program)
    voice.warm()
    for _ in range(3):
        person.asks(voice)
        sound = person.hears()
        assert isinstance(sound, Sound)
        assert sound.rate != 24000, "the system's engine"
    assert person.told == [SYSTEM_INSTEAD]


def test_a_further_voice_that_is_damaged_leaves_the_usual_one(person: Person, tmp_path: Path) -> None:
    (tmp_path / "bf_emma.int8.onnx").write_bytes(b"half a download")
    voice = voices_for(tmp_path, person.post.put)
    voice.replaced.connect(person.told.append)
    voice.choose("natural:emma")
    person.asks(voice)
    sound = person.hears()
    voice.close()
    assert isinstance(sound, Sound)
    assert sound.rate == 24000
    assert person.told == [USUAL_INSTEAD]


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.2, 0.5])
def test_killed_at_any_moment_of_a_sentence_it_says_so_and_speaks_the_next_time(
    person: Person, natural: WorkerVoice, moment: float
) -> None:
    person.asks(natural)
    person.hears()
    pid = natural.pid
    assert pid
    person.asks(natural, LONG)
    killing = threading.Timer(moment, os.kill, (pid, signal.SIGKILL))
    killing.start()
    first = person.hears()
    killing.join()
    # Killed before the question or after the answer, it is started anew, and nobody hears of it.
    assert isinstance(first, Sound) or first == STOPPED
    person.asks(natural)
    assert isinstance(person.hears(), Sound)
    assert natural.pid != pid


def test_a_silent_voice_is_given_up_and_speaks_the_next_time(person: Person, tmp_path: Path) -> None:
    voice = WorkerVoice(worker("natural", str(tmp_path)), person.post.put, seconds=5)
    person.asks(voice)
    assert isinstance(person.hears(), Sound)
    assert voice.pid
    os.kill(voice.pid, signal.SIGSTOP)
    person.asks(voice)
    assert person.hears() == TOO_SLOW
    person.asks(voice)
    sound = person.hears()
    voice.close()
    assert isinstance(sound, Sound)


def test_what_was_forgotten_costs_the_next_sentence_at_most_the_one_in_work(
    person: Person, natural: WorkerVoice
) -> None:
    for number in range(20):
        person.asks(natural, f"{LONG} {number}")
    natural.forget()
    person.asks(natural)
    sound = person.hears()
    assert isinstance(sound, Sound)
    assert sound.seconds < 5


def test_neither_voice_there_is_one_calm_sentence(
    person: Person, joined: Callable[..., JoinedVoice], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyttsx3.py").write_text("raise ImportError")
    (tmp_path / "espeakng_loader.py").write_text("raise ImportError")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    voice = joined(WITHOUT_MODEL)
    person.asks(voice)
    assert person.hears() == NO_VOICE
