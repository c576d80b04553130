"""Someone who has opened a text with pictures in it, and pictures of every kind."""

import struct
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model.document import Block, Document, Kind
from reader.text import places
from reader.ui.window import Window


def image(width: int = 300, height: int = 200) -> QImage:
    """Return a red box on white."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.fillRect(0, 0, width // 4, height // 4, QColor("red"))
    painter.end()
    return made


def encoded(kind: str, width: int = 300, height: int = 200) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image(width, height).save(buffer, kind)
    return bytes(buffer.data().data())


def gif(width: int = 300, height: int = 200) -> bytes:
    """Return a film of two pictures, without any compression: the first is white, the second black."""
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0xF6, 0, 0)
    frames = b"".join(_frame(width, height, letter) for letter in (b"\x01", b"\x00"))
    return head + bytes(3) + b"\xff" * 3 * 127 + frames + b";"


def _frame(width: int, height: int, letter: bytes) -> bytes:
    left = width * height
    codes = b""
    while left:
        run = min(left, 126)
        codes += b"\x80" + letter * run
        left -= run
    codes += b"\x81"
    blocks = (codes[at : at + 255] for at in range(0, len(codes), 255))
    data = b"".join(bytes([len(block)]) + block for block in blocks)
    return b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x07" + data + b"\x00"


def turned(jpeg: bytes) -> bytes:
    """Return the same picture with the note that the camera was held upright."""
    note = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, 6, 0, 0)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note + jpeg[2:]


class Reader:
    """One who has opened a text with pictures between its words."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.page, self.picture = window.reading, window.reading.picture

    def open(self, *contents: bytes, words: str = "A red box.") -> None:
        """Open a text of words, each picture, and words again."""
        kept = {str(number): content for number, content in enumerate(contents)}
        blocks = [Block("", Kind.PICTURE, f"{words}", picture=name) for name in kept]
        around = [Block("", Kind.PARAGRAPH, text) for text in ("Before it.", "After it.")]
        made = places.identified([around[0], *blocks, around[1]])
        self.window.sessions.reading.open(Document("a", "A text", made, pictures=kept))

    def go(self, index: int) -> None:
        """Show a piece and wait for its picture."""
        self.window.sessions.reading.show(index)
        self.wait()

    def wait(self) -> None:
        """Wait until the picture is ready, or is known not to be."""
        self._qtbot.waitUntil(lambda: not self.picture._waiting)

    def area(self) -> QRect:
        """Return where the picture lies, in the window."""
        return QRect(self.picture.mapTo(self.window, self.picture.rect().topLeft()), self.picture.size())

    def colours(self) -> set[str]:
        """Return the colours of the picture, as painted."""
        seen = self.window.grab().toImage()
        area = self.area().adjusted(1, 1, -1, -1).intersected(self.window.rect())
        every = ((x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom()))
        return {seen.pixelColor(x, y).name().upper() for x, y in every}

    @property
    def is_white(self) -> bool:
        return "#FFFFFF" in self.colours()

    def click(self) -> None:
        QTest.mouseClick(self.picture, Qt.MouseButton.LeftButton)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focus = QGuiApplication.focusObject()
            assert focus is not None
            QTest.keyClick(focus, key)  # type: ignore[arg-type]  # a widget, in this app


Begin = Callable[..., Reader]


@pytest.fixture
def pictured(open_window: Callable[..., Window], qtbot: QtBot) -> Begin:
    """Return a function that opens a window with a text; it takes what `open_window` takes."""

    def begin(*contents: bytes, width: int = 800, height: int = 600, **settings: object) -> Reader:
        reader = Reader(open_window(width, height, **settings), qtbot)
        reader.window.show_text()
        reader.open(*(contents or (encoded("png"),)))
        reader.go(1)
        return reader

    return begin
