"""What a PDF is called: not as a font, a part or a journal is."""

import pytest

from reader.formats.draft import Draft
from reader.formats.pdf.reading import read
from tests.formats.pdf_pages import Page, Words, below, pdf

LONG = "These words stand on a line of text which goes from one side to the"
TEXT = below([LONG, LONG, "other, and here the paragraph ends."], top=600)
TITLE = "Living with less"


def title(page: Page, info: str = "") -> str:
    """Return the title of a PDF with a page."""
    draft = Draft("a")
    for _ in read(pdf([*page, *TEXT], info=info), draft):
        pass
    return draft.title


@pytest.mark.parametrize(
    "font", ["CMR10", "CMBX12", "SFRM1000", "LMRoman10-Regular", "Times-Roman", "MSBM10"]
)
def test_the_name_of_a_font_is_no_title(font: str) -> None:
    assert title([Words(TITLE, y=700, size=20)], f"/Title ({font})") == TITLE


@pytest.mark.parametrize("given", ["COVID-19", "Long-term rest", "Cmax 12", "Well-being", "ME2024"])
def test_other_short_titles_are_kept(given: str) -> None:
    assert title([Words(TITLE, y=700, size=20)], f"/Title ({given})") == given


@pytest.mark.parametrize(
    ("large", "becomes"),
    [
        ("Journal of Fatigue", TITLE),
        ("The British Journal of Fatigue", TITLE),
        ("[WLG]", TITLE),
        ("A Journal of the Plague Year", "A Journal of the Plague Year"),
    ],
)
def test_the_name_of_a_journal_above_it_is_no_title(large: str, becomes: str) -> None:
    assert title([Words(large, y=760, size=24), Words(TITLE, y=700, size=16)]) == becomes


def test_a_text_that_is_called_a_journal_keeps_its_name_if_no_title_follows_soon() -> None:
    parts = [Words(f"{LONG} {number}.", y=560 - 40 * number) for number in range(9)]
    page = [Words("Journal of Fatigue", y=760, size=24), *parts, Words("May", y=120, size=16)]
    assert title(page) == "Journal of Fatigue"
