"""A page of Hebrew or Arabic is read from right to left."""

from collections.abc import Sequence

from reader.formats.draft import Draft
from reader.formats.pdf.reading import read
from reader.model.document import Block, Kind
from tests.formats.pdf_pages import HEBREW, Picture, Words, pdf

TWO_LINES = [["מנוחה", "היא", "חלק", "מן"], ["היום", "הזה", "תמיד"]]


def line(words: Sequence[str], y: float, right: float = 520) -> list[Words]:
    """Return words, the rightmost first."""
    found = []
    for word in words:
        is_latin = word.isascii()
        drawn = (
            word if is_latin else "".join(chr(ord(letter) - 0x5D0 + ord("a")) for letter in reversed(word))
        )
        right -= 7 * len(word)
        found.append(Words(drawn, right, y, font="plain" if is_latin else HEBREW))
        right -= 4
    return found


def blocks(*words: Words | Picture) -> list[Block]:
    """Return the blocks of a page."""
    return list(read(pdf(words), Draft("a")))


def test_words_stand_in_their_order() -> None:
    page = [*line(TWO_LINES[0], 700), *line(TWO_LINES[1], 686)]
    assert [block.text for block in blocks(*page)] == [" ".join([*TWO_LINES[0], *TWO_LINES[1]])]


def test_latin_words_keep_their_own_order() -> None:
    page = [*line(["מנוחה", "less", "with", "היום"], 700), *line(TWO_LINES[0], 660)]
    assert blocks(*page)[0].text == "מנוחה with less היום"


def test_a_gap_parts_two_paragraphs() -> None:
    page = [*line(TWO_LINES[0], 700), *line(TWO_LINES[1], 660)]
    assert [block.text for block in blocks(*page)] == [" ".join(words) for words in TWO_LINES]


def test_a_picture_stands_where_it_stood() -> None:
    page = [*line(TWO_LINES[0], 700), Picture(320, 500), *line(TWO_LINES[1], 480)]
    assert [block.kind for block in blocks(*page)] == [Kind.PARAGRAPH, Kind.PICTURE, Kind.PARAGRAPH]
