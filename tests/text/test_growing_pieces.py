"""A text that comes in bit by bit has the same pieces as the whole, and they never change again."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.text.chunks import KEPT, Pieces, chunks
from reader.text.cutting import Cutter, cut
from reader.text.places import identified

KINDS = (Kind.HEADING, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.TABLE, Kind.VERSE, Kind.NOTE)
BLOCKS = st.builds(
    lambda kind, sentences, words, level, end: Block(
        "", kind, ("Word " * words + f"end{end} ") * sentences, level
    ),
    st.sampled_from(KINDS),
    st.integers(0, 4),
    st.integers(0, 30),
    st.integers(1, 3),
    st.sampled_from(".:"),
)
TEXTS = st.lists(BLOCKS, max_size=25).map(lambda blocks: identified(tuple(blocks)))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_what_is_settled_is_never_cut_otherwise(blocks: tuple[Block, ...]) -> None:
    cutter = Cutter("en")
    held: dict[Level, list[tuple[int, int]]] = {level: [] for level in Level}
    for block in blocks:
        cutter.add(block)
        for level, found in cutter.cuts.items():
            settled = [place for place in found if place[0] < cutter.settled]
            assert settled[: len(held[level])] == held[level]
            held[level] = settled
    cutter.end()
    assert cutter.cuts == {level: cut(blocks, "en", level) for level in Level}


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(Level), st.data())
def test_pieces_that_grow_are_those_of_the_whole(
    blocks: tuple[Block, ...], level: Level, data: st.DataObject
) -> None:
    documents = _grown(blocks, data)
    pieces = chunks(documents[0], level)
    for document in documents[1:]:
        _look_at_some(pieces, data)
        before = [(piece.text, piece.heading, piece.place) for piece in pieces]
        pieces.grow(document)
        assert [(piece.text, piece.heading, piece.place) for piece in pieces[: len(before)]] == before
    whole = chunks(replace(documents[-1], cuts={}), level)
    assert pieces == whole
    assert pieces.parts == whole.parts
    assert [pieces.index_of(piece.place) for piece in pieces] == [whole.index_of(one.place) for one in whole]


def _grown(blocks: tuple[Block, ...], data: st.DataObject) -> list[Document]:
    """Return the text as it grows, whenever something is settled and the data say so."""
    cutter = Cutter("en")
    ends = [0]
    for block in blocks:
        cutter.add(block)
        if cutter.settled > ends[-1] and data.draw(st.booleans()):
            ends.append(cutter.settled)
    cutter.end()
    ends.append(len(blocks))

    def cuts(end: int) -> dict[Level, list[tuple[int, int]]]:
        return {level: [place for place in found if place[0] < end] for level, found in cutter.cuts.items()}

    return [Document("text", "Text", blocks[:end], cuts=cuts(end)) for end in ends]


def _look_at_some(pieces: Pieces, data: st.DataObject) -> None:
    """Have some pieces made while the rest is still to come."""
    if len(pieces):
        pieces[data.draw(st.integers(0, len(pieces) - 1))]


def test_a_long_book_does_not_hold_every_piece_that_was_shown() -> None:
    blocks = [Block("", Kind.PARAGRAPH, f"Number {number}. " + "Word " * 49) for number in range(KEPT + 20)]
    made = chunks(Document("a", "A", identified(blocks)), Level.SHORT)
    shown = [piece.text for piece in made]
    assert len(made._made) == KEPT
    assert [made[index].text for index in range(len(made))] == shown
