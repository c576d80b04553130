"""A person looks up a hard word, or looks where a link leads, and comes back to the text."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

ADDRESS = "https://example.org/plain-words"


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that were handed to the desktop; nothing really is."""
    handed: list[str] = []

    def take(url: QUrl) -> bool:
        handed.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return handed


def text_position(person: Any) -> tuple[str, int]:
    """Return the piece, and where its first letter stands in the window."""
    view = person.window.reading.view
    return person.text, view.mapTo(person.window, QPoint()).y()


@pytest.mark.parametrize("back", ["Esc", "Shift+Return"])
def test_a_word_is_looked_up_and_the_text_has_not_moved(reader: Any, back: str) -> None:
    reader.press("Space")
    before = text_position(reader)
    reader.press("Shift+Return")
    assert reader.focused == "Words of this piece"
    assert "cytokine" in reader.meaning
    assert text_position(reader) == before
    reader.press(back)
    assert reader.meaning == ""
    assert reader.focus is reader.window.reading.view
    assert text_position(reader) == before


def test_close_has_the_focus_after_the_meaning_and_gives_it_back(reader: Any) -> None:
    reader.press("Space", "Shift+Return")
    before = reader.text
    reader.push("Close")
    assert (reader.meaning, reader.text) == ("", before)
    assert reader.focus is reader.window.reading.view


def test_a_piece_with_many_hard_words_shows_a_few_at_a_time(reader: Any) -> None:
    reader.press("Ctrl+3")
    words = reader.sessions.words
    reader.press_until("Space", lambda: len(words.terms(reader.sessions.reading.chunk)) > 3)
    names = [term.name for term in words.terms(reader.sessions.reading.chunk)]
    reader.press("Shift+Return")
    seen = reader.meaning
    assert [name in seen for name in names[:4]] == [True, True, True, False]
    reader.push("More words")
    assert names[3] in reader.meaning
    assert reader.focused == "Words of this piece", "what is new is where the focus is"


def test_a_piece_without_hard_words_says_so_and_stays(person: Any, tmp_path: Path) -> None:
    file = tmp_path / "easy.txt"
    file.write_text("The sun is out.", encoding="utf-8")
    person.window.open_file(file)
    person.press("Shift+Return")
    assert (person.quiet, person.meaning) == ("There are no hard words in this piece.", "")


def test_turning_the_piece_closes_the_meaning_and_the_keys_go_on_working(reader: Any) -> None:
    reader.press("Space", "Shift+Return")
    before = reader.text
    # The meaning takes room, so the first press may show the rest of the piece.
    reader.press("PgDown", "PgDown")
    assert reader.meaning == ""
    assert reader.text != before
    assert reader.focus is reader.window.reading.view


def test_where_am_i_tells_the_part_and_what_was_just_read(reader: Any) -> None:
    reader.press("Space", "Space", "Space", "Ctrl+I")
    before = reader.sessions.reading.chunks[reader.sessions.reading.index - 1]
    assert "The question" in reader.sessions.reading.where()
    assert reader.meaning.startswith(reader.sessions.reading.where())
    assert before.sentences[-1].strip() in reader.meaning
    reader.press("Ctrl+I")
    assert reader.meaning == ""
    assert reader.focus is reader.window.reading.view


@pytest.fixture
def before_a_link(person: Any, tmp_path: Path) -> Any:
    """Return someone who reads a text of their own with a link in it, and has pressed the link."""
    file = tmp_path / "link.md"
    file.write_text(f"# A letter\n\nMore is told in [plain words]({ADDRESS}) there.\n", encoding="utf-8")
    person.window.open_file(file)
    view = person.window.reading.view
    start = view.toPlainText().index("plain words")
    middle = view.rect_of(start, start + len("plain words")).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    return person


def test_a_link_is_shown_and_nothing_opens_by_itself(before_a_link: Any, outside: list[str]) -> None:
    assert "Open this outside the reader?" in before_a_link.meaning
    assert ADDRESS in before_a_link.meaning
    before_a_link.press("Esc")
    assert before_a_link.meaning == ""
    assert outside == []


def test_the_address_of_a_link_is_copied(before_a_link: Any, outside: list[str]) -> None:
    before_a_link.push("Copy the address")
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert before_a_link.quiet == "The address is copied."
    assert (before_a_link.meaning, outside) == ("", [])


def test_a_link_is_handed_out_once_after_one_question(before_a_link: Any, outside: list[str]) -> None:
    before_a_link.push("Open it outside")
    assert outside == [ADDRESS]
    assert before_a_link.meaning == ""
    assert before_a_link.focus is before_a_link.window.reading.view


def test_a_desktop_that_cannot_open_a_link_is_no_dead_end(
    before_a_link: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    before_a_link.push("Open it outside")
    assert before_a_link.quiet == "It could not be opened. The address can be copied instead."


def test_links_are_reached_by_keyboard_alone(person: Any, tmp_path: Path, outside: list[str]) -> None:
    file = tmp_path / "links.md"
    file.write_text(f"See [one]({ADDRESS}/1) and [two]({ADDRESS}/2).\n", encoding="utf-8")
    person.window.open_file(file)
    person.press("Shift+Return")
    assert f"{ADDRESS}/1" in person.meaning
    person.push("Next link")
    assert f"{ADDRESS}/2" in person.meaning
    person.push("Open it outside")
    assert outside == [f"{ADDRESS}/2"]
    person.press("Shift+Return", "Shift+Return")
    assert person.meaning == "", "the same key closes it"


def test_a_piece_with_words_and_links_offers_both(person: Any, tmp_path: Path, outside: list[str]) -> None:
    file = tmp_path / "both.md"
    file.write_text(f"A cytokine is told of [there]({ADDRESS}).\n", encoding="utf-8")
    person.window.open_file(file)
    person.press("Shift+Return")
    assert "cytokine" in person.meaning
    person.push("Links")
    assert ADDRESS in person.meaning
    assert person.focused == "A link"
    assert outside == []
