"""Find words in a text, however they are written."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.model.document import Block, Kind
from reader.text.finding import MOST_HITS, find


def block(text: str, name: str = "a") -> Block:
    return Block(name, Kind.PARAGRAPH, text)


def hits(text: str, query: str) -> list[str]:
    """Return the letters of the text that are found."""
    return [text[found.start : found.end] for found in find((block(text),), query)]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Gut bacteria. In the GUT.", "gut", ["Gut", "GUT"]),
        ("the naïve patient", "naive", ["naïve"]),
        ("the nai\u0308ve patient", "naïve", ["nai\u0308ve"]),
        ("the naive patient", "naïve", ["naive"]),
        ("a cafe\u0301 and more", "cafe", ["cafe\u0301"]),
        ("the body’s defence", "body's", ["body’s"]),
        ("the body's defence", "body’s", ["body's"]),
        ("called “activation” here", '"activation"', ["“activation”"]),
        ("low-level, low\u2011level, low level", "low level", ["low-level", "low\u2011level", "low level"]),
        ("low level", "low-level", ["low level"]),
        ("5\u00a0mg", "5 mg", ["5\u00a0mg"]),
        ("one  \n two", "one two", ["one  \n two"]),
        ("cyto\u00adkine", "cytokine", ["cyto\u00adkine"]),
        ("Straße", "strasse", ["Straße"]),
        ("Straße", "s", ["S", "ß"]),
        ("the ﬁrst", "first", ["ﬁrst"]),
        ("β₂ receptor", "β2", ["β₂"]),
        ("an œdema", "oedema", ["œdema"]),
        ("Søren, Łódź", "soren, lodz", ["Søren, Łódź"]),
        ("प्रतिरक्षा प्रणाली", "प्रतिरक्षा", ["प्रतिरक्षा"]),
        ("ΟΔΟΣ οδός", "οδος", ["ΟΔΟΣ", "οδός"]),
        ("🦠🦠 bacteria", "bacteria", ["bacteria"]),
        ("a🦠b", "🦠", ["🦠"]),
        ("1.5 mg (a*b)", "(a*b)", ["(a*b)"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("gut", "guts", []),
        ("gut", "", []),
        ("gut", " - ", []),
        ("gut", "\u0301", []),
        ("", "gut", []),
    ],
)
def test_what_is_found(text: str, query: str, found: list[str]) -> None:
    assert hits(text, query) == found


def test_places_count_code_points_of_the_block_they_stand_in() -> None:
    blocks = (block("🦠 gut", "first"), block("no", "second"), block("e\u0301 gut", "third"))
    assert [(found.block, found.start, found.end) for found in find(blocks, "gut")] == [
        ("first", 2, 5),
        ("third", 3, 6),
    ]


LONG = "In some people with ME/CFS, symptoms may come from a change in the kinds of bacteria in the gut."


@pytest.mark.parametrize(
    ("query", "snippet"),
    [
        ("in some", "In some people with ME/CFS, symptoms may come…"),
        ("symptoms", "In some people with ME/CFS, symptoms may come from a change in the kinds of…"),
        ("gut", "…change in the kinds of bacteria in the gut."),
    ],
)
def test_the_words_around_are_whole(query: str, snippet: str) -> None:
    (found,) = find((block(LONG),), query)
    assert found.snippet == snippet
    start, end = found.marked
    assert snippet[start:end].casefold() == query.casefold()


def test_there_is_an_end_to_the_list() -> None:
    assert len(find((block("gut " * 500),), "gut")) == MOST_HITS
    assert len(find((block("gut " * 500),), "gut", most=3)) == 3


@settings(deadline=None, max_examples=200)
@given(text=st.text(max_size=40), data=st.data())
def test_whatever_stands_in_a_text_is_found_there_in_any_case(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    query = data.draw(st.sampled_from([str, str.upper, str.casefold]))(text[start : start + 6])
    # A voicing sign alone counts as little as an accent.
    assume(any(unicodedata.category(letter)[0] in "LN" for letter in query if letter not in "ﾞﾟ"))
    found = find((block(text),), query)
    assert found
    for one, after in pairwise(found):
        assert one.end <= after.start
    assert all(0 <= one.start < one.end <= len(text) for one in found)
