"""Who wrote a text: programs that name nobody are no authors."""

import pytest

from reader.formats.parsing import parse
from tests.formats.word_files import p, word


@pytest.mark.parametrize(
    "said",
    [
        "(anonymous)",
        "Unknown",
        "python-docx",
        "Microsoft Office User",
        "admin",
        "User",
        " Administrator ",
        "N/A",
    ],
)
def test_nobody_is_no_author(said: str) -> None:
    content = word(p("Words"), core=f"<dc:creator>{said}</dc:creator>")
    assert parse("docx", content, "a.docx").source.author == ""


@pytest.mark.parametrize(
    "said", ["Ann Unknown", "Usher, Ann", "Adminah Root", "Test Author, Ann", "Owner Jones"]
)
def test_a_name_stays(said: str) -> None:
    assert parse("markdown", f"---\nauthor: {said}\n---\nWords.", "a.md").source.author == said
