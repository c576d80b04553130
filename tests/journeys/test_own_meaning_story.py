"""A person asks about any word, writes a meaning of their own, and finds it again."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

LETTER = """# A letter

The clinic uses the DePaul Symptom Questionnaire (DSQ) for this. The ribosomes may be tired, we think.

The DSQ is long. A cytokine is small, and a flurbel is nothing.
"""


@pytest.fixture
def before_letter(person: Any, tmp_path: Path) -> Any:
    """Return someone who has opened a text of their own, with the caret on."""
    file = tmp_path / "letter.md"
    file.write_text(LETTER, encoding="utf-8")
    person.window.open_file(file)
    return person


def walk_to(person: Any, word: str) -> None:
    """Move the caret into a word, letter by letter."""
    view = person.window.reading.view
    target = person.text.index(word) + 1
    for _ in range(target - view.textCursor().position()):
        person.press("Right")


def test_a_word_of_the_dictionary_is_explained_at_the_caret_and_said_to_come_from_there(
    before_letter: Any,
) -> None:
    before_letter.press("F7")
    assert before_letter.quiet.startswith("Arrows move within the text. Shift and Enter explain the word.")
    walk_to(before_letter, "ribosomes")
    before_letter.press("Shift+Return")
    assert before_letter.focused == "Meaning of ribosomes"
    assert "cytoplasm of a living cell" in before_letter.meaning
    assert "From a general dictionary (WordNet), not about ME/CFS." in before_letter.meaning
    before_letter.press("Shift+Return")
    assert before_letter.meaning == "", "the same key closes it"
    assert before_letter.focus is before_letter.window.reading.view


def test_the_words_of_the_piece_are_near_where_the_caret_has_moved(before_letter: Any) -> None:
    before_letter.press("F7", "Right", "Right", "Shift+Return")
    assert before_letter.focused == "Meaning of The"
    before_letter.push("All words")
    assert before_letter.focused == "Words of this piece"
    assert "cytokine" in before_letter.meaning


def test_own_words_are_written_by_keyboard_and_come_first_on_another_day(before_letter: Any) -> None:
    before_letter.press("F7")
    walk_to(before_letter, "flurbel")
    before_letter.press("Shift+Return")
    assert "You can write your own." in before_letter.meaning
    before_letter.push("My own words")
    assert before_letter.page == "your words"
    assert before_letter.focused == "What it means to you"
    before_letter.write("a joke of my doctor")
    before_letter.press("Return")
    assert before_letter.page == "reading"
    assert before_letter.quiet == "Kept. Your own words come first from now on."
    before_letter.come_back()
    while before_letter.page != "reading":
        before_letter.press("Return")
    before_letter.press("Shift+Return")
    assert "Your own words: a joke of my doctor." in before_letter.meaning


def test_undo_takes_a_meaning_back(before_letter: Any) -> None:
    vocabulary = before_letter.sessions.vocabulary
    vocabulary.write("flurbel", "a joke")
    assert "flurbel" in [term.name for term in terms(before_letter)]
    before_letter.press("Ctrl+Z")
    assert vocabulary.own == {}
    assert "flurbel" not in [term.name for term in terms(before_letter)]


def terms(person: Any) -> Any:
    return person.sessions.words.terms(person.sessions.reading.chunk)


def test_an_abbreviation_that_the_text_explains_is_learned(before_letter: Any) -> None:
    before_letter.press("Shift+Return")
    assert "In this text: DePaul Symptom Questionnaire." in before_letter.meaning


def test_a_word_that_one_knows_is_left_out_until_it_is_brought_back(before_letter: Any) -> None:
    names = [term.name for term in terms(before_letter)]
    assert {"DSQ", "cytokine"} <= set(names)
    before_letter.press("Shift+Return")
    before_letter.push("One by one")
    before_letter.push("I know this one")
    assert before_letter.focused == f"Meaning of {names[1]}", "it goes on"
    assert before_letter.quiet == "Its dots are gone. A press on the word still explains it."
    assert len(terms(before_letter)) == len(names) - 1
    before_letter.press("Ctrl+Z")
    assert [term.name for term in terms(before_letter)] == names
    before_letter.sessions.vocabulary.know("cytokine")
    before_letter.window.run("your words")
    before_letter.push("Dot it again: cytokine")
    assert [term.name for term in terms(before_letter)] == names


def test_a_word_that_one_knows_does_not_come_round_again(before_letter: Any) -> None:
    before_letter.sessions.vocabulary.write("flurbel", "a joke")
    names = [term.name for term in terms(before_letter)]
    before_letter.press("Shift+Return")
    before_letter.push("One by one")
    before_letter.push("I know this one")
    for name in (names[2], names[1]):
        before_letter.push("Next word")
        assert before_letter.focused == f"Meaning of {name}"


def test_after_the_last_of_the_words_one_is_back_in_the_text(before_letter: Any) -> None:
    names = [term.name for term in terms(before_letter)]
    before_letter.press("Shift+Return")
    before_letter.push("One by one")
    for name in names:
        assert before_letter.focused == f"Meaning of {name}"
        before_letter.push("I know this one")
    assert (before_letter.meaning, terms(before_letter)) == ("", ())
    assert before_letter.focus is before_letter.window.reading.view
    for left in range(1, len(names) + 1):
        before_letter.press("Ctrl+Z")
        assert len(terms(before_letter)) == left


def test_a_word_pressed_twice_is_explained_and_words_that_are_selected_too(before_letter: Any) -> None:
    view = before_letter.window.reading.view
    start = before_letter.text.index("clinic")
    middle = view.rect_of(start, start + 6).center().toPoint()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert before_letter.focused == "Meaning of clinic"
    before_letter.press("Esc")
    assert not view.textCursor().hasSelection()
    cursor = view.textCursor()
    cursor.setPosition(before_letter.text.index("a flurbel"))
    cursor.setPosition(before_letter.text.index(" is nothing"), cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    before_letter.press("Shift+Return")
    assert before_letter.focused == "Meaning of a flurbel"
