"""What arrives at the loudspeaker is what the voice made, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.session.listening import PAUSED
from reader.session.playback import END_OF_PART, READING

ARTICLE = """# The gut

Some people with this illness have trouble in the gut. Tiny living things there may change. This may leak out.

# The next part

This part must not be heard."""

RATE = 22050

SILENCE = 8
"""A sample up to this size is silence: a sound system may round."""

IN_SECONDS = 0.3
"""How long after a word of the person the test begins to expect silence."""


def played(person: Any) -> list[memoryview]:
    return [memoryview(Path(told["file"]).read_bytes()).cast("h") for told in person.all("playing")]


def test_each_sentence_is_heard_as_the_voice_made_it_in_order(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any], find: Any
) -> None:
    plug_in("heard")
    recording = record("heard")
    person = listens(ARTICLE)
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    recording.wait(1.0)
    sounds = played(person)
    assert len(sounds) == 3
    end = 0.0
    for sound in sounds:
        match = find(sound, recording.samples, end)
        assert match.correlation >= 0.8
        assert match.second >= end
        end = match.second + len(sound) / RATE
    assert recording.loudest(end + 0.05) <= SILENCE


def test_the_marked_words_are_those_of_the_sentence_in_order(
    plug_in: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    plug_in("marks")
    person = listens(ARTICLE)
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    words = [told["word"] for told in person.all("marked") if told["word"]]
    assert " ".join(words).startswith("Some people with this illness have trouble in the gut Tiny living")
    assert words[-1] == "out"


def test_pause_is_silence_and_it_goes_on_to_the_sample(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any], find: Any
) -> None:
    plug_in("paused")
    recording = record("paused")
    person = listens(ARTICLE)
    person.does("toggle")
    person.sees("marked", word="illness")
    person.does("toggle")
    paused = recording.seconds
    recording.wait(1.5)
    assert recording.loudest(paused + IN_SECONDS, paused + 1.4) <= SILENCE
    person.does("toggle")
    person.sees("marked", word="Tiny")
    recording.wait(0.2)
    sound = played(person)[0]
    begin = find(sound[:RATE], recording.samples)
    end = find(sound[-RATE:], recording.samples, paused)
    assert min(begin.correlation, end.correlation) >= 0.8
    # What was heard up to the pause and what was heard after it are the whole sentence, to 0.03 seconds.
    loud = [at / RATE for at, sample in enumerate(recording.samples) if abs(sample) > SILENCE]
    heard_before = max(second for second in loud if second < paused + IN_SECONDS) - begin.second
    heard_after = end.second + 1 - min(second for second in loud if second > paused + IN_SECONDS)
    assert abs(heard_before + heard_after - len(sound) / RATE) < 0.03
    # On a busy machine "Preparing the voice…" comes before.
    assert [told["words"] for told in person.all("said")][-3:] == [READING, PAUSED, READING]


def test_stop_is_silence_for_good(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    plug_in("stopped")
    recording = record("stopped")
    person = listens(ARTICLE)
    person.does("toggle")
    person.sees("marked", word="illness")
    person.does("stop")
    stopped = recording.seconds
    recording.wait(2.0)
    assert recording.loudest(stopped + IN_SECONDS) <= SILENCE
    assert person.all("changed")[-1]["state"] == "silent"


def test_softer_is_softer_at_once(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    plug_in("softer")
    recording = record("softer")
    person = listens(ARTICLE)
    person.does("toggle")
    person.sees("marked", word="have")
    before = recording.loudest(recording.seconds - 0.5)
    person.does("volume", "0.4")
    softer = recording.seconds
    recording.wait(1.5)
    assert 0 < recording.loudest(softer + IN_SECONDS) < before / 2
