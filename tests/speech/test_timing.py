"""Every word of a text gets a time, in order, whatever the engine told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.speech.timing import Heard, word_times
from reader.text import words


def said(text: str, seconds: float, heard: list[Heard]) -> list[tuple[str, float]]:
    return [
        (text[word.start : word.start + word.length], round(word.time, 2))
        for word in word_times(text, seconds, heard)
    ]


@pytest.mark.parametrize(
    ("text", "heard", "expected"),
    [
        ("one two six", [(0, 0.0), (4, 1.0), (8, 2.0)], [("one", 0), ("two", 1), ("six", 2)]),
        # "in the" came as one, and "gut" had a time.
        ("in the gut", [(0, 0.0), (7, 1.4)], [("in", 0), ("the", 0.6), ("gut", 1.4)]),
        # "ME/CFS" came as three.
        ("ME/CFS now", [(0, 0.1), (2, 0.5), (3, 0.8), (7, 1.5)], [("ME/CFS", 0.1), ("now", 1.5)]),
        # The last word vanished: it lies between its neighbour and the end.
        ("aaa bbb", [(0, 0.0)], [("aaa", 0), ("bbb", 1.71)]),
        # Nothing was told: by length.
        ("aaa bbb", [], [("aaa", 0), ("bbb", 1.71)]),
        # A time that runs backwards is not believed.
        ("a b c", [(0, 0.0), (2, 2.0), (4, 1.0)], [("a", 0), ("b", 2.0), ("c", 2.67)]),
        ("… — !", [(0, 0.5)], []),
        ("", [], []),
    ],
)
def test_times(text: str, heard: list[Heard], expected: list[tuple[str, float]]) -> None:
    assert said(text, 3.0, heard) == expected


def test_a_pause_counts_as_length() -> None:
    with_pause, without = (said(text, 3.0, [])[1][1] for text in ("aaa. bbb", "aaa  bbb"))
    assert with_pause > without


@given(
    st.text(st.sampled_from("ab1 .,\u00a0\U0001f600é"), max_size=60),
    st.floats(0, 30),
    st.lists(st.tuples(st.integers(-2, 70), st.floats(-1, 40))),
)
@settings(max_examples=200, deadline=None)
def test_one_time_for_each_word_in_order_and_within_the_sound(
    text: str, seconds: float, heard: list[Heard]
) -> None:
    times = word_times(text, seconds, heard)
    assert [(word.start, word.start + word.length) for word in times] == list(words.spans(text))
    assert [word.time for word in times] == sorted(word.time for word in times)
    assert all(0 <= word.time <= seconds + 1e-9 for word in times)
