"""Formulas as a line of text that can be read, and said."""

import pytest

from reader.formats.building.formulas import linear

X, TWO = "<mi>x</mi>", "<mn>2</mn>"
SUM = f"<mrow>{X}<mo>+</mo>{TWO}</mrow>"


@pytest.mark.parametrize(
    ("mathml", "expected"),
    [
        (f"<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi>{TWO}</msup>", "E = mc²"),
        (f"<msup><mi>e</mi><mrow><mo>-</mo><mi>λ</mi></mrow></msup><mo>-</mo>{TWO}", "e^(−λ) − 2"),
        (f"<msub>{X}<mi>i</mi></msub><mo>,</mo><msub>{X}<mtext>max</mtext></msub>", "xᵢ, xₘₐₓ"),
        (f"<mfrac>{SUM}{TWO}</mfrac>", "(x + 2)/2"),
        (f"<msqrt>{X}</msqrt><mo>≤</mo><msqrt>{SUM}</msqrt>", "√x ≤ √(x + 2)"),
        (f"<mroot>{X}<mn>3</mn></mroot>", "³√x"),
        (f"<munderover><mo>∑</mo><mn>1</mn><mi>n</mi></munderover>{X}", "∑₁ⁿ x"),
        (f"<mover accent='true'>{X}<mo>¯</mo></mover>", "x\u0304"),
        (f"<mi>sin</mi><mo>&#x2061;</mo>{X}<mi>y</mi>", "sin xy"),
        (f"<mfenced>{X}{TWO}</mfenced>", "(x, 2)"),
        (f"<mtable><mtr><mtd>{X}</mtd><mtd>{TWO}</mtd></mtr><mtr><mtd>{X}</mtd></mtr></mtable>", "x 2; x"),
        (f"<semantics>{X}<annotation>\\x</annotation></semantics>", "x"),
        ("<semantics><mrow/><annotation>\\x^2</annotation></semantics>", "\\x^2"),
        (f"<mfrac>{X}</mfrac>", "x"),
        ("x</mi></mfrac>", "x"),
        ("<mrow>" * 5000 + X, "x"),
    ],
)
def test_a_formula_is_a_line_of_text(mathml: str, expected: str) -> None:
    assert linear(mathml) == expected
