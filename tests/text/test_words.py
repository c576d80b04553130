"""Words are counted as a person counts them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" … – !", []),
        ("Rest, then read.", ["Rest", "then", "read"]),
        ("‘leaky gut’ (ME/CFS)", ["leaky", "gut", "ME/CFS"]),
        ("don't — it’s 1.5 mg/kg", ["don't", "it’s", "1.5", "mg/kg"]),
        ("10\u00a0mg\u202fa day\nβ2-adrenergic", ["10", "mg", "a", "day", "β2-adrenergic"]),
        ("cafe\u0301, naïve", ["cafe\u0301", "naïve"]),
        ("🙂 well_done_ 🙂", ["well_done"]),
    ],
)
def test_a_word_is_a_run_with_a_letter_or_digit(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in words.spans(text)] == found
    assert words.count(text) == len(found)


@given(st.text())
@settings(deadline=None, max_examples=200)
def test_every_run_with_a_letter_or_digit_is_one_word(text: str) -> None:
    runs = [run for run in text.split() if any(letter.isalnum() for letter in run)]
    found = [text[start:end] for start, end in words.spans(text)]
    assert len(found) == len(runs)
    assert all(word in run for word, run in zip(found, runs, strict=True))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mild post-|viral fatigue", "post-viral"),
        ("It’s ME/C|FS, I think", "ME/CFS"),
        ("fatigue—brai|n fog", "brain"),
        ("read … |", None),
        ("我有肌|痛性脑脊髓炎，很累。", "痛"),
        ("我很累|。再见", "累"),
        ("患有ME/|CFS，很累", "ME/CFS"),
        ("休息は|大切です。", "大"),
        ("コーヒ|ー、お茶", "ー"),
        ("เหนื่|อยมาก", "อ"),
        ("เห|นื่อยมาก", "นื่"),
        ("만성 피|로 증후군", "피로"),
        ("हि|न्दी है", "हिन्दी"),
    ],
)
def test_what_is_asked_about_is_a_word_or_one_letter_of_a_script_without_spaces(
    text: str, word: str | None
) -> None:
    at = text.index("|")
    text = text.replace("|", "")
    found = words.word_at(text, at)
    assert (text[slice(*found)] if found else None) == word
