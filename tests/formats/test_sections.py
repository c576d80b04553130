"""A long Markdown text, read section by section, is the same text."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats import markup
from reader.formats.markdown import dialect, sections
from reader.formats.markdown.indentation import regular

LINES = (
    "",
    "",
    "# One",
    "## Two",
    "###### Six | six",
    "#no heading",
    "Some words.",
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
    "[^1]",
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_read_one_by_one_the_sections_give_the_blocks_of_the_whole(lines: list[str]) -> None:
    text = regular("\n".join(lines))
    with patch.object(sections, "FIRST", 1), patch.object(sections, "LARGEST", 1):
        found = list(sections.sections(text))
    assert "".join(found) == text
    whole = list(markup.blocks(dialect.html(text)))
    assert [block for part in found for block in markup.blocks(dialect.html(part))] == whole


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
        "<div>",
        "<!-- ",
    ],
)
def test_what_may_reach_far_keeps_a_text_together(far: str) -> None:
    assert len(list(sections.sections(f"{CHAPTER * 5}\n\n{far}{CHAPTER * 5}"))) == 1
