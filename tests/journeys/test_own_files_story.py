"""A person opens texts of their own, and comes back to them from the library."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from reader.session.editions import BRING, OFFERED

LETTER = "\n\n".join(f"Paragraph {number} of the letter is here. It is short." for number in range(1, 30))


def choose(person: Any, file: Path) -> None:
    """Open a file that lies at home, by the keyboard alone."""
    person.press("Ctrl+O")
    if person.sessions.browsing.folder is None:
        person.push("Home. Folder")
    person.push(file.name)


def written(folder: Path, name: str, text: str = LETTER) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", ["letter.txt", "letter.md", "Brief an Zoë 😀.md", "letter"])
def test_a_file_is_opened_left_and_opened_again_from_the_library(person: Any, home: Path, name: str) -> None:
    choose(person, written(home, name))
    assert person.page == "reading"
    person.press("Space", "Space", "Space")
    piece, title = person.text, person.sessions.reading.document.title
    person.come_back(days=1)
    assert person.sessions.library.last().title == title
    row = next(row for row in person.sessions.library.rows() if row.record)
    person.push(f"{row.title}. {row.line}. {row.hardness}")
    person.press("Space")
    assert person.text == piece, "one piece before, then where it was left"


def test_a_file_opened_a_second_time_is_where_it_was_left(person: Any, home: Path) -> None:
    file = written(home, "letter.md")
    choose(person, file)
    person.press("Space", "Space")
    piece = person.text
    person.press("F1")
    assert person.sessions.reading.document.title == "How to use this reader"
    choose(person, file)
    assert person.text == piece


def test_choosing_nothing_changes_nothing(reader: Any) -> None:
    before = reader.text
    reader.press("Ctrl+O", "Esc")
    assert (reader.page, reader.text) == ("reading", before)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("noise.txt", bytes(range(256)) * 20, "does not seem to hold text"),
        ("nothing.md", b"", "has no words in it"),
    ],
)
def test_a_file_that_cannot_be_opened_is_one_kind_sentence_and_the_page_stays(
    reader: Any, home: Path, name: str, content: bytes, said: str
) -> None:
    (home / name).write_bytes(content)
    reader.press("Space")
    before = reader.text
    choose(reader, home / name)
    assert said in reader.quiet
    assert (reader.page, reader.focused, reader.text) == ("open", name, before)
    reader.press("Esc", "Space")
    assert said not in reader.quiet
    assert reader.text != before


@pytest.mark.parametrize("becomes_of", [Path.unlink, lambda file: file.rename(file.with_name("x.md"))])
def test_a_file_that_was_moved_or_deleted_still_opens_from_the_library(
    person: Any, home: Path, becomes_of: Any
) -> None:
    file = written(home, "letter.md")
    choose(person, file)
    person.press(*["Space"] * 4)
    words = person.text
    becomes_of(file)
    person.come_back(days=1)
    person.press("Return", "Space")
    assert person.page == "reading"
    assert person.text == words


def test_a_file_that_was_renamed_is_where_it_was_left(person: Any, home: Path) -> None:
    file = written(home, "letter.md")
    choose(person, file)
    person.press(*["Space"] * 4, "Ctrl+B")
    words = person.text
    person.press("F1")
    choose(person, file.rename(home / "renamed.md"))
    assert person.text == words
    assert person.sessions.bookmarks.is_marked(
        person.sessions.reading.document, person.sessions.reading.chunk
    )


def test_a_file_that_changed_outside_is_carried_on_as_it_was(person: Any, home: Path) -> None:
    file = written(home, "letter.txt")
    choose(person, file)
    person.press(*["Space"] * 4)
    words = person.text
    written(home, "letter.txt", f"Something new comes first.\n\n{LETTER}")
    person.come_back(days=1)
    person.press("Return", "Space")
    assert person.text == words


def test_a_changed_file_that_is_opened_anew_offers_to_bring_the_place_along(person: Any, home: Path) -> None:
    file = written(home, "letter.txt")
    choose(person, file)
    person.press(*["Space"] * 4)
    words = person.text
    written(home, "letter.txt", f"Something new comes first.\n\n{LETTER}")
    person.come_back(days=1)
    choose(person, file)
    assert person.text.startswith("Something new comes first.")
    assert person.quiet == OFFERED
    person.push(BRING)
    assert words.splitlines()[0] in person.text
    person.press("Ctrl+Z")
    assert person.text.startswith("Something new comes first.")


def test_a_page_turned_by_habit_loses_neither_the_offer_nor_the_place(person: Any, home: Path) -> None:
    file = written(home, "letter.txt")
    choose(person, file)
    person.press(*["Space"] * 4)
    words = person.text
    for changed in ("First.", "Second."):
        written(home, "letter.txt", f"{changed}\n\n{LETTER}")
        choose(person, file)
        assert person.quiet == OFFERED
        person.press("Space")
        assert person.quiet != OFFERED
    person.come_back(days=1)
    person.press("Return")
    assert person.quiet == OFFERED
    person.push(BRING)
    assert words.splitlines()[0] in person.text
    person.press("Left")
    person.come_back(days=1)
    person.press("Return")
    assert person.quiet != OFFERED


def test_a_dropped_file_opens(person: Any, home: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(written(home, "letter.md")))])
    nowhere, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    drop = QDropEvent(nowhere, Qt.DropAction.CopyAction, data, button, none)
    person.window.dropEvent(drop)
    assert person.text.startswith("Paragraph 1")
