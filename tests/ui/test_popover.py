"""The popover at every size: the meaning is what the eye meets first, and each button can be reached."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect

WINDOWS = [
    pytest.param((1280, 800, 20), id="desk"),
    pytest.param((1280, 800, 80), id="400 %"),
    pytest.param((360, 640, 40), id="phone at 200 %"),
    pytest.param((360, 640, 20), id="phone"),
    pytest.param((320, 480, 20), id="small"),
]
LINES_IN_SIGHT = 3
"""The heading, and two lines of the meaning."""


@pytest.fixture(params=WINDOWS)
def asker(reader: Any, qtbot: Any, request: pytest.FixtureRequest) -> Any:
    """Return a person with the meaning of a word of the general dictionary open."""
    width, height, size = request.param
    reader.sessions.preferences.change("theme", "night")
    reader.sessions.preferences.change("size", size)
    reader.window.resize(width, height)
    reader.press_until("Left", lambda: reader.sessions.reading.index == 0)
    start = reader.text.index("worse")
    reader.window.reading.view.word_pressed.emit(start, start + len("worse"))
    qtbot.waitUntil(lambda: bool(reader.meaning))
    return reader


def seen(popover: Any, widget: Any) -> QRect:
    """Return what is seen of a part of the popover."""
    return widget.visibleRegion().boundingRect()


def test_the_meaning_is_in_sight_when_it_opens(asker: Any) -> None:
    popover = asker.window.reading.popover
    text = popover.stops[0]
    lines = seen(popover, text).height() / popover._line
    assert seen(popover, text).top() == 0
    assert lines >= min(LINES_IN_SIGHT, text.document().size().height() / popover._line) - 0.5


def test_each_button_comes_into_sight_and_escape_leads_back_to_the_text(asker: Any) -> None:
    popover = asker.window.reading.popover
    assert popover.has_focus
    for stop in popover.stops[1:]:
        asker.press("Tab")
        assert asker.focus is stop
        assert seen(popover, stop) == stop.rect()
        middle = stop.mapTo(popover, stop.rect().center())
        assert popover.childAt(middle) is stop, "nothing lies over it"
        assert popover.rect().contains(QRect(stop.mapTo(popover, QPoint()), stop.size()))
    asker.press("Esc")
    assert (asker.meaning, asker.focus) == ("", asker.window.reading.view)


def test_the_arrow_keys_bring_all_of_the_meaning_into_sight(asker: Any) -> None:
    popover = asker.window.reading.popover
    text = popover.stops[0]
    for _ in range(40):
        asker.press("Down")
    caret = text.cursorRect()
    assert text.textCursor().blockNumber() == text.document().blockCount() - 1
    assert seen(popover, text).top() <= caret.center().y() <= seen(popover, text).bottom()
