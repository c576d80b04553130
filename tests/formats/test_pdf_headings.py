"""Headings whose letters are hardly larger than the text's: by their number and their place."""

import pytest

from reader.formats.draft import Draft
from reader.formats.pdf.reading import read
from reader.model.document import Kind
from tests.formats.pdf_pages import TEXT, Page, Words, below, pdf

LONG = "These words stand on a line of text which goes from one side to the"
END = "other, and here the paragraph ends."
WIDTH = {"plain": 0.5, "bold": 0.56, "italic": 0.5}


def centred(text: str, y: float, size: float = TEXT, font: str = "plain") -> Words:
    """Return words about in the middle of the text, which goes from 72 to 401."""
    widths = sum(0.28 if letter in " .,iIl" else 0.68 if letter.isupper() else WIDTH[font] for letter in text)
    return Words(text, 236 - widths * size / 2, y, size, font)


def headings(page: Page, draft: Draft | None = None) -> list[tuple[int, str]]:
    """Return the level and the text of each heading."""
    found = read(pdf(page), draft or Draft("a"))
    return [(block.level, block.text) for block in found if block.kind is Kind.HEADING]


PROSE = [*below([LONG, LONG, LONG, END], top=700), *below([LONG, LONG, LONG, END], top=600)]


@pytest.mark.parametrize(
    ("text", "size", "font", "level"),
    [
        ("I. INTRODUCTION", 10, "bold", 1),
        ("II.1. Paper size", 10, "bold", 2),
        ("3.1.2 What was asked", 11, "bold", 3),
        ("CONTENTS", 10, "bold", 1),
        ("2. METHODS", 11, "plain", 1),
        ("2.1. What was asked", 11, "italic", 2),
        ("2. What was asked", 11, "plain", 1),
        ("2. University of Oxford, England", 11, "plain", 0),
        ("2.1. Figure. What was asked", 11, "plain", 0),
        ("What was asked", 11, "plain", 0),
        ("2. This ends as a sentence does.", 11, "bold", 0),
        ("A. Smith", 11, "plain", 0),
        ("2. METHODS", 8, "bold", 0),
    ],
)
def test_a_line_in_the_middle_with_a_number_is_a_heading(
    text: str, size: float, font: str, level: int
) -> None:
    assert headings([*PROSE, centred(text, 629, size, font)]) == ([(level, text)] if level else [])


def test_a_number_that_is_not_bold_parts_no_heading_from_it() -> None:
    line = [Words("2. ", 190, 629), Words("What was asked", 202.2, 629, font="bold")]
    assert headings([*PROSE, *line]) == [(1, "2. What was asked")]


def test_a_list_of_capital_words_stays_one() -> None:
    items = below(["1. FATIGUE", "2. UNREST", "3. PAIN"], top=500)
    assert headings([*PROSE, *items]) == []


def test_a_heading_in_the_middle_may_have_two_lines() -> None:
    lines = [
        centred("II.1. Doubled rules and", 636, 10, "bold"),
        centred("table formatting", 624, 10, "bold"),
    ]
    assert headings([*PROSE, *lines]) == [(2, "II.1. Doubled rules and table formatting")]


def test_the_sign_of_a_note_at_a_bold_heading_need_not_be_bold() -> None:
    line = [Words("What was asked", y=640, font="bold"), Words("*", 153, 644, 7)]
    assert headings([*PROSE, *line]) == [(1, "What was asked*")]


def test_notes_with_more_letters_than_the_text_are_notes() -> None:
    notes = below(["* " + LONG, *[LONG] * 9], top=300, leading=9)
    page = [*PROSE, *(Words(line.text, line.x, line.y, 8) for line in notes)]
    assert headings(page) == []


def test_the_heading_of_a_part_is_no_title() -> None:
    draft = Draft("a")
    assert headings([*PROSE, Words("1. Rest", y=740, size=20), Words("Pacing", y=650, size=20)], draft)
    assert draft.title == "Pacing"
