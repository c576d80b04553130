"""The few icons, drawn by hand: no font of the computer need know them, and each stands beside a word."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap


def icon(name: str, colour: str, size: int) -> QIcon:
    """Return an icon as wide and high as `size` px; raises KeyError for an unknown name."""
    draw = _DRAWINGS[name]
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16, size / 16)
    pen = QPen(QColor(colour), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    draw(painter, QColor(colour))
    painter.end()
    return QIcon(pixmap)


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _back(painter: QPainter, _colour: QColor) -> None:
    _line(painter, (9.5, 3.5), (5.5, 8), (9.5, 12.5))


def _forward(painter: QPainter, _colour: QColor) -> None:
    _line(painter, (6.5, 3.5), (10.5, 8), (6.5, 12.5))


def _play(painter: QPainter, colour: QColor) -> None:
    path = QPainterPath(QPointF(4, 3))
    path.lineTo(13, 8)
    path.lineTo(4, 13)
    path.closeSubpath()
    painter.fillPath(path, colour)


def _pause(painter: QPainter, colour: QColor) -> None:
    painter.fillRect(QRectF(3.5, 3, 3, 10), colour)
    painter.fillRect(QRectF(9.5, 3, 3, 10), colour)


def _moon(painter: QPainter, _colour: QColor) -> None:
    disc, bite = QPainterPath(), QPainterPath()
    disc.addEllipse(QPointF(7.5, 8), 5.5, 5.5)
    bite.addEllipse(QPointF(11, 6.5), 5, 5)
    painter.strokePath(disc.subtracted(bite), QPen(painter.pen().color(), 1.5))


def _menu(painter: QPainter, _colour: QColor) -> None:
    for y in (4, 8, 12):
        _line(painter, (2.5, y), (13.5, y))


_DRAWINGS: dict[str, Callable[[QPainter, QColor], None]] = {
    "back": _back,
    "forward": _forward,
    "play": _play,
    "pause": _pause,
    "moon": _moon,
    "menu": _menu,
}
