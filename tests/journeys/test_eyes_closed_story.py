"""A person lies in the dark with closed eyes, and listens by a few keys."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.session.eyes_closed import ONCE_MORE
from reader.ui.dark_page import DARK, DIM
from reader.ui.palette import contrast, luminance, theme


def picture(person: Any) -> QImage:
    return person.window.grab().toImage()


def brightest(image: QImage) -> float:
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return max(luminance(QColor(colour).name()) for colour in colours)


@pytest.fixture
def listener(reader: Any) -> Any:
    """Return someone who has opened the first article and closed their eyes."""
    reader.press("Ctrl+Right", "Ctrl+E")
    return reader


def test_from_the_library_into_the_dark_and_back(reader: Any) -> None:
    person = reader
    asked: list[str] = []
    person.press("Ctrl+Right", "Ctrl+E")
    assert (person.page, person.focused) == ("eyes closed", "Eyes closed")
    assert person.sessions.listening.speaking
    saying = person.sessions.saying
    say = saying.say
    saying.say = lambda text, *rest: (asked.append(text), say(text, *rest))
    person.press("B")
    person.sound.end()
    person.press("I")
    person.sound.end()
    assert asked[0] == "Bookmarked."
    assert asked[1].startswith(person.sessions.reading.where())
    assert person.sessions.listening.speaking
    person.press("Space")
    assert not person.sessions.listening.speaking
    person.press("Return")
    assert (person.page, person.focus.accessibleDescription()) == ("eyes closed", ONCE_MORE)
    person.press("Return")
    assert (person.page, person.focused) == ("reading", "Article text")
    assert len(person.sessions.bookmarks.items()) == 1


@pytest.mark.parametrize("name", ["paper", "bright", "dusk", "night", "contrast"])
def test_the_dark_is_darker_than_every_page_and_the_way_back_brings_the_own_theme(
    reader: Any, name: str
) -> None:
    reader.window.resize(400, 300)
    reader.sessions.preferences.change("theme", name)
    before = picture(reader)
    reader.press("Ctrl+E")
    dark = picture(reader)
    assert {QColor(dark.pixel(x, y)).name() for x in range(400) for y in range(300)} == {DARK}
    assert luminance(DARK) <= luminance(theme(name).dimmed(99).page)
    reader.press("Tab")
    assert brightest(picture(reader)) <= min(luminance(DIM) + 0.001, brightest(before))
    reader.press("Tab")
    page = theme(name).page.lower()
    assert QColor(picture(reader).pixel(3, 3)).name() == QColor(before.pixel(3, 3)).name() == page


def test_the_dim_words_can_just_be_read() -> None:
    assert 4.5 <= contrast(DIM, DARK) < 4.7


def test_a_press_anywhere_pauses_and_a_second_hurried_one_undoes_nothing(listener: Any) -> None:
    page = listener.window.pages["eyes closed"]
    QTest.mouseDClick(page.window().windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert not listener.sessions.listening.speaking, "a double press is one press"
    assert page.cursor().shape() == Qt.CursorShape.BlankCursor


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_VolumeUp])
def test_keys_of_the_desktop_ask_for_nothing(listener: Any, key: Qt.Key) -> None:
    QTest.keyClick(listener.focus, key)
    assert listener.sessions.eyes_closed.dim_words == ""


def test_a_key_that_is_held_down_counts_once(listener: Any) -> None:
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    listener.press("Return")
    for _ in range(5):
        QApplication.sendEvent(listener.focus, held)
    assert listener.page == "eyes closed"


def test_the_loudness_does_not_bring_light(listener: Any) -> None:
    before = listener.sessions.preferences.settings.volume
    listener.press("Ctrl+Up")
    assert listener.sessions.preferences.settings.volume > before
    assert listener.sessions.eyes_closed.dim_words == ""


def test_a_window_that_is_closed_in_the_dark_falls_silent(listener: Any) -> None:
    sound = listener.sound
    listener.press("I")
    listener.close()
    assert sound.state.value == "silent"


def test_without_a_text_there_is_nothing_to_hear(person: Any) -> None:
    person.press("Ctrl+E")
    assert (person.page, person.quiet) == ("library", "Open a text first.")
