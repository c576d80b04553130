"""How long a text takes to read."""

import pytest

from reader.text.pacing import minutes


@pytest.mark.parametrize(
    ("counted", "shown"), [(0, 5), (1, 5), (600, 5), (601, 10), (1200, 10), (1201, 15), (500_000, 4170)]
)
def test_minutes_are_rounded_up_to_five(counted: int, shown: int) -> None:
    assert minutes(counted) == shown
