"""The picture of a piece: whole in sight, in the light of the page, and as it is for whoever asks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.palette import theme
from reader.ui.pictures import AS_IT_IS
from tests.ui.pictured import Begin, encoded

WINDOWS = [
    pytest.param(1280, 800, 20, id="desk"),
    pytest.param(1280, 800, 80, id="400 %"),
    pytest.param(1280, 800, 96, id="largest"),
    pytest.param(360, 640, 20, id="phone"),
    pytest.param(360, 640, 40, id="phone at 200 %"),
    pytest.param(320, 480, 20, id="small"),
]


@pytest.fixture
def screen_reader() -> Iterator[None]:
    """Let Qt believe that someone listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.parametrize("name", ["paper", "bright", "dusk", "night", "contrast"])
def test_as_painted_it_is_never_brighter_than_the_page_or_the_letters(pictured: Begin, name: str) -> None:
    reader = pictured(theme=name)
    for step in range(theme(name).dimmest() + 1):
        reader.window.sessions.preferences.change("dimmer", step)
        reader.wait()
        palette = theme(name).dimmed(step)
        most = QColor(palette.page if palette.is_light else palette.ink)
        seen = reader.colours()
        assert palette.page in seen, "the white of the drawing is the page"
        assert len(seen) > 1, "and the box is there"
        for colour in map(QColor, seen):
            assert (colour.red(), colour.green(), colour.blue()) <= (255, most.green(), most.blue())
            assert colour.red() <= most.red()


@pytest.mark.parametrize("name", ["paper", "night"])
def test_a_press_shows_it_as_it_is_and_the_next_one_calm_again(pictured: Begin, name: str) -> None:
    reader = pictured(theme=name)
    notices = reader.window.sessions.notices
    assert not reader.is_white
    reader.click()
    assert reader.is_white
    assert notices.text == AS_IT_IS
    reader.click()
    assert not reader.is_white
    assert notices.text != AS_IT_IS


@pytest.mark.parametrize("command", ["next", "dimmer", "menu", "words", "rest"])
def test_whatever_a_person_does_next_it_is_calm_again(pictured: Begin, command: str) -> None:
    reader = pictured(encoded("png"), encoded("png"), theme="night")
    reader.click()
    assert reader.is_white
    reader.window.run(command)
    reader.wait()
    assert reader.window.sessions.notices.text != AS_IT_IS
    if reader.window.page != "reading":
        reader.window.close_open()
    assert not reader.is_white


def test_when_the_voice_turns_the_page_nothing_is_told_of_the_picture_before(pictured: Begin) -> None:
    reader = pictured(encoded("png"), encoded("png"))
    reader.click()
    reader.go(2)
    assert not reader.is_white
    assert reader.window.sessions.notices.text != AS_IT_IS


@pytest.mark.parametrize("points", [20, 80])
def test_by_keyboard_words_leads_to_it_and_esc_makes_it_calm(pictured: Begin, points: float) -> None:
    reader = pictured(encoded("png", 900, 900), theme="night", size=points, width=1280, height=800)
    reader.open(encoded("png", 900, 900), words="A red box. " * 30)
    reader.go(1)
    reader.window.run("words")
    assert not reader.page.popover.isHidden()
    assert not reader.is_white, "nothing grows brighter before it is asked for"
    see = next(
        control for control in reader.page.popover.stops if control.accessibleName() == "See it as it is"
    )
    see.setFocus()
    reader.press(Qt.Key.Key_Space)
    assert reader.page.popover.isHidden()
    assert reader.page.view.hasFocus()
    assert reader.is_white
    reader.press(Qt.Key.Key_Escape)
    assert not reader.is_white


def test_enter_shows_the_picture_that_was_asked_for(pictured: Begin) -> None:
    reader = pictured(theme="night")
    index = reader.window.sessions.reading.index
    reader.window.run("words")
    reader.press(Qt.Key.Key_Return)
    assert reader.is_white
    assert reader.page.popover.isHidden()
    assert reader.window.sessions.reading.index == index, "the page is not turned"
    reader.window.run("words")
    assert not reader.is_white


def test_the_key_that_asks_about_the_picture_takes_the_question_back(pictured: Begin) -> None:
    reader = pictured(theme="night")
    for closed in (False, True):
        QTest.keyClick(reader.window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert reader.page.popover.isHidden() is closed
        assert not reader.is_white


def test_words_with_a_meaning_come_first_and_the_picture_beside_them(pictured: Begin) -> None:
    reader = pictured()
    reader.open(encoded("png"), words="A cytokine.")
    reader.go(1)
    reader.window.run("words")
    names = [control.accessibleName() for control in reader.page.popover.stops]
    assert {"Words of this piece", "Picture"} <= set(names)


@pytest.mark.parametrize(("width", "height", "points"), WINDOWS)
@pytest.mark.parametrize("side", [(300, 200), (2000, 700), (700, 2000), (60, 60)], ids=str)
def test_it_is_whole_in_sight_and_no_control_gives_way(
    pictured: Begin, width: int, height: int, points: float, side: tuple[int, int]
) -> None:
    reader = pictured(encoded("png", *side), width=width, height=height, size=points)
    page = reader.page
    reader.go(0)
    before = [control.mapTo(page, control.rect().topLeft()) for control in (*page.top, *page.four, page.next)]
    reader.go(1)
    after = [control.mapTo(page, control.rect().topLeft()) for control in (*page.top, *page.four, page.next)]
    assert before == after
    size, area = reader.picture.size(), reader.area()
    assert size.width() <= min(side[0], page.view.width())
    assert size.height() <= side[1]
    assert abs(size.width() / size.height() - side[0] / side[1]) < 0.05 * side[0] / side[1]
    scroll = QRect(page._scroll.mapTo(reader.window, page._scroll.rect().topLeft()), page._scroll.size())
    assert scroll.contains(area)
    assert page._scroll.heading.geometry().bottom() < reader.picture.y()
    assert reader.picture.geometry().bottom() < page.view.y()
    assert size == QSize(*side) or size.width() >= 90 or size.height() >= 90, "and not needlessly small"


@pytest.mark.parametrize(("width", "height", "points"), WINDOWS)
def test_all_its_words_come_into_sight(pictured: Begin, width: int, height: int, points: float) -> None:
    reader = pictured(width=width, height=height, size=points)
    reader.open(encoded("png", 700, 600), words="A red box, and beside it much that is white. " * 4)
    reader.go(1)
    seen: set[int] = set()
    for _ in range(60):
        seen.update(reader.page.lines_in_sight())
        if not reader.page.has_rest:
            break
        reader.window.forward()
    assert seen == set(range(len(reader.page.view.line_tops())))


def test_it_stays_where_it_is_whatever_the_quiet_line_says(pictured: Begin) -> None:
    reader = pictured(encoded("png", 400, 2000), width=360, height=640)
    before, quiet = reader.picture.geometry(), reader.page.quiet.height()
    reader.window.sessions.notices.say("One sentence that is so long that it needs more lines than one.")
    assert reader.page.quiet.height() > quiet
    assert reader.picture.geometry() == before
    reader.window.run("where")
    assert reader.picture.geometry() == before


def test_its_words_are_painted_heard_and_copied_once(pictured: Begin) -> None:
    reader = pictured()
    view = reader.page.view
    assert view.painted_text() == view.toPlainText() == "A red box."
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == "A red box."
    reader.window.run("caret")
    reader.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert view.textCursor().position() > 0


def test_a_screen_reader_meets_a_picture_and_hears_its_words_once(
    pictured: Begin, monkeypatch: pytest.MonkeyPatch, screen_reader: None, qtbot: QtBot
) -> None:
    reader = pictured()
    reader.go(0)
    reader.go(1)
    spot = QAccessible.queryAccessibleInterface(reader.picture)
    assert (spot.role(), spot.text(QAccessible.Text.Name)) == (QAccessible.Role.Graphic, "Picture")
    qtbot.waitUntil(lambda: "A red box." in reader.page.view.accessibleDescription())
    assert reader.page.view.accessibleDescription().count("Picture: A red box.") == 1
