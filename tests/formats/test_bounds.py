"""No block is endless, and no text is; nothing is lost where a block is parted."""

import pytest

from reader.formats import bounds
from reader.formats.bounds import bounded
from reader.formats.refusals import Unfit
from reader.model.document import Block, Kind, Span, Style


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LONGEST", 10)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("ten lettrs", ["ten lettrs"], id="just short enough"),
        pytest.param("four fours here now", ["four", "fours", "here now"], id="at the end of a word"),
        pytest.param("one line\nand another", ["one line", "and", "another"], id="better of a line"),
        pytest.param("x" * 25, ["x" * 10, "x" * 10, "x" * 5], id="else anywhere"),
        pytest.param("a" + " " * 30 + "b", ["a", "b"], id="blanks are no part"),
    ],
)
def test_a_long_block_is_parted(text: str, parts: list[str]) -> None:
    found = [block.text for block in bounded([Block("", Kind.PARAGRAPH, text)])]
    assert [part.strip() for part in found] == parts


def test_a_block_of_many_lines_is_parted_between_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LONGEST", 10_000)
    listed = [f"{number}" for number in range(2 * bounds.LINES + 1)]
    found = [block.text for block in bounded([Block("", Kind.CODE, "\n".join(listed))])]
    assert [len(part.splitlines()) for part in found] == [bounds.LINES, bounds.LINES, 1]
    assert "\n".join(found).splitlines() == listed


def test_styles_stay_with_their_letters_and_the_marker_with_the_first_part() -> None:
    block = Block("", Kind.LIST_ITEM, "aaaa bbbb cccc", 1, (Span(5, 14, Style.STRONG),), "1.")
    first, second = bounded([block])
    assert (first.text, first.marker, first.spans) == ("aaaa bbbb", "1.", (Span(5, 9, Style.STRONG),))
    assert (second.text, second.marker, second.spans) == ("cccc", "", (Span(0, 4, Style.STRONG),))


@pytest.mark.parametrize(("limit", "most"), [("BLOCKS", 3), ("LETTERS", 3)])
def test_an_endless_text_ends(monkeypatch: pytest.MonkeyPatch, limit: str, most: int) -> None:
    monkeypatch.setattr(bounds, limit, most)
    found = bounded(Block("", Kind.PARAGRAPH, "x") for _ in range(10))
    assert [block.text for _, block in zip(range(most), found, strict=False)] == ["x"] * most
    with pytest.raises(Unfit, match="holds too much"):
        next(found)
