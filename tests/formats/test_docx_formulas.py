"""Formulas and symbols of Word documents: each is the letters that it shows."""

import pytest

from reader.formats.parsing import parse
from tests.formats.word_files import p, word


def seen(body: str) -> list[tuple[str, str]]:
    """Return kind and text of each block."""
    return [(block.kind.value, block.text) for block in parse("docx", word(body), "a.docx").blocks]


def run(inner: str, properties: str = "") -> str:
    """Return a run of letters."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def m(tag: str, *parts: str) -> str:
    """Return an element of a formula."""
    return f"<m:{tag}>{''.join(parts)}</m:{tag}>"


def letters(text: str) -> str:
    """Return a run of letters in a formula."""
    return m("r", m("t", text))


def sign(kind: str, name: str, value: str) -> str:
    """Return the properties of an element of a formula, with one sign among them."""
    return m(f"{kind}Pr", f'<m:{name} m:val="{value}"/>')


SQUARE = m("sSup", m("e", letters("x")), m("sup", letters("2")))


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (SQUARE + letters("+1=-y"), "x² + 1 = −y"),
        (m("f", m("num", letters("a+b")), m("den", letters("2"))), "(a + b)/2"),
        (m("rad", sign("rad", "degHide", "1"), m("deg"), m("e", letters("ab"))), "√ab"),
        (m("rad", m("deg", letters("3")), m("e", letters("x"))), "³√x"),
        (
            m(
                "nary",
                sign("nary", "chr", "∑"),
                m("sub", letters("i=1")),
                m("sup", letters("n")),
                m("e", SQUARE),
            ),
            "∑ᵢ₌₁ⁿ x²",
        ),
        (m("d", sign("d", "begChr", "["), m("e", letters("a")), m("e", letters("b"))), "[a|b)"),
        (m("func", m("fName", m("r", m("rPr", m("nor")), m("t", "sin"))), m("e", letters("x"))), "sin x"),
        (m("acc", sign("acc", "chr", "\u0304"), m("e", letters("x"))), "x\u0304"),
        (
            m("m", m("mr", m("e", letters("1")), m("e", letters("0"))), m("mr", m("e", letters("2")))),
            "1 0; 2",
        ),
        (m("eqArr", m("e", letters("a=1")), m("e", letters("b=2"))), "a = 1; b = 2"),
        (m("box", m("e", m("unknown", letters("x")))), "x"),
    ],
)
def test_a_formula_is_a_line_of_text(formula: str, text: str) -> None:
    displayed = p(m("oMathPara", m("oMathParaPr"), m("oMath", formula)))
    assert seen(p(run("<w:t>So </w:t>") + m("oMath", formula)) + displayed) == [
        ("paragraph", f"So {text}"),
        ("formula", text),
    ]


def test_formulas_below_each_other_are_one_block_unless_words_are_beside_them() -> None:
    two = m("oMathPara", m("oMath", letters("a")), m("oMath", letters("b")))
    assert seen(p(two) + p(run("<w:t>or </w:t>") + two)) == [("formula", "a\nb"), ("paragraph", "or a\nb")]


@pytest.mark.parametrize(
    ("inner", "fonts", "text"),
    [
        ("<w:t>\uf062-cells</w:t>", '<w:rFonts w:ascii="Symbol"/>', "β-cells"),
        ("<w:t>\uf062-cells</w:t>", "", "β-cells"),
        ("<w:t>\uf0a7 one\uf020</w:t>", '<w:rFonts w:ascii="Wingdings"/>', "▪ one"),
        ('<w:sym w:font="Symbol" w:char="F061"/><w:t>-wave</w:t>', "", "α-wave"),
        ('<w:sym w:font="Symbol" w:char="f061"/><w:t>-wave</w:t>', "", "α-wave"),
        ('<w:sym w:font="Unknown" w:char="zz"/><w:t>words</w:t>', "", "words"),
        ("<w:t>\ue000 is of another font</w:t>", "", "\ue000 is of another font"),
    ],
)
def test_the_letters_of_symbol_fonts_are_what_they_show(inner: str, fonts: str, text: str) -> None:
    assert seen(p(run(inner, fonts))) == [("paragraph", text)]
