"""Formulas that stand on lines of their own: rows of signs and slanted letters, set in from the text.

Prose, a table or code that is taken for a formula is worse than a formula that is taken for prose, so that
all of several things have to be true of one.
"""

import re
import unicodedata
from collections.abc import Sequence

from reader.formats.pdf.layout import Row
from reader.formats.pdf.text import Text
from reader.formats.pdf.type import SMALLER
from reader.formats.pdf.words import Words
from reader.model.document import Block, Kind, Span, clipped

SET_IN = 1.5
"""Times the size of its letters; ours: by as much a formula is set in from where the text begins."""

NEAR = 1.7
"""Times the size of its letters; ours: what stands above a fraction's line, or below a sum, is as near."""

LONGEST, CELLS, ROWS = 160, 6, 30
"""Letters of a row, its parts with wide gaps between them, and rows of a formula; ours."""

_NUMBER = re.compile(r"\(?[A-Z]?\d{1,3}(?:[.–-]\d{1,3})*[a-z]?\)")
_RELATION = re.compile(r"[=<>≤≥≠≈≡∼≃≅∝⇒⇔∈⊂⊆∑∏∫√≪≫]")
_FUNCTION = re.compile(
    r"(?<![^\W\d_])(?:sin|cos|tan|cot|sinh|cosh|tanh|log|ln|exp|max|min|lim|sup|inf|det|dim|mod|arg|gcd|var|cov"
    r"|for|if|and|otherwise|with)(?![^\W\d_])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def formula_end(rows: Sequence[Row], at: int, left: float, size: float) -> int:
    """Return where a formula that begins with a row ends, 0 if none begins.

    `left` is where the text begins, `size` that of its letters.
    """
    end = at
    while end < min(len(rows), at + ROWS) and _may_be_of(rows[end], left):
        if end > at and rows[end - 1].y - rows[end].y > NEAR * size:
            break
        end += 1
    # Limits of a sum say "i = 1", too.
    if not any(row.look.size > SMALLER * size and _is_formula(row) for row in rows[at:end]):
        return 0
    return end if not at or _is_apart(rows[at - 1], rows[at]) else 0


def formula(rows: Sequence[Row], words: Words, referred: set[str]) -> Block:
    """Return the rows of a formula as a block with a line for each."""
    whole, spans = "", list[Span]()
    for row in rows:
        line = Text(words, referred)
        line.add(row, {})
        text, styled = line.taken()
        whole += "\n" if whole else ""
        spans += clipped(styled, 0, len(text), len(whole))
        whole += text
    return Block("", Kind.FORMULA, whole, spans=tuple(spans))


def _may_be_of(row: Row, left: float) -> bool:
    """Return whether a row may be part of a formula: it is set in, and has no words."""
    cells = [cell for cell in row.cells if not _NUMBER.fullmatch(cell.text.strip())]
    if not cells or len(cells) > CELLS or cells[0].left < left + SET_IN * row.look.size:
        return False
    text = _FUNCTION.sub(" ", " ".join(cell.text for cell in cells))
    return len(text) <= LONGEST and not _WORD.search(text)


def _is_formula(row: Row) -> bool:
    """Return whether a row says that something equals something, or is more, in slanted letters."""
    letters = slanted = 0
    for cell in row.cells:
        for run in cell.runs:
            for letter in _FUNCTION.sub(" ", run.text):
                if letter.isalpha():
                    letters += 1
                    slanted += run.look.is_italic or _is_mathematical(letter)
    return bool(_RELATION.search(row.text)) and slanted > 0 and 2 * slanted >= letters


def _is_mathematical(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("GREEK", "MATHEMATICAL"))


def _is_apart(above: Row, row: Row) -> bool:
    """Return whether a row does not go on with the one above: it is set in further, or with a gap."""
    size = max(row.look.size, above.look.size)
    return row.left - above.left > size or above.y - row.y > NEAR * size
