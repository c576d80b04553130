"""The text counts as read only while it is before a person's eyes."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from reader.ui.attention import Attention


@pytest.fixture
def seen(open_window: Callable[..., Any]) -> tuple[Any, list[bool]]:
    """Return a window with an open text, and what is told of the text's page from now on."""
    window = open_window()
    window.open_text("immune-system-changes")
    told: list[bool] = []
    window.attention = Attention(window.reading, told.append)
    return window, told


def test_the_open_text_is_in_sight(seen: tuple[Any, list[bool]]) -> None:
    _, told = seen
    assert told == [True]


@pytest.mark.parametrize("page", ["menu", "library", "rest"])
def test_another_page_hides_it(seen: tuple[Any, list[bool]], page: str) -> None:
    window, told = seen
    window.run(page)
    assert told[-1] is False
    window.sessions.resting.end()
    window.show_text()
    assert told[-1] is True


def test_another_window_takes_the_eyes_away(seen: tuple[Any, list[bool]], qapp: Any) -> None:
    window, told = seen
    other = QWidget()
    other.show()
    other.activateWindow()
    qapp.processEvents()
    assert told[-1] is False
    other.close()
    window.activateWindow()
    qapp.processEvents()
    assert told[-1] is True


def test_the_window_tells_the_reading_time(open_window: Callable[..., Any]) -> None:
    window = open_window()
    time = window.sessions.reading_time
    assert not time._in_sight, "the library is shown"
    window.open_text("immune-system-changes")
    assert time._in_sight
    window.run("menu")
    assert not time._in_sight
