"""Letters that a file gives out as ornaments are read as letters, and ornaments as ornaments."""

import pytest

from reader.formats.draft import Draft
from reader.formats.pdf.ornaments import read_as_letters
from reader.formats.pdf.reading import read
from tests.formats.pdf_pages import ORNATE, Words, pdf


def test_a_page_in_such_a_font_is_read() -> None:
    page = [Words("each bad cabbage faded: he had a beach", font=ORNATE)]
    assert [block.text for block in read(pdf(page), Draft("a"))] == ["each bad cabbage faded: he had a beach"]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("P❡♥❛❧✐③❡❞ ❧❡❛st sq✉❛r❡s", "Penalized least squares"),
        ("✏s♣❤❡r✐❝❛❧✑ ♠♦❞❡❧s ✕ ✜tt✐♥❣", "“spherical” models – ﬁtting"),
        ("❚❤❡ ❞❛t❡ ✐s ❖❝t♦❜❡r ✸✶✱ ✷✵✷✷", "The date is October 31, 2022"),
        ("✓ ✗ ✓ ✓ ✗ ✓ yes, no", "✓ ✗ ✓ ✓ ✗ ✓ yes, no"),
        ("♠ ♥ ♦ ♣ ♠ ♥ ♦ ♣", "♠ ♥ ♦ ♣ ♠ ♥ ♦ ♣"),
        ("① Rest ② Pace ③ Rest again ❶ ❷", "① Rest ② Pace ③ Rest again ❶ ❷"),
        ("The ornaments ❛❜❝❞❡❢❣❤✐ are in a line of common letters.",) * 2,
    ],
)
def test_ornaments_are_letters_if_many_of_them_are(given: str, read: str) -> None:
    assert read_as_letters(given) == read
