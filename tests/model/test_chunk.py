"""A piece knows where its letters come from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reader.model.chunk import Chunk, Slice
from reader.model.document import Kind
from reader.model.place import Place

FIRST, SECOND = "It began in 2019. 🙂 It went on.", "Then it ended."
PIECE = Chunk(
    index=0,
    part=0,
    heading="How it began",
    text=f"{FIRST}\n\n{SECOND}",
    sentences=("It began in 2019. ", "🙂 It went on.\n\n", "Then it ended."),
    slices=(
        Slice("a", Kind.PARAGRAPH, 10, 10 + len(FIRST), 0),
        Slice("b", Kind.PARAGRAPH, 0, len(SECOND), len(FIRST) + 2),
    ),
    place=Place("a", 10),
)
EMPTY = Chunk(0, 0, "Only a heading", "", (), (), Place("h", 0))


def test_the_sentences_lie_end_to_end_in_the_text():
    spans = PIECE.sentence_spans()
    assert [PIECE.text[start:end] for start, end in spans] == list(PIECE.sentences)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(PIECE.text)


@pytest.mark.parametrize(
    ("offset", "block", "letter", "quote"),
    [
        (0, "a", 10, "It began in 2019. 🙂 It went on.\n\n"[:32]),
        (18, "a", 28, "🙂 It went on.\n\nThen it ended."),
        (len(FIRST) + 2, "b", 0, "Then it ended."),
        (len(FIRST) + 7, "b", 5, "it ended."),
    ],
)
def test_a_letter_of_the_piece_is_a_place_in_its_block(offset, block, letter, quote):
    place = PIECE.place_at(offset)
    assert (place.block, place.offset, place.quote) == (block, letter, quote)


@settings(deadline=None)
@given(some.integers(0, len(PIECE.text) - 1))
def test_there_and_back(offset):
    """The white space between two blocks belongs to none, and leads back to the end of the one before."""
    back = PIECE.offset_of(PIECE.place_at(offset))
    assert back == offset or PIECE.text[offset].isspace()


def test_a_place_elsewhere_is_not_in_the_piece():
    assert PIECE.offset_of(Place("a", 9)) is None
    assert PIECE.offset_of(Place("c", 0)) is None
    assert PIECE.offset_of(Place("b", len(SECOND))) is None


def test_a_heading_alone_is_a_piece_with_a_place():
    assert EMPTY.place_at(0) == EMPTY.place
    assert not EMPTY.is_key_point
