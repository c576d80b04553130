"""Pictures in the light of the page: never brighter than it, and still to be made out (R1, R2, R17)."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from reader.ui.palette import Palette, contrast, luminance, theme
from reader.ui.toning import toned

THEMES = ("paper", "bright", "dusk", "night", "contrast")
DARK = ("dusk", "night", "contrast")
COLOURS = ("black", "white", "blue", "red", "green", "yellow", "#888888", "#1F77B4", "#FFF6D8", "#030100")


def painted(width: int, height: int, paint: Callable[[QPainter], object]) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint(painter)
    painter.end()
    return picture


def drawing() -> QImage:
    """Return lines of many colours on white."""

    def lines(painter: QPainter) -> None:
        painter.fillRect(0, 0, 97, 60, QColor("white"))
        for at, colour in enumerate(COLOURS):
            painter.fillRect(10, 5 * at + 5, 60, 3, QColor(colour))

    return painted(97, 60, lines)


def photograph() -> QImage:
    """Return something light above and dark below, with a little of everything in it."""

    def scene(painter: QPainter) -> None:
        sky = QLinearGradient(0, 0, 0, 60)
        sky.setColorAt(0, QColor("#3F7FD0"))
        sky.setColorAt(1, QColor("#F6E7C8"))
        painter.fillRect(0, 0, 97, 60, sky)
        painter.fillRect(0, 40, 97, 20, QColor("#3D5F3A"))
        for at, colour in enumerate(COLOURS):
            painter.fillRect(8 * at + 5, 45, 5, 5, QColor(colour))

    return painted(97, 60, scene)


def even(colour: str) -> QImage:
    return painted(50, 50, lambda painter: painter.fillRect(0, 0, 50, 50, QColor(colour)))


def names(picture: QImage) -> set[str]:
    """Return the colours of a picture."""
    every = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name().upper() for x, y in every}


def shine(picture: QImage) -> float:
    """Return how bright a picture is in all."""
    every = [(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)]
    return sum(luminance(picture.pixelColor(x, y).name()) for x, y in every) / len(every)


def brightest(palette: Palette) -> str:
    return palette.page if palette.is_light else palette.ink


def channels(colour: str) -> tuple[int, int, int]:
    of = QColor(colour)
    return of.red(), of.green(), of.blue()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("picture", [drawing, photograph, lambda: even("white"), lambda: even("#FFFF00")])
def test_no_pixel_is_brighter_than_the_page_or_on_a_dark_one_than_its_letters(
    name: str, picture: Callable[[], QImage]
) -> None:
    for step in range(theme(name).dimmest() + 1):
        palette = theme(name).dimmed(step)
        most = channels(brightest(palette))
        for colour in names(toned(picture(), palette)):
            assert all(one <= limit for one, limit in zip(channels(colour), most, strict=True)), colour


@pytest.mark.parametrize("name", THEMES)
def test_the_white_of_a_drawing_is_the_page_itself(name: str) -> None:
    for step in range(theme(name).dimmest() + 1):
        palette = theme(name).dimmed(step)
        assert toned(drawing(), palette).pixelColor(0, 0).name().upper() == palette.page


@pytest.mark.parametrize("name", THEMES)
def test_the_words_of_a_drawing_are_readable(name: str) -> None:
    made = toned(drawing(), theme(name))
    black, blue = made.pixelColor(20, 6).name(), made.pixelColor(20, 16).name()
    assert contrast(black, theme(name).page) >= 6.9
    assert contrast(blue, theme(name).page) >= 3
    assert QColor(blue).blue() > max(QColor(blue).red(), QColor(blue).green())


@pytest.mark.parametrize("name", DARK)
@pytest.mark.parametrize(
    ("picture", "least"),
    [
        (drawing(), 7.0),
        (photograph(), 3.0),
        (even("#F0F0F0"), 7.0),
        (even("#C0C0C0"), 3.0),
        (even("black"), 3.0),
    ],
)
def test_on_a_dark_page_a_picture_shines_no_more_than_words_or_has_its_least_contrast(
    name: str, picture: QImage, least: float
) -> None:
    palette = theme(name)
    page, ink = luminance(palette.page), luminance(palette.ink)
    made = toned(picture, palette)
    lightest = max(names(made), key=luminance)
    assert shine(made) <= page + 0.12 * (ink - page) or contrast(lightest, palette.page) <= least + 0.1


@pytest.mark.parametrize("name", THEMES)
def test_what_is_lighter_in_a_photograph_stays_lighter(name: str) -> None:
    def steps(painter: QPainter) -> None:
        for at in range(16):
            painter.fillRect(at * 5, 0, 5, 50, QColor(at * 13, at * 13, at * 13))

    made = toned(painted(80, 50, steps), theme(name))
    lights = [luminance(made.pixelColor(at * 5 + 2, 10).name()) for at in range(16)]
    assert lights == sorted(lights)
    assert len(set(lights)) >= 15


@settings(max_examples=50, deadline=None)
@given(st.binary(min_size=3 * 7 * 5, max_size=3 * 7 * 5), st.sampled_from(THEMES), st.integers(0, 12))
def test_whatever_the_pixels_are_the_picture_keeps_its_size_and_its_bounds(
    content: bytes, name: str, dimmer: int
) -> None:
    palette = theme(name).dimmed(dimmer)
    picture = QImage(content, 7, 5, 21, QImage.Format.Format_RGB888)
    made = toned(picture, palette)
    assert made.size() == picture.size()
    assert all(np.array(channels(name)).max() <= max(channels(brightest(palette))) for name in names(made))


def test_a_picture_in_another_format_is_taken_too() -> None:
    grey = drawing().convertToFormat(QImage.Format.Format_Grayscale8)
    assert toned(grey, theme("paper")).pixelColor(0, 0) == QColor(theme("paper").page)
    clear = QImage(50, 50, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.white)
    assert names(toned(clear, theme("night"))) == {theme("night").page}
