"""How the letters of a style look: links, emphasis, code, and what stands raised."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument

from reader.model.document import Style
from reader.ui.theme import Look


def format_letters(document: QTextDocument, span: tuple[int, int], style: Style, look: Look) -> None:
    """Give some letters the look of their style; start and end in UTF-16 units."""
    cursor = QTextCursor(document)
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(_format(style, look))


def _format(style: Style, look: Look) -> QTextCharFormat:
    form = QTextCharFormat()
    if style in (Style.LINK, Style.NOTE):
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
