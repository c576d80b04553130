"""The computer's own voice, in its real process: any text gets a sound, and each word its time."""

from array import array
from collections.abc import Iterator
from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from reader.ground.children import worker
from reader.speech import levelling
from reader.speech.voice import Sound, VoiceError, VoiceName
from reader.speech.worker import NO_VOICE, WorkerVoice
from reader.text import words


class Speaker:
    """The system's voice, asked one thing at a time."""

    def __init__(self) -> None:
        self._post: SimpleQueue[Any] = SimpleQueue()
        self.voice = WorkerVoice(worker("system"), self._post.put)

    def say(self, text: str, speed: float = 1.0) -> Sound:
        answers: list[Any] = []
        self.voice.synthesise(text, speed, answers.append, answers.append)
        self._post.get(timeout=60)()
        if isinstance(answers[0], VoiceError):
            raise answers[0]
        assert isinstance(answers[0], Sound)
        return answers[0]

    def names(self) -> list[str]:
        return [voice.label for voice in self._voices()]

    def ids(self) -> list[str]:
        return [voice.id for voice in self._voices()]

    def _voices(self) -> list[VoiceName]:
        answers: list[Any] = []
        self.voice.names(answers.append, answers.append)
        self._post.get(timeout=60)()
        return list(answers[0])


@pytest.fixture
def unchecked() -> Iterator[Speaker]:
    """Return a speaker, whether or not there is a speech library."""
    made = Speaker()
    yield made
    made.voice.close()


@pytest.fixture
def speaker(unchecked: Speaker) -> Speaker:
    if not find_library("espeak-ng") and not find_library("espeak"):
        pytest.skip("no eSpeak library (Debian: libespeak-ng1)")
    return unchecked


def loudest(sound: Sound) -> int:
    return max(map(abs, array("h", sound.samples)), default=0)


@pytest.mark.parametrize(
    "text",
    [
        "Some people with ME/CFS have trouble in the gut.",
        "It’s adrenergic, e.g. “this” one, at 9 a.m. with 1.5\u00a0mg.",
        "\U0001f600 hi café β2, and 12,345 more",
        "\U0001f600",
        "<b>&amp; [[h@'loU]] <speak> </b> ok",
        "word\x00hidden \x01\x1b more",
        "\ud800 bad",
        "A table | with cells | here",
        "calm " * 400,
        "cal" * 700,
    ],
)
def test_any_text_is_heard_and_each_word_has_its_time(speaker: Speaker, text: str) -> None:
    sound = speaker.say(text)
    assert loudest(sound) > 1000
    assert [(word.start, word.start + word.length) for word in sound.words] == list(words.spans(text))
    times = [word.time for word in sound.words]
    assert times == sorted(times)
    assert all(0 <= time <= sound.seconds for time in times)
    assert sound.measured


@pytest.mark.parametrize("text", ["", " \n", "…", "— – ? !", "\x00\x01"])
def test_where_there_is_nothing_to_say_it_is_silent_for_a_moment(speaker: Speaker, text: str) -> None:
    sound = speaker.say(text)
    assert loudest(sound) == 0
    assert 0 < sound.seconds < 0.5


def test_speed_is_kept_by_every_sentence(speaker: Speaker) -> None:
    text = "Some people have trouble in the morning, and they read on slowly, with a calm voice."
    for speed in (1.0, 0.6, 1.5, 2.0, 0.6, 1.0, 2.0):
        pace = len(text.split()) / speaker.say(text, speed).seconds * 60
        assert pace == pytest.approx(175 * speed, rel=0.15), speed


def test_the_first_word_is_heard_at_once(speaker: Speaker) -> None:
    sound = speaker.say("Calm words come now.")
    samples = array("h", sound.samples)
    first = next(at for at, sample in enumerate(samples) if abs(sample) > 1000)
    assert first / sound.rate < 0.1
    assert sound.words[0].time < 0.05


def test_a_chosen_voice_speaks_and_an_unknown_one_is_replaced(speaker: Speaker) -> None:
    text = "The bath is down the path."
    usual = speaker.say(text)
    speaker.voice.choose("gmw/en-us")
    american = speaker.say(text)
    speaker.voice.choose("a voice of another computer")
    assert speaker.say(text).seconds == pytest.approx(usual.seconds, abs=0.01)
    assert american.seconds != pytest.approx(usual.seconds, abs=0.03)


def test_the_voice_is_found_whatever_folder_one_is_in(
    speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reader.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    assert speaker.say("Calm.").seconds > 0.2


def test_british_english_is_the_first_voice_offered(speaker: Speaker) -> None:
    assert speaker.names()[0] == "Computer voice, British English"


@pytest.fixture
def no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Hide the system's speech library from the process of the voice; return a folder it finds modules in."""
    for name in ("libespeak-ng.so.1", "libespeak.so.1"):
        (tmp_path / name).write_text("no library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


@pytest.mark.skipif(find_spec("espeakng_loader") is None, reason="the extra [espeak] is not installed")
def test_without_a_speech_library_the_packaged_one_speaks(unchecked: Speaker, no_library: Path) -> None:
    text = "Calm words come now."
    sound = unchecked.say(text)
    assert loudest(sound) > 1000
    assert sound.measured
    assert [word.start for word in sound.words] == [start for start, _ in words.spans(text)]
    assert "British English" in unchecked.names()[0]


def test_without_any_speech_library_one_calm_sentence_says_so(unchecked: Speaker, no_library: Path) -> None:
    (no_library / "espeakng_loader.py").write_text("raise ImportError")
    with pytest.raises(VoiceError, match=NO_VOICE):
        unchecked.say("Calm.")


def test_each_voice_is_as_loud_as_every_other(speaker: Speaker) -> None:
    for voice in speaker.ids()[:3]:
        speaker.voice.choose(voice)
        sound = speaker.say("The patient felt very tired after a short walk, and rested for three days.")
        loudness = levelling.loudness_of(sound.samples, sound.rate)
        assert loudness == pytest.approx(levelling.LOUDNESS, abs=2)
