"""Where lines end of their own: before a clause, if that is wanted, and before what would be torn in two.

A space that is wider than any page hangs beyond the end of its line, as every last space does. So no letter
of the text changes: what is counted, copied or read by a screen reader is what was written. A line only ever
becomes shorter. All positions are in UTF-16 units.
"""

from collections.abc import Collection, Iterable, Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from reader.text.sense_units import held_spaces
from reader.ui.filling import together
from reader.ui.utf16 import in_units

WIDER_THAN_ANY_PAGE = 10_000.0
"""In px."""

FEWEST = 3
"""Words of a line that may give its last one to the next line; ours."""


def end_lines(document: QTextDocument, clauses: Iterable[int]) -> tuple[int, ...]:
    """Let lines end at these spaces before clauses, and where something would else be torn; return all."""
    before_clauses = frozenset(clauses)
    ended = list(before_clauses)
    with together(document):
        for at in ended:
            set_space(document, at, WIDER_THAN_ANY_PAGE)
    block = document.firstBlock()
    while block.isValid():
        ended += _end_better(document, block, before_clauses)
        block = block.next()
    return tuple(ended)


def set_space(document: QTextDocument, at: int, wider: float) -> None:
    """Make a space so many px wider than the font has it."""
    form = QTextCharFormat()
    form.setFontWordSpacing(wider)
    cursor = QTextCursor(document)
    cursor.setPosition(at)
    cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(form)


def _end_better(document: QTextDocument, block: QTextBlock, before_clauses: Collection[int]) -> Iterator[int]:
    """Let each line of a paragraph end before its last words, if it should not end after them; yield where.

    From the first line to the last, once: no line above changes when one ends earlier.
    """
    text = in_units(block.text())
    clauses = {at - block.position() for at in before_clauses}
    held = set(held_spaces(text))
    number = 0
    while len(lines := _laid_out(document, block, number)) == 2:
        line, following = lines
        end = line[-1]
        is_torn = text[end] == "/" or end in held
        if end not in clauses and (is_torn or _leaves_one_alone(text, line, following, clauses)):
            # What holds together in a row is one thing; where that fills its line, it has to be torn.
            spaces = (at for at in range(end - 1, line[0], -1) if text[at] == " " and at not in held)
            if (space := next(spaces, None)) is not None:
                before = block.position() + space
                set_space(document, before, WIDER_THAN_ANY_PAGE)
                yield before
        number += 1


def _laid_out(document: QTextDocument, block: QTextBlock, number: int) -> list[range]:
    """Return a line and the one after it, as far as there are such lines: where their letters stand."""
    document.documentLayout().documentSize()  # lays out what has changed
    layout = block.layout()
    lines = (layout.lineAt(at) for at in range(number, min(number + 2, layout.lineCount())))
    return [range(line.textStart(), line.textStart() + line.textLength()) for line in lines]


def _leaves_one_alone(text: str, line: range, following: range, clauses: Collection[int]) -> bool:
    """Return whether the last word of a clause would stand by itself, though there is room for two."""
    is_last = following[-1] in clauses or (bool(clauses) and following.stop == len(text))
    words = text[line.start : line.stop].split()
    rest = text[following.start : following.stop].split()
    if not is_last or len(rest) != 1 or len(words) < FEWEST:
        return False
    return len(words[-1]) + len(rest[0]) < len(line) / 2
