"""A soft pause lies where the sound is quietest before a word, and every later word comes so much later."""

import math
import struct
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.speech.pausing import with_pauses
from reader.speech.voice import Sound, WordTime

RATE = 8000
TEXT = "one two three four"
STARTS = (0, 4, 8, 14)


def sound(gap: float = 0.1, *, measured: bool = True) -> Sound:
    """Return four words of 0.3 seconds each, a tone, with a gap after each."""
    samples: list[int] = []
    words = []
    for start, word in zip(STARTS, TEXT.split(), strict=True):
        words.append(WordTime(start, len(word), len(samples) / RATE))
        tone = range(len(samples), len(samples) + int(0.3 * RATE))
        samples += [round(9000 * math.sin(at / 3)) for at in tone] + [0] * int(gap * RATE)
    return Sound(struct.pack(f"<{len(samples)}h", *samples), RATE, tuple(words), measured)


def numbers(made: Sound) -> tuple[int, ...]:
    return struct.unpack(f"<{len(made.samples) // 2}h", made.samples)


def silences(made: Sound) -> list[tuple[float, float]]:
    """Return begin and length, in seconds, of each silence of more than 0.05 seconds."""
    loud = [at for at, size in enumerate(numbers(made)) if abs(size) > 50]
    return [
        (round(first / RATE, 2), round((last - first) / RATE, 2))
        for first, last in pairwise(loud)
        if last - first > 0.05 * RATE
    ]


def times(made: Sound) -> list[float]:
    return [round(word.time, 3) for word in made.words]


def test_the_silence_before_a_word_grows_and_later_words_come_later() -> None:
    before = sound()
    assert times(before) == [0.0, 0.4, 0.8, 1.2]
    made = with_pauses(before, [8], 0.25)
    assert times(made) == [0.0, 0.4, 1.05, 1.45]
    assert silences(made) == [(0.3, 0.1), (0.7, 0.35), (1.35, 0.1)]
    assert made.seconds == pytest.approx(before.seconds + 0.25)
    assert made.measured


def test_each_of_several_pauses_adds_to_the_times_after_it() -> None:
    made = with_pauses(sound(), [4, 14], 0.5)
    assert times(made) == [0.0, 0.9, 1.3, 2.2]
    assert silences(made) == [(0.3, 0.6), (1.2, 0.1), (1.6, 0.6)]


def test_words_that_run_into_each_other_are_parted_without_a_click() -> None:
    made = with_pauses(sound(gap=0.0), [8], 0.25)
    assert [length for _, length in silences(made)] == [pytest.approx(0.25, abs=0.01)]
    loud = [at for at, size in enumerate(numbers(made)) if size]
    last, first = next((last, first) for last, first in pairwise(loud) if first - last > 0.2 * RATE)
    assert max(abs(numbers(made)[at]) for at in (last, first)) < 500, "of 9000: it fades out and in"


def test_a_place_within_a_word_pauses_before_the_next_one() -> None:
    assert times(with_pauses(sound(), [9], 0.25)) == times(with_pauses(sound(), [14], 0.25))


@pytest.mark.parametrize("places", [[], [0], [99]])
def test_without_a_word_between_nothing_is_changed(places: list[int]) -> None:
    assert with_pauses(sound(), places, 0.25) == sound()


def test_a_word_is_never_preceded_by_two_pauses() -> None:
    assert times(with_pauses(sound(), [7, 8], 0.25)) == times(with_pauses(sound(), [8], 0.25))


def test_an_estimated_time_pauses_in_the_silence_near_it_or_not_at_all() -> None:
    made = with_pauses(sound(measured=False), [8], 0.25)
    assert 0.35 in [length for _, length in silences(made)]
    assert with_pauses(sound(gap=0.0, measured=False), [8], 0.25) == sound(gap=0.0, measured=False)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(STARTS), unique=True).map(sorted),
    st.floats(0.05, 1.0),
    st.floats(0.0, 0.2),
)
def test_nothing_but_silence_is_added(places: list[int], seconds: float, gap: float) -> None:
    before = sound(gap)
    made = with_pauses(before, places, seconds)
    pauses = len([place for place in places if place])
    assert len(made.samples) - len(before.samples) == 2 * round(seconds * RATE) * pauses
    assert [word.start for word in made.words] == [word.start for word in before.words]
    assert times(made) == sorted(times(made))
    assert sum(map(abs, numbers(made))) <= sum(map(abs, numbers(before)))
