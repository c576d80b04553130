"""The folders of this computer on a page of our own: by keyboard alone, and nothing of a name is lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel

from reader.session.browsing import SCREENFUL
from reader.ui.controls import Control
from reader.ui.line import Line
from reader.ui.window import Window

Open = Callable[..., Window]
LONG = "Effects_of_pacing_on_post-exertional-malaise_supplementarymaterialwithoutasinglebreak_v2.txt"


@pytest.fixture
def papers(home: Path) -> Path:
    """Return a folder at home with one text of a long name, a picture, and a folder."""
    folder = home / "Documents"
    (folder / "Clinic").mkdir(parents=True)
    (folder / LONG).write_text("The first words. And more.")
    (folder / "picture.png").touch()
    return folder


def names(person: Any) -> list[str]:
    """Return the names of what can be pressed below Back and Dimmer, in the order of Tab."""
    person.window.reading.view.setFocus()
    page = person.window.pages[person.page]
    found = [each for each in page.findChildren(Control) if each.isVisible()]
    return [
        each.accessibleName()
        for each in sorted(found, key=lambda each: each.mapTo(page, QRect().topLeft()).y())
    ][2:]


def test_a_text_is_found_and_opened_by_keyboard_alone(person: Any, papers: Path) -> None:
    person.press("Ctrl+O")
    assert person.focused == "Home. Folder"
    person.push("Documents. Folder")
    assert person.focused == "Clinic. Folder"
    person.push("Clinic. Folder")
    assert person.focused == "Up to Documents"
    person.press("Space")
    assert person.focused == "Clinic. Folder", "one comes back to where one was"
    person.press("Tab")
    assert person.focused == LONG, "the picture is not there"
    person.press("Return")
    assert (person.page, person.text) == ("reading", "The first words. And more.")
    person.press("Ctrl+O")
    assert LONG in names(person), "the folder of the last time"
    person.press("Esc")
    assert person.page == "reading"


def test_the_same_key_closes_the_page(reader: Any) -> None:
    reader.press("Ctrl+O", "Ctrl+O")
    assert reader.page == "reading"


def test_a_long_folder_asks_for_words_or_goes_on_with_more(person: Any, papers: Path) -> None:
    for number in range(1, 40):
        (papers / f"Paper {number}.txt").touch()
    person.press("Ctrl+O")
    person.push("Documents. Folder")
    person.push("More of this folder")
    assert person.focused == f"Paper {SCREENFUL - 1}.txt", "the first of those that came"
    assert len(names(person)) == 4 + 2 * SCREENFUL + 1
    person.tab_to("Words in the name")
    person.write("39")
    person.press("Return")
    assert (person.focused, names(person)[4:]) == ("Paper 39.txt", ["Paper 39.txt"])
    person.tab_to("Words in the name")
    person.write(" nowhere")
    person.press("Return")
    assert names(person)[4:] == []
    assert any(
        "No name here" in label.text()
        for label in person.window.pages["open"].findChildren(QLabel)
        if label.isVisible()
    )


def test_names_of_a_short_folder_are_found_once_that_is_asked_for(reader: Any, papers: Path) -> None:
    (papers / "Letter.txt").write_text("A letter.")
    reader.press("Ctrl+O")
    reader.press("Ctrl+F")
    assert (reader.page, reader.focused) == ("open", "Words in the name"), "not the text behind is searched"
    reader.push("Documents. Folder")
    reader.press("Ctrl+F")
    reader.write("letter")
    reader.press("Return")
    assert (reader.focused, names(reader)[-1]) == ("Letter.txt", "Letter.txt")
    assert LONG not in names(reader)
    reader.press("Esc")
    reader.press("Ctrl+O")
    assert "Words in the name" in [line.accessibleName() for line in lines(reader)], "the way out of them"
    reader.press("Ctrl+F")
    reader.press("Delete")
    reader.press("Return")
    assert LONG in names(reader)
    reader.press("Esc")
    reader.press("Ctrl+O")
    assert lines(reader) == []


def test_asking_twice_to_find_a_name_loses_no_word(reader: Any, papers: Path) -> None:
    reader.press("Ctrl+O")
    reader.press("Ctrl+F")
    reader.write("pap")
    reader.press("Ctrl+F")
    assert [line.text() for line in lines(reader)] == ["pap"]


def lines(person: Any) -> list[Line]:
    """Return the lines to type in that are seen."""
    return [line for line in person.window.pages[person.page].findChildren(Line) if line.isVisible()]


def test_a_sound_file_is_saved_by_keyboard_alone(reader: Any, home: Path) -> None:
    (home / "Music" / "Walks").mkdir(parents=True)
    reader.press("F10")
    reader.window.show("save as sound")
    reader.press("Space")
    assert (reader.page, reader.focused) == ("where to save", "Save here in Music")
    reader.push("Walks. Folder")
    reader.push("WAV sound")
    reader.tab_to("Name of the file")
    reader.press("Ctrl+A")
    reader.write("For the way")
    asked: list[Path] = []
    reader.sessions.saving.save = lambda _portion, path: asked.append(path)
    reader.push("Save here in Walks")
    assert asked == [home / "Music" / "Walks" / "For the way.wav"]
    assert reader.page == "save as sound"


def test_a_name_that_is_taken_is_said_and_another_one_stands_ready(reader: Any, home: Path) -> None:
    (home / "Music").mkdir()
    reader.window.show("save as sound")
    reader.press("Space")
    name = reader.sessions.destination.name
    (home / "Music" / f"{name}.mp3").touch()
    reader.press("Space")
    assert "already" in reader.quiet
    line = next(each for each in reader.window.pages["where to save"].findChildren(Line) if each.isVisible())
    assert line.text() == f"{name} 2"
    assert reader.focused == "Save here in Music"


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1280, 800, 20), (1280, 800, 80), (360, 640, 20), (360, 640, 40), (320, 480, 20)],
)
def test_the_longest_name_breaks_and_no_letter_is_cut(
    open_window: Open, papers: Path, qtbot: Any, width: int, height: int, size: int
) -> None:
    window = open_window(width, height, size=size)
    window.show("open")
    browsing = window.sessions.browsing
    browsing.open(papers)
    qtbot.waitUntil(lambda: browsing.folder is not None)
    page = window.pages["open"]
    label = next(each for each in page.findChildren(QLabel) if each.isVisible() and each.text() == LONG)
    painted = QLabel.text(label)
    assert painted.replace("\u200b", "") == LONG
    flags = Qt.TextFlag.TextWordWrap.value
    needed = label.fontMetrics().boundingRect(QRect(0, 0, label.width(), 0), flags, painted)
    assert needed.width() <= label.width()
    assert needed.height() <= label.height()
    for control in page.findChildren(Control):
        if control.isVisible():
            assert min(control.width(), control.height()) >= 44, control.accessibleName()
