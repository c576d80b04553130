"""Which letters of a text a person asks about."""

from PySide6.QtGui import QTextCursor

from reader.text.words import spans, word_at
from reader.ui.utf16 import from_qt


def asked_letters(cursor: QTextCursor, text: str, *, caret: bool) -> tuple[int, int] | None:
    """Return the words that are selected, else the word at the caret, in code points; None for nothing.

    A caret that still stands at the very beginning of the text was not brought there to ask.
    """
    if cursor.hasSelection():
        first, last = from_qt(text, cursor.selectionStart()), from_qt(text, cursor.selectionEnd())
        held = spans(text[first:last])
        return (first + held[0][0], first + held[-1][1]) if held else None
    at = from_qt(text, cursor.position())
    return word_at(text, at) if caret and at else None
