"""A long book takes its time: how much of it is here is in sight, and so is the way to stop it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from reader.model.scope import Scope
from reader.session import fetching
from reader.session.fetching import LEFT_OUT, STOPPED

PARAGRAPH = "The river runs by the garden, and nobody is in a hurry there. " * 8


@pytest.fixture
def book(home: Path) -> Path:
    """Return a book of some 300,000 words, which takes the parser several seconds."""
    file = home / "long.md"
    file.write_text("\n\n".join(f"## Chapter {n}\n\n{PARAGRAPH}" for n in range(3000)))
    return file


@pytest.mark.parametrize("key", ["Esc", "the button"])
def test_the_rest_of_a_book_is_stopped_and_what_is_here_is_read_on(
    open_window: Any, book: Path, key: str, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LINGERS", 0.0)
    window = open_window()
    window.open_file(book)
    quiet = window.reading.quiet
    qtbot.waitUntil(
        lambda: quiet.button.isVisible() and quiet.text.endswith("is here so far."), timeout=20_000
    )
    if key == "Esc":
        window.run("escape")
    else:
        quiet.button.setFocus()
        qtbot.keyClick(quiet.button, Qt.Key.Key_Space)
    assert quiet.text == LEFT_OUT
    assert not quiet.button.isVisible()
    assert window.focusWidget() is window.reading.view, "Space goes on"
    reading = window.sessions.reading
    here = len(reading.document.blocks)
    window.run("next")
    assert reading.index == 1
    reading.show(len(reading.chunks) - 1)
    assert not reading.document.is_whole
    # Whatever was under way when it was stopped has come to its end.
    window.sessions.leave()
    assert here == len(reading.document.blocks)


def test_on_other_pages_nothing_offers_to_stop_it(
    open_window: Any, book: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LINGERS", 0.0)
    window = open_window()
    window.open_file(book)
    qtbot.waitUntil(window.reading.quiet.button.isVisible, timeout=20_000)
    window.show("menu")
    assert not window.pages["menu"].quiet.button.isVisible()
    window.run("escape")
    assert window.sessions.reading.is_arriving, "one thing at a time: the menu was closed"
    window.run("escape")
    assert not window.sessions.reading.is_arriving


def test_esc_closes_what_lies_over_the_piece_and_then_stops_what_opens_before_its_page_closes(
    open_window: Any, book: Path
) -> None:
    window = open_window()
    window.open_text("immune-system-changes")
    window.run("where")
    window.open_file(book)
    window.run("escape")
    assert window.reading.popover.isHidden()
    window.show("menu")
    window.run("escape")
    assert window.sessions.notices.text == STOPPED
    assert window.page == "menu"
    window.run("escape")
    assert window.page == "reading"


def test_esc_leaves_a_reminder_and_stops_nothing_with_it(open_window: Any) -> None:
    window = open_window()
    window.open_text("immune-system-changes")
    window.sessions.reading.open_part(2)
    window.sessions.keeping.keep_now()
    window.sessions.opening.remind(window.sessions.library.last())
    assert window.sessions.reading.scope is Scope.REMINDER
    assert window.close_open(), "so nothing else ends by the same key"
    assert window.page == "library"


@pytest.mark.parametrize("comes_back", [False, True])
def test_a_text_that_is_removed_while_it_comes_in_stays_out(
    person: Any, book: Path, comes_back: bool
) -> None:
    do = person.sessions
    was_arriving: list[bool] = []

    def remove() -> None:
        if not was_arriving:
            was_arriving.append(do.reading.is_arriving)
            do.about.remove(do.reading.document.id)
            if comes_back:
                do.notices.undo()

    do.reading.turned.connect(remove)
    book.write_text(book.read_text()[:200_000])
    person.window.open_file(book)
    assert was_arriving == [True]
    assert do.reading.document.is_whole
    assert ("long" in {row.title for row in do.library.rows()}) is comes_back
