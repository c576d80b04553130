"""Every frame the app paints, as it lies on the screen, and how much light comes from it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

ACROSS, DOWN = 16, 10
"""Tiles in which light is compared: small enough that a flash of one button shows."""

_CHANNEL = np.arange(256) / 255
_LINEAR = np.where(_CHANNEL <= 0.04045, _CHANNEL / 12.92, ((_CHANNEL + 0.055) / 1.055) ** 2.4)


@dataclass(frozen=True)
class Frame:
    """What a window showed once; a menu is a window of its own."""

    image: QImage
    is_menu: bool

    @cached_property
    def light(self) -> NDArray[np.float64]:
        """Return the relative luminance of each pixel, 0 to 1 (WCAG 2.2)."""
        image = self.image.convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        red, green, blue = (_LINEAR[rows[:, channel : 3 * image.width() : 3]] for channel in range(3))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @cached_property
    def tiles(self) -> NDArray[np.float64]:
        """Return the mean luminance of each tile."""
        height, width = (
            count // parts for count, parts in zip(self.light.shape, (DOWN, ACROSS), strict=True)
        )
        whole = self.light[: height * DOWN, : width * ACROSS]
        return whole.reshape(DOWN, height, ACROSS, width).mean(axis=(1, 3))


class Frames(QObject):
    """Watches all windows of the app, and keeps each frame that was painted.

    Whatever happens after a painting finds the whole frame on the screen, so it is looked at then.
    """

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self._painted: dict[QWidget, None] = {}
        self._taken: list[Frame] = []
        qt.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is painted; Qt paints all of a window in one go."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._painted[watched.window()] = None
        elif self._painted:
            self._look()
        return False

    def taken(self) -> list[Frame]:
        """Return the frames since the last time, oldest first."""
        self._look()
        taken, self._taken = self._taken, []
        return taken

    def _look(self) -> None:
        painted, self._painted = self._painted, {}
        for window in painted:
            handle = window.windowHandle()
            if handle is not None and window.isVisible():
                picture = QGuiApplication.primaryScreen().grabWindow(handle.winId())
                is_menu = window.windowType() == Qt.WindowType.Popup
                self._taken.append(Frame(picture.toImage(), is_menu))
