"""A number and its unit, a title and its name, "e.g." and its example are read as one thing."""

import pytest

from reader.text.sense_units import held_spaces

HELD = """
after 12~weeks of rest
a walk of 5.3~km, or 20~% more
100~mg of it at 9~a.m. sharp
Ms.~Green and Dr~Brown met J.~R.~White
see Fig.~2, p.~12 and Table~3
a scale, e.g.~graded or (i.e.,~slowly)
as Gray et~al. wrote
Kräfte, z.~B.~Treppen, d.~h. Stufen
vitamin~D for type~2
in 1990 we had 3 good days and a type of tea
the et cetera of no. in Part of it, said I And A Man
"""


@pytest.mark.parametrize("text", HELD.strip().split("\n"))
def test_what_is_one_thing_is_held_together_and_nothing_else(text: str) -> None:
    assert list(held_spaces(text.replace("~", " "))) == [at for at, sign in enumerate(text) if sign == "~"]
