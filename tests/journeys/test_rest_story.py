"""A person needs a rest: one key makes all dark and silent, and nothing but they themselves ends it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.session.resting import AGAIN, ONE_PRESS
from reader.ui.bridge import QtClock
from reader.ui.dark_page import DARK, DIM
from reader.ui.list_row import ListRow
from reader.ui.palette import contrast, luminance, theme
from reader.ui.rest_page import ABOUT

A_FILE = "A text of one's own.\n\nIt has two paragraphs."


def picture(person: Any) -> QImage:
    return person.window.grab().toImage()


def colours(image: QImage) -> set[str]:
    pixels = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return {QColor(pixel).name() for pixel in pixels}


def brightest(image: QImage) -> float:
    return max(map(luminance, colours(image)))


@pytest.fixture
def later(person: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Return a function that moves the person's clock on, so that no test has to wait."""
    ahead = [0.0]
    monkeypatch.setattr(person.calendar, "now", lambda: QtClock.now(person.calendar) + ahead[0])

    def move(seconds: float) -> None:
        ahead[0] += seconds

    return move


@pytest.fixture
def come_back(person: Any, later: Callable[[float], None]) -> Callable[[], None]:
    """Return a function that presses a key twice, as somebody who is awake does."""

    def press_twice() -> None:
        person.press("Space")
        later(ONE_PRESS)
        person.press("Space")

    return press_twice


def test_a_rest_while_listening_and_the_way_back_to_the_sentence(
    reader: Any, come_back: Callable[[], None]
) -> None:
    reader.press("Ctrl+Right", "Ctrl+Space")
    reader.sound.end()
    reader.press_until("Ctrl+Right", lambda: reader.sessions.reading.place.offset > 0)
    read, place = reader.sessions.reading.sentence, reader.sessions.reading.place
    reader.press("F8")
    assert (reader.page, reader.focused) == ("rest", "Rest")
    assert not reader.sessions.listening.active
    come_back()
    assert (reader.page, reader.focused) == ("reading", "Article text")
    assert reader.quiet.startswith(f"You last read: “{read[:20]}")
    assert (reader.sessions.reading.place, reader.sound.state.value) == (place, "silent")
    reader.press("Space")
    assert "last read" not in reader.quiet


@pytest.mark.parametrize(
    ("way", "back_on"),
    [
        ((), "reading"),
        (("F10",), "reading"),
        (("Ctrl+T",), "reading"),
        (("Ctrl+E",), "reading"),
        (("Shift+Return",), "reading"),
    ],
)
def test_from_every_page_the_way_back_leads_to_the_text(
    reader: Any, come_back: Callable[[], None], way: tuple[str, ...], back_on: str
) -> None:
    reader.press("Ctrl+Right", *way, "F8")
    assert reader.page == "rest"
    come_back()
    assert (reader.page, reader.meaning, reader.focused) == (back_on, "", "Article text")
    assert not reader.sessions.listening.active
    assert not reader.sessions.eyes_closed.on


@pytest.mark.parametrize("way", [(), ("F10",)])
def test_from_the_library_it_leads_to_the_library(
    person: Any, come_back: Callable[[], None], way: tuple[str, ...]
) -> None:
    focused = person.focused
    person.press(*way, "F8")
    assert person.page == "rest"
    come_back()
    assert (person.page, person.focused) == ("library", focused)


def test_the_menu_offers_it_first(reader: Any) -> None:
    reader.press("F10")
    rows = [row for row in reader.window.pages["menu"].findChildren(ListRow) if row.isVisible()]
    assert rows[0].accessibleName().startswith("Rest.")
    reader.push(rows[0].accessibleName())
    assert (reader.page, reader.sessions.resting.on) == ("rest", True)


@pytest.mark.parametrize("name", ["paper", "bright", "dusk", "night", "contrast"])
def test_it_is_dark_before_and_after_the_first_key_and_never_brighter_than_the_own_page(
    reader: Any, come_back: Callable[[], None], name: str
) -> None:
    reader.window.resize(400, 300)
    reader.sessions.preferences.change("theme", name)
    reader.press("Ctrl+Right")
    before = picture(reader)
    reader.press("F8")
    assert colours(picture(reader)) == {DARK}
    reader.press("F8")
    assert luminance(DARK) < brightest(picture(reader)) <= luminance(DIM) + 0.001
    assert contrast(DIM, DARK) >= 4.5
    reader.sessions.resting.end()
    assert brightest(picture(reader)) <= brightest(before)
    assert QColor(picture(reader).pixel(3, 3)).name() == theme(name).page.lower()


def test_the_dim_words_are_whole_in_the_smallest_window_with_the_largest_letters(reader: Any) -> None:
    reader.window.resize(320, 480)
    reader.sessions.preferences.change("size", 96)
    reader.press("F8", "F8")
    image = picture(reader)
    lit = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if QColor(image.pixel(x, y)).name() != DARK
    ]
    assert min(x for x, _ in lit) > 8
    assert max(x for x, _ in lit) < image.width() - 8
    assert min(y for _, y in lit) > 100
    assert max(y for _, y in lit) < image.height() - 100


def test_a_screen_reader_hears_what_can_be_done(reader: Any) -> None:
    reader.press("F8")
    assert reader.focus.accessibleDescription() == ABOUT
    reader.press("Left")
    assert reader.focus.accessibleDescription() == AGAIN


def test_every_key_is_a_press_and_none_does_its_own_work(reader: Any, later: Callable[[float], None]) -> None:
    before = reader.sessions.preferences.settings
    for key in ("Shift+F9", "F10", "Ctrl+Space", "Esc", "Tab", "A", "Ctrl+Up", "F11"):
        reader.press("F8", key)
        assert (reader.page, reader.sessions.resting.dim_words) == ("rest", AGAIN), key
        later(ONE_PRESS)
        reader.press(key)
        assert reader.page == "reading", key
    assert reader.sessions.preferences.settings == before
    assert not reader.sessions.listening.active


def test_two_keys_hit_by_one_hand_are_one(reader: Any) -> None:
    reader.press("F8", "J", "K", "L")
    assert reader.page == "rest"


def test_what_is_held_down_or_meant_for_the_desktop_is_no_press(
    reader: Any, later: Callable[[float], None]
) -> None:
    reader.press("F8")
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_VolumeUp):
        QTest.keyClick(reader.focus, key)
    assert reader.sessions.resting.dim_words == ""
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", autorep=True)
    reader.press("A")
    for _ in range(5):
        later(ONE_PRESS)
        QApplication.sendEvent(reader.focus, held)
    assert reader.page == "rest"


def test_the_pointer_is_not_seen_and_a_double_press_is_one(
    reader: Any, later: Callable[[float], None]
) -> None:
    reader.press("F8")
    window = reader.focus.window().windowHandle()
    QTest.mouseMove(window, QPoint(30, 30))
    assert reader.sessions.resting.dim_words == ""
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert (reader.page, reader.sessions.resting.dim_words) == ("rest", AGAIN)
    assert reader.focus.cursor().shape() == Qt.CursorShape.BlankCursor
    later(ONE_PRESS)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert reader.page == "reading"


def test_a_media_key_is_a_press_and_nothing_is_heard(reader: Any) -> None:
    reader.press("F8")
    reader.window._media_keys.toggle()
    assert reader.sessions.resting.dim_words == AGAIN
    assert not reader.sessions.listening.active


def test_a_window_that_is_put_aside_stays_dark(reader: Any) -> None:
    reader.press("F8")
    reader.window.showMinimized()
    reader.window.showNormal()
    assert (reader.page, reader.sessions.resting.on) == ("rest", True)


def test_a_text_that_opens_meanwhile_waits_in_the_dark(person: Any, come_back: Callable[[], None]) -> None:
    person.press("F8")
    path = person.home / "own.txt"
    path.write_text(A_FILE)
    person.window.open_file(path)
    assert (person.page, colours(picture(person))) == ("rest", {DARK})
    come_back()
    assert (person.page, person.focused) == ("reading", "Article text")
    assert person.text.startswith("A text of one's own.")


def test_news_waits_too(reader: Any, come_back: Callable[[], None]) -> None:
    reader.press("Ctrl+Right", "Space", "F8")
    reader.sessions.notices.say("The sound file is ready.")
    assert colours(picture(reader)) == {DARK}
    come_back()
    assert reader.quiet == "The sound file is ready."
    reader.press("F9", "Shift+F9")
    reader.press("Esc")
    assert reader.quiet.startswith("You last read")


def test_a_window_that_is_closed_in_the_dark_opens_as_ever(reader: Any) -> None:
    reader.press("Ctrl+Right", "Space")
    text = reader.text
    reader.press("F8")
    reader.come_back()
    assert (reader.page, reader.text, reader.sessions.resting.on) == ("reading", text, False)
