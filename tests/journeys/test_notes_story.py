"""A person meets the mark of a footnote, looks at the note, and goes on; nobody else has to."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

TEXT = """# Rest

## First

Rest comes first.[^a] It is no cure.[^b]

## Second

The end is here.

[^a]: A short note on rest.
[^b]: Another note.
"""


@pytest.fixture
def annotated(reader: Any, tmp_path: Path) -> Any:
    file = tmp_path / "notes.md"
    file.write_text(TEXT)
    reader.window.open_file(file)
    reader.press_until("Space", lambda: "Rest comes first" in reader.text)
    return reader


def test_the_notes_of_a_text_stand_in_no_piece(annotated: Any) -> None:
    assert not [piece for piece in annotated.sessions.reading.chunks if "note" in piece.text]
    assert [piece.text for piece in annotated.sessions.reading.chunks][-1] == "The end is here."


def test_a_note_opens_by_keyboard_and_the_next_one_after_it(annotated: Any) -> None:
    annotated.press("Shift+Return")
    assert "A short note on rest." in annotated.meaning
    annotated.push("Next note")
    assert "Another note." in annotated.meaning
    annotated.press("Esc")
    assert annotated.meaning == ""
    assert annotated.focus is annotated.window.reading.view


def test_a_note_opens_by_a_press_on_its_mark(annotated: Any) -> None:
    view = annotated.window.reading.view
    mark = annotated.text.index("cure.") + len("cure.")
    spot = view.rect_of(mark, mark + 1).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert "Another note." in annotated.meaning


@pytest.mark.parametrize("key", ["Ctrl+F", "Ctrl+Shift+F"])
def test_words_of_a_note_that_are_found_lead_to_its_mark(annotated: Any, key: str) -> None:
    annotated.press("Ctrl+1")
    annotated.press_until("Space", lambda: annotated.text == "The end is here.")
    annotated.press(key)
    annotated.write("another note")
    annotated.press("Return", "Return")
    assert annotated.page == "reading"
    assert annotated.text.startswith("It is no cure.")
