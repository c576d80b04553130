"""The ways for a person's own texts to come in: dropped, copied, by the folder, named when it starts."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage

from reader.session import copying
from reader.ui.list_row import ListRow


@pytest.fixture
def papers(home: Path) -> Path:
    """Return a folder at home with three texts, one of them in a folder within."""
    folder = home / "Documents"
    (folder / "Clinic").mkdir(parents=True)
    for name in ("one.txt", "two.txt", "Clinic/three.txt"):
        (folder / name).write_text(f"Words of {Path(name).stem}.")
    return folder


def drop(person: Any, *paths: Path) -> None:
    """Drop files or folders on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    person.window.dropEvent(event)


def copy(letters: str, html: str = "") -> None:
    """Copy some words in another program."""
    data = QMimeData()
    data.setText(letters)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def rows(person: Any) -> list[ListRow]:
    """Return the rows of the list in sight."""
    page = person.window.pages[person.page]
    return [row for row in page.findChildren(ListRow) if row.isVisible()]


def said(person: Any) -> str:
    """Return what the quiet line says."""
    message: str = person.sessions.notices.message
    return message


def test_of_dropped_files_the_first_opens_and_the_others_are_kept(person: Any, papers: Path) -> None:
    drop(person, papers / "one.txt", papers / "two.txt")
    assert (person.page, person.text) == ("reading", "Words of one.")
    assert said(person) == "One text was added to the library."


def test_of_several_files_the_one_that_does_not_open_is_told_of_at_the_end(person: Any, papers: Path) -> None:
    (papers / "broken.pdf").write_text("No PDF at all.")
    person.window.begin(str(papers / "broken.pdf"), str(papers / "one.txt"), str(papers / "two.txt"))
    assert person.page == "library"
    assert said(person).startswith(
        "2 texts were added to the library. One file could not be opened: “broken.pdf”"
    )
    assert {"One", "Two"} <= {row.accessibleName().split(".")[0].title() for row in rows(person)}


def test_what_comes_in_shows_in_the_list_and_the_focus_stays(person: Any, papers: Path) -> None:
    person.press("End")
    focused = person.focused
    drop(person, papers)
    assert person.focused == focused
    assert len(rows(person)) == 6


def test_a_dropped_folder_is_taken_as_a_whole(person: Any, papers: Path) -> None:
    drop(person, papers)
    assert said(person) == "3 texts were added to the library."
    assert person.page == "library"


def test_files_and_folders_are_named_when_it_starts(person: Any, papers: Path) -> None:
    person.window.begin(str(papers / "Clinic"), str(papers / "two.txt"))
    assert (person.page, person.text) == ("reading", "Words of two.")
    assert said(person) == "One text was added to the library."


def test_a_folder_is_opened_as_a_whole_by_keyboard(person: Any, papers: Path) -> None:
    person.press("Ctrl+O")
    person.push("Documents. Folder")
    person.push("Open all in this folder. They come into the library, with those of the folders within")
    assert said(person) == "3 texts were added to the library."
    assert person.page == "open"


def test_a_folder_without_files_is_not_offered_as_a_whole(person: Any, home: Path) -> None:
    (home / "Documents").mkdir()
    person.press("Ctrl+O")
    person.push("Documents. Folder")
    assert "Open all" not in person.focused
    assert not person.sessions.browsing.has_files


def test_what_was_copied_is_read(person: Any) -> None:
    copy("A first line\n\nThen some words.")
    person.press("Ctrl+Shift+V")
    assert person.page == "reading"
    assert person.sessions.reading.document.title == "A first line"


def test_a_copied_piece_of_a_page_keeps_its_shape(person: Any) -> None:
    copy("What helps\nRest", "<html><body><h2>What helps</h2><ul><li>Rest</li></ul></body></html>")
    person.press("Ctrl+Shift+V")
    kinds = [block.kind.value for block in person.sessions.reading.document.blocks]
    assert kinds == ["heading", "list-item"]


def test_nothing_copied_is_said_kindly(person: Any) -> None:
    QGuiApplication.clipboard().clear()
    person.press("Ctrl+Shift+V")
    assert said(person) == copying.NOTHING
    assert person.page == "library"


def test_a_copied_address_is_told_of_and_not_kept(person: Any) -> None:
    before = len(rows(person))
    copy("https://example.org/leaflet")
    person.press("Ctrl+Shift+V")
    assert said(person) == copying.ADDRESS
    assert (person.page, len(rows(person))) == ("library", before)


def test_of_a_copied_picture_it_is_said_that_it_holds_no_words(person: Any) -> None:
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    person.press("Ctrl+Shift+V")
    assert said(person) == copying.NO_WORDS
