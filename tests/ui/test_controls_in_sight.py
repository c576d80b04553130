"""Few controls, and each of them always where it was: a walk through every state of the reading page."""

from typing import Any

import pytest

from reader.model.scope import Scope
from reader.ui.controls import Control

WINDOWS = [
    pytest.param((1280, 800, 20), id="desk"),
    pytest.param((1280, 800, 80), id="400 %"),
    pytest.param((360, 640, 40), id="phone at 200 %"),
    pytest.param((360, 640, 20), id="phone"),
    pytest.param((320, 480, 20), id="small"),
]
STATES: dict[str, tuple[str, ...]] = {
    "silent": (),
    "speaking": ("Ctrl+Space",),
    "paused": ("Ctrl+Space", "Ctrl+Space"),
    "words": ("Shift+Return",),
    "where": ("Ctrl+I",),
    "a notice": ("F9",),
    "a notice with Undo": ("Ctrl+B", "Ctrl+B"),
    "focus": ("Down",),
    "key points": ("Ctrl+K",),
    "going on by itself": ("Ctrl+G",),
    "the end of a part": ("Space", "Ctrl+Right", "Left"),
}
"""The keys that lead to each state."""
MOST = {"short": (8, 5), "longer": (8, 5), "sentence": (6, 3)}
"""R24: how many controls there are beside the text, and in the bottom row alone."""


def controls(person: Any) -> list[Control]:
    """Return the controls of the page beside what was asked for: an open meaning, or the Undo of a deed."""
    page = person.window.reading
    asked_for = {page.quiet.button, *page.popover.findChildren(Control)}
    return [each for each in page.findChildren(Control) if each not in asked_for]


def places(person: Any) -> list[Any]:
    """Return where each control is, seen or not: on the page, or in what scrolls where bars are too high."""
    return [each.geometry() for each in controls(person)]


def seen(person: Any) -> list[Control]:
    return [each for each in controls(person) if each.isVisible()]


def calm_down(person: Any) -> None:
    """Go back to a silent page of the whole text with nothing open."""
    person.sessions.listening.stop()
    if person.sessions.reading.scope is not Scope.WHOLE:
        person.press("Ctrl+K")
    person.window.reading.close_popover()
    person.sessions.notices.clear()


@pytest.fixture
def sized(reader: Any, request: pytest.FixtureRequest) -> Any:
    """Return a person within a part, in a window of a size with letters of a size."""
    width, height, size = request.param
    reader.sessions.preferences.change("size", size)
    reader.window.resize(width, height)
    reader.press("Ctrl+Right")
    return reader


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("sized", WINDOWS, indirect=True)
def test_no_state_has_more_controls_or_moves_one(sized: Any, state: str) -> None:
    steady = places(sized)
    for level, most in MOST.items():
        sized.sessions.preferences.change("level", level)
        assert (len(seen(sized)), places(sized)) == (most[0], steady)
        sized.press(*STATES[state])
        row = [each for each in seen(sized) if each not in sized.window.reading.top]
        assert (len(seen(sized)), len(row)) == most
        assert places(sized) == steady, (level, sized.quiet)
        calm_down(sized)
