"""Every page, walked from outside: each control has a role, a name of its own, and shows what it is."""

import pytest

from tests.tree.outside import CHECKED, READ_ONLY, Node, Outside

pytestmark = pytest.mark.tree

ROLES = {"push button", "check box", "text"}
MENU = "Menu"
PLACES = "Places. Contents, bookmarks, find, open a file"
FROM_THE_ARTICLE: dict[str, tuple[tuple[str, ...], str]] = {
    "reading": ((), "Article text"),
    "menu": ((MENU,), "How much at a time?"),
    "how much": ((MENU, "More ways to read"), "Key points only"),
    "text and light": ((MENU, "Text and light. Size, letters, theme", "More settings"), "Letters: Lexend"),
    "voice": ((MENU, "Voice. Loudness, speed, ways to listen"), "Try it"),
    "places": ((MENU, PLACES), "Find. Words in this text"),
    "contents": ((MENU, PLACES, "Contents. The parts of this text"), "In short. you are here"),
    "bookmarks": (("Bookmark", MENU, PLACES, "Bookmarks. Open, rename or take off"), "Rename: "),
    "find": ((MENU, PLACES, "Find. Words in this text"), "Words to find"),
    "around": ((MENU, PLACES, "Around here. This piece within its part"), "The whole part"),
}
"""What is pressed on the way to each page, and how a name begins that no other page has."""


def go(app: Outside, page: str) -> None:
    way, known_by = FROM_THE_ARTICLE[page]
    for name in way:
        app.find(name, "push button").press()
    app.until(lambda: any(node.name.startswith(known_by) for node in app.window.below()), page)


def assert_well_named(app: Outside) -> None:
    controls = app.controls()
    names = [control.name for control in controls]
    assert controls
    assert {control.role for control in controls} <= ROLES
    assert all(name.strip() for name in names)
    assert sorted(names) == sorted(set(names))
    for control in controls:
        assert [label.name for label in labels(control) if label.name not in control.name] == []


def labels(control: Node) -> list[Node]:
    return [node for node in control.below() if node.role == "label"]


def test_the_first_page_begins_on_start_and_says_why(first_page):
    assert_well_named(first_page)
    start = first_page.until(first_page.focus, "the focus")
    assert start.name == "Start"
    assert start.description == "Is this comfortable? You can change this at any time."
    assert sorted(control.name for control in first_page.controls()) == [
        "Bigger words", "Brighter", "Dimmer", "Smaller words", "Start",
    ]  # fmt: skip


def test_the_library_has_a_named_window_and_rows_with_title_and_extent(outside):
    assert (outside.window.role, outside.window.name) == ("frame", "Gentle Reader")
    assert_well_named(outside)
    rows = [control.name for control in outside.controls() if labels(control)]
    assert len(rows) == 3
    assert all("parts · about" in row for row in rows)


@pytest.mark.parametrize("page", FROM_THE_ARTICLE)
def test_each_control_of_a_page_has_a_role_and_a_name_of_its_own(article, page):
    go(article, page)
    assert_well_named(article)


def test_the_choice_in_use_is_checked_and_no_other(article):
    go(article, "menu")
    assert chosen(article) == ["A short piece"]
    article.find("One sentence").press()
    article.until(lambda: chosen(article) == ["One sentence"], "the new level")


def test_the_theme_in_use_is_checked_and_no_other(article):
    go(article, "text and light")
    assert chosen(article) == ["Light: As the computer", "Letters: Atkinson"]
    article.find("Light: Dusk").press()
    article.until(lambda: chosen(article) == ["Light: Dusk", "Letters: Atkinson"], "the new theme")


def chosen(app: Outside) -> list[str]:
    return [control.name for control in app.controls() if control.has(CHECKED)]


def test_the_buttons_of_a_number_say_what_it_is_now(article):
    go(article, "text and light")
    bigger = article.find("Words: Bigger")
    assert bigger.description == "20 pt"
    bigger.press()
    article.until(lambda: bigger.description == "22 pt", "the new size")
    assert article.find("Words: 22 pt", "label")


def test_the_line_to_search_in_is_a_named_entry_with_the_focus(article):
    go(article, "find")
    line = article.until(article.focus, "the focus")
    assert (line.role, line.name, line.has(READ_ONLY)) == ("text", "Words to find", False)


def test_a_row_of_the_contents_has_the_title_and_the_number_of_its_part(article):
    go(article, "contents")
    names = [control.name for control in article.controls()]
    assert any(name.startswith("The question, and a simple picture. Part 1") for name in names)


def test_a_bookmark_can_be_opened_renamed_and_taken_off_by_name(article):
    go(article, "bookmarks")
    names = [control.name for control in article.controls()]
    bookmark = next(name.removeprefix("Rename: ") for name in names if name.startswith("Rename: "))
    assert "In short" in bookmark
    assert {bookmark, f"Take off: {bookmark}"} <= set(names)
