"""Words whose letters are set apart are words again; what is no word stays as it is."""

import pytest

from reader.formats.draft import Draft
from reader.formats.pdf.reading import read
from tests.formats.pdf_pages import Words, pdf


@pytest.mark.parametrize(
    ("drawn", "becomes"),
    [
        ("A B S T R A C T", "ABSTRACT"),
        ("A R T I C L E  I N F O", "ARTICLE INFO"),
        ("a r t i c l e  i n f o", "article info"),
        ("T H E  T I T L E", "THE TITLE"),
        ("2  P A C I NG", "2 PACING"),
        ("A B C D E F", "A B C D E F"),
        ("A 1 B 2 C 3 D 4", "A 1 B 2 C 3 D 4"),
        ("1 3 5 7 9 11", "1 3 5 7 9 11"),
        ("I saw A R T I C L E there", "I saw A R T I C L E there"),
        ("M E C F", "M E C F"),
    ],
)
def test_letters_that_are_set_apart_are_words(drawn: str, becomes: str) -> None:
    assert [block.text for block in read(pdf([Words(drawn)]), Draft("a"))] == [becomes]


def test_slanted_letters_are_of_a_formula() -> None:
    page = [Words("x y z k m n", font="italic")]
    assert [block.text for block in read(pdf(page), Draft("a"))] == ["x y z k m n"]
