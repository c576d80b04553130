"""Where lines end of their own: before a clause, if that is wanted, and before a word that would be cut.

A space that is wider than any page hangs beyond the end of its line, as every last space does. So no letter
of the text changes: what is counted, copied or read by a screen reader is what was written. All positions
are in UTF-16 units.
"""

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

WIDER_THAN_ANY_PAGE = 10_000.0
"""In px."""


def end_lines(document: QTextDocument, spaces: Iterable[int]) -> tuple[int, ...]:
    """Let lines end at these spaces, and where a word would else be cut; return all these spaces."""
    ended = list(spaces)
    for at in ended:
        set_space(document, at, WIDER_THAN_ANY_PAGE)
    while (before := _before_cut_word(document)) is not None:
        set_space(document, before, WIDER_THAN_ANY_PAGE)
        ended.append(before)
    return tuple(ended)


def set_space(document: QTextDocument, at: int, wider: float) -> None:
    """Make a space so many px wider than the font has it."""
    form = QTextCharFormat()
    form.setFontWordSpacing(wider)
    cursor = QTextCursor(document)
    cursor.setPosition(at)
    cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(form)


def _before_cut_word(document: QTextDocument) -> int | None:
    """Return the space before the first word that a line cuts after a slash, as in "ME/CFS"."""
    document.documentLayout().documentSize()  # lays out what has changed
    block = document.firstBlock()
    while block.isValid():
        for number in range(block.layout().lineCount() - 1):
            line = block.layout().lineAt(number)
            first = block.position() + line.textStart()
            at = first + line.textLength() - 1
            if document.characterAt(at) == "/":
                while at > first and document.characterAt(at) != " ":
                    at -= 1
                if at > first:
                    return at
        block = block.next()
    return None
