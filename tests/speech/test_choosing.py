"""The voices of three systems, under plain words."""

import pytest

from reader.speech.choosing import chosen, named, offered
from reader.speech.voice import VoiceName


@pytest.mark.parametrize(
    ("name", "languages", "label", "language"),
    [
        ("English (Great Britain)", ["en-gb"], "Computer voice, British English", "en-GB"),
        (
            "English (Received Pronunciation)",
            ["en-gb-x-rp"],
            "Computer voice, British English, formal",
            "en-GB-X-RP",
        ),
        ("English (Caribbean)", [b"\x05en-029"], "Computer voice, Caribbean English", "en-029"),
        ("Microsoft Hazel Desktop - English (Great Britain)", ["en-GB"], "Hazel, British English", "en-GB"),
        ("Daniel", ["en_GB"], "Daniel, British English", "en-GB"),
        ("Anna", ["de_DE"], "Anna", "de-DE"),
        ("Nameless", [], "Nameless", ""),
    ],
)
def test_a_voice_has_plain_words(name: str, languages: list[object], label: str, language: str) -> None:
    assert named("id", name, languages) == VoiceName("id", label, language)


AMERICAN, BRITISH, GERMAN = (VoiceName(code, code, code) for code in ("en-US", "en-GB", "de-DE"))


def test_english_voices_are_offered_the_british_one_first() -> None:
    assert offered([GERMAN, AMERICAN, BRITISH]) == (BRITISH, AMERICAN)


def test_without_an_english_voice_all_are_offered() -> None:
    assert offered([GERMAN]) == (GERMAN,)


@pytest.mark.parametrize(
    ("voices", "wanted", "spoken_by"),
    [
        ([GERMAN, AMERICAN, BRITISH], "", "en-GB"),
        ([GERMAN, AMERICAN, BRITISH], "de-DE", "de-DE"),
        ([GERMAN, AMERICAN], "a voice of another computer", "en-US"),
        ([GERMAN], "", "de-DE"),
        ([], "en-GB", ""),
    ],
)
def test_the_voice_that_speaks(voices: list[VoiceName], wanted: str, spoken_by: str) -> None:
    assert chosen(voices, wanted) == spoken_by
