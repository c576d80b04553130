"""The first page of an article: keywords beside its abstract, each column whole."""

import pytest

from reader.formats.draft import Draft
from reader.formats.pdf.reading import read
from reader.model.document import Kind
from tests.formats.pdf_pages import Page, Words, below, pdf

ABSTRACT = [
    "Rest did not help them, and what they did one day was",
    "felt on the next. We asked how much each of them could",
    "do, and how long it took until they were as before.",
]
KEYWORDS = ["Post-exertional malaise", "Pacing", "Chronic fatigue syndrome, and", "what follows it"]
LONG = "and these words stand on a line of text which goes from one side to the"
HALF = "and these words stand on one side of a page"


def told(page: Page) -> list[str]:
    """Return the text of each block, headings with a sign before them."""
    found = read(pdf(page), Draft("a"))
    return [f"# {block.text}" if block.kind is Kind.HEADING else block.text for block in found]


ONE_COLUMN = [Words("1. Introduction", y=540, font="bold"), *below([LONG.capitalize(), *[LONG] * 9], top=520)]
TWO_COLUMNS = [
    Words("1. Introduction", y=540, font="bold"),
    *below([HALF.capitalize(), *[HALF] * 9], top=520),
    *below([HALF] * 11, top=540, left=310),
]


@pytest.mark.parametrize(
    "info", ["ARTICLE INFO", "A R T I C L E  I N F O", "a r t i c l e  i n f o", "Article history"]
)
@pytest.mark.parametrize("abstract", ["ABSTRACT", "A B S T R A C T", "Abstract"])
@pytest.mark.parametrize("text", [ONE_COLUMN, TWO_COLUMNS])
def test_keywords_stand_before_the_abstract_each_by_itself(info: str, abstract: str, text: Page) -> None:
    front = [
        Words("How much is too much", y=780, size=20),
        Words(info, y=700),
        *below(KEYWORDS, top=680),
        Words(abstract, 260, 700),
        *below(ABSTRACT, top=680, left=260),
    ]
    found = told([*front, *text])
    heading = info.replace("  ", "|").replace(" ", "").replace("|", " ") if "  " in info else info
    assert found[1:7] == [
        f"# {heading}",
        "Post-exertional malaise",
        "Pacing",
        "Chronic fatigue syndrome, and what follows it",
        f"# {abstract.replace(' ', '')}",
        " ".join(ABSTRACT),
    ]
    assert found[7] == "# 1. Introduction"
    assert len(found) == 9


def test_keywords_that_stand_right_of_the_abstract_follow_it() -> None:
    front = [
        Words("ABSTRACT", y=700),
        *below(ABSTRACT, top=680),
        Words("KEYWORDS", 390, 700),
        *below(["Pacing", "Rest"], top=680, left=390),
    ]
    assert told([*front, *ONE_COLUMN])[:5] == [
        "# ABSTRACT",
        " ".join(ABSTRACT),
        "# KEYWORDS",
        "Pacing",
        "Rest",
    ]


def test_a_table_with_a_column_of_summaries_stays_one() -> None:
    rows = [("Study", "Summary"), ("Adams", "They rested"), ("Brown", "They paced"), ("Clark", "They slept")]
    page = [
        Words(text, x, 700 - 14 * number)
        for number, row in enumerate(rows)
        for text, x in zip(row, (72, 240), strict=True)
    ]
    assert told(page) == ["\n".join(" | ".join(row) for row in rows)]


def test_abstracts_in_two_languages_stand_one_below_the_other() -> None:
    front = [
        drawn
        for info, abstract, top in (("Article info", "Abstract", 760), ("Informations", "Résumé", 660))
        for drawn in (
            Words(info, y=top),
            *below(["Pacing", "Rest"], top=top - 20),
            Words(abstract, 260, top),
            *below(ABSTRACT, top=top - 20, left=260),
        )
    ]
    assert [text for text in told([*front, *ONE_COLUMN]) if text.startswith("#")][:4] == [
        "# Article info",
        "# Abstract",
        "# Informations",
        "# Résumé",
    ]
