"""The words of a paragraph, put together from its lines, with their styles."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence

from reader.formats.pdf.layout import Row
from reader.formats.pdf.letters import Line, Run
from reader.formats.pdf.words import Words
from reader.model.document import Span, Style

RAISED = 0.1
"""Of the letters' size; ours: a mark stands that much higher than its line, or lower."""

_RAISED_DIGITS = re.compile("([⁰¹²³⁴-⁹]+)")
"""Letters that are raised by themselves."""

_ENDING = 6  # parts of a text: enough to hold its last word

_Marks = Mapping[str, str]


class Text:
    """Letters with styles that grow line by line; adds the names of notes that it leads to to `referred`."""

    def __init__(self, words: Words, referred: set[str]) -> None:
        self._words = words
        self._referred = referred
        self._parts: list[tuple[str, tuple[Style, ...], str]] = []

    @property
    def ending(self) -> str:
        """Return the last letters."""
        return "".join(part for part, _, _ in self._parts[-_ENDING:]).rstrip()

    def add(self, row: Row, notes: _Marks, skipped: int = 0) -> None:
        """Add the line of a row, but for so many letters at its beginning; a parted word is joined.

        `notes` gives the name of the note of each mark.
        """
        self._join(row.text[skipped:].lstrip())
        for number, cell in enumerate(row.cells):
            if number:
                self._put(" ", (), "")
            for run in cell.runs:
                letters = run.text[skipped:]
                skipped = max(0, skipped - len(run.text))
                for part, mark in _marked(letters, run, cell):
                    target = notes.get(mark, "")
                    self._referred |= {target} - {""}
                    self._put(part, _styles(run, cell, is_note=bool(target)), target)

    def taken(self, whole: Collection[Style] = ()) -> tuple[str, tuple[Span, ...]]:
        """Return the text and its spans, but for styles that all of it has or that are not wanted."""
        text, spans = "", []
        for part, styles, target in self._parts:
            letters = unicodedata.normalize("NFC", part)
            if text.endswith((" ", "\n")) or not text:
                letters = letters.lstrip(" ")
            start, text = len(text), text + letters
            end = len(text.rstrip())
            spans += [
                Span(start, end, style, target if style is Style.NOTE else "")
                for style in styles
                if end > start
            ]
        text = text.rstrip()
        kept = [span for span in _joined(spans) if span.style not in whole]
        return text, tuple(
            span for span in kept if span.end - span.start < len(text) or span.style is Style.NOTE
        )

    def _join(self, line: str) -> None:
        """End the line before so that this one can follow."""
        if not self._parts:
            return
        before = self.ending
        joint = self._words.joint(before, line)
        letters, styles, target = self._parts[-1]
        letters = letters.rstrip()
        if joint != " " and letters.endswith("-") and not before.endswith("--"):
            letters = letters[:-1] + joint
        elif joint == " ":
            letters += " "
        self._parts[-1] = (letters, styles, target)

    def _put(self, letters: str, styles: tuple[Style, ...], target: str) -> None:
        if self._parts and self._parts[-1][1:] == (styles, target):
            self._parts[-1] = (self._parts[-1][0] + letters, styles, target)
        elif letters:
            self._parts.append((letters, styles, target))


def _marked(letters: str, run: Run, line: Line) -> Iterator[tuple[str, str]]:
    """Yield the letters of a run, with the mark of a note that they may be, or ""."""
    if is_raised(run, line):
        yield letters, run.text.strip()
        return
    for part in _RAISED_DIGITS.split(letters):
        yield part, part if _RAISED_DIGITS.fullmatch(part) else ""


def is_raised(run: Run, line: Line) -> bool:
    """Return whether letters stand higher than their line, and are smaller."""
    return run.y - line.y > RAISED * line.size and run.look.size < 0.9 * line.size


def _styles(run: Run, line: Line, *, is_note: bool) -> tuple[Style, ...]:
    if is_note:
        return (Style.NOTE,)
    if is_raised(run, line):
        return (Style.SUPERSCRIPT,)
    if line.y - run.y > RAISED * line.size and run.look.size < 0.9 * line.size:
        return (Style.SUBSCRIPT,)
    look = run.look
    found = ((look.is_bold, Style.STRONG), (look.is_italic, Style.EMPHASIS), (look.is_fixed, Style.CODE))
    return tuple(style for has, style in found if has)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return spans of one style that touch as one."""
    found: list[Span] = []
    last: dict[tuple[Style, str], int] = {}
    for span in spans:
        at = last.get((span.style, span.target))
        if at is not None and span.start - found[at].end <= 1 and span.style is not Style.NOTE:
            found[at] = Span(found[at].start, span.end, span.style, span.target)
        else:
            last[span.style, span.target] = len(found)
            found.append(span)
    return found
