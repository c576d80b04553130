"""The popover at every size: the meaning is what the eye meets first, and each button can be reached."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect

from reader.ui.entries import line_px
from reader.ui.label import Label

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
    lines = seen(popover, text).height() / line_px(asker.window.reading.look)
    assert seen(popover, text).top() == 0
    assert (
        lines
        >= min(LINES_IN_SIGHT, text.document().size().height() / line_px(asker.window.reading.look)) - 0.5
    )


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
    assert popover._scroll.horizontalScrollBar().maximum() == 0, "nothing moves sideways"
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


TEXT = """# Leaflet

## What pacing is

It is not the same as graded exercise therapy.[^2] People with ME/CFS often get post-exertional malaise.

[^2]: A note.
"""


@pytest.fixture(params=[*WINDOWS, pytest.param((640, 360, 20), id="flat")])
def learner(reader: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Any:
    """Return a person with the words of a piece open, the first of which has a long name."""
    width, height, size = reader.size = request.param
    file = tmp_path / "leaflet.md"
    file.write_text(TEXT)
    reader.sessions.preferences.change("theme", "night")
    reader.sessions.preferences.change("size", size)
    reader.window.resize(width, height)
    reader.window.open_file(file)
    reader.press("Shift+Return")
    return reader


def ink_at_the_edges(popover: Any) -> set[str]:
    """Return the colours along the upper and the lower edge of what is seen of the text."""
    text = popover.stops[0]
    part = seen(popover, text)
    image = popover.grab(QRect(text.mapTo(popover, part.topLeft()), part.size())).toImage()
    rows = (0, image.height() - 1)
    return {image.pixelColor(x, y).name() for x in range(8, image.width()) for y in rows}


def test_the_heading_and_two_lines_are_seen_and_close_without_a_key(learner: Any) -> None:
    popover = learner.window.reading.popover
    text, line = popover.stops[0], line_px(learner.window.reading.look)
    heading = text.document().firstBlock().layout().lineCount()
    for _ in range(3):
        part = seen(popover, text)
        assert part.top() == 0
        assert part.height() >= (heading + 2) * line
        assert seen(popover, popover._close) == popover._close.rect()
        if learner.focused == "Words of this piece":
            learner.push("One by one")
        else:
            learner.push("I know this one")
        heading = text.document().firstBlock().layout().lineCount()


def test_no_line_is_cut_in_two_while_the_caret_walks_through_them(learner: Any) -> None:
    popover = learner.window.reading.popover
    for _ in range(30):
        assert len(ink_at_the_edges(popover)) == 1
        learner.press("Down")


def test_what_is_left_of_the_page_is_whole_and_comes_back(learner: Any) -> None:
    page, line = learner.window.reading, learner.window.reading.look.line_px
    text = page._scroll.geometry()
    assert text.height() == 0 or (text.height() >= line and len(page.lines_in_sight()) >= 1)
    assert page.popover.geometry().top() > text.bottom()
    assert page.popover.geometry().top() >= 0
    learner.press("Esc")
    assert page.quiet.isVisible()
    assert page.lines_in_sight()


def test_the_quiet_line_gives_way_where_there_is_little_room(learner: Any) -> None:
    there_is_room = learner.size in ((1280, 800, 20), (360, 640, 20))
    assert learner.window.reading.quiet.isVisible() is there_is_room


def test_undo_stays_where_there_is_little_room_without_half_a_sentence(learner: Any) -> None:
    quiet = learner.window.reading.quiet
    learner.push("One by one")
    learner.push("I know this one")
    assert seen(quiet, quiet.button) == quiet.button.rect()
    label = quiet.findChild(Label)
    assert label.isHidden() or label.heightForWidth(label.width()) <= label.height()
    learner.press("Esc")
    assert quiet.isVisible()
    while learner.window.reading.has_rest:  # before that it would tell of an end that is not in sight
        learner.press("Space")
    assert label.isVisible()
    learner.press("Ctrl+Z")
    assert learner.quiet == "It is dotted again."
