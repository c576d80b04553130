"""The focus is seen where it is, and goes where Tab sends it, never where the mouse pressed (R12, R13)."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QWidget

from tests.ui.columns import COLUMNS

SIZES = [(1280, 800, 20), (1280, 800, 80), (360, 640, 40), (320, 480, 20)]
MOST_STOPS = 60


def stops(person: Any, key: str) -> Iterator[QWidget]:
    """Yield what has the focus after each press of a key, until it has come round."""
    first = person.focus
    for _ in range(MOST_STOPS):
        person.press(key)
        yield person.focus
        if person.focus is first:
            return
    pytest.fail("It never comes round.")


def assert_seen(widget: QWidget) -> None:
    """A control is seen whole, up to the ring at its corners; of a text that may be taller, some line is."""
    window = widget.window()
    rect = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    inner = rect.adjusted(3, 3, -3, -3)
    points = [inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight(), inner.center()]
    enough = all
    if isinstance(widget, QTextEdit):
        points = [QPoint(inner.left(), y) for y in range(inner.top(), inner.bottom(), 10)]
        enough = any
    under = [window.childAt(point) for point in points]
    assert enough(found is widget or widget.isAncestorOf(found) for found in under), widget.accessibleName()


@pytest.fixture
def sized(reader: Any, request: pytest.FixtureRequest) -> Any:
    """Return a person with a text open and a bookmark set, in a window of a size with letters of a size."""
    width, height, size = request.param
    reader.press("Space", "Ctrl+B")
    reader.sessions.preferences.change("size", size)
    reader.window.resize(width, height)
    QApplication.processEvents()
    return reader


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("open_with", ["", "Shift+Return", "Ctrl+I"], ids=["text", "words", "where"])
@pytest.mark.parametrize("sized", SIZES, indirect=True)
def test_each_stop_of_the_reading_page_is_seen(sized: Any, open_with: str, key: str) -> None:
    if open_with:
        sized.press(open_with)
    assert_seen(sized.focus)
    for widget in stops(sized, key):
        assert_seen(widget)


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("page", COLUMNS)
@pytest.mark.parametrize("sized", SIZES, indirect=True)
def test_each_stop_of_another_page_is_seen(sized: Any, page: str, key: str) -> None:
    sized.window.show(page)
    QApplication.processEvents()
    assert_seen(sized.focus)
    for widget in stops(sized, key):
        assert_seen(widget)


@pytest.mark.parametrize("sized", SIZES[1:], indirect=True)
def test_the_caret_stays_in_sight_down_to_the_last_letter(sized: Any) -> None:
    sized.press("F7", "Ctrl+End")
    view, window = sized.window.reading.view, sized.window
    assert view.textCursor().atEnd()
    found = window.childAt(view.mapTo(window, view.cursorRect().center()))
    assert found is view or view.isAncestorOf(found)


@pytest.mark.parametrize("name", ["Dimmer", "Previous piece", "Bookmark", "Next"])
def test_a_button_that_the_mouse_presses_leaves_the_focus_with_the_text(reader: Any, name: str) -> None:
    button = next(one for one in reader.window.findChildren(QPushButton) if one.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert reader.focus is reader.window.reading.view


def test_no_button_on_any_page_takes_the_focus_by_the_mouse(reader: Any) -> None:
    reader.press("Ctrl+B")
    for page in COLUMNS:
        reader.window.show(page)
        for button in reader.window.pages[page].findChildren(QPushButton):
            assert button.focusPolicy() is Qt.FocusPolicy.TabFocus, button.accessibleName()


def test_nothing_blinks(reader: Any) -> None:
    assert QApplication.cursorFlashTime() == 0


def test_the_caret_is_on_with_a_screen_reader_and_off_without(
    reader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, application = reader.window.reading.view, QApplication.instance()
    came_to_front = application.applicationStateChanged
    assert not view.caret

    monkeypatch.setattr("reader.ui.screen_reader.is_running", lambda: True)
    came_to_front.emit(Qt.ApplicationState.ApplicationActive)
    assert view.caret

    view.set_caret(False)
    came_to_front.emit(Qt.ApplicationState.ApplicationActive)
    assert not view.caret, "whoever switched it off keeps it off"

    monkeypatch.setattr("reader.ui.screen_reader.is_running", lambda: False)
    view.set_caret(True)
    came_to_front.emit(Qt.ApplicationState.ApplicationActive)
    assert not view.caret


def test_after_choosing_a_voice_the_next_one_is_one_tab_away(person: Any) -> None:
    person.window.show("which voice")
    assert person.focused == "Calm. in use"
    person.push("Clear")
    assert person.focused == "Clear. in use"
