"""The parts of a document as plain data, and back."""

from reader.model.level import Level
from reader.text.portable import packed_cuts, unpacked_cuts

CUTS = {Level.SENTENCE: [(300, 0), (300, 400), (301, 0)], Level.LONGER: [(300, 0), (301, 0)]}


def test_where_pieces_begin_comes_back_and_is_held_once() -> None:
    back = unpacked_cuts(packed_cuts(CUTS))
    assert back == CUTS
    assert back[Level.LONGER][1] is back[Level.SENTENCE][2], "else those of a book weigh as much as its words"
