"""In which language a text is: what its file says, else what its words tell."""

import pytest

from reader.formats.parsing import parse

GERMAN = "Die Forschung fand heraus, dass manche Zellen des Immunsystems danach nicht zur Ruhe kommen. "
ENGLISH = "The study found that some cells of the immune system do not come to rest after an infection. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN * 2, "de"),
        (ENGLISH * 2, "en"),
        (GERMAN[:40], "en"),
        (f"---\nlanguage: nl\n---\n\n{GERMAN}", "nl"),
    ],
    ids=["told by its words", "English", "too short to tell", "said by the file"],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert parse("markdown", text, "a.md").language == language


def test_its_pieces_are_cut_in_that_language() -> None:
    text = parse(
        "plain", GERMAN + "Am 3. Mai begann die 2. Gruppe. Danach kam z. B. eine Pause. " + GERMAN, "a.txt"
    )
    assert len(text.cuts["sentence"]) == 4
