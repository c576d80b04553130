"""A picture in the light of the page: its white is no brighter than the page is.

On a light page it looks as if it were printed there. On a dark one it shines no more than letters do: a
drawing on white turns round, so that its white becomes the page and its lines become ink; anything else
keeps dark what is dark. There all contrasts are lessened alike, by their ratio, and colours are kept.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from reader.ui.palette import Palette

_Bytes = NDArray[np.uint8]
_Light = NDArray[np.floating[Any]]

_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""What red, green and blue add to the luminance (WCAG 2.2)."""
_FLARE = 0.05
"""The light that is always there: contrast is the ratio of two luminances with this added (WCAG 2.2)."""

_WHITE, _MOST = 0.8, 0.5
"""The luminance that passes for white, and how much of it makes a picture a drawing on white; ours."""

_SHINE = 0.11
"""How bright a dark page full of letters is, between the page's own light (0) and its ink (1); measured."""

_WORDS, _SHAPES = 7.0, 3.0
"""The least contrast between black and white in a drawing, which may hold words (R1), and elsewhere (R2)."""

_ROWS = 128
"""How many are worked on at a time: the whole of a large picture would take ten times its memory."""


def toned(picture: QImage, palette: Palette) -> QImage:
    """Return the picture as it may lie on a page with these colours; takes about 0.2 s a million pixels."""
    pixels = _pixels(picture)
    page, ink = _rgb(palette.page), _rgb(palette.ink)
    on_light = palette.is_light
    return _image(pixels * page.astype(np.uint16) // 255 if on_light else _on_dark(pixels, page, ink))


def _on_dark(pixels: _Bytes, page: _Bytes, ink: _Bytes) -> _Bytes:
    luminance = _LINEAR[pixels] @ _WEIGHTS
    is_drawing = bool(np.mean(luminance >= _WHITE) >= _MOST)
    # Even steps are equal contrasts; 0 becomes the page.
    lightness = (np.log(luminance / _FLARE + 1) / np.log(1 / _FLARE + 1)).clip(0, 1)
    lightness = 1 - lightness if is_drawing else lightness
    low, high = _LINEAR[page], _LINEAR[ink]
    least = _WORDS if is_drawing else _SHAPES
    high = low + (high - low) * _share(lightness, _luminance(low), _luminance(high), least)
    made = np.empty_like(pixels)
    for top in range(0, len(pixels), _ROWS):
        rows = slice(top, top + _ROWS)
        made[rows] = _relit(_LINEAR[pixels[rows]], lightness[rows], low, high)
    return np.minimum(made, ink)


def _share(lightness: _Light, page: float, ink: float, least: float) -> float:
    """Return how far towards the ink a picture may go, so that in all it shines no more than letters do.

    `least` is the contrast of that with the page which it keeps, if the ink itself has as much.
    """
    counts, edges = np.histogram(lightness, 64, (0, 1))
    middles = (edges[1:] + edges[:-1]) / 2
    contrast = full = (ink + _FLARE) / (page + _FLARE)
    for contrast in np.geomspace(full, min(least, full), 32):
        shine = (page + _FLARE) * np.average(contrast**middles, weights=counts) - _FLARE
        if shine <= page + _SHINE * (ink - page):
            break
    return float((contrast - 1) / (full - 1))


def _relit(light: _Light, lightness: _Light, low: _Light, high: _Light) -> _Bytes:
    """Return pixels in another light, from one grey to another, with as much of their colour as fits."""
    luminance = light @ _WEIGHTS
    darkest, brightest = _luminance(low), _luminance(high)
    contrast = (brightest + _FLARE) / (darkest + _FLARE)
    wanted = (darkest + _FLARE) * contrast**lightness - _FLARE
    grey = low + (high - low) * ((wanted - darkest) / (brightest - darkest))[..., None]
    # Colour alone is no light at all: any amount of it leaves the luminance as it is.
    colour = light - luminance[..., None]
    room = np.where(colour > 0, high - grey, grey) / np.maximum(np.abs(colour), 1e-6)
    amount = np.minimum(room.min(axis=-1), wanted / np.maximum(luminance, 1e-6))
    # Else the noise in what was nearly black would be seen as colours.
    amount = np.minimum(amount, (wanted + _FLARE) / (luminance + _FLARE))
    made: _Bytes = _ENCODED[np.rint((grey + colour * amount[..., None]).clip(0, 1) * 65535).astype(np.uint16)]
    return made


def _luminance(colour: _Light) -> float:
    return float(colour @ _WEIGHTS)


def _pixels(picture: QImage) -> _Bytes:
    """Return rows of pixels of red, green and blue."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    held: Any = plain.constBits()  # its stub says object
    rows = np.frombuffer(held, np.uint8).reshape(plain.height(), plain.bytesPerLine())
    # Copied while the picture is there: its rows go with it, and end on a multiple of four bytes.
    return rows[:, : plain.width() * 3].copy().reshape(plain.height(), plain.width(), 3)


def _image(pixels: NDArray[np.unsignedinteger[Any]]) -> QImage:
    height, width, _ = pixels.shape
    # Copied: Qt would else paint from memory that is not its own.
    return QImage(
        pixels.astype(np.uint8).tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888
    ).copy()


def _rgb(colour: str) -> _Bytes:
    of = QColor(colour)
    return np.array((of.red(), of.green(), of.blue()), np.uint8)


def _linear(encoded: _Light) -> _Light:
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def _encoded(light: _Light) -> _Light:
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


_LINEAR = _linear(np.arange(256) / 255).astype(np.float32)
_ENCODED = np.rint(_encoded(np.arange(65536) / 65535) * 255).astype(np.uint8)
