"""A long Markdown text, read section by section and stretch by stretch, is the same text."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.draft import Draft
from reader.formats.markdown import dialect, reading, sections
from reader.formats.markdown.indentation import regular
from reader.model.document import Block, Kind, Style

LINES = (
    "",
    "",
    "",
    "# One",
    "## Two",
    "###### Six | six",
    "#no heading",
    "Some words of Ig.",
    "*Some* `words` with [a link](https://example.org).",
    "  * * *",
    "---",
    "===",
    "- item",
    "    - item within",
    "    words of an item",
    "1. first",
    "> quote",
    "| a | b |",
    "|---|---|",
    ": what it means",
    "        code",
    "{: .key-point }",
    "[a link][far]",
    "A mark[^1] and one[^2].",
)
FAR = (
    "```",
    "<div>",
    "</div>",
    "<blockquote>",
    "</blockquote>",
    "<b>bold",
    "<!-- ",
    " -->",
    "<pre>",
    "[far]: https://example.org",
    "[^1]: A note.",
    "[^2]: # A heading",
    "    that goes on[^1]",
    "*[Ig]: immunoglobulin",
    "$$",
    "$$x$$",
)
"""What may mean something far away."""


def read(text: str, longest: int) -> list[Block]:
    """Return the blocks of a Markdown text, read in sections of so many letters or more."""
    with (
        patch.multiple(sections, FIRST=longest, LARGEST=longest),
        patch.multiple(dialect, FIRST=longest, LARGEST=longest),
    ):
        return list(reading.read(text.encode(), Draft("a")))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_read_one_by_one_the_sections_give_the_blocks_of_the_whole(lines: list[str]) -> None:
    text = "\n".join(lines)
    with patch.multiple(sections, FIRST=1, LARGEST=1):
        assert "".join(sections.sections(regular(text))) == regular(text)
    assert read(text, 1) == read(text, 1_000_000)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LINES + FAR), max_size=30))
def test_so_do_the_stretches_where_something_reaches_far(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert read(text, 1) == read(text, 1_000_000)


CHAPTER = "\n\n## A chapter\n\n" + "Some words. " * 500


def test_a_book_is_many_sections_and_the_first_one_is_short() -> None:
    first, *rest = sections.sections(CHAPTER * 30)
    assert rest
    assert len(first) < 2 * len(CHAPTER)


@pytest.mark.parametrize(
    "far",
    [
        "[far]: https://example.org",
        "[^1]: A note.",
        "*[Ig]: immunoglobulin",
        "```\ncode\n```",
        "<div>\n\nwords\n\n</div>",
        "Some <b>bold</b> words.",
        "<!-- a comment -->",
    ],
)
def test_what_reaches_far_keeps_no_text_from_being_shown(far: str) -> None:
    text = f"{CHAPTER * 5}\n\n{far}{CHAPTER * 5}"
    assert len(list(sections.sections(text))) == 1
    assert len(list(dialect.Text(text).stretches())) > 2


@pytest.mark.parametrize("open_", ["<blockquote>", "<b>bold"])
def test_what_is_left_open_keeps_what_follows_together(open_: str) -> None:
    text = f"Some words.\n\n{open_}\n\n{CHAPTER * 9}"
    assert len(list(dialect.Text(text).stretches())) == 1


def test_the_end_of_what_is_left_open_is_not_looked_for_at_each_heading() -> None:
    with patch.object(dialect, "is_closed", wraps=dialect.is_closed) as looked:
        text = f"Some <b>words.{CHAPTER * 60}"
        assert len(list(dialect.Text(text).stretches())) == 1
    assert looked.call_count < 10


def test_marks_lead_to_their_notes_at_the_end_and_to_their_links() -> None:
    text = f"One[^a] and [two][b].{CHAPTER * 9}\n\nThree[^c].\n\n[^a]: A note.\n[^c]: Not read.\n[b]: https://b.org"
    draft = Draft("a")
    arriving = reading.read(text.encode(), draft)
    first = next(arriving)
    assert [(span.style, span.target) for span in first.spans] == [
        (Style.NOTE, "#fn:a"),
        (Style.SUPERSCRIPT, ""),
        (Style.LINK, "https://b.org"),
    ]
    assert draft.share < 1
    notes = [(block.marker, block.text) for block in arriving if block.kind is Kind.NOTE]
    assert notes == [("#fn:a", "A note."), ("#fn:c", "Not read.")]
