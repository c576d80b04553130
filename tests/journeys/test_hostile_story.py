"""A person opens a file that was made to harm: they read on meanwhile, and their library is as it was."""

from pathlib import Path
from typing import Any

import pytest

from reader.formats import apart
from reader.ground.beside import InThread
from reader.ui.bridge import Bridge

HANGS = "[" * 20_000


@pytest.fixture
def busy(reader: Any, home: Path, qapp: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a reader who has just asked for a file that hangs, opened beside the page as in life."""
    monkeypatch.setattr(apart, "LONGEST", 3.0)
    monkeypatch.setattr(reader.sessions.opening._fetching, "_beside", InThread(Bridge(qapp).post))
    reader.before = rows(reader)
    (home / "odd.md").write_text(HANGS)
    reader.press("Space")
    reader.window.open_file(home / "odd.md")
    return reader


def rows(person: Any) -> list[str]:
    """Return the titles in the library."""
    return [row.title for row in person.sessions.library.rows()]


def test_pieces_turn_while_a_file_hangs_and_then_one_sentence_says_so(busy: Any, qtbot: Any) -> None:
    first = busy.text
    busy.press("Space")
    assert busy.text != first, "the page is turned while the file is on its way"
    busy.press("Left")
    assert busy.text == first
    qtbot.waitUntil(lambda: "takes too long to open" in busy.quiet, timeout=60_000)
    assert "“odd.md” takes too long to open; nothing is lost, please try a simpler file." in busy.quiet
    assert (busy.page, busy.text) == ("reading", first)
    assert rows(busy) == busy.before


def test_whoever_opens_another_file_meanwhile_is_not_called_back(busy: Any, home: Path, qtbot: Any) -> None:
    (home / "letter.md").write_text("A kind letter.")
    busy.window.open_file(home / "letter.md")
    qtbot.waitUntil(lambda: busy.text == "A kind letter.", timeout=60_000)
    assert "odd.md" not in busy.quiet


@pytest.mark.parametrize("name", ["odd.epub", "odd.docx", "odd.pdf", "odd.html"])
def test_a_file_that_is_not_what_its_name_says_changes_nothing(reader: Any, home: Path, name: str) -> None:
    reader.press("Space")
    before, text = rows(reader), reader.text
    (home / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    reader.window.open_file(home / name)
    assert f"“{name}” is a picture; nothing is lost, please choose another file." in reader.quiet
    assert (reader.page, reader.text, rows(reader)) == ("reading", text, before)
