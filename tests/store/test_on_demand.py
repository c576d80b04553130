"""The blocks of a kept text are made when they are looked at, and what is asked of all is known before."""

import json
from collections.abc import Callable, Sequence

import pytest

from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.model.listed import ids, number_of, of_kind
from reader.store.on_demand import BLOCKS_A_LINE, Blocks, Cuts, packed
from reader.text import outline, portable
from reader.text.chunks import Pieces
from reader.text.cutting import cuts
from reader.text.places import identified

END = 3 * BLOCKS_A_LINE + 7


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
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many blocks were made at a time, as they are made."""
    sizes: list[int] = []
    usual: Callable[..., tuple[Block, ...]] = portable.unpacked_blocks

    def counted(data: Sequence[Sequence[object]]) -> tuple[Block, ...]:
        sizes.append(len(data))
        return usual(data)

    monkeypatch.setattr("reader.store.on_demand.portable.unpacked_blocks", counted)
    return sizes


def test_they_are_the_blocks_that_were_kept(blocks: tuple[Block, ...]) -> None:
    again = kept(blocks)
    assert (again, len(again), tuple(again)) == (blocks, len(blocks), blocks)
    assert blocks == again
    assert again != blocks[1:]
    assert (again[0], again[-1], again[BLOCKS_A_LINE - 1]) == (
        blocks[0],
        blocks[-1],
        blocks[BLOCKS_A_LINE - 1],
    )
    assert again[95:205] == blocks[95:205]
    with pytest.raises(IndexError):
        again[len(blocks)]


def test_what_is_asked_of_all_is_known_without_making_any(blocks: tuple[Block, ...], read: list[int]) -> None:
    again = kept(blocks)
    read.clear()
    assert list(ids(again)) == [block.id for block in blocks] == list(ids(blocks))
    assert list(ids(again, 300)) == [block.id for block in blocks[300:]] == list(ids(blocks, 300))
    for kind in Kind:
        assert list(of_kind(again, kind)) == list(of_kind(blocks, kind))
        assert list(of_kind(again, kind, 41)) == list(of_kind(blocks, kind, 41))
    assert number_of(again, blocks[250].id) == 250 == number_of(blocks, blocks[250].id)
    assert number_of(again, "gone") is None is number_of(blocks, "gone")
    assert outline.Outline().grown(again) == outline.Outline().grown(blocks)
    assert [again[number].text for number in of_kind(again, Kind.HEADING)] == [
        block.text for block in blocks if block.kind is Kind.HEADING
    ]
    assert read == []


def test_whoever_opens_a_long_book_at_a_place_reads_a_line_or_two_of_it(
    blocks: tuple[Block, ...], read: list[int]
) -> None:
    again = kept(blocks)
    whole = Document("book", "A book", blocks, cuts=cuts(blocks, "en"))
    read.clear()
    pieces = Pieces(Document("book", "A book", again, cuts=whole.cuts), Level.SHORT)
    usual = Pieces(whole, Level.SHORT)
    at = len(usual) // 2
    assert (pieces[at], pieces.parts, len(pieces)) == (usual[at], usual.parts, len(usual))
    assert sum(read) <= 2 * BLOCKS_A_LINE
    pieces[at + 1]
    assert sum(read) <= 2 * BLOCKS_A_LINE


def test_where_pieces_begin_is_read_for_the_level_that_is_wanted() -> None:
    found = Cuts({Level.SENTENCE: b"what is not read", Level.SHORT: b"[0, 0, 1, 25]"})
    assert (list(found), len(found)) == ([Level.SENTENCE, Level.SHORT], 2)
    assert found[Level.SHORT] == [(0, 0), (1, 25)]
    assert found.get(Level.LONGER) is None
