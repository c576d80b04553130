"""Filling a text so that a screen reader is told once, and not step by step."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextCursorEvent,
    QAccessibleTextUpdateEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit


@contextmanager
def filled(text: QTextEdit) -> Iterator[QTextCursor]:
    """Empty a text and hand out a cursor to fill it; the caret stays at its beginning.

    A caret that moves in a text without the focus would make Orca 43 think that the focus is there, and
    say nothing when it really comes.
    """
    before = text.toPlainText()
    caret = QTextCursor(text.document())
    caret.setKeepPositionOnInsert(True)
    text.setTextCursor(caret)
    with QSignalBlocker(text.document()):
        text.document().clear()
        yield QTextCursor(text.document())
    # The caret stood still, but what was inserted has drawn its other end along: nothing is selected.
    text.setTextCursor(QTextCursor(text.document()))
    _tell(text, before)


@contextmanager
def together(document: QTextDocument) -> Iterator[QTextCursor]:
    """Hand out a cursor for many changes, after which a text is laid out once, and not after each of them."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        yield cursor
    finally:
        cursor.endEditBlock()


def _tell(text: QTextEdit, before: str) -> None:
    after = text.toPlainText()
    if after == before or not QAccessible.isActive():
        return
    QAccessible.updateAccessibility(QAccessibleTextUpdateEvent(text, 0, before, after))
    if text.hasFocus():
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(text, 0))
