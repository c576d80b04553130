"""What is said, and the way back to the letters on the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import words
from reader.text.spoken import spoken

letters = st.text(
    st.one_of(
        st.sampled_from(" \n\t\u00a0\u202f\u00ad\u200b\ufeff\x00\x1b.,;-–—’“”/"),
        st.sampled_from("aeβ2é\u0301\U0001f600Zß"),
        st.characters(),
    ),
    max_size=80,
)


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Calm words.", "Calm words."),
        ("  Calm \n\n words. ", "Calm words."),
        ("10\u00a0mg a day", "10 mg a day"),
        ("neuro\u00adinflammation", "neuroinflammation"),
        ("be\x00fore\x1b \x07after", "before after"),
        ("\ud800 odd", "odd"),
        ("a \U0001f600 b", "a \U0001f600 b"),
        (" \n ", ""),
        ("", ""),
    ],
)
def test_what_is_said(shown: str, said: str) -> None:
    assert spoken(shown).text == said


@pytest.mark.parametrize(
    ("shown", "word", "start", "end"),
    [
        ("  Calm \n\n words.", "words", 10, 15),
        ("neuro\u00adinflammation stays", "neuroinflammation", 0, 18),
        ("\U0001f600\U0001f600 after", "after", 3, 8),
    ],
)
def test_a_spoken_word_finds_its_letters(shown: str, word: str, start: int, end: int) -> None:
    utterance = spoken(shown)
    assert utterance.shown(utterance.text.index(word), len(word)) == (start, end)


@pytest.mark.parametrize(("start", "length"), [(0, 0), (-1, 1), (3, 3)])
def test_a_stretch_that_is_not_there_has_no_letters(start: int, length: int) -> None:
    with pytest.raises(IndexError):
        spoken("Calm").shown(start, length)


@given(letters)
@settings(max_examples=200, deadline=None)
def test_every_spoken_word_comes_from_its_own_letters(shown: str) -> None:
    utterance = spoken(shown)
    reached = 0
    for start, end in words.spans(utterance.text):
        first, last = utterance.shown(start, end - start)
        assert first >= reached
        assert spoken(shown[first:last]).text == utterance.text[start:end]
        reached = last


@given(letters)
@settings(max_examples=200, deadline=None)
def test_nothing_that_can_be_said_is_lost(shown: str) -> None:
    utterance = spoken(shown)
    assert len(utterance.letters) == len(utterance.text)
    assert [letter for letter in shown if letter.isalnum()] == [
        letter for letter in utterance.text if letter.isalnum()
    ]
    assert spoken(utterance.text).text == utterance.text
