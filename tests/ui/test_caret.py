"""The caret is seen, in the ink of the theme; Qt's own would be the brightest thing on a dark page (R17)."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.caret import caret_width
from reader.ui.line import Line
from reader.ui.palette import luminance, theme
from reader.ui.window import Window

Open = Callable[..., Window]


def painted(window: Window, widget: QWidget, caret: QRect) -> list[str]:
    """Return the colours in a caret's place, from top to bottom."""
    QApplication.processEvents()
    image = window.grab().toImage()
    top = widget.mapTo(window, caret.topLeft())
    return [image.pixelColor(top + QPoint(0, y)).name().upper() for y in range(2, caret.height() - 2)]


def brightest(window: Window) -> float:
    image = window.grab().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(0, image.height(), 3))
    return max(luminance(name) for name in {QColor(image.pixel(*place)).name() for place in places})


@pytest.mark.parametrize("name", ["night", "paper", "contrast"])
def test_in_the_text_it_is_a_bar_of_ink_and_leaves_nothing_behind(open_window: Open, name: str) -> None:
    window = open_window(700, 480, theme=name)
    window.open_text("immune-system-changes")
    view = window.reading.view
    without = window.grab().toImage()
    window.run("caret")
    window.sessions.notices.clear()
    view.moveCursor(view.textCursor().MoveOperation.Right)
    place = view.cursorRect()
    assert set(painted(window, view.viewport(), place)) == {theme(name).ink}
    assert caret_width(place.height()) >= 2
    assert brightest(window) <= max(map(luminance, (theme(name).ink, theme(name).page, theme(name).next_ink)))
    window.run("caret")
    window.sessions.notices.clear()
    QApplication.processEvents()
    assert window.grab().toImage() == without


def test_at_400_per_cent_it_is_wider(open_window: Open) -> None:
    window = open_window(size=80)
    window.open_text("immune-system-changes")
    assert caret_width(window.reading.view.cursorRect().height()) > 6


@pytest.mark.parametrize("name", ["night", "paper", "contrast"])
def test_in_a_line_to_type_in_it_is_a_bar_of_ink(person: Any, name: str) -> None:
    person.sessions.preferences.change("theme", name)
    person.window.show("say it like this")
    line = person.focus
    assert isinstance(line, Line)
    QTest.keyClicks(line, "immune")
    QTest.keySequence(line, QKeySequence("Home"))
    QApplication.processEvents()
    place = line.cursorRect().adjusted(5, 0, 0, 0)
    assert set(painted(person.window, line, place)) == {theme(name).ink}
