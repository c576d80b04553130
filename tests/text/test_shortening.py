"""Long lines made short."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.shortening import shortened


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("one, two", 6, "one…"),
        (" one\n two ", 20, "one two"),
        ("cytokines", 5, "cyto…"),
        ("", 5, ""),
    ],
)
def test_it_cuts_after_a_whole_word_where_there_is_one(text: str, room: int, short: str) -> None:
    assert shortened(text, room) == short


@settings(deadline=None)
@given(text=st.text(), room=st.integers(1, 30))
def test_it_always_fits(text: str, room: int) -> None:
    assert len(shortened(text, room)) <= room
