"""The parts a person sees in the contents, and what "Part 2 of 7" counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.document import Block, Document, Kind
from reader.text.outline import Outline, parts
from reader.text.places import identified


def document(text: str) -> Document:
    """Return a document; "# " and "## " begin headings, every other line is a paragraph."""
    blocks = []
    for line in text.split("\n"):
        marks = len(line) - len(line.lstrip("#"))
        kind = Kind.HEADING if marks else Kind.PARAGRAPH
        blocks.append(Block("", kind, line.lstrip("# "), marks))
    return Document("an-article", "An article", identified(blocks))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Only words.", [(1, "", 0, 1)], id="no heading is one part"),
        pytest.param("# One\nwords", [(1, "One", 0, 2)], id="a single heading is one part"),
        pytest.param("# One\na\n# Two\nb", [(1, "One", 0, 2), (2, "Two", 2, 4)], id="two headings"),
        pytest.param("lead\n# One\na", [(0, "", 0, 1), (1, "One", 1, 3)], id="a lead is not counted"),
        pytest.param(
            "# Title\n## One\na\n## Two\nb",
            [(0, "Title", 0, 1), (1, "One", 1, 3), (2, "Two", 3, 5)],
            id="a title stands before the parts",
        ),
        pytest.param(
            "# Title\nlead\n## Summary\ns\n## One\na\n### Detail\nb\n## Two\nc",
            [(0, "Title", 0, 2), (0, "Summary", 2, 4), (1, "One", 4, 8), (2, "Two", 8, 10)],
            id="a summary after the title is not counted",
        ),
        pytest.param(
            "## IN SHORT\na\n## One\nb\n## Abstract\nc",
            [(0, "IN SHORT", 0, 2), (1, "One", 2, 4), (2, "Abstract", 4, 6)],
            id="a summary is left uncounted only where it comes first",
        ),
        pytest.param("## In short\na", [(1, "In short", 0, 2)], id="something is always counted"),
    ],
)
def test_parts(text: str, expected: list[tuple[int, str, int, int]]) -> None:
    assert [(part.number, part.title, part.first, part.end) for part in parts(document(text))] == expected


def test_parts_know_their_index() -> None:
    assert [part.index for part in parts(document("lead\n# One\n# Two"))] == [0, 1, 2]


def test_a_document_without_blocks_has_no_parts() -> None:
    assert parts(Document("empty", "Empty", ())) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(["word " * 300] * 20), id="by length"),
        pytest.param("\n".join(["# A title", *["word " * 300] * 20]), id="by length, with a title"),
        pytest.param("lead\n# One\na\n## Two\nb\n# Three\nc\n## Four\nd", id="by headings"),
        pytest.param(
            "\n".join([*["word " * 300] * 12, "# One", "a", "# Two", "b"]), id="first one, then the other"
        ),
    ],
)
def test_a_text_that_comes_in_bit_by_bit_has_the_parts_of_the_whole_each_time(text: str) -> None:
    blocks = document(text).blocks
    growing = Outline()
    for end in range(len(blocks) + 1):
        assert growing.grown(blocks[:end]) == parts(Document("a", "A", blocks[:end]))


_LINE = st.sampled_from(["# One", "## Two", "## Abstract", "## In short", "### Three", "a"])


@given(st.lists(_LINE, max_size=12), st.lists(st.integers(0, 12), max_size=4))
@settings(deadline=None, max_examples=200)
def test_so_it_has_whatever_comes_in(lines: list[str], ends: list[int]) -> None:
    blocks = document("\n".join(lines)).blocks
    growing = Outline()
    for end in sorted({*ends, len(blocks)}):
        assert growing.grown(blocks[:end]) == parts(Document("a", "A", blocks[:end]))


def test_a_part_that_stands_is_not_made_again() -> None:
    """Of a book with very many headings, else every bit that comes in would hold the page up."""
    blocks = document("\n".join(f"# Chapter {number}\nwords" for number in range(20))).blocks
    growing = Outline()
    before = growing.grown(blocks[:20])
    after = growing.grown(blocks)
    assert all(one is other for one, other in zip(before[:-1], after, strict=False))
