"""A person opens texts of their own, and comes back to them from the library."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

LETTER = "\n\n".join(f"Paragraph {number} of the letter is here. It is short." for number in range(1, 30))


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that says which file the computer's own dialog will give; "" for none."""

    def answer(file: Path | str) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(file), ""))

    return answer


def written(folder: Path, name: str, text: str = LETTER) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", ["letter.txt", "letter.md", "Brief an Zoë 😀.md", "letter"])
def test_a_file_is_opened_left_and_opened_again_from_the_library(
    person: Any, choose: Any, tmp_path: Path, name: str
) -> None:
    choose(written(tmp_path, name))
    person.press("Ctrl+O")
    assert person.page == "reading"
    person.press("Space", "Space", "Space")
    piece, title = person.text, person.sessions.reading.document.title
    person.come_back(days=1)
    assert person.sessions.library.last().title == title
    row = next(row for row in person.sessions.library.rows() if row.record)
    person.push(f"{row.title}. {row.line}")
    person.press("Space")
    assert person.text == piece, "one piece before, then where it was left"


def test_a_file_opened_a_second_time_is_where_it_was_left(person: Any, choose: Any, tmp_path: Path) -> None:
    choose(written(tmp_path, "letter.md"))
    person.press("Ctrl+O", "Space", "Space")
    piece = person.text
    person.press("F1")
    assert person.sessions.reading.document.title == "How to use this reader"
    person.press("Ctrl+O")
    assert person.text == piece


def test_choosing_nothing_changes_nothing(reader: Any, choose: Any) -> None:
    choose("")
    before = reader.text
    reader.press("Ctrl+O")
    assert (reader.page, reader.text) == ("reading", before)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("picture.png", b"\x89PNG", "is a kind of file that is not known here"),
        ("noise.txt", bytes(range(256)) * 20, "does not seem to hold text"),
        ("nothing.md", b"", "has no words in it"),
    ],
)
def test_a_file_that_cannot_be_opened_is_one_kind_sentence_and_the_page_stays(
    reader: Any, choose: Any, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    choose(tmp_path / name)
    reader.press("Space")
    before = reader.text
    reader.press("Ctrl+O")
    assert said in reader.quiet
    assert (reader.page, reader.text) == ("reading", before)
    reader.press("Space")
    assert said not in reader.quiet
    assert reader.text != before


def test_a_file_that_was_moved_is_said_and_the_library_stays(
    person: Any, choose: Any, tmp_path: Path
) -> None:
    file = written(tmp_path, "letter.md")
    choose(file)
    person.press("Ctrl+O", "Space")
    file.rename(tmp_path / "elsewhere.md")
    person.come_back(days=1)
    person.press("Return")
    assert "was not found" in person.quiet
    assert person.page == "library"
    person.press("F1")
    assert person.page == "reading", "everything else still opens"


def test_a_file_that_changed_outside_is_still_the_same_place(
    person: Any, choose: Any, tmp_path: Path
) -> None:
    file = written(tmp_path, "letter.txt")
    choose(file)
    person.press("Ctrl+O", *["Space"] * 4)
    words = person.text
    written(tmp_path, "letter.txt", f"Something new comes first.\n\n{LETTER}")
    person.come_back(days=1)
    person.press("Return", "Space")
    assert words.splitlines()[0] in person.text


def test_a_changed_file_that_is_opened_anew_goes_on_at_its_place_and_is_listed_once(
    person: Any, choose: Any, tmp_path: Path
) -> None:
    file = written(tmp_path, "letter.txt")
    choose(file)
    person.press("Ctrl+O", *["Space"] * 4)
    words = person.text
    written(tmp_path, "letter.txt", f"Something new comes first.\n\n{LETTER}")
    person.come_back(days=1)
    choose(file)
    person.press("Ctrl+O")
    assert words.splitlines()[0] in person.text
    person.sessions.keeping.keep_now()
    assert [row.record.path for row in person.sessions.library.rows() if row.record and row.record.path] == [
        file
    ]


def test_a_dropped_file_opens(person: Any, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(written(tmp_path, "letter.md")))])
    nowhere, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    drop = QDropEvent(nowhere, Qt.DropAction.CopyAction, data, button, none)
    person.window.dropEvent(drop)
    assert person.text.startswith("Paragraph 1")
