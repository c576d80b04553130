"""Markdown as people and other programs write it."""

from pathlib import Path

import pytest

from reader.formats.parsing import parse
from reader.model.document import Document, Kind

NOTES = Path(__file__).parents[1] / "data" / "notes.md"


def lines(document: Document) -> list[str]:
    """Return the blocks, one a line: headings with #, list items with their marker at their level."""
    shown = []
    for block in document.blocks:
        if block.kind is Kind.HEADING:
            shown.append("#" * block.level + " " + block.text)
        elif block.kind is Kind.LIST_ITEM:
            shown.append("  " * (block.level - 1) + f"{block.marker} {block.text}".strip())
        else:
            shown.append(block.text)
    return shown


def test_a_file_with_a_bit_of_everything() -> None:
    document = parse("markdown", NOTES.read_text(encoding="utf-8"), "notes")
    assert lines(document) == [
        "# Resting",
        "A short text with many kinds of things, H2O, and code. It goes on in the next line.1",
        "## What helps",
        "Some things:",
        "• quiet",
        "  • no music",
        "• dark",
        "1. first",
        "  • inside",
        "2. second",
        "A quoted line.",
        "When | What\nmorning | rest\nnoon | rest again",
        'def rest():\n    return "more"',
        "A bed under a window",
        "Term",
        "What it means",
        "Rest before you are tired.",
        "x2 & y",
        "A note at the foot.",
    ]
    kinds = {block.kind for block in document.blocks}
    assert kinds == set(Kind) - {Kind.FORMULA, Kind.VERSE}
    assert (document.title, document.language) == ("Notes on resting: a sample", "en-GB")
    assert (document.source.author, document.source.original_title) == ("A. N. Author", "Rest")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Things:\n- a\n- b", ["Things:", "• a", "• b"], id="a list needs no blank line before it"
        ),
        pytest.param("I like\n2. not this", ["I like 2. not this"], id="but a number in a paragraph is none"),
        pytest.param("1. a\n  - b\n2. c", ["1. a", "  • b", "2. c"], id="two spaces are inside"),
        pytest.param("- a\n  - b\n    - c\n- d", ["• a", "  • b", "    • c", "• d"], id="three levels"),
        pytest.param("- a\n\n  more\n- b", ["• a", "more", "• b"], id="two paragraphs in an item"),
        pytest.param("- a\ngoes on\n- b", ["• a goes on", "• b"], id="a lazy line"),
        pytest.param("3) a\n4) b", ["3. a", "4. b"], id="numbers with a bracket"),
        pytest.param("- a\n1. b", ["• a", "1. b"], id="another kind of list"),
        pytest.param("- a\n# H\nb", ["• a", "# H", "b"], id="a heading ends a list"),
        pytest.param("- a\n  ```\n  x\n    y\n  ```\n- b", ["• a", "x\n  y", "• b"], id="code in an item"),
        pytest.param("```\n- x\n\n\n- y\n```", ["- x\n\n\n- y"], id="code is no list"),
        pytest.param("```\nleft open\n- x", ["left open\n- x"], id="a fence left open"),
        pytest.param("    - x\n\ty", ["- x\ny"], id="indented code"),
        pytest.param("a\\\nb  \nc", ["a\nb\nc"], id="broken lines"),
        pytest.param("1. ```\n   x\n   ```\n2. b", ["x", "2. b"], id="an item that begins with code"),
        pytest.param("- a\n  ## b\n  c", ["• a", "## b", "c"], id="a heading in an item"),
        pytest.param("- a\n  > b\n- c", ["• a", "b", "• c"], id="a quote in an item"),
        pytest.param("- a\n---\nb", ["• a", "b"], id="a rule ends a list"),
        pytest.param("> a\n---\nb", ["a", "b"], id="and a quote"),
        pytest.param("> a\n> - b\n>   - c", ["a", "• b", "  • c"], id="a list in a quote"),
        pytest.param("> ```\n> x\n>\n>   y\n> ```\n> b", ["x\n\n  y", "b"], id="code in a quote"),
        pytest.param("> > a\n> > > b\n> c", ["a", "b c"], id="quotes in a quote"),
        pytest.param("   # a", ["# a"], id="a heading a little to the right"),
        pytest.param("<div>\n\n# a\n\n</div>\n\n*b*", ["# a", "b"], id="Markdown inside HTML"),
        pytest.param("<div>\n*a*\n</div>", ["*a*"], id="HTML around lines"),
        pytest.param("```\n<div>\n\n```\na", ["<div>", "a"], id="HTML as code"),
        pytest.param("&#8203;\n\na", ["a"], id="a letter nobody sees"),
        pytest.param("a\n\n* * *\n\nb", ["a", "b"], id="a rule holds no words"),
    ],
)
def test_lists_and_lines(text: str, expected: list[str]) -> None:
    assert lines(parse("markdown", text, "name")) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("---\ntitle: A: b\n---\n# C", "A: b", id="front matter"),
        pytest.param("---\ntitle: 'It’s'\n---\nc", "It’s", id="in quotes"),
        pytest.param("---\ntags:\n  - a\ntitle: B\n# why\n---\nc", "B", id="among what is not used"),
        pytest.param("---\ntitle: >\n  A\n  long one\n---\nc", "A long one", id="on the lines below"),
        pytest.param("---\ntitle: A\n  - b\n  x: c\n---\nd", "A", id="not what is nested"),
        pytest.param("# Only\n\n## Sub\n\na", "Only", id="the first heading"),
        pytest.param("# One\n\na\n\n# Two\n\nb", "name", id="not one of several"),
        pytest.param("## Sub\n\na", "name", id="not a lower one"),
        pytest.param("a\n\n# Late", "name", id="not a later one"),
        pytest.param("", "name", id="nothing"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert parse("markdown", text, "name").title == title


def test_two_rules_are_no_front_matter() -> None:
    assert lines(parse("markdown", "---\n\nA letter to you\n\n---\n\nThe end", "name")) == [
        "A letter to you",
        "The end",
    ]
