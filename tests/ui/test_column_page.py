"""The keys that lead through a page of words and controls."""

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

MOST = 60
"""Presses; no page has as many controls."""


def far(person: Any, key: str) -> QWidget:
    """Press a key until the focus moves no more; return what has it then."""
    for _ in range(MOST):
        before = person.focus
        person.press(key)
        if person.focus is before:
            return before
    pytest.fail(f"{key} goes round")


@pytest.fixture
def in_contents(person: Any, home: Any) -> Any:
    """Return someone in front of the contents of a text with many parts."""
    (home / "long.md").write_text("".join(f"# Part {number}\n\nWords.\n\n" for number in range(30)))
    person.window.open_file(home / "long.md")
    person.press("Ctrl+T")
    return person


def test_arrow_keys_stop_at_the_ends_of_a_list_and_tab_goes_round(in_contents: Any) -> None:
    for onward, back in (("Down", "Up"), ("Right", "Left")):
        far(in_contents, onward)
        assert in_contents.focused == "More parts"
        far(in_contents, back)
        assert in_contents.focused == "Back"
    in_contents.press("Shift+Tab")
    assert in_contents.focused == "More parts"
    in_contents.press("Tab")
    assert in_contents.focused == "Back"


@pytest.mark.parametrize("keys", [(), ("F10",), ("Ctrl+O",)], ids=lambda keys: " ".join(keys) or "library")
def test_arrow_keys_stop_at_the_ends_of_every_page(person: Any, keys: tuple[str, ...]) -> None:
    person.press(*keys)
    last, first = far(person, "Down"), far(person, "Up")
    assert last is not first
    person.press("Shift+Tab")
    assert person.focus is last
    person.press("Tab")
    assert person.focus is first


def test_below_the_list_arrow_keys_come_to_undo_and_stop_there(reader: Any) -> None:
    reader.press("Ctrl+B", "Space", "Ctrl+B")
    reader.window.show("bookmarks")
    marks = reader.sessions.bookmarks.items()
    reader.push(f"Take off: {marks[0].name}")
    far(reader, "Down")
    assert reader.focused == "Undo"
    reader.press("Tab")
    assert reader.focused == "Back"
