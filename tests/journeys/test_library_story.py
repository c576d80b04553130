"""A person with many texts: finds one, searches them all, comes back, and takes one out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect

from reader.formats.opening import open_bundled
from reader.store.database import opened
from reader.store.texts import TextStore
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.list_row import ListRow
from reader.ui.search_page import NOTHING

MANY = 20


@pytest.fixture
def owner(person: Any, home: Path) -> Any:
    """Return a person with twenty letters of their own, in front of the library."""
    database, _ = opened(home / "data" / "reader.sqlite3")
    store = TextStore(home / "data" / "texts", database)
    for number in range(MANY):
        file = home / f"letter-{number}.md"
        file.write_text(
            f"# Letter {number}\n\nDear reader. The word tortoise{number} is in no other letter.\n"
        )
        document = replace(open_bundled(file), id=f"{number:016x}")
        store.keep(document, file, ".md", file, number)
    database.close()
    person.press("F10", "Esc")
    return person


def rows(person: Any) -> list[ListRow]:
    page = person.window.pages[person.page]
    return [row for row in page.findChildren(ListRow) if row.isVisible()]


def names(person: Any) -> list[str]:
    return [row.accessibleName() for row in rows(person)]


def test_with_few_texts_the_library_asks_nothing(person: Any) -> None:
    page = person.window.pages["library"]
    controls = [each.accessibleName() for each in page.findChildren(Control) if each.isVisible()]
    assert len(controls) == 7, "dimmer, menu, the first text, a file, and a row for each of three"
    with pytest.raises(pytest.fail.Exception):
        person.tab_to("Find a text")


def test_the_first_text_to_read_is_the_same_where_many_others_came_later(owner: Any) -> None:
    assert names(owner)[0].startswith("Letter 19")
    owner.push("Read the first one")
    assert owner.sessions.reading.document.title.startswith("What “low-level")


def test_a_few_letters_find_a_text_and_enter_opens_it(owner: Any) -> None:
    assert len(rows(owner)) == 12
    owner.tab_to("Find a text")
    owner.write("letter 17")
    assert (owner.focused, len(rows(owner))) == ("Find a text", 1)
    owner.press("Return")
    assert owner.focused.startswith("Letter 17")
    owner.press("Return")
    assert "tortoise17" in owner.text


def test_more_texts_come_a_dozen_at_a_time_and_the_focus_is_on_the_first_of_them(owner: Any) -> None:
    before = names(owner)
    owner.push("More texts")
    assert len(rows(owner)) == MANY + 3
    assert owner.focused not in before


def test_the_order_is_one_press_and_the_focus_stays_on_it(owner: Any) -> None:
    owner.push("Sort the list")
    assert (owner.focused, owner.focus.isChecked()) == ("Latest first", True)
    owner.push("By title")
    assert (owner.focused, owner.focus.isChecked()) == ("By title", True)
    assert names(owner)[1].startswith("Immune system changes")
    owner.press("F10", "Esc", "Ctrl+Z")
    assert names(owner)[0].startswith("Letter 19")
    owner.push("By title")
    owner.press("Space")
    assert not owner.focus.isChecked()


def test_ctrl_f_finds_a_text_among_many_and_in_a_text_its_words(owner: Any) -> None:
    owner.press("Ctrl+F")
    assert (owner.page, owner.focused) == ("library", "Find a text")
    owner.write("letter 3")
    owner.press("Return", "Return", "Ctrl+F")
    assert (owner.page, owner.focused) == ("find", "Words to find")


def test_esc_shows_all_texts_again_and_the_focus_stays_on_its_row(owner: Any) -> None:
    owner.press("Ctrl+F")
    owner.write("letter 1")
    owner.press("Return", "Down")
    focused = owner.focused
    owner.press("Esc")
    assert (owner.page, len(rows(owner)), owner.focused) == ("library", 12, focused)
    owner.press("Ctrl+F")
    assert owner.focus.text() == ""


@pytest.mark.parametrize("keys", [(), ("Return", "End")], ids=["still there", "on a row out of sight"])
def test_esc_leaves_the_focus_in_the_line_where_no_row_has_it(owner: Any, keys: tuple[str, ...]) -> None:
    owner.press("Ctrl+F")
    owner.write("letter 1")
    owner.press(*keys)
    assert keys == () or owner.focused.startswith("Letter 1.")
    owner.press("Esc")
    assert (owner.focused, owner.focus.text(), len(rows(owner))) == ("Find a text", "", 12)


def test_esc_stops_the_voice_before_it_shows_all_texts_again(owner: Any) -> None:
    owner.push("Read the first one")
    owner.press("Ctrl+Space")
    owner.push("Library")
    owner.press("Ctrl+F")
    owner.write("letter 17")
    owner.press("Esc")
    assert (owner.sound.state.value, len(rows(owner))) == ("silent", 1)
    owner.press("Esc")
    assert len(rows(owner)) == 12


def test_in_a_short_list_ctrl_f_brings_the_line_and_esc_takes_it_away(person: Any) -> None:
    before = [person.focused, *names(person)]
    person.press("Ctrl+F")
    assert (person.page, person.focused, person.quiet) == ("library", "Find a text", "")
    person.write("how to")
    assert len(rows(person)) == 1
    person.press("Esc")
    assert (person.focused, len(rows(person))) == ("Find a text", 3)
    person.press("Esc")
    assert [person.focused, *names(person)] == before
    with pytest.raises(pytest.fail.Exception):
        person.tab_to("Find a text")


def test_in_front_of_a_short_list_ctrl_f_looks_through_no_text_behind_it(reader: Any) -> None:
    reader.push("Library")
    reader.press("Ctrl+F")
    assert (reader.page, reader.focused) == ("library", "Find a text")
    reader.write("how to")
    reader.press("Return", "Return")
    assert reader.sessions.reading.document.title == "How to use this reader"


@pytest.mark.parametrize("size", [(1280, 800), (360, 640)], ids=["wide", "narrow"])
def test_the_line_and_the_first_text_it_finds_are_in_sight(reader: Any, size: tuple[int, int]) -> None:
    reader.window.resize(*size)
    reader.push("Library")
    reader.press("Ctrl+F")
    view = reader.window.pages["library"]._scroll.viewport()
    before = reader.focus.mapTo(view, QPoint())
    reader.write("how")
    assert reader.focus.mapTo(view, QPoint()) == before, "it is typed in"
    for widget in (reader.focus, rows(reader)[0]):
        assert view.rect().contains(QRect(widget.mapTo(view, QPoint()), widget.size()))


def test_the_line_in_use_stays_when_a_short_list_grows_long(person: Any, home: Path) -> None:
    folder = home / "letters"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"letter-{number}.txt").write_text(f"Letter {number} says hello.")
    person.press("Ctrl+F")
    person.write("letter")
    person.window.open_all([folder])
    assert (person.focused, person.focus.text()) == ("Find a text", "letter")
    assert len(rows(person)) == 12


def test_keys_that_go_far_take_the_focus_along(owner: Any) -> None:
    owner.window.resize(800, 480)
    view = owner.window.pages["library"]._scroll.viewport()
    seen = []
    for key in ("End", "PgUp", "Home", "PgDown", "PgDown"):
        owner.press(key)
        seen.append(owner.focused)
        assert view.rect().contains(QRect(owner.focus.mapTo(view, QPoint()), owner.focus.size())), key
    last, above, first, *below = seen
    assert (last, first) == ("More texts", "Read the first one")
    assert [words.startswith("Letter") for words in (above, *below)] == [True] * 3
    assert len(set(seen)) == len(seen)


def test_a_sentence_is_found_in_all_texts_and_return_leads_back_to_the_piece_one_read(owner: Any) -> None:
    owner.window.open_text("immune-system-changes")
    owner.press("Space", "Space")
    piece = owner.text
    owner.press("Ctrl+Shift+F")
    assert owner.page == "search"
    owner.write("word tortoise7")
    owner.press("Return")
    assert owner.focused == "The word tortoise7 is in no other letter. In “Letter 7”"
    owner.press("Return")
    assert "tortoise7 " in owner.text
    owner.press("Alt+Left")
    assert owner.text == piece
    owner.press("Ctrl+Shift+F")
    assert "Letter 7" in owner.focused, "the next sentence may be wanted after this one"


def test_what_is_nowhere_is_said(owner: Any) -> None:
    owner.press("Ctrl+Shift+F")
    owner.write("nowhereatall")
    owner.press("Return")
    told = [label.text() for label in owner.window.pages["search"].findChildren(Label)]
    assert NOTHING in told
    assert rows(owner) == []


def test_a_row_tells_about_its_text_and_the_text_can_leave_and_come_back(owner: Any) -> None:
    owner.tab_to("Find a text")
    owner.write("letter 15")
    owner.press("Return", "Shift+Return")
    assert owner.page == "about"
    owner.push("Remove from the library")
    assert owner.page == "library"
    assert owner.quiet == "“Letter 15” is out of the library now. Undo brings it back."
    assert not any(name.startswith("Letter 15") for name in names(owner))
    owner.press("Ctrl+Z")
    assert any(row.title == "Letter 15" for row in owner.sessions.library.rows())


def test_a_title_is_mended_by_hand(owner: Any) -> None:
    owner.tab_to("Find a text")
    owner.write("letter 5")
    owner.press("Return", "Shift+Return")
    assert owner.focused == "Title"
    owner.press("Ctrl+A")
    owner.write("From the clinic")
    owner.press("Return", "Esc")
    assert any(row.title == "From the clinic" for row in owner.sessions.library.rows())
