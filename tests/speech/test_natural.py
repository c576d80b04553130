"""The natural voice says any text, and tells when each word is heard."""

import itertools
import shutil
from array import array
from pathlib import Path

import pytest
from hibari.tts import ASSETS, Hibari
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.speech import natural_model
from reader.speech.natural import NaturalEngine
from reader.speech.synthesis import NoEngineError
from reader.speech.voice import Sound, VoiceName
from reader.text import words

BUNDLED = Path(ASSETS, "hibari.onnx")
HEART = VoiceName("natural:heart", "Heart, American English", "en-US")
LONG = "People with ME/CFS say that mornings are hard, that noise is loud, and that rest helps; " * 4


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> NaturalEngine:
    """Return the engine with two further voices: copies of the bundled one, as a person would add them."""
    folder = tmp_path_factory.mktemp("voices")
    shutil.copy(BUNDLED, folder / "bf_emma.int8.onnx")
    shutil.copy(BUNDLED, folder / "am_my_voice.onnx")
    (folder / "broken.onnx").write_bytes(BUNDLED.read_bytes()[:100_000])
    (folder / "notes.txt").write_text("no voice")
    return NaturalEngine(folder)


def loudest(sound: Sound) -> int:
    return max(map(abs, array("h", sound.samples)), default=0)


def times(sound: Sound, text: str) -> dict[str, float]:
    return {text[word.start : word.start + word.length]: word.time for word in sound.words}


def check(sound: Sound, text: str) -> None:
    """Hold what every sound must hold: each word has its time, in order, and within the sound."""
    assert [(word.start, word.start + word.length) for word in sound.words] == list(words.spans(text))
    found = [word.time for word in sound.words]
    assert found == sorted(found)
    assert all(0 <= time <= sound.seconds for time in found)


@pytest.mark.parametrize(
    "text",
    [
        "Some people with ME/CFS have trouble in the gut.",
        "They walked 5 km on 12 March, e.g. at 9 a.m., with 1.5\u00a0mg of “it”.",
        "\U0001f600 hi café β2, and 12,345 more",
        "<b>&amp; [[h@'loU]] <speak> </b> ok",
        "word\x00hidden \x01\x1b more",
        "\ud800 bad",
        "A table | with cells | here",
        f"The number {'1' * 40} is long, and {'1' * 40}, too.",
        LONG,
        "cal" * 200,
    ],
)
def test_any_text_is_heard_and_each_word_has_its_time(engine: NaturalEngine, text: str) -> None:
    sound = engine.synthesise(text, 1.0, "")
    assert loudest(sound) > 3000
    assert sound.measured
    check(sound, text)


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=60), speed=st.sampled_from([0.5, 1.0, 2.0]))
def test_no_text_is_too_strange(engine: NaturalEngine, text: str, speed: float) -> None:
    sound = engine.synthesise(text, speed, "")
    assert sound.seconds > 0
    if sound.words:
        check(sound, text)


@pytest.mark.parametrize("text", ["", " \n", "…", "— – ? !", "\x00\x01", "\U0001f600"])
def test_where_there_is_nothing_to_say_it_is_silent_for_a_moment(engine: NaturalEngine, text: str) -> None:
    sound = engine.synthesise(text, 1.0, "")
    assert loudest(sound) == 0
    assert 0 < sound.seconds < 0.5


def test_what_is_written_out_lasts_as_long_as_it_is_said(engine: NaturalEngine) -> None:
    text = "In 12/03/2024 they walked."
    found = times(engine.synthesise(text, 1.0, ""), text)
    assert found["they"] - found["12/03/2024"] > 1.2, "a whole date is said there"
    assert found["walked"] - found["they"] < 0.5


def test_the_first_word_begins_with_the_sound(engine: NaturalEngine) -> None:
    for speed in (0.5, 1.0, 2.0):
        sound = engine.synthesise("Calm words come now.", speed, "")
        assert sound.words[0].time == 0.0
        samples = array("h", sound.samples)
        assert next(at for at, size in enumerate(samples) if abs(size) > 500) / sound.rate < 0.15 / speed


def test_speed_is_kept(engine: NaturalEngine) -> None:
    text = "Some people have trouble in the morning, and they read on slowly, with a calm voice."
    for speed in (0.5, 1.0, 2.0):
        pace = len(text.split()) / engine.synthesise(text, speed, "").seconds * 60
        assert pace == pytest.approx(175 * speed, rel=0.15), speed


def test_a_long_text_keeps_its_pace_and_is_joined_without_long_gaps(engine: NaturalEngine) -> None:
    sound = engine.synthesise(LONG, 1.0, "")
    clause = LONG[: len(LONG) // 4]
    assert sound.seconds == pytest.approx(4 * engine.synthesise(clause, 1.0, "").seconds, rel=0.15)
    loud = [at for at, size in enumerate(array("h", sound.samples)) if abs(size) > 500]
    assert max(b - a for a, b in itertools.pairwise(loud)) / sound.rate < 0.7, (
        "the model itself pauses 0.66 at a semicolon"
    )


def test_the_same_text_gives_the_same_samples(engine: NaturalEngine) -> None:
    assert engine.synthesise("Calm.", 1.0, "").samples == engine.synthesise("Calm.", 1.0, "").samples


def test_the_sounds_are_those_that_the_library_itself_would_say(engine: NaturalEngine) -> None:
    theirs = Hibari()
    model = natural_model.NaturalModel(BUNDLED, theirs.g2p)
    for text in ("People with ME/CFS walked 5 km.", "“Well,” he said — “isn’t it?”", "( so )", "…and"):
        assert model._sounds(text)[0] == theirs.ids(theirs.g2p(text))


def test_no_text_can_tell_the_engine_how_to_say_it(engine: NaturalEngine) -> None:
    link = engine.synthesise("See [calm](/zzzzzzzzzzzzzzzz/) words.", 1.0, "")
    other = engine.synthesise("See [calm] (/zzzzzzzzzzzzzzzz/) words.", 1.0, "")
    assert link.seconds == other.seconds


def test_further_voices_have_plain_names(engine: NaturalEngine) -> None:
    assert engine.voices() == (
        HEART,
        VoiceName("natural:emma", "Emma, British English", "en-GB"),
        VoiceName("natural:broken", "Broken, British English", "en-GB"),
        VoiceName("natural:my_voice", "My Voice, American English", "en-US"),
    )


def test_a_british_voice_speaks_by_british_rules(engine: NaturalEngine) -> None:
    text = "The bath is down the path."
    american, british = (engine.synthesise(text, 1.0, voice) for voice in ("", "natural:emma"))
    assert american.samples != british.samples, "the model is the same here, the sounds are not"
    assert engine.synthesise(text, 1.0, "natural:my_voice").samples == american.samples


@pytest.mark.parametrize("voice", ["natural:broken", "natural:gone", "natural:../heart"])
def test_a_voice_that_does_not_load_is_missing_and_the_usual_one_goes_on(
    engine: NaturalEngine, voice: str
) -> None:
    with pytest.raises(NoEngineError):
        engine.synthesise("Calm.", 1.0, voice)
    assert loudest(engine.synthesise("Calm.", 1.0, "")) > 3000


@pytest.mark.parametrize("content", [None, b"", b"no model", BUNDLED.read_bytes()[:4_000_000]])
def test_a_bundled_model_that_is_missing_or_damaged_is_told(tmp_path: Path, content: bytes | None) -> None:
    model = tmp_path / "hibari.onnx"
    if content is not None:
        model.write_bytes(content)
    with pytest.raises(NoEngineError):
        NaturalEngine(tmp_path / "none", model).warm("")


def test_a_model_of_another_kind_is_no_voice(tmp_path: Path) -> None:
    shutil.copy(Path(ASSETS, "oov.onnx"), tmp_path / "other.onnx")
    with pytest.raises(NoEngineError):
        NaturalEngine(tmp_path).warm("natural:other")


def test_where_the_model_does_not_tell_the_times_they_are_estimated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Calm words come now."
    for tensor in (b"/no_such_tensor", b"/Cast_31_output_0"):
        monkeypatch.setattr(natural_model, "DURATIONS", tensor)
        sound = NaturalEngine(tmp_path).synthesise(text, 1.0, "")
        assert not sound.measured
        check(sound, text)
