"""Markdown in which a library could take words for signs."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.parsing import parse
from reader.model.document import Style


def texts(text: str) -> list[str]:
    """Return the texts of the blocks."""
    return [block.text for block in parse("markdown", text, "name").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# The set {1, 2}", ["The set {1, 2}"], id="braces in a heading"),
        pytest.param("`a`{b} c {d}", ["a{b} c {d}"], id="braces after code"),
        pytest.param("x\n{y z}", ["x {y z}"], id="a line in braces"),
        pytest.param("# A {#a}\n\nb\n{: .c }", ["A", "b"], id="what is a note is none of the words"),
        pytest.param("*a*{: .b } c {: d", ["a c {: d"], id="nor within a line"),
        pytest.param("CRP <LOD in five, and >ULN", ["CRP <LOD in five, and >ULN"], id="smaller and larger"),
        pytest.param("a <b and c> d", ["a <b and c> d"], id="b is smaller, and no tag"),
        pytest.param("as <name> says", ["as <name> says"], id="no tag that HTML knows"),
        pytest.param("<B>a</B> <a href='x'>b</a><!-- c -->", ["a b"], id="tags and comments are no words"),
        pytest.param("|a|b|\n|-|-|\n|c|d|e|\n|f|", ["a | b\nc | d | e\nf |"], id="a row beyond its head"),
        pytest.param("```js title='x'\na\n```", ["a"], id="a fence that says much about itself"),
        pytest.param("$5 and $6, or $x$ and $$y$$", ["$5 and $6, or $x$ and $$y$$"], id="prices and signs"),
        pytest.param("~~struck~~, ~5 to ~10, a/~5/~b", ["~~struck~~, ~5 to ~10, a/~5/~b"], id="tildes"),
        pytest.param("a ^ b, ^_^ and `H~2~O x^2^`", ["a ^ b, ^_^ and H~2~O x^2^"], id="carets, and code"),
        pytest.param("$$\na\n\nb", ["$$ a", "b"], id="signs that nothing closes"),
        pytest.param("A\n$$\n- loud\n- dear\nB\n$$", ["A $$", "loud", "dear B $$"], id="prices of cafés"),
        pytest.param("$$\na = b\n# C\n$$\nd", ["$$ a = b", "C", "$$ d"], id="a heading between signs"),
        pytest.param("```\n$$\na\n$$\n```", ["$$\na\n$$"], id="signs in code"),
    ],
)
def test_words_stay_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a\n$$x + 1$$\nb", [("paragraph", "a"), ("formula", "x + 1"), ("paragraph", "b")], id="a line"
        ),
        pytest.param(
            "a\n\n$$\nx_1\n+ y*z*\n= 1\n$$\n\nb",
            [("paragraph", "a"), ("formula", "x_1 + y*z* = 1"), ("paragraph", "b")],
            id="several lines, one like an item",
        ),
        pytest.param(
            "- a\n\n  $$x$$\n- b", [("list-item", "a"), ("formula", "x"), ("list-item", "b")], id="in a list"
        ),
    ],
)
def test_a_formula_stands_on_lines_of_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.kind.value, block.text) for block in parse("markdown", text, "name").blocks] == expected


def test_letters_are_raised_and_lowered() -> None:
    (block,) = parse("markdown", "H~2~O and 10^−6^ m", "name").blocks
    assert block.text == "H2O and 10−6 m"
    styled = [(block.text[span.start : span.end], span.style) for span in block.spans]
    assert styled == [("2", Style.SUBSCRIPT), ("−6", Style.SUPERSCRIPT)]


def inside(first: str, later: str) -> st.SearchStrategy[str]:
    """Return a strategy of blocks whose lines stand behind a mark, as in lists and quotes."""
    return BLOCK.map(lambda block: first + block.replace("\n", f"\n{later}"))


# W stands for a word that occurs only once; each takes its number in the end.
LINE = st.lists(
    st.sampled_from(
        ["W", "*W*", "**W W**", "`W`", "[W](http://a.b)", "(W)", "W.", "W:", "W_W", "{W}", "< W", "W &amp; W"]
    ),
    min_size=1,
    max_size=6,
).map(lambda made: " ".join(["W", *made]))
LEAF = st.one_of(
    st.lists(LINE, min_size=1, max_size=3).map("\n".join),
    LINE.map(lambda line: f"## {line}"),
    LINE.map(lambda line: f"{line}\n---"),
    LINE.map(lambda line: f"```\n{line}\n\n  {line}\n```"),
    LINE.map(lambda line: f"\n| W | {line} |\n|---|---|\n| W | W | W |\n"),
    st.just("---"),
)
BLOCK: st.SearchStrategy[str] = st.deferred(
    lambda: st.one_of(
        LEAF, inside("- ", "  "), inside("1. ", "   "), inside("> ", "> "), inside("W\n\n- W\n  - ", "    ")
    )
)
TEXT = st.lists(BLOCK, min_size=1, max_size=5).map("\n\n".join)


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_every_word_comes_once_and_in_its_order(text: str) -> None:
    numbers = itertools.count()
    numbered = re.sub("W", lambda _: f"w{next(numbers)}w", text)
    found = re.findall(r"w(\d+)w", " ".join(texts(numbered)))
    assert found == [str(number) for number in range(text.count("W"))]
