"""In which language a text is: what its file says, else what its words tell."""

import pytest

from reader.formats.languages import tag
from reader.formats.parsing import parse

GERMAN = "Die Forschung fand heraus, dass manche Zellen des Immunsystems danach nicht zur Ruhe kommen. "
ENGLISH = "The study found that some cells of the immune system do not come to rest after an infection. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN * 2, "de"),
        (ENGLISH * 2, "en"),
        (GERMAN[:40], "en"),
        ("これは日本語の文章です。", "ja"),
        ("这种病很严重。是真的吗？医生说：休息很重要。", "zh"),
        ("هذا المرض صعب. هل هذا صحيح؟", "ar"),
        ("המחלה קשה. זה הסוף.", "he"),
        ("Привіт, як справи? Дякую, добре.", "uk"),
        (" ".join(f"word{number}" for number in range(90)), "en"),
        (f"---\nlanguage: nl\n---\n\n{GERMAN}", "nl"),
        (f"---\nlanguage: Deutsch\n---\n\n{GERMAN * 2}", "de"),
    ],
    ids=[
        "told by its words",
        "English",
        "too short to tell",
        "Japanese",
        "Chinese",
        "Arabic",
        "Hebrew",
        "Ukrainian",
        "no language",
        "said by the file",
        "said by no tag",
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert parse("markdown", text, "a.md").language == language


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("eng", "en"),
        ("GER-AT", "de-AT"),
        ("pt_BR", "pt-BR"),
        (" en-GB ", "en-GB"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("und", ""),
        ("x-none", ""),
        ("English", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_as_voices_know_it(said: str, language: str) -> None:
    assert tag(said) == language


def test_its_pieces_are_cut_in_that_language() -> None:
    text = parse(
        "plain", GERMAN + "Am 3. Mai begann die 2. Gruppe. Danach kam z. B. eine Pause. " + GERMAN, "a.txt"
    )
    assert len(text.cuts["sentence"]) == 4
