"""Letters that a word processor, or its mail, keeps as a web page."""

import re

import pytest

from reader.formats.parsing import parse
from reader.model.document import Block, Kind

LONG = "I rested for an hour before noon, and for two hours after it, as the nurse had told me to do."


def item(mark: str, words: str, level: int = 1) -> str:
    """Return an item of a list as Word writes it, with an empty word that holds the mark's room."""
    sign = f"<span style='font-family:Symbol'>{mark}<span style='font:7.0pt'>&nbsp;&nbsp; </span></span>"
    style = f"text-indent:-18.0pt;mso-list:l0 level{level} lfo1"
    return f"<p class=MsoListParagraph style='{style}'><![if !supportLists]>{sign}<![endif]>{words}</p>\n"


def blocks(body: str) -> list[Block]:
    """Return the blocks of a letter with a paragraph before and after this."""
    html = f"<html><title>Letter</title><body><p>{LONG}</p>{body}<p>{LONG}</p></body></html>"
    found = list(parse("html", html, "letter.htm").blocks)
    assert (found[0].text, found[-1].text) == (LONG, LONG)
    return found[1:-1]


def test_items_are_a_list_as_deep_as_they_were() -> None:
    found = blocks(item("·", "Rest <b>first</b>") + item("o", "lying down", 2) + item("·", "Drink"))
    assert {block.kind for block in found} == {Kind.LIST_ITEM}
    assert [(block.text, block.level) for block in found] == [
        ("Rest first", 1),
        ("lying down", 2),
        ("Drink", 1),
    ]


def test_numbers_stay_what_they_were() -> None:
    found = blocks(item("3.", "Wash") + item("4.", "Dress"))
    assert [(block.marker, block.text) for block in found] == [("3.", "Wash"), ("4.", "Dress")]


def test_two_lists_stay_two() -> None:
    found = blocks(item("·", "Rest") + item("1.", "Wash") + item("2.", "Dress"))
    assert [(block.marker, block.text) for block in found] == [("•", "Rest"), ("1.", "Wash"), ("2.", "Dress")]


def test_a_mark_of_letters_stays_in_its_paragraph() -> None:
    found = blocks(item("a.", "Wash"))
    assert [(block.kind, "".join(block.text.split())) for block in found] == [(Kind.PARAGRAPH, "a.Wash")]


@pytest.mark.parametrize(
    "words", ["Take <span>2</span> a day", "<span>2</span> a day", "2 or <span>2&nbsp;</span>"]
)
def test_no_number_of_the_words_is_taken_for_a_mark(words: str) -> None:
    found = blocks(f"<p style='mso-list:l0 level1 lfo1'>{words}</p><p>{LONG}</p>")
    assert found[0].text == "".join(re.split("<[^>]*>", words)).replace("&nbsp;", "").strip()


@pytest.mark.parametrize("named", ["class=MsoTitle", "class='c2 title' id=h.x1"])
def test_a_title_is_a_heading(named: str) -> None:
    found = blocks(f"<p {named}>Your plan</p><p>{LONG}</p>")
    assert (found[0].kind, found[0].text) == (Kind.HEADING, "Your plan")


def test_a_paragraph_may_be_called_title() -> None:
    assert blocks(f"<p class=title>Figure 1</p><p>{LONG}</p>")[0].kind is Kind.PARAGRAPH


def test_what_was_copied_from_a_letter_has_its_list_too() -> None:
    found = parse("fragment", item("·", "Rest") + item("·", "Drink"), "").blocks
    assert [(block.kind, block.text) for block in found] == [
        (Kind.LIST_ITEM, "Rest"),
        (Kind.LIST_ITEM, "Drink"),
    ]
