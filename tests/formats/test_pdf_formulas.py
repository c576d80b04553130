"""A formula on lines of its own stays whole; nothing else is taken for one."""

import pytest

from reader.formats.draft import Draft
from reader.formats.pdf.reading import read
from reader.model.document import Block, Kind, Span, Style
from tests.formats.pdf_pages import Words, below, pdf

LONG = "These words stand on a line of text which goes from one side to the"
BEFORE, AFTER = below([LONG, "other, and as is well known"], top=760), below([LONG, "end."], top=600)


def blocks(*words: Words) -> list[Block]:
    """Return the blocks of a page with something between two paragraphs."""
    return list(read(pdf([*BEFORE, *words, *AFTER]), Draft("a")))


def slanted(text: str, x: float = 200, y: float = 680, size: float = 11) -> Words:
    return Words(text, x, y, size, "italic")


def test_a_formula_stands_by_itself() -> None:
    before, formula, after = blocks(slanted("E = mc"), slanted("2", 235, 685, 7))
    assert (before.kind, formula.kind, after.kind) == (Kind.PARAGRAPH, Kind.FORMULA, Kind.PARAGRAPH)
    assert formula.text == "E = mc2"
    assert Span(6, 7, Style.SUPERSCRIPT) in formula.spans


def test_its_number_belongs_to_it() -> None:
    assert blocks(slanted("a = b + c"), Words("(3.2)", 440, 680))[1] == Block(
        "", Kind.FORMULA, "a = b + c (3.2)", spans=(Span(0, 9, Style.EMPHASIS),)
    )


def test_a_fraction_is_one_formula() -> None:
    rows = (slanted("a + b", 230, 694), slanted("x =", 200, 687), slanted("c", 240, 680))
    found = [block for block in blocks(*rows) if block.kind is Kind.FORMULA]
    assert [set(block.text.split()) for block in found] == [{"a", "+", "b", "x", "=", "c"}]


def test_functions_are_no_words() -> None:
    assert blocks(slanted("f(x) ="), Words("sin", 235, 680), slanted("x", 252))[1].kind is Kind.FORMULA


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((slanted("energy = work"),), "it has words"),
        ((Words("n = 5", 200, 680),), "its letters stand upright"),
        ((slanted("a + b"),), "nothing equals anything"),
        ((slanted("x = y", 72),), "it is not set in"),
        ((slanted("Many words stand here, and", 200), slanted("x = y", 200, 666)), "it ends a paragraph"),
        ((Words("x = y", 200, 680, font="slanted"),), "it is code"),
        ((Words("x = y", 200, 680, font="bold"),), "it is a heading"),
    ],
)
def test_anything_else_is_no_formula(words: tuple[Words, ...], why: str) -> None:
    assert Kind.FORMULA not in [block.kind for block in blocks(*words)], why
