"""Pictures of every kind, whole and broken: unpacked beside the page, and none does harm."""

import struct
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from reader.formats.picture_size import size_of
from reader.ui import pictures
from reader.ui.palette import theme
from reader.ui.pictures import NOT_SHOWN, PictureView, natural_size
from reader.ui.window import Window
from tests.ui.pictured import Begin, Reader, encoded, gif, image, turned

BROKEN = "(?i)png|jpeg|jpg|gif|webp"


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_pictures_of_each_kind_are_shown(pictured: Begin, kind: str) -> None:
    content = encoded(kind)
    assert natural_size(content) == QSize(*(size_of(content) or ())) == QSize(300, 200)
    reader = pictured(content)
    assert len(reader.colours()) > 1


def test_of_a_film_the_first_picture_is_shown(pictured: Begin) -> None:
    reader = pictured(gif(), theme="paper")
    assert reader.colours() == {theme("paper").page}


def test_a_picture_is_turned_as_the_camera_was_held(pictured: Begin) -> None:
    content = turned(encoded("jpg"))
    assert natural_size(content) == QSize(200, 300)
    reader = pictured(content)
    assert reader.picture.size() == QSize(200, 300)
    reader.click()
    corner = reader.area().topRight()
    assert reader.window.grab().toImage().pixelColor(corner.x() - 10, corner.y() + 10).green() < 60


@pytest.mark.qt_log_ignore(BROKEN)
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(encoded("png")[:40] + bytes(200), id="PNG"),
        pytest.param(encoded("webp")[:40], id="WebP"),
        pytest.param(encoded("jpg")[:200], id="JPEG"),
        pytest.param(gif()[:400], id="GIF"),
    ],
)
def test_a_picture_cut_short_is_told_or_shown_as_far_as_it_goes(pictured: Begin, content: bytes) -> None:
    reader = pictured(content)
    assert reader.picture.text() in ("", NOT_SHOWN)
    assert reader.page.view.painted_text() == "A red box."
    reader.click()
    reader.window.run("next")
    assert reader.page.view.painted_text() == "After it."


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            encoded("png")[:16] + struct.pack(">II", 70_000, 70_000) + encoded("png")[24:], id="a bomb"
        ),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'/>", id="a drawing"),
        pytest.param(b"%PDF-1.4", id="a document"),
        pytest.param(b"\x89PNG\r\n\x1a\n", id="a signature"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_is_not_to_be_unpacked_leaves_its_words(pictured: Begin, content: bytes) -> None:
    reader = pictured(content)
    assert reader.picture.isHidden()
    assert reader.page.view.painted_text() == "A red box."


def test_the_window_never_waits_for_a_picture(pictured: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = []
    unpack = pictures.read

    def watched(content: bytes, size: QSize) -> QImage:
        threads.append(threading.current_thread())
        return unpack(content, size)

    monkeypatch.setattr(pictures, "read", watched)
    pictured()
    assert threads
    assert threading.main_thread() not in threads


def test_a_picture_that_comes_late_is_not_shown_above_other_words(
    pictured: Begin, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    go_on = {encoded("png"): threading.Event(), gif(): threading.Event()}
    begun: list[bytes] = []
    unpack = pictures.read

    def slow(content: bytes, size: QSize) -> QImage:
        begun.append(content)
        go_on[content].wait(20)
        return unpack(content, size)

    reader = pictured(*go_on, theme="paper")
    monkeypatch.setattr(pictures, "read", slow)
    for index in (0, 1, 2):
        reader.window.sessions.reading.show(index)
    go_on[encoded("png")].set()
    qtbot.waitUntil(lambda: begun == list(go_on))
    assert reader.colours() == {theme("paper").page}, "the red box has come, and is not wanted any more"
    go_on[gif()].set()
    reader.wait()
    reader.window.sessions.reading.show(3)
    assert reader.picture.isHidden()


def test_a_picture_that_comes_after_its_window_has_gone_is_forgotten(
    pictured: Begin, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    reader = pictured()
    go_on = threading.Event()
    came: list[bool] = []

    def slow(_content: bytes, size: QSize) -> QImage:
        go_on.wait(20)
        return image(size.width(), size.height())

    def is_there(view: object) -> bool:
        came.append(isValid(view))
        return came[-1]

    monkeypatch.setattr(pictures, "read", slow)
    monkeypatch.setattr(pictures, "isValid", is_there)
    view = PictureView(reader.page)
    assert reader.page.look
    view.set_look(reader.page.look)
    view.show_picture(encoded("png"))
    view.place(0, 0, QSize(300, 200))
    delete(view)
    go_on.set()
    qtbot.waitUntil(lambda: came == [False])


def test_a_file_of_ones_own_is_shown_with_its_pictures(
    open_window: Callable[..., Window], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "box.png").write_bytes(encoded("png"))
    (tmp_path / "a.md").write_text("Words.\n\n![A red box.](box.png)\n")
    reader = Reader(open_window(), qtbot)
    reader.window.open_file(tmp_path / "a.md")
    qtbot.waitUntil(lambda: reader.window.page == "reading")
    reader.window.run("next")
    reader.wait()
    assert len(reader.colours()) > 1
