"""Everything is reached by keyboard, in the order it is seen, and nothing holds the keys fast."""

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

SAME_ROW = 24
"""Controls side by side differ in height by so many px at the most."""
READING = (
    "Library",
    "Dimmer",
    "Menu",
    "Article text",
    "Previous piece",
    "Listen",
    "Words of this piece",
    "Bookmark",
    "Next",
)


def round_trip(person: Any, key: str) -> list[tuple[str, QWidget]]:
    """Press a key until the focus is back where it began; return what it met, from there on."""
    met = [(person.focused, person.focus)]
    person.press(key)
    while person.focus is not met[0][1]:
        met.append((person.focused, person.focus))
        assert len(met) < 80, "it never comes round"
        person.press(key)
    return met


def names_from(met: list[tuple[str, QWidget]], first: str) -> tuple[str, ...]:
    """Return the names in their round, beginning with one of them."""
    names = [name for name, _ in met]
    at = names.index(first)
    return (*names[at:], *names[:at])


def test_tab_goes_through_the_reading_page_as_it_is_seen(reader: Any) -> None:
    assert names_from(round_trip(reader, "Tab"), "Library") == READING
    assert set(names_from(round_trip(reader, "Shift+Tab"), "Library")) == set(READING)


def test_tab_goes_through_an_open_meaning(reader: Any) -> None:
    reader.press("Space", "Shift+Return")
    names = names_from(round_trip(reader, "Tab"), "Library")
    meaning = ("Words of this piece", "Close", "One by one")
    assert names == (*READING[:4], *meaning, *READING[4:-1], "More")


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("Return",),
        ("Return", "Ctrl+B"),
        ("F10",),
        ("Return", "Ctrl+T"),
        ("Return", "Ctrl+F"),
        ("Return", "Shift+Return"),
        ("Return", "Ctrl+I"),
    ],
    ids=lambda keys: " ".join(keys) or "library",
)
@pytest.mark.parametrize("size", [(1280, 800), (360, 640)], ids=["wide", "narrow"])
def test_tab_meets_every_control_once_from_top_to_bottom(
    person: Any, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    person.window.resize(*size)
    person.press(*keys)
    met = [widget for _, widget in round_trip(person, "Tab")]
    assert len(met) == len(set(met))
    assert all(widget.isVisible() for widget in met)
    page = person.window.pages[person.page]
    seen = [seen_at(page, widget) for widget in met]
    first = seen.index(min(seen))
    order = seen[first:] + seen[:first]
    assert all(follows(after, before) for before, after in pairwise(order)), order


def seen_at(page: QWidget, widget: QWidget) -> tuple[int, int, int]:
    """Return where a control is seen: before, in or after what scrolls, then how far down, then across."""
    scroll = page.findChild(QScrollArea)
    corner = widget.rect().topLeft()
    if scroll.widget().isAncestorOf(widget):
        at = widget.mapTo(scroll.widget(), corner)
        return 1, at.y(), at.x()
    at = widget.mapTo(page, corner)
    return (2 if at.y() > scroll.y() else 0), at.y(), at.x()


def follows(after: tuple[int, int, int], before: tuple[int, int, int]) -> bool:
    """Return whether a control is seen after another; one beside it may stand a little higher."""
    beside = after[0] == before[0] and abs(after[1] - before[1]) <= SAME_ROW
    return after[2] > before[2] if beside else after > before


@pytest.mark.parametrize(
    "row",
    [
        "Text and light. Size, letters, theme",
        "Voice. Loudness, speed, ways to listen",
        "Places. Contents, bookmarks, find, open a file",
    ],
)
def test_what_the_menu_opens_has_no_trap_and_escape_leads_back(reader: Any, row: str) -> None:
    reader.press("F10")
    reader.push(row)
    round_trip(reader, "Tab")
    round_trip(reader, "Shift+Tab")
    reader.press("Esc")
    assert reader.page == "menu"
    reader.press("Esc")
    assert reader.page == "reading"
    assert reader.focus is reader.window.reading.view, "the reading keys work at once"


def test_escape_gives_the_keys_back_to_the_text(reader: Any) -> None:
    text = reader.text
    reader.press("Tab", "Esc")
    assert reader.focus is reader.window.reading.view
    reader.press("Space")
    assert reader.text != text


def test_around_here_can_be_left_by_tab_and_by_escape(reader: Any) -> None:
    reader.press("F10")
    reader.push("Places. Contents, bookmarks, find, open a file")
    reader.push("Around here. This piece within its part")
    assert reader.focused == "The whole part"
    round_trip(reader, "Tab")
    reader.press("Esc")
    assert reader.page == "places"


@pytest.mark.parametrize("key", ["Space", "Return"])
def test_a_focused_button_keeps_its_keys(reader: Any, key: str) -> None:
    before = reader.text
    reader.tab_to("Bookmark")
    reader.press(key)
    assert reader.text == before, "the piece has not turned"
    assert reader.quiet.startswith("Bookmarked")
    reader.press("Right", "PgDown")
    assert reader.text == before, "reading keys belong to the text"


def test_next_by_its_button_keeps_the_focus_for_the_next_press(reader: Any) -> None:
    shown = [reader.text]
    reader.tab_to("Next")
    for _ in range(3):
        reader.press("Space")
        shown.append(reader.text)
    assert len(set(shown)) == 4


def test_the_caret_takes_the_arrows_and_space_still_turns(reader: Any) -> None:
    reader.press("F7")
    before = reader.text
    reader.press("Right", "Right", "Down")
    assert reader.text == before
    assert reader.window.reading.view.textCursor().position() > 0
    reader.press("Space")
    assert reader.text != before
    reader.press("F7", "Left")
    assert reader.text == before


def test_help_is_one_key_away_and_the_article_is_kept(reader: Any) -> None:
    reader.press("Space", "Space")
    piece, title = reader.text, reader.sessions.reading.document.title
    reader.press("F1")
    assert reader.sessions.reading.document.title == "How to use this reader"
    reader.push("Library")
    row = next(row for row in reader.sessions.library.rows() if row.title == title)
    reader.push(f"{row.title}. {row.line}. {row.hardness}")
    assert reader.text == piece


def test_a_key_pressed_again_closes_what_it_opened(reader: Any) -> None:
    for key in ("F10", "Ctrl+T", "Ctrl+F"):
        reader.press(key)
        assert reader.page != "reading"
        reader.press(key)
        assert reader.page == "reading"
    assert reader.focus is reader.window.reading.view
