"""The reading page: the same controls in the same places, and every letter of the piece."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.model.level import Level
from reader.ui.label import Label
from reader.ui.window import Window

ARTICLE = "immune-system-changes"
Open = Callable[..., Window]

WINDOWS = [
    pytest.param(1280, 800, 20, id="desk"),
    pytest.param(1280, 800, 80, id="400 %"),
    pytest.param(1280, 800, 96, id="largest"),
    pytest.param(360, 640, 40, id="phone at 200 %"),
    pytest.param(320, 480, 20, id="small"),
]


def geometry(window: Window) -> dict[str, tuple[int, int, int, int]]:
    """Return where each control of the page is, in the window."""
    page = window.reading
    controls = (*page.top, *page.four, page.next)
    return {
        control.accessibleName().split()[0]: (
            control.mapTo(page, control.rect().topLeft()).x(),
            control.mapTo(page, control.rect().topLeft()).y(),
            control.width(),
            control.height(),
        )
        for control in controls
    }


def steady(window: Window) -> list[tuple[int, int, int, int]]:
    """Return the places alone: a control may change its word."""
    return list(geometry(window).values())


def text_top(window: Window) -> int:
    view = window.reading.view
    return view.mapTo(window.reading, view.rect().topLeft()).y()


@pytest.mark.parametrize(("width", "height", "size"), WINDOWS)
def test_no_control_and_no_first_line_moves_from_piece_to_piece(
    open_window: Open, width: int, height: int, size: int
) -> None:
    window = open_window(width, height, size=size)
    window.open_text(ARTICLE)
    places = steady(window)
    top = text_top(window)
    for level in Level:
        window.sessions.preferences.set_level(level)
        window.sessions.notices.clear()
        for index in range(len(window.sessions.reading.chunks)):
            window.sessions.reading.show(index)
            assert steady(window) == places
            assert text_top(window) == top


@pytest.mark.parametrize(("width", "height", "size"), WINDOWS)
def test_next_shows_every_line_of_every_piece(open_window: Open, width: int, height: int, size: int) -> None:
    window = open_window(width, height, size=size, level="longer")
    window.open_text(ARTICLE)
    page = window.reading
    reading = window.sessions.reading
    seen: dict[int, set[int]] = {}
    for _ in range(2000):
        lines = page.lines_in_sight()
        assert lines, "a screen without one whole line helps nobody"
        seen.setdefault(reading.index, set()).update(lines)
        if reading.ends_text and not page.has_rest:
            break
        word = page.next.text()
        index = reading.index
        assert (word == "More") == page.has_rest
        window.forward()
        assert (reading.index == index) == (word == "More")
    assert sorted(seen) == list(range(len(reading.chunks)))
    for index, lines in seen.items():
        reading.show(index)
        assert lines == set(range(len(page.view.line_tops()))), index


def test_no_word_is_torn_to_make_room_for_undo(open_window: Open) -> None:
    window = open_window(360, 640, size=40)
    window.open_text(ARTICLE)
    window.run("bookmark")
    quiet = window.reading.quiet
    label = quiet.findChild(Label)
    assert isinstance(label, Label)
    words = map(label.fontMetrics().horizontalAdvance, quiet.text.split())
    assert max(words) <= label.width()
    assert label.heightForWidth(label.width()) <= label.height()
    assert quiet.button.isVisible()


def test_next_is_not_told_of_while_the_button_says_more(open_window: Open) -> None:
    window = open_window(360, 640, size=40)
    window.open_text(ARTICLE)
    page = window.reading
    label = page.quiet.findChild(Label)
    assert isinstance(label, Label)
    assert (page.next.text(), label.isVisible()) == ("More", False)
    while page.has_rest:
        window.forward()
    assert (page.quiet.text, label.isVisible()) == ("Press Next when you are ready. There is no hurry.", True)


def test_no_end_is_told_of_while_some_of_the_piece_lies_below(open_window: Open) -> None:
    window = open_window(360, 640, size=40, level="longer")
    window.open_text(ARTICLE)
    page, reading = window.reading, window.sessions.reading
    end = "End of this part. This is a good place to stop."
    while not (page.quiet.text == end and page.has_rest):
        window.forward()
    ended = reading.index
    label = page.quiet.findChildren(QLabel)[0]
    room = page.quiet.geometry()
    assert not label.isVisible()
    while page.has_rest:
        window.forward()
        assert reading.index == ended
        assert (page.quiet.text, label.isVisible()) == (end, not page.has_rest)
    assert page.quiet.geometry() == room, "nothing moves for it"
    window.back()
    window.sessions.notices.say("The bookmark is kept.")
    assert page.has_rest
    assert label.isVisible(), "what is said is heard at once"


@pytest.mark.parametrize(("width", "height", "size"), WINDOWS)
def test_nothing_is_wider_than_the_window_and_every_word_is_shown_whole(
    open_window: Open, width: int, height: int, size: int
) -> None:
    window = open_window(width, height, size=size)
    window.open_text(ARTICLE)
    page = window.reading
    for control in (*page.top, *page.four, page.next):
        left = control.mapTo(page, control.rect().topLeft()).x()
        assert left >= 0
        assert left + control.width() <= page.width()
        assert control.fontMetrics().horizontalAdvance(control.text()) <= control.width()
    assert page.view.x() + page.view.width() <= page.width()


@pytest.mark.parametrize("settings", [{}, {"line": 2.0, "letter": 0.12, "word": 0.16, "size": 24}])
def test_what_is_painted_is_the_text_letter_for_letter(open_window: Open, settings: dict[str, float]) -> None:
    window = open_window(**settings)
    window.open_text(ARTICLE)
    reading = window.sessions.reading
    for level in Level:
        window.sessions.preferences.set_level(level)
        painted = []
        for index in range(len(reading.chunks)):
            reading.show(index)
            painted.append(window.reading.view.painted_text())
            assert painted[-1] == reading.chunk.text
        shown = [block.text for block in reading.document.blocks if block.kind != "heading"]
        assert "".join("".join(painted).split()) == "".join("".join(shown).split())


def test_a_change_of_size_or_window_keeps_the_words_in_sight(open_window: Open) -> None:
    window = open_window(360, 640, level="longer", size=40)
    window.open_text(ARTICLE)
    window.sessions.reading.open_part(2)
    window.forward()
    window.forward()
    view = window.reading.view
    first = window.reading.lines_in_sight()[0]
    start = sum(map(len, view.painted_lines()[:first]))
    window.sessions.preferences.change("size", 30)
    window.resize(420, 600)
    lines = view.painted_lines()
    ends = [sum(map(len, lines[: number + 1])) for number in range(len(lines))]
    holding = next(number for number, end in enumerate(ends) if end > start)
    assert holding in window.reading.lines_in_sight()


def test_nothing_is_selected_when_a_piece_is_shown(open_window: Open) -> None:
    window = open_window()
    window.open_text(ARTICLE)
    window.forward()
    assert not window.reading.view.textCursor().hasSelection()
    assert window.reading.view.textCursor().position() == 0
    window.run("words")
    assert not window.reading.popover.findChildren(QTextEdit)[0].textCursor().hasSelection()


def test_odd_letters_are_painted_as_they_are(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    text = (
        "A no\u00a0break space, é with its mark, 👩🏽‍🔬 at work, and IgA\u2011positive cells. A second one."
    )
    file.write_text(text, encoding="utf-8")
    window = open_window()
    window.open_file(file)
    qtbot.waitUntil(lambda: window.page == "reading")
    assert "\u00a0" in window.reading.view.painted_text()
    assert window.reading.view.painted_text().strip() == window.sessions.reading.chunk.text.strip()


@pytest.mark.parametrize("line", [1.5, 1.55, 2.0])
@pytest.mark.parametrize("size", [14, 20, 45, 96])
def test_baselines_are_as_far_apart_as_the_setting_says(open_window: Open, line: float, size: float) -> None:
    window = open_window(line=line, size=size)
    window.open_text(ARTICLE)
    tops = window.reading.view.line_tops()
    pixels = QFontInfo(window.reading.view.document().defaultFont()).pixelSize()
    assert len(tops) > 1
    assert (tops[1] - tops[0]) / pixels >= line


@pytest.mark.parametrize("column", [30, 66, 72])
@pytest.mark.parametrize("font", ["Atkinson Hyperlegible", "Lexend"])
@pytest.mark.parametrize("letter", [0.0, 0.2])
def test_no_line_is_longer_than_80_letters(open_window: Open, column: int, font: str, letter: float) -> None:
    window = open_window(1900, 900, column=column, font=font, letter=letter, level="longer")
    for text in (ARTICLE, "low-level-activation"):
        window.open_text(text)
        reading = window.sessions.reading
        for index in range(len(reading.chunks)):
            reading.show(index)
            assert max(map(len, window.reading.view.painted_lines()), default=0) <= 80


def test_the_usual_line_has_55_to_70_letters(open_window: Open) -> None:
    window = open_window(level="longer")
    window.open_text(ARTICLE)
    reading = window.sessions.reading
    lengths = []
    for index in range(len(reading.chunks)):
        reading.show(index)
        lines = window.reading.view.painted_lines()
        lengths += [len(line.rstrip()) for line, after in itertools.pairwise(lines) if after]
    full = sorted(lengths)[len(lengths) // 2 :]
    assert full[0] >= 55
    assert full[-1] <= 72


def test_no_words_on_any_page_are_under_14_points(open_window: Open) -> None:
    window = open_window(size=14)
    window.open_text(ARTICLE)
    for name in window.pages:
        if window.page != name:
            window.show(name)
        page = window.pages[name]
        for widget in page.findChildren(QWidget):
            if isinstance(widget, QLabel | QPushButton) and widget.text() and widget.isVisible():
                assert QFontInfo(widget.font()).pointSizeF() >= 13.9, (name, widget.text())


def test_at_one_sentence_two_controls_leave_their_places_empty(open_window: Open) -> None:
    window = open_window(level="sentence")
    window.open_text(ARTICLE)
    page = window.reading
    seen = [control for control in (*page.top, *page.four, page.next) if control.isVisible()]
    assert len(seen) == 6
    window.sessions.preferences.set_level(Level.SHORT)
    seen = [control for control in (*page.top, *page.four, page.next) if control.isVisible()]
    assert len(seen) == 8


def test_targets_are_large_enough(open_window: Open) -> None:
    window = open_window()
    window.open_text(ARTICLE)
    page = window.reading
    for control in page.top:
        assert min(control.width(), control.height()) >= 44
    for control in (*page.four, page.next):
        assert control.height() >= 56
    assert page.next.width() > max(control.width() for control in page.four)


def test_words_leave_the_first_line_in_sight_even_in_a_small_window(open_window: Open) -> None:
    window = open_window(360, 640, size=40)
    window.open_text(ARTICLE)
    window.sessions.reading.open_part(1)
    window.run("words")
    assert 0 in window.reading.lines_in_sight()


def test_no_line_moves_when_a_long_message_comes_and_goes(open_window: Open) -> None:
    window = open_window(360, 640)
    window.open_text(ARTICLE)
    window.sessions.reading.open_part(1)
    top = text_top(window)
    for message in ("A message of several lines in so narrow a window, " * 3, "Short.", ""):
        window.sessions.notices.say(message)
        assert text_top(window) == top
