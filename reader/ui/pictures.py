"""The picture of a piece: toned to the page, and seen as it is for as long as a person asks for that."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QImageIOHandler, QImageReader, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

from reader.formats.picture_size import size_of
from reader.formats.pictures import PIXELS
from reader.ground.beside import InThread
from reader.ui.bridge import Bridge
from reader.ui.fit import EDGE
from reader.ui.palette import Palette
from reader.ui.theme import Look

AS_IT_IS = "This is the picture as it is. Esc makes it calm again."
NOT_SHOWN = "This picture cannot be shown."


class _Order(NamedTuple):
    """A picture to be made ready: its bytes, how many px of it are wanted, and the colours around it."""

    content: bytes
    size: QSize
    palette: Palette


class PictureView(QLabel):
    """Shows a picture above its words. It is unpacked and toned beside the page, which waits for nothing.

    A press asks for it as it is, or toned again. It takes no focus: by keyboard, Words leads to it.
    """

    pressed = Signal()
    lit = Signal(bool)
    """It is seen as it is from now on, or toned again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Picture")
        self.setScaledContents(True)
        self.setWordWrap(True)
        self.setProperty("role", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._beside = InThread(Bridge(QCoreApplication.instance()).post)
        self._look: Look | None = None
        self._content = b""
        self._natural = QSize()
        self._fitted: tuple[tuple[int, int], QSize] | None = None
        self._ordered: _Order | None = None
        self._waiting = False
        self._plain = self._toned = QPixmap()
        self._as_it_is = False
        self.hide()

    @property
    def is_shown(self) -> bool:
        """Return whether there is a picture that can be seen."""
        return not (self._natural.isEmpty() or self.text())

    @property
    def as_it_is(self) -> bool:
        """Return whether the picture is seen untoned."""
        return self._as_it_is

    def show_picture(self, content: bytes) -> None:
        """Show another picture, toned, or none; the one that is shown already stays as it stands there."""
        self.show_as_it_is(False)
        if content != self._content:
            self._content, self._natural = content, natural_size(content)
            self._plain = self._toned = QPixmap()
            self.clear()
        self._fitted = None
        self.setHidden(self._natural.isEmpty())

    def show_as_it_is(self, untoned: bool) -> None:
        """Show the picture in its own light, or in that of the page."""
        changes = untoned != self._as_it_is
        self._as_it_is = untoned
        if not self._toned.isNull():
            self.setPixmap(self._plain if untoned else self._toned)
        if changes:
            self.lit.emit(untoned)

    def set_look(self, look: Look) -> None:
        """Take on the colours of the page; whoever changes the light wants no picture in its own."""
        self._look, self._fitted = look, None
        self.show_as_it_is(False)

    def size_in(self, window: tuple[int, int], width: int, height: int) -> QSize:
        """Return how large the picture is, at most so many px wide and high; empty without a picture.

        It is settled once for a piece in a window of one size: no sentence in the quiet line changes it.
        """
        if self._fitted is None or self._fitted[0] != window:
            size = QSize(self._natural)
            if size.width() > width or size.height() > height:
                size.scale(max(width, 1), max(height, 1), Qt.AspectRatioMode.KeepAspectRatio)
            self._fitted = window, size
        return self._fitted[1]

    def place(self, left: int, top: int, size: QSize) -> int:
        """Lie there, with a little air; return the px down to the words below it."""
        self.setGeometry(left, top + EDGE // 2, size.width(), size.height())
        self._make_ready()
        return 0 if size.isEmpty() else size.height() + EDGE

    def _make_ready(self) -> None:
        """Have the picture made ready in its size and light of now, unless it is or soon will be."""
        if self._look is None or self._natural.isEmpty() or self.text() or self._waiting:
            return
        size = (self.size() * self.devicePixelRatioF()).boundedTo(self._natural).expandedTo(QSize(1, 1))
        order = _Order(self._content, size, self._look.palette)
        if order != self._ordered or self._toned.isNull():
            self._waiting, self._ordered = True, order
            self._beside.do(partial(_made, order), partial(self._take, order), partial(self._fail, order))

    def _take(self, order: _Order, images: tuple[QImage, QImage]) -> None:
        # The window may have been closed meanwhile.
        if not isValid(self):
            return
        self._waiting = False
        if order.content is self._content:
            self._plain, self._toned = map(QPixmap.fromImage, images)
            self.show_as_it_is(self._as_it_is)
        self._make_ready()

    def _fail(self, order: _Order, error: Exception) -> None:
        if not isinstance(error, ValueError | MemoryError):
            raise error
        if not isValid(self):
            return
        self._waiting = False
        if order.content is self._content:
            self.setText(NOT_SHOWN)
        self._make_ready()

    # Qt's own

    def hideEvent(self, event: QHideEvent) -> None:
        """Come back toned, whatever lay over the page."""
        super().hideEvent(event)
        self.show_as_it_is(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its end comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a press that ended where it began."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


def natural_size(content: bytes) -> QSize:
    """Return how large a picture is by itself, in px; an empty size for what is not shown."""
    if size_of(content) is None:
        return QSize()
    reader = _Reader(content)
    size = reader.upright(reader.size())
    return size if not size.isEmpty() and size.width() * size.height() <= PIXELS else QSize()


def read(content: bytes, size: QSize) -> QImage:
    """Return a picture scaled to a size, on white; raises ValueError for one that cannot be unpacked."""
    reader = _Reader(content)
    reader.setScaledSize(reader.upright(size))
    picture = reader.read()
    if picture.isNull():
        raise ValueError(reader.errorString())
    sheet = QImage(picture.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, picture)
    painter.end()
    return sheet


class _Reader(QImageReader):
    """Unpacks some bytes, turned as the camera was held."""

    def __init__(self, content: bytes) -> None:
        self._bytes = QBuffer()
        self._bytes.setData(content)
        self._bytes.open(QBuffer.OpenModeFlag.ReadOnly)
        super().__init__(self._bytes)
        self.setAutoTransform(True)

    def upright(self, size: QSize) -> QSize:
        """Return a size as it is after the turn, or, of one after the turn, as it is before."""
        lies = self.transformation() & QImageIOHandler.Transformation.TransformationRotate90
        return size.transposed() if lies else size


def _made(order: _Order) -> tuple[QImage, QImage]:
    """Return a picture as it is, and toned; raises ValueError."""
    # Imported when needed: the library that works on all pixels at once costs a tenth of a second.
    from reader.ui.toning import toned  # noqa: PLC0415

    plain = read(order.content, order.size)
    return plain, toned(plain, order.palette)
