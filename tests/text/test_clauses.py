"""A long sentence is parted where a reader would draw breath."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.clauses import parts

LONGEST = 220

LONG = (
    "Some people, though not all of them, say that the morning is hard; they rest, and later it is better. "
)


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in parts(text, LONGEST)]


def test_a_short_text_stays_whole() -> None:
    assert said("Calm words.") == ["Calm words."]
    assert said("") == [""]


def test_a_long_text_is_parted_after_a_clause() -> None:
    first, second = said(LONG * 3)
    assert first.endswith(("; ", ", ", ". "))
    assert second.startswith(("Some", "they", "and", "later", "though", "not"))


def test_without_a_clause_it_is_parted_between_words() -> None:
    assert all(part.endswith("calm ") for part in said("calm " * 100)[:-1])


def test_a_clause_that_ends_too_early_does_not_make_a_tiny_part() -> None:
    assert len(said("Oh, " + "calm " * 100)[0]) > LONGEST / 3


def test_a_table_is_parted_between_its_rows() -> None:
    assert said("calm | calm | calm\n" * 20)[0] == "calm | calm | calm\n" * 11


def test_one_endless_word_is_parted_anywhere() -> None:
    assert [len(part) for part in said("a" * 500)] == [LONGEST, LONGEST, 500 - 2 * LONGEST]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab ,.;\n"), max_size=900))
def test_the_parts_are_the_whole_text(text: str) -> None:
    assert "".join(said(text)) == text
    assert all(len(part) <= LONGEST for part in said(text))
