"""In which language a text is: what its file says, else what its words tell."""

import sys

import pytest

from reader.formats.languages import tag
from reader.formats.parsing import parse
from reader.model.level import Level

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


PLAIN = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": "Les personnes qui vivent avec la maladie sont souvent fatiguées, et il faut du repos. ",
    "es": "Las personas enfermas necesitan descanso, y los días malos son más largos y muy tristes. ",
    "it": "Le persone che vivono con la malattia sono stanche, e il riposo è più utile di tutto. ",
    "pt": "As pessoas com esta doença não são fracas, e uma pausa em cada dia é também boa. ",
    "nl": "Mensen zijn niet lui: een rustige dag is ook goed, maar voor velen niet genoeg. ",
    "sv": "Det är inte lätt att vila när man är sjuk, och det är också något som tar tid för många. ",
    "pl": "Ten tekst nie jest długi, ale opisuje ludzi, którzy się męczą przez cały dzień. ",
}


@pytest.mark.parametrize("language", PLAIN)
def test_what_is_plain_is_told_without_the_large_model(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)  # to import it would fail
    assert parse("plain", PLAIN[language] * 2, "a.txt").language == language


NEIGHBOURS = {
    "da": "Personer med denne sygdom har brug for hvile, og de dårlige dage er længere end de gode. ",
    "ca": "Les persones amb aquesta malaltia necessiten descans, i els dies dolents són més llargs. ",
    "af": "Mense met hierdie siekte het rus nodig, en die slegte dae is langer as die goeie dae. ",
    "gl": "As persoas con esta enfermidade precisan descanso, e os días malos son máis longos. ",
}


@pytest.mark.parametrize("language", NEIGHBOURS)
def test_a_neighbour_is_not_taken_for_the_language_beside_it(language: str) -> None:
    assert parse("plain", NEIGHBOURS[language] * 3, "a.txt").language == language


@pytest.mark.parametrize(
    "text",
    [
        "我今天很累，需要休息。医生说这种病需要慢慢来，不要勉强自己。" * 5,
        "呢個病人需要好多休息，醫生話唔好勉強自己，慢慢嚟啦。" * 8,
        "侬今朝身体好伐？阿拉一道去看医生，伊讲要多休息。" * 8,
    ],
)
def test_chinese_is_chinese_in_writing(text: str) -> None:
    assert parse("plain", text, "a.txt").language == "zh"


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
    assert len(text.cuts[Level.SENTENCE]) == 4
