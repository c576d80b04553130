"""Library, menu and all they open: nothing is cut, at any window and text size (R8)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit, QWidget

from reader.ui.controls import Control
from reader.ui.window import Window
from tests.ui.columns import COLUMNS

Open = Callable[..., Window]


def test_these_are_all_pages_but_the_text_and_the_dark_ones(open_window: Open) -> None:
    assert set(open_window().pages) == {*COLUMNS, "reading", "eyes closed", "rest"}


def test_every_widget_lies_in_the_window(open_window: Open, qapp: QApplication) -> None:
    """One without a parent is cleared away by Python, perhaps while Qt styles all there are."""
    before = set(qapp.topLevelWidgets())
    window = open_window()
    window.open_text("immune-system-changes")
    for name in COLUMNS:
        window.show(name)
        assert set(qapp.topLevelWidgets()) - before == {window}, name


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize(
    ("width", "height", "size"), [(1280, 800, 20), (1280, 800, 80), (360, 640, 40), (320, 480, 20)]
)
def test_no_words_are_cut_and_nothing_scrolls_sideways(
    open_window: Open, name: str, width: int, height: int, size: int
) -> None:
    window = open_window(width, height, size=size)
    window.open_text("immune-system-changes")
    window.run("bookmark")
    window.show(name)
    page = window.pages[name]
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QPushButton):
            continue
        left = widget.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0
        assert left + widget.width() <= page.width(), widget.text()
        if isinstance(widget, QLabel):
            assert widget.heightForWidth(widget.width()) <= widget.height(), widget.text()
        elif widget.text():
            lines = widget.text().split("\n")
            assert max(map(widget.fontMetrics().horizontalAdvance, lines)) <= widget.width(), lines
            assert len(lines) * widget.fontMetrics().height() <= widget.height(), lines


@pytest.mark.parametrize("name", COLUMNS)
def test_every_target_is_at_least_44_px(open_window: Open, name: str) -> None:
    window = open_window()
    window.open_text("immune-system-changes")
    window.run("bookmark")
    window.show(name)
    for control in window.pages[name].findChildren(Control):
        if control.isVisible():
            assert min(control.width(), control.height()) >= 44, control.accessibleName()


def test_esc_leads_back_from_every_page_to_the_text(open_window: Open) -> None:
    window = open_window()
    window.open_text("immune-system-changes")
    for name in COLUMNS[1:]:
        window.show(name)
        assert window.page == name
        window.run("escape")
        assert window.page == "reading", name
        assert window.focusWidget() is window.reading.view


def test_more_shows_the_rarer_settings_and_each_acts_at_once(open_window: Open) -> None:
    window = open_window()
    window.show("text and light")
    page = window.pages["text and light"]

    def visible() -> dict[str, Control]:
        return {each.accessibleName(): each for each in page.findChildren(Control) if each.isVisible()}

    assert "Between lines: Wider" not in visible()
    visible()["More settings"].click()
    before = window.sessions.preferences.settings.line
    visible()["Between lines: Wider"].click()
    assert window.sessions.preferences.settings.line > before
    visible()["Light: Night"].click()
    assert visible()["Light: Night"].isChecked()
    assert not visible()["Light: Paper"].isChecked()
    window.run("undo")
    assert window.sessions.preferences.settings.theme == "paper"


@pytest.mark.parametrize("name", COLUMNS)
def test_every_page_shows_what_there_is_to_say(open_window: Open, name: str) -> None:
    window = open_window()
    window.open_text("immune-system-changes")
    window.show(name)
    window.run("dimmer")
    shown = [label.text() for label in window.pages[name].findChildren(QLabel) if label.isVisible()]
    assert "One step dimmer. Shift and F9 goes back." in shown


def test_around_here_a_dimmer_light_leaves_the_text_where_it_is(open_window: Open) -> None:
    window = open_window(360, 640)
    window.open_text("immune-system-changes")
    window.run("forward")
    window.show("around")
    bar = window.pages["around"].findChild(QTextEdit).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    window.run("dimmer")
    assert abs(bar.value() - before) < window.height() // 2
    assert bar.value() > 0


def test_the_sample_leaves_no_gap_however_often_the_page_is_opened(open_window: Open) -> None:
    window = open_window()
    heights = set()
    for _ in range(3):
        window.show("text and light")
        page = window.pages["text and light"]
        first = min(
            (each for each in page.findChildren(Control) if each.isVisible() and each.text() == "Smaller"),
            key=lambda control: control.y(),
        )
        heights.add(first.mapTo(page, QPoint(0, 0)).y())
        window.close_open()
        window.open_text("immune-system-changes")
    assert len(heights) == 1
    assert heights.pop() < 320


def test_return_is_offered_when_there_is_a_place_to_return_to(open_window: Open) -> None:
    window = open_window()
    window.open_text("immune-system-changes")

    def offered() -> list[str]:
        window.show("places")
        rows = window.pages["places"].findChildren(Control)
        return [row.accessibleName() for row in rows if row.isVisible() and "Return" in row.accessibleName()]

    assert offered() == []
    window.go_to_part(3)
    assert offered() == ["Return. To the place before the last jump"]
