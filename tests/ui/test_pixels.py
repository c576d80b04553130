"""What is really painted: contrast and brightness, read from the pixels (R1, R2, R17)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from reader.ui.controls import Control
from reader.ui.palette import contrast, luminance, theme
from reader.ui.window import Window

Open = Callable[..., Window]
THEMES = ("paper", "bright", "dusk", "night", "contrast")


def colours(image: QImage, area: QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(area.left(), area.right(), 1)
        for y in range(area.top(), area.bottom(), 1)
    }


def area_of(window: Window, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size()).intersected(window.rect())


def strongest(image: QImage, area: QRect, ground: str) -> float:
    return max(contrast(colour, ground) for colour in colours(image, area))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("dimmer", [0, 12])
def test_text_and_controls_keep_their_contrast_as_painted(open_window: Open, name: str, dimmer: int) -> None:
    window = open_window(800, 600, theme=name, dimmer=dimmer)
    window.open_text("immune-system-changes")
    page = window.reading
    image = window.grab().toImage()
    ground = image.pixelColor(3, 3).name().upper()
    assert ground == theme(name).dimmed(dimmer).page
    text, control = (7.0, 3.0) if dimmer == 0 else (4.5, 3.0)
    for widget in (page.view, page.quiet, page.library, page.menu):
        assert strongest(image, area_of(window, widget), ground) >= text
    for widget in page.four:
        edge = area_of(window, widget)
        assert strongest(image, QRect(edge.left(), edge.top(), edge.width(), 3), ground) >= control
    assert strongest(image, area_of(window, page.next), ground) >= control


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("dimmer", [0, 12])
def test_what_has_the_focus_is_told_by_a_ring_and_nothing_moves(
    open_window: Open, name: str, dimmer: int
) -> None:
    """Also on Next, which has an edge of its own in dark themes; the ring alone must tell (R2, R12, R26)."""
    window = open_window(800, 600, theme=name, dimmer=dimmer)
    window.open_text("immune-system-changes")
    page = window.reading
    page.view.setFocus()
    before = window.grab().toImage()
    for widget in (page.next, *page.four, page.library):
        widget.setFocus()
        after = window.grab().toImage()
        area = area_of(window, widget)
        assert ring_px(before, after, area) >= 2, widget.accessibleName()
        word = area.adjusted(12, 12, -12, -12)
        assert before.copy(word) == after.copy(word), widget.accessibleName()


@pytest.mark.parametrize("name", THEMES)
def test_the_choice_in_use_does_not_look_focused(open_window: Open, name: str) -> None:
    window = open_window(800, 600, theme=name)
    window.show("text and light")
    controls = [each for each in window.pages["text and light"].findChildren(Control) if each.isVisible()]
    chosen = next(each for each in controls if each.isChecked())
    before = window.grab().toImage()
    chosen.setFocus()
    assert ring_px(before, window.grab().toImage(), area_of(window, chosen)) >= 2


def ring_px(before: QImage, after: QImage, area: QRect) -> int:
    """Return how thick the upper side of the ring is: the px that changed by 3:1, left of any letter."""
    column = [(area.left() + 16, y) for y in range(area.top(), area.top() + 12)]
    pairs = [(before.pixelColor(*at).name(), after.pixelColor(*at).name()) for at in column]
    return sum(contrast(*pair) >= 3 for pair in pairs)


@pytest.mark.parametrize("name", THEMES)
def test_the_spoken_sentence_is_marked_by_more_than_colour(open_window: Open, name: str) -> None:
    window = open_window(800, 600, theme=name)
    window.open_text("immune-system-changes")
    window.sessions.reading.open_part(1)
    view = window.reading.view
    before = window.grab().toImage()
    lines = view.painted_lines()
    start, end = window.sessions.reading.chunk.sentence_spans()[0]
    word = (start, window.sessions.reading.chunk.text.index(" "))
    view.mark((start, end - 1), word)
    after = window.grab().toImage()
    assert view.painted_lines() == lines
    palette = theme(name)
    painted = colours(after, area_of(window, view))
    assert palette.mark in painted
    bar = view.rect_of(*word)
    corner = view.mapTo(window, view.rect().topLeft())
    below = QRect(corner.x() + 2, corner.y() + round(bar.bottom()) - 4, round(bar.width()) - 4, 12)
    rows = [
        y
        for y in range(below.top(), below.bottom())
        if all(
            after.pixelColor(x, y).name().upper() == palette.accent
            for x in range(below.left(), below.right())
        )
    ]
    assert len(rows) >= 3, "the bar under the word is thick and solid"
    assert before != after


def test_the_first_frame_is_already_in_the_theme(open_window: Open) -> None:
    window = open_window(theme="night")
    window.close()
    again = open_window(theme="night")
    assert again.palette().window().color().name().upper() == theme("night").page
    assert again.grab().toImage().pixelColor(1, 1).name().upper() == theme("night").page


def test_no_step_of_the_dimmer_paints_anything_brighter(open_window: Open) -> None:
    window = open_window(600, 480, theme="paper")
    window.open_text("immune-system-changes")
    brightest = 1.0
    for _ in range(12):
        image = window.grab().toImage()
        page = luminance(image.pixelColor(3, 3).name())
        assert page <= brightest
        brightest = page
        window.run("dimmer")
    assert window.sessions.preferences.settings.theme == "night"
    assert window.sessions.notices.text == "This is as dim as it goes."


def test_asking_for_dimmer_again_and_again_comes_back_step_by_step(open_window: Open) -> None:
    window = open_window(600, 480, theme="paper")
    for _ in range(20):
        window.run("dimmer")
    for _ in range(20):
        window.run("brighter")
    settings = window.sessions.preferences.settings
    assert (settings.theme, settings.dimmer) == ("paper", 0)
