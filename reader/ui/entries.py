"""What the popover explains, and how it is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor

from reader.ui.theme import LEAD, Look

_LINE = 1.5
"""From baseline to baseline, times the text's size (R6)."""
_UNDER_HEADING = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading such as the term, a quiet word beside it, and the text under it."""

    heading: str
    aside: str
    body: str


def line_px(look: Look) -> int:
    """Return what lies between two baselines, in px."""
    return round(round(look.text_px * LEAD) * _LINE + 0.5)


def write(cursor: QTextCursor, entries: Sequence[Entry], look: Look, *, aside_last: bool) -> None:
    """Write entries into an empty text; where there is little width, their asides come after the meaning."""
    for number, entry in enumerate(entries):
        _write(cursor, entry, look, first=number == 0, aside_last=aside_last)


def _write(cursor: QTextCursor, entry: Entry, look: Look, *, first: bool, aside_last: bool) -> None:
    lead = round(look.text_px * LEAD)
    block = QTextBlockFormat()
    block.setLineHeight(line_px(look), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    if first:
        cursor.setBlockFormat(block)
    else:
        block.setTopMargin(look.text_px)
        cursor.insertBlock(block)
    cursor.insertText(entry.heading, _letters(look, lead, look.palette.ink, bold=True))
    aside = _letters(look, look.text_px, look.palette.quiet)
    if entry.aside and not aside_last:
        cursor.insertText("   " + entry.aside, aside)
    block.setTopMargin(_UNDER_HEADING)
    if entry.body:
        cursor.insertBlock(block)
        cursor.insertText(entry.body, _letters(look, lead, look.palette.ink))
    if entry.aside and aside_last and entry.aside not in entry.body:
        cursor.insertBlock(block)
        cursor.insertText(entry.aside, aside)


def _letters(look: Look, size: int, colour: str, *, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    font = look.interface_font(bold=bold)
    font.setPixelSize(size)
    form.setFont(font)
    form.setForeground(QColor(colour))
    return form
