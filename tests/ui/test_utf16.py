"""Code points and UTF-16 meet without losing a letter."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.utf16 import from_qt, to_qt


@given(st.text(), st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert from_qt(text, to_qt(text, offset)) == offset


def test_an_emoji_counts_twice_in_qt() -> None:
    assert to_qt("a😀b", 2) == 3
    assert from_qt("a😀b", 3) == 2
    assert from_qt("a😀b", 2) == 1
