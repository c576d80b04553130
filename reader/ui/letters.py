"""How letters look: links, emphasis, code, what stands raised, and the spaces at which a line ends."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument

from reader.model.document import Style
from reader.ui.theme import Look

ENDS_LINE = 10_000.0
"""The width in px of a space at which a line ends: more than a page has."""


def format_letters(document: QTextDocument, span: tuple[int, int], style: Style, look: Look) -> None:
    """Give some letters the look of their style; start and end in UTF-16 units."""
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(_format(style, look))


def format_space(document: QTextDocument, at: int, look: Look) -> None:
    """Let a line of sense end at the space at `at` (UTF-16 units), or let it be a space as any other.

    A space that is wider than any page hangs beyond the end of its line, as every last space does. So no
    letter of the text changes: what is counted, copied or read by a screen reader is what was written.
    """
    form = QTextCharFormat()
    form.setFontWordSpacing(ENDS_LINE if look.clauses else look.word * look.reading_px)
    cursor = QTextCursor(document)
    cursor.setPosition(at)
    cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(form)


def _format(style: Style, look: Look) -> QTextCharFormat:
    form = QTextCharFormat()
    if style is Style.LINK:
        form.setForeground(QColor(look.palette.accent))
        form.setFontUnderline(True)
    elif style is Style.EMPHASIS:
        form.setFontItalic(True)
    elif style is Style.STRONG:
        form.setFontWeight(700)
    elif style is Style.CODE:
        form.setFontFamilies(["monospace"])
    elif style is Style.SUPERSCRIPT:
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif style is Style.SUBSCRIPT:
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    return form
