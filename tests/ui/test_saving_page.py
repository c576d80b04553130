"""The page on which a person chooses what to take along, and sees how far it is."""

import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.ui.controls import Control
from reader.ui.line import Line
from reader.ui.window import Window

Open = Callable[..., Window]
ARTICLE = "immune-system-changes"


@pytest.fixture
def page(open_window: Open) -> Window:
    window = open_window()
    window.open_text(ARTICLE)
    window.show("save as sound")
    return window


def controls(window: Window) -> dict[str, Control]:
    found = window.pages[window.page].findChildren(Control)
    return {each.accessibleName().split(".")[0]: each for each in found if each.isVisible()}


def words(window: Window) -> list[str]:
    return [label.text() for label in window.pages["save as sound"].findChildren(QLabel) if label.isVisible()]


def save(window: Window, qtbot: QtBot, choice: str, path: Path) -> None:
    """Choose what to take along, and have it saved there."""
    controls(window)[choice].click()
    assert window.page == "where to save"
    browsing = window.sessions.destination.browsing
    browsing.open(path.parent)
    qtbot.waitUntil(lambda: browsing.folder is not None and browsing.folder.path == path.parent)
    line = next(each for each in window.pages[window.page].findChildren(Line) if each.isVisible())
    line.selectAll()
    qtbot.keyClicks(line, path.name)
    controls(window)[f"Save here in {path.parent.name}"].click()


def test_each_choice_tells_how_long_it_is(page: Window) -> None:
    assert list(controls(page))[2:] == ["This article", "This part: In short"]
    assert "About 7 minutes of sound, about 4\u00a0MB" in words(page)
    assert controls(page)["This article"].hasFocus()


def test_a_part_is_saved_while_the_page_tells_how_far_it_is(
    page: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "out.wav"
    save(page, qtbot, "This part: In short", path)
    assert list(controls(page))[2:] == ["Cancel"]
    assert "Getting ready." in words(page)
    assert not path.exists()
    qtbot.waitUntil(lambda: not page.sessions.saving.is_running, timeout=60_000)
    assert page.sessions.notices.text == f"Saved as out.wav in {tmp_path.name}."
    assert controls(page)["This article"].hasFocus()
    with wave.open(str(path)) as file:
        assert file.getnframes() / file.getframerate() > 10


def test_cancel_leaves_nothing_behind_and_gives_the_choices_back(
    page: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    save(page, qtbot, "This article", tmp_path / "out")
    qtbot.waitUntil(lambda: any("chapter 1 of" in line for line in words(page)), timeout=60_000)
    cancel = controls(page)["Cancel"]
    assert cancel.hasFocus()
    cancel.click()
    qtbot.waitUntil(lambda: not page.sessions.saving.is_running, timeout=60_000)
    assert page.sessions.notices.text == "The sound file was not made, and nothing is lost."
    assert not list(tmp_path.glob("*out*"))
    assert "This article" in controls(page)


def test_a_person_who_changes_their_mind_is_not_bothered(page: Window) -> None:
    controls(page)["This article"].click()
    page.run("escape")
    assert not page.sessions.saving.is_running
    assert "This article" in controls(page)


def test_without_a_text_or_bookmark_the_page_says_what_to_do(open_window: Open) -> None:
    window = open_window()
    window.show("save as sound")
    assert "Open a text first, or set a bookmark." in words(window)


def test_closing_the_window_in_the_middle_leaves_nothing(page: Window, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "Music"
    folder.mkdir()
    save(page, qtbot, "This article", folder / "out.mp3")
    qtbot.waitUntil(lambda: bool(list(folder.iterdir())), timeout=60_000)
    page.close()
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("width", "height", "size"), [(1280, 800, 20), (1280, 800, 80), (360, 640, 40), (320, 480, 20)]
)
def test_no_words_are_cut_while_a_file_is_made(
    open_window: Open, width: int, height: int, size: int, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(width, height, size=size)
    window.open_text(ARTICLE)
    window.show("save as sound")
    save(window, qtbot, "This article", tmp_path / "out.mp3")
    window.sessions.saving._show("Saving: chapter 2 of 7. Ready in about 12 minutes.")
    for label in window.pages["save as sound"].findChildren(QLabel):
        if label.isVisible():
            assert label.heightForWidth(label.width()) <= label.height(), label.text()
    window.close()
