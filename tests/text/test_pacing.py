"""How long a text takes to read, and how quickly somebody reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.pacing import Sample, is_reading, minutes, pace


@pytest.mark.parametrize(
    ("counted", "shown"), [(0, 5), (1, 5), (600, 5), (601, 10), (1200, 10), (1201, 15), (500_000, 4170)]
)
def test_minutes_are_rounded_up_to_five(counted: int, shown: int) -> None:
    assert minutes(counted) == shown


@pytest.mark.parametrize(
    ("words", "seconds", "read"),
    [
        pytest.param(40, 20, True, id="120 a minute"),
        pytest.param(40, 120, True, id="20 a minute"),
        pytest.param(40, 8, True, id="300 a minute"),
        pytest.param(40, 3600, False, id="left lying for an hour"),
        pytest.param(40, 241, False, id="just left lying"),
        pytest.param(40, 1, False, id="leafed over"),
        pytest.param(40, 0, False, id="in no time"),
        pytest.param(40, -5, False, id="a clock that was set back"),
        pytest.param(0, 5, False, id="a heading alone"),
        pytest.param(0, 0, False, id="nothing at all"),
    ],
)
def test_what_may_have_been_read(words: int, seconds: float, read: bool) -> None:
    assert is_reading((words, seconds)) is read


@pytest.mark.parametrize(
    ("samples", "words_a_minute"),
    [
        pytest.param([(40, 20)], 120, id="one piece"),
        pytest.param([(10, 10), (90, 45)], 80, id="long or short, each counts the same"),
        pytest.param([(40, 20)] * 3 + [(40, 200)], 120, id="a visitor came in"),
        pytest.param([(40, 20)] * 3 + [(40, 5)] * 2, 120, id="two pieces were known already"),
    ],
)
def test_the_pace_is_that_of_most_pieces(samples: list[Sample], words_a_minute: float) -> None:
    assert pace(samples) == pytest.approx(words_a_minute)


@given(st.lists(st.tuples(st.integers(1, 100), st.floats(0.1, 600)).filter(is_reading), min_size=1))
@settings(max_examples=200, deadline=None)
def test_the_pace_lies_among_its_pieces(samples: list[Sample]) -> None:
    paces = [60 * words / seconds for words, seconds in samples]
    assert min(paces) * 0.999 <= pace(samples) <= max(paces) * 1.001
