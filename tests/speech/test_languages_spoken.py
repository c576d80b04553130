"""A text in another language is read by a voice that knows it, or by none."""

import pytest

from reader.speech.choosing import chosen, for_language
from reader.speech.voice import VoiceName

VOICES = (
    VoiceName("gb", "Computer voice", "en-GB"),
    VoiceName("pt", "Portugal", "pt-PT"),
    VoiceName("br", "Brazil", "pt-BR"),
    VoiceName("cn", "Mandarin", "cmn"),
    VoiceName("no", "Norwegian", "nb"),
)


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "gb"),
        ("en-AU", "gb"),
        ("pt-BR", "br"),
        ("pt", "pt"),
        ("pt-MZ", "pt"),
        ("zh-Hans", "cn"),
        ("nn", "no"),
        ("de", ""),
    ],
)
def test_the_voice_of_a_text(language: str, voice: str) -> None:
    assert chosen(VOICES, for_language("gb", language)) == voice
