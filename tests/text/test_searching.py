"""The sentence that is shown for a hit, and what is marked in it."""

import pytest

from reader.text.searching import LONGEST_PASSAGE, passage, terms

TEXT = "Rest is not sleep. The naïve T cell rests, and the cell waits.\nMore rest is good."


def marked(text: str, query: str) -> tuple[str, list[str]]:
    found = passage(text, terms(query))
    return found.sentence, [found.sentence[start:end] for start, end in found.found]


@pytest.mark.parametrize(
    ("query", "sentence", "words"),
    [
        ("rest", "Rest is not sleep.", ["Rest"]),
        ("naive ce", "The naïve T cell rests, and the cell waits.", ["naïve", "ce", "ce"]),
        ('"T cell" rest', "The naïve T cell rests, and the cell waits.", ["T cell", "rest"]),
        ("good rest", "More rest is good.", ["rest", "good"]),
        ("cells rested", "The naïve T cell rests, and the cell waits.", ["cell", "cell"]),
        ("rests cells", "The naïve T cell rests, and the cell waits.", ["cell", "rests", "cell"]),
        ("nowhere", "Rest is not sleep.", []),
    ],
)
def test_the_sentence_that_holds_the_most_is_shown(query: str, sentence: str, words: list[str]) -> None:
    assert marked(TEXT, query) == (sentence, words)


def test_of_two_sentences_with_all_words_the_one_with_the_phrase_is_shown() -> None:
    text = "The cell is an immune one. An immune cell rests."
    assert marked(text, "immune cell") == ("An immune cell rests.", ["immune", "cell"])


def test_letters_without_spaces_are_marked_within_their_sentence() -> None:
    assert marked("手術の後です。免疫系統は疲れています。", "免疫") == ("免疫系統は疲れています。", ["免疫"])


def test_the_offset_leads_to_the_first_word_found() -> None:
    found = passage(TEXT, terms("cell"))
    assert TEXT[found.offset :].startswith("cell rests")


def test_of_a_table_the_row_is_shown() -> None:
    found = passage("When | How\nNoon | A short rest\nEvening | A long rest, in the dark", terms("long rest"))
    assert found.sentence == "Evening | A long rest, in the dark"
    assert [found.sentence[start:end] for start, end in found.found] == ["long", "rest"]


def test_a_long_sentence_is_cut_around_what_was_found() -> None:
    text = "word " * 200 + "tortoise " + "word " * 200
    sentence, words = marked(text, "tortoise")
    assert words == ["tortoise"]
    assert len(sentence) <= LONGEST_PASSAGE + 2
    assert sentence.startswith("…word")
    assert sentence.endswith("word…")
