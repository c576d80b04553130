"""The blocks of a kept text are made when they are looked at, and what is asked of all is known before."""

import json
from collections.abc import Sequence

import pytest

from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.model.listed import ids, number_of, of_kind
from reader.store.on_demand import Blocks, Cuts, packed
from reader.text import excerpts, notes, outline, portable
from reader.text.chunks import Pieces
from reader.text.cutting import cuts
from reader.text.places import identified

END = 307


def made(chapters: bool) -> tuple[Block, ...]:
    """Return the blocks of a book: a heading before each tenth paragraph, or none, and a note at the end."""
    found = [
        Block("", Kind.HEADING, f"Chapter {number}", 1 + number % 20 // 10)
        if chapters and number % 10 == 0
        else Block("", Kind.PARAGRAPH, f"This is paragraph {number}. It goes on a little. " * 5)
        for number in range(END)
    ]
    return identified([*found, Block("", Kind.NOTE, "What stands at the foot.", marker="1")])


def kept(blocks: Sequence[Block]) -> Blocks:
    first, *lines = (json.dumps(line).encode() for line in packed(blocks))
    return Blocks(first, lines)


@pytest.fixture(params=[True, False], ids=["chapters", "no headings"])
def blocks(request: pytest.FixtureRequest) -> tuple[Block, ...]:
    return made(request.param)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Block]:
    """Return the blocks that were made, as they are made."""
    made: list[Block] = []
    usual = portable.unpacked_block

    def counted(data: Sequence[object]) -> Block:
        made.append(usual(data))
        return made[-1]

    monkeypatch.setattr("reader.store.on_demand.portable.unpacked_block", counted)
    return made


def test_they_are_the_blocks_that_were_kept(blocks: tuple[Block, ...]) -> None:
    again = kept(blocks)
    assert (again, len(again), tuple(again)) == (blocks, len(blocks), blocks)
    assert blocks == again
    assert again != blocks[1:]
    assert (again[0], again[-1], again[100]) == (blocks[0], blocks[-1], blocks[100])
    assert again[95:205] == blocks[95:205]
    with pytest.raises(IndexError):
        again[len(blocks)]


def test_what_is_asked_of_all_is_known_without_making_any(
    blocks: tuple[Block, ...], read: list[Block]
) -> None:
    again = kept(blocks)
    assert list(ids(again)) == [block.id for block in blocks] == list(ids(blocks))
    assert list(ids(again, 300)) == [block.id for block in blocks[300:]] == list(ids(blocks, 300))
    for kind in Kind:
        assert list(of_kind(again, kind)) == list(of_kind(blocks, kind))
        assert list(of_kind(again, kind, 41)) == list(of_kind(blocks, kind, 41))
        assert list(of_kind(again, kind, 41, 60)) == list(of_kind(blocks, kind, 41, 60))
    assert number_of(again, blocks[250].id) == 250 == number_of(blocks, blocks[250].id)
    assert number_of(again, "gone") is None is number_of(blocks, "gone")
    assert outline.Outline().grown(again) == outline.Outline().grown(blocks)
    assert read == []


def test_whoever_opens_a_long_book_at_a_place_has_a_few_blocks_made(
    blocks: tuple[Block, ...], read: list[Block]
) -> None:
    again = kept(blocks)
    whole = Document("book", "A book", blocks, cuts=cuts(blocks, "en"))
    pieces = Pieces(Document("book", "A book", again, cuts=whole.cuts), Level.SHORT)
    usual = Pieces(whole, Level.SHORT)
    at = len(usual) // 2
    assert (pieces[at], pieces.parts, len(pieces)) == (usual[at], usual.parts, len(usual))
    place = usual[at].place
    assert notes.place_of_mark(Document("book", "A book", again), place) == place
    assert len(read) < 10


def test_whoever_is_reminded_has_what_is_shown_made_and_no_more(read: list[Block]) -> None:
    blocks = made(chapters=True)
    again = excerpts.reminder(Document("book", "A book", kept(blocks)), 12)
    assert again == excerpts.reminder(Document("book", "A book", blocks), 12)
    assert len(read) <= len(again.blocks)


def test_where_pieces_begin_is_read_for_the_level_that_is_wanted() -> None:
    found = Cuts({Level.SENTENCE: b"what is not read", Level.SHORT: b"[0, 0, 1, 25]"})
    assert (list(found), len(found)) == ([Level.SENTENCE, Level.SHORT], 2)
    assert found[Level.SHORT] == [(0, 0), (1, 25)]
    assert found.get(Level.LONGER) is None
