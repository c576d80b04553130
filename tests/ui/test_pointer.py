"""The pointer does not lie on the words: it goes when it is still, and comes back when it is needed."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from reader.ui.pointer import STILL, Pointer

NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Story:
    """One with a window, a pointer over it, and a clock."""

    def __init__(self, window: QWidget, clock: Any) -> None:
        self.window, self.clock = window, clock
        self.button = QPushButton("Next", window)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pointer = Pointer(window, clock)
        window.show()

    def send(self, event: QEvent) -> None:
        QApplication.sendEvent(self.window.windowHandle(), event)

    def move(self, x: int) -> None:
        place = QPointF(x, 20)
        self.send(QMouseEvent(QEvent.Type.MouseMove, place, place, NONE, NONE, PLAIN))

    def click(self, kind: QEvent.Type, held: Qt.MouseButton) -> None:
        place = QPointF(5, 5)
        self.send(QMouseEvent(kind, place, place, LEFT, held, PLAIN))

    @property
    def is_hidden(self) -> bool:
        cursor = QGuiApplication.overrideCursor()
        return cursor is not None and cursor.shape() == Qt.CursorShape.BlankCursor


@pytest.fixture
def story(qapp: QApplication, clock: Any) -> Iterator[Story]:
    window = QWidget()
    yield Story(window, clock)
    window.close()
    assert QGuiApplication.overrideCursor() is None, "who leaves takes nothing along"


def test_it_goes_after_a_few_still_seconds_and_comes_back_at_the_first_move(story: Story) -> None:
    story.clock.advance(STILL - 0.1)
    assert not story.is_hidden
    story.clock.advance(0.1)
    assert story.is_hidden
    story.move(30)
    assert not story.is_hidden
    story.clock.advance(STILL)
    assert story.is_hidden


def test_each_move_begins_the_wait_anew(story: Story) -> None:
    for place in range(10):
        story.move(place)
        story.clock.advance(STILL / 2)
    assert not story.is_hidden
    story.clock.advance(STILL / 2)
    assert story.is_hidden


def test_a_page_that_changes_under_it_does_not_bring_it_back(story: Story) -> None:
    story.move(30)
    story.clock.advance(STILL)
    story.move(30)
    assert story.is_hidden


@pytest.mark.parametrize("kind", ["press", "wheel", "enter"])
def test_whatever_uses_it_shows_it(story: Story, kind: str) -> None:
    story.clock.advance(STILL)
    place = QPointF(5, 5)
    if kind == "press":
        story.click(QEvent.Type.MouseButtonPress, LEFT)
        story.click(QEvent.Type.MouseButtonRelease, NONE)
    elif kind == "wheel":
        story.send(
            QWheelEvent(
                place, place, QPoint(), QPoint(0, 120), NONE, PLAIN, Qt.ScrollPhase.NoScrollPhase, False
            )
        )
    else:
        story.send(QEnterEvent(place, place, place))
    assert not story.is_hidden
    story.clock.advance(STILL)
    assert story.is_hidden


def test_it_stays_while_a_button_is_held_and_while_a_menu_is_open(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: LEFT)
    story.clock.advance(2 * STILL)
    assert not story.is_hidden
    monkeypatch.undo()
    menu = QMenu(story.window)
    menu.addAction("Copy")
    menu.popup(QPoint(0, 0))
    story.clock.advance(2 * STILL)
    assert not story.is_hidden
    menu.close()
    story.move(32)
    story.clock.advance(STILL)
    assert story.is_hidden


def test_outside_of_the_window_it_is_not_ours(story: Story) -> None:
    story.clock.advance(STILL)
    story.send(QEvent(QEvent.Type.Leave))
    assert not story.is_hidden
    story.clock.advance(2 * STILL)
    assert not story.is_hidden


def test_the_hand_over_a_button_is_a_hand_again(story: Story) -> None:
    story.clock.advance(STILL)
    story.move(31)
    assert story.button.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert QGuiApplication.overrideCursor() is None


def test_while_nothing_moves_nothing_is_timed(story: Story) -> None:
    story.clock.advance(STILL)
    assert story.clock.waiting == 0
