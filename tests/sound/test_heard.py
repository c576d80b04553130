"""What arrives at the loudspeaker is what the voice made, and nothing else."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

import pytest

from reader.session.listening import PAUSED
from reader.session.playback import END_OF_PART, READING
from tests.sound.pulse import SILENCE, played

ARTICLE = """# The gut

Some people with this illness have trouble in the gut. Tiny living things there may change. This may leak out.

# The next part

This part must not be heard."""

IN_SECONDS = 0.3
"""How long after a word of the person the test begins to expect silence."""

NEAR = 0.06
"""Seconds that the mark may be away from the sound (R32)."""


@pytest.mark.parametrize("voice", ["natural", "system"])
def test_each_sentence_is_heard_as_the_voice_made_it_and_its_words_are_marked_in_order(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    plug_in("heard")
    recording = record("heard")
    person = listens(ARTICLE)
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    recording.wait(1.0)
    sounds = [played(told) for told in person.all("playing")]
    assert len(sounds) == 3
    end = 0.0
    for sound in sounds:
        match = recording.find(sound, end)
        assert match.correlation >= 0.8
        end = match.second + len(sound) / recording.rate
    assert recording.loudest(end + 0.05) <= SILENCE
    words = " ".join(told["word"] for told in person.all("marked") if told["word"])
    assert words.startswith("Some people with this illness have trouble in the gut Tiny living things")
    assert words.endswith("out")


def test_the_word_marked_in_a_pause_is_the_one_heard_last(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    plug_in("kept")
    recording = record("kept")
    person = listens(ARTICLE)
    person.does("toggle")
    person.sees("marked", word="illness")
    person.does("toggle")
    recording.wait(1.0)
    told = person.all("playing")[0]
    sound = played(told)
    times = [time for _, _, time in told["words"]]
    begin = recording.find(sound[: int(times[3] * recording.rate)]).second
    heard = recording.loud(begin)[-1] - begin
    offset = person.all("marked")[-1]["offset"]
    marked = [start for start, _, _ in told["words"]].index(offset)
    # It may also be just before or after its first sample.
    assert bisect_right(times, heard - NEAR) - 1 <= marked <= bisect_right(times, heard + NEAR) - 1


def test_pause_is_silence_and_it_goes_on_to_the_sample(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
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
    sound = played(person.all("playing")[0])
    begin = recording.find(sound[: recording.rate])
    end = recording.find(sound[-recording.rate :], paused)
    assert min(begin.correlation, end.correlation) >= 0.8
    # What was heard up to the pause and what was heard after it are the whole sentence, to 0.03 seconds.
    heard_before = recording.loud(0, paused + IN_SECONDS)[-1] - begin.second
    heard_after = end.second + 1 - recording.loud(paused + IN_SECONDS)[0]
    assert abs(heard_before + heard_after - len(sound) / recording.rate) < 0.03
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
