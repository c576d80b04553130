"""One sentence, or some lines, stand out of the piece: what is painted, and what moves it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from reader.model.document import Style
from reader.ui import marks
from reader.ui.palette import contrast, theme
from reader.ui.window import Window

Open = Callable[..., Window]
ARTICLE = "immune-system-changes"
THEMES = ("paper", "bright", "dusk", "night", "contrast")
WAYS = ("sentence", "line", "lines")


@pytest.fixture
def window(open_window: Open) -> Window:
    """Return a window with longer pieces, at the beginning of a part."""
    opened = open_window(1000, 800, level="longer")
    opened.open_text(ARTICLE)
    opened.sessions.reading.open_part(2)
    opened.sessions.notices.clear()
    return opened


def standing(window: Window) -> str:
    """Return the letters that stand out."""
    letters = window.reading.focus.letters
    return window.sessions.reading.chunk.text[slice(*letters)].strip() if letters else ""


def sentences(window: Window) -> list[str]:
    return [sentence.strip() for sentence in window.sessions.reading.chunk.sentences]


def focus(window: Window, way: str) -> None:
    window.sessions.preferences.change("focus", way)
    window.sessions.notices.clear()


def pixels(image: QImage) -> list[int]:
    """Return the colour of each pixel as a number, row by row."""
    return list(memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))


def colours(window: Window, start: int, end: int) -> set[str]:
    """Return every colour between the first and the last of some letters, line by line."""
    view, image = window.reading.view, window.grab().toImage()
    corner = view.mapTo(window, QPoint(0, 0))
    areas = (rect.toRect() for rect in marks.line_rects(view.document(), *view._qt_range((start, end))))
    found = {pixel for area in areas for pixel in pixels(image.copy(area.translated(corner)))}
    return {f"#{pixel & 0xFFFFFF:06X}" for pixel in found}


def strongest(window: Window, start: int, end: int) -> float:
    """Return the contrast with the page of the strongest colour at some letters."""
    return max(
        contrast(colour, window.reading.view._look.palette.page) for colour in colours(window, start, end)
    )


def shape(window: Window) -> list[bool]:
    """Return of each pixel of the window whether anything is painted there."""
    painted = pixels(window.grab().toImage())
    return [pixel != painted[0] for pixel in painted]


def test_it_is_off_until_it_is_asked_for(window: Window) -> None:
    assert window.reading.focus.letters is None
    assert window.reading.view.extraSelections() == []


@pytest.mark.parametrize("way", WAYS)
def test_no_letter_moves(window: Window, way: str) -> None:
    view = window.reading.view

    def layout() -> tuple[object, ...]:
        rects = [view.rect_of(*span) for span in window.sessions.reading.chunk.sentence_spans()]
        return view.painted_lines(), view.line_tops(), view.height(), rects, shape(window)

    before = layout()
    focus(window, way)
    assert layout() == before
    window.reading.focus.step(1)
    assert layout() == before


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("dimmer", [0, 12])
def test_what_stands_out_keeps_its_ink_and_the_rest_is_quiet_but_readable(
    open_window: Open, name: str, dimmer: int
) -> None:
    window = open_window(1000, 800, level="longer", theme=name, dimmer=dimmer, focus="sentence")
    window.open_text(ARTICLE)
    window.sessions.reading.open_part(2)
    window.reading.focus.step(1)
    first, second, third, *_ = window.sessions.reading.chunk.sentence_spans()
    palette = theme(name).dimmed(dimmer)
    assert strongest(window, *second) == pytest.approx(contrast(palette.ink, palette.page), rel=0.02)
    for quiet in (first, third):
        assert 4.5 <= strongest(window, *quiet) <= contrast(palette.faint, palette.page) * 1.02
    assert (palette.mark in colours(window, *second)) == (not palette.tells_faint), (
        "where ink and faint are near, the fill tells"
    )


def sign(window: Window, word: str) -> str:
    """Return the colour of the sign before the item that begins with a word."""
    at = window.sessions.reading.chunk.text.index(word)
    view, image = window.reading.view, window.grab().toImage()
    corner, item = view.mapTo(window, QPoint(0, 0)), view.rect_of(at, at + 1).toRect()
    area = QRect(corner.x(), corner.y() + item.top(), item.left() - 1, item.height())
    found = {f"#{pixel & 0xFFFFFF:06X}" for pixel in pixels(image.copy(area))}
    return max(found, key=lambda colour: contrast(colour, window.reading.view._look.palette.page))


def test_links_and_the_signs_of_a_list_are_quiet_too(open_window: Open, tmp_path: Any, qtbot: Any) -> None:
    file = tmp_path / "list.md"
    file.write_text(
        "# Things\n\nOne is [a link](https://example.org) here.\n\n- Two lies.\n- Three stands.\n", "utf-8"
    )
    window = open_window(1000, 800, focus="sentence")
    window.open_file(file)
    qtbot.waitUntil(lambda: "Three" in window.reading.view.toPlainText())
    window.sessions.reading.reach(window.sessions.reading.chunk.text.index("Three"))
    link = next(span for span in window.sessions.reading.chunk.spans if span.style is Style.LINK)
    palette = theme("paper")
    assert 4.5 <= strongest(window, link.start, link.end) <= contrast(palette.faint, palette.page) * 1.02
    assert sign(window, "Two") == theme("paper").faint
    assert sign(window, "Three") == theme("paper").quiet


def test_sentence_by_sentence_over_the_borders_of_the_pieces_and_back(window: Window) -> None:
    focus(window, "sentence")
    expected = [*sentences(window)]
    window.sessions.reading.next()
    expected += sentences(window)
    window.sessions.reading.previous()
    seen = [standing(window)]
    for _ in expected[1:]:
        window.reading.focus.step(1)
        seen.append(standing(window))
    assert seen == expected
    back = [standing(window)]
    for _ in expected[1:]:
        window.reading.focus.step(-1)
        back.append(standing(window))
    assert back == expected[::-1]


@pytest.mark.parametrize(("way", "size"), [("line", 1), ("lines", 3)])
def test_line_by_line_as_they_are_painted(window: Window, way: str, size: int) -> None:
    focus(window, way)
    lines = [line.strip() for line in window.reading.view.painted_lines() if line.strip()]
    for first in range(0, len(lines), size):
        assert standing(window).split() == " ".join(lines[first : first + size]).split()
        window.reading.focus.step(1)


def test_the_first_and_the_last_sentence_of_all_are_the_ends(window: Window) -> None:
    focus(window, "sentence")
    reading = window.sessions.reading
    reading.show(0)
    window.reading.focus.step(-1)
    assert (reading.index, window.sessions.notices.text) == (0, "This is the first piece.")
    reading.show(len(reading.chunks) - 1)
    for _ in range(1 + len(reading.chunk.sentences)):
        window.reading.focus.step(1)
    assert standing(window) == sentences(window)[-1]
    assert window.sessions.notices.text == "This was the last piece. Library takes you back."


@pytest.mark.parametrize(
    "change", [{"level": "sentence"}, {"level": "short"}, {"size": 40}, {"theme": "night"}]
)
def test_the_same_sentence_stands_out_whatever_changes(window: Window, change: dict[str, object]) -> None:
    focus(window, "sentence")
    for _ in range(3):
        window.reading.focus.step(1)
    before = standing(window)
    for name, value in change.items():
        window.sessions.preferences.change(name, value)
    assert standing(window) == before
    window.sessions.preferences.change("level", "longer")
    assert standing(window) == before


def whole_lines(window: Window) -> bool:
    """Return whether what stands out is seen, to its last line, with its first line whole."""
    page = window.reading
    rect, scroll = page.view.rect_of(*page.focus.letters), page._scroll
    return (
        scroll._top <= scroll.text_top + rect.top() and scroll.text_top + rect.bottom() <= scroll._bottom + 1
    )


@pytest.mark.parametrize("way", ["line", "sentence"])
@pytest.mark.parametrize(("width", "height", "size"), [(1280, 800, 80), (360, 640, 40)])
def test_in_big_letters_each_step_shows_what_stands_out(
    window: Window, way: str, width: int, height: int, size: int
) -> None:
    focus(window, way)
    window.resize(width, height)
    window.sessions.preferences.change("size", size)
    page, seen = window.reading, set()
    scroll, piece = page._scroll, window.sessions.reading.index
    for _ in range(200):
        assert scroll.sees_some_of(*page.focus.letters)
        assert way == "sentence" or whole_lines(window)
        seen |= set(page.lines_in_sight())
        page.focus.step(1)
        if window.sessions.reading.index != piece:
            break
    assert window.sessions.reading.index == piece + 1
    window.sessions.reading.previous()
    assert seen == set(range(len(page.view.line_tops()))), "no line was passed over"


def test_more_takes_the_focus_along(window: Window) -> None:
    focus(window, "line")
    window.resize(360, 640)
    window.sessions.preferences.change("size", 40)
    for _ in range(2):
        assert window.reading.has_rest
        window.forward()
        first = window.reading.lines_in_sight()[0]
        assert standing(window) == window.reading.view.painted_lines()[first].strip()
    window.back()
    assert window.reading._scroll.sees_some_of(*window.reading.focus.letters)


def test_a_quiet_term_is_still_explained_by_a_press(window: Window) -> None:
    focus(window, "sentence")
    view, chunk = window.reading.view, window.sessions.reading.chunk
    hit = next(hit for hit in view._piece.terms if hit.start >= chunk.sentence_spans()[1][0])
    middle = view.rect_of(hit.start, hit.end).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(*map(int, middle.toTuple())))
    assert window.reading.popover.isVisible()
    assert standing(window) == sentences(window)[0]


def test_a_piece_of_a_heading_alone_is_passed(open_window: Open, tmp_path: Any, qtbot: Any) -> None:
    file = tmp_path / "headings.md"
    file.write_text("# Alone\n\n## Empty\n\n## Full\n\nSome words.\n", "utf-8")
    window = open_window(800, 600, focus="sentence")
    window.open_file(file)
    qtbot.waitUntil(lambda: bool(window.sessions.reading.chunks))
    for _ in window.sessions.reading.chunks:
        window.reading.focus.step(1)
    assert standing(window) == "Some words."
