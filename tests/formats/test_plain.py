"""Plain text as people write it and as it is copied from the web."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.parsing import parse
from reader.formats.residue import without_residue
from reader.model.document import Kind

WEB_PAGE = Path(__file__).parents[1] / "data" / "web_page.txt"
SIGNS = {Kind.HEADING: "#", Kind.PARAGRAPH: "", Kind.LIST_ITEM: ""}


def lines(text: str) -> list[str]:
    """Return the blocks: headings with #, list items with their marker."""
    return [
        f"{'#' * block.level if block.kind is Kind.HEADING else block.marker} {block.text}".strip()
        for block in parse("plain", text, "name").blocks
    ]


def test_a_page_copied_from_the_web_opens_clean() -> None:
    text = WEB_PAGE.read_text(encoding="utf-8")
    assert parse("plain", text, "name").title == "Growing herbs on a window sill"
    assert lines(text) == [
        "# Growing herbs on a window sill",
        "Letters to the editor, Spring 2023",
        "Here is the first part of our notes on herbs, which may suit a small flat.",
        "## ‘Wet feet’",
        "Most herbs do not like to stand in water. \u00a0Let the soil dry a little between waterings"
        " – a finger's depth is a good guide.",
        "Useful tools for the window sill:",
        "• A small can with a long spout, so that the water goes where it should.",
        "• An old spoon.",
        "## What about winter?",
        "In winter there is less light. Some herbs may rest until spring.",
    ]


LONG = "This line was broken by a program at about seventy letters, as mail is,"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Only words", ["Only words"], id="one line is no title"),
        pytest.param("Title\n\nSome words.", ["# Title", "Some words."], id="a title"),
        pytest.param("Some words.\n\nMore.", ["Some words.", "More."], id="a sentence is no title"),
        pytest.param("T\n\nHead\n\nwords.", ["# T", "## Head", "words."], id="a heading"),
        pytest.param("T\n\nHead\n\nSub\n\nWords.", ["# T", "## Head", "## Sub", "Words."], id="two in a row"),
        pytest.param("T\n\nA\n\nB\n\nC\n\nwords.", ["# T", "A", "B", "C", "words."], id="three are a list"),
        pytest.param("T\n\nwords.\n\nAnna", ["# T", "words.", "Anna"], id="a name at the end is no heading"),
        pytest.param("T\n\nBy Ann Other\n\nwords.", ["# T", "By Ann Other", "words."], id="nor an author"),
        pytest.param("T\n\nCHAPTER IV.\n\nwords.", ["# T", "## CHAPTER IV.", "words."], id="a chapter"),
        pytest.param("T\n===\na b.\n\nU\n---\nc d.", ["# T", "a b.", "## U", "c d."], id="underlined"),
        pytest.param(
            "Name   Dose\n-----  ----\nIron   14 mg",
            ["Name Dose\nIron 14 mg"],
            id="the heads of columns are none",
        ),
        pytest.param("a.\n\n* * *\n\nb.", ["a.", "b."], id="a rule holds no words"),
        pytest.param(f"{LONG}\nand goes on.", [f"{LONG} and goes on."], id="broken lines are joined"),
        pytest.param("a " * 30 + "low-\nlevel word", ["a " * 30 + "low-level word"], id="at a hyphen too"),
        pytest.param(
            "Roses are red\nViolets are blue",
            ["Roses are red\nViolets are blue"],
            id="a verse keeps its lines",
        ),
        pytest.param(f"{LONG * 2}\n{LONG * 2}", [LONG * 2, LONG * 2], id="a paragraph a line"),
        pytest.param(f"{LONG}\n    Next one.", [LONG, "Next one."], id="an indent begins a paragraph"),
        pytest.param("To do:\n- a\n* b\n  c\n3) d", ["To do:", "• a", "• b c", "3. d"], id="a list"),
        pytest.param(
            "I wrote\n- and not\nmuch", ["I wrote\n- and not\nmuch"], id="a dash in the middle is no list"
        ),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_a_verse_is_read_line_by_line() -> None:
    verse = "The sea is wide,\nThe wind is cold,\nAnd I who ride\nAm growing old."
    text = f"He sang:\n\n{verse}\n\nThen he was gone."
    assert [block.kind for block in parse("plain", text, "a.txt").blocks] == [
        "paragraph",
        "verse",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "He said: click the mouse, and wait.",
        "To search is to find.",
        "5 > 3 > 1",
        "Quality > Quantity",
        "if a > b, then so be it.",
        "The basket",
        "Verified by a nurse",
        "Please click here to book: clinic.example/visit or www.clinic.example, by 5 May.",
    ],
)
def test_the_author_s_words_stay(line: str) -> None:
    assert list(without_residue([line])) == [line]


def test_a_search_in_the_middle_is_a_heading_not_a_button() -> None:
    text = ["a", "b", "c", "Search", "d", "e", "f"]
    assert list(without_residue(text)) == text


@pytest.mark.parametrize("line", ["Read more", "5 min read", "Download references", "Menu", "Copy link"])
def test_what_a_button_says_stays_unless_the_text_was_a_web_page(line: str) -> None:
    assert list(without_residue([line, "Sleep more.", "Eat well."])) == [line, "Sleep more.", "Eat well."]
    assert list(without_residue([line, "Eat well.", "Print this page"])) == ["", "Eat well.", ""]
    assert list(without_residue([line, "Eat well."], is_page=True)) == ["", "Eat well."]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["\n", "\n\n", "- ", "===", " ", "    ", "Head", "word.", "👩‍⚕️", "\u00a0"]),
            st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffd"), max_size=5),
        )
    ).map("".join)
)
def test_no_letter_is_lost_or_doubled(text: str) -> None:
    def letters(words: str) -> list[str]:
        return [letter for letter in words if letter.isalpha()]

    blocks = parse("plain", text, "name").blocks
    assert letters("".join(block.text for block in blocks)) == letters(
        "".join(without_residue(text.split("\n")))
    )
    assert all(block.text.strip() for block in blocks)
