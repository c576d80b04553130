"""How a PDF is set: the size of its text, of its headings, and the distance of its lines."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reader.formats.pdf.centred import NUMBER
from reader.formats.pdf.layout import Row
from reader.formats.pdf.letters import Line

LARGER = 1.08
"""Times the text's size; ours: a line of larger letters is a heading."""

SMALLER = 0.93
"""Times the text's size; ours: smaller letters at a page's foot are notes."""

MARK = 0.8
"""Times the size of its heading; ours: the sign of a note is no larger."""

RIVAL, HUGE, LONG = 0.5, 1.5, 40
"""Of all letters of the most frequent size, and times that size; letters of a line; ours: a text with many
small notes has half as many letters as they have, and they stand below its lines.
"""

HEADING_LETTERS = 200
"""Ours: longer words in large or bold letters are no heading, but a paragraph that wants to be seen."""

_LETTERS = re.compile(r"[^\W\d_]+")


def essence(title: str) -> str:
    """Return a title's letters alone, so that it is known with or without its number."""
    return "".join(_LETTERS.findall(title.lower()))


@dataclass(frozen=True, slots=True)
class Typography:
    """The sizes of a text's letters, in points; `titles` gives the level of each title in its outline.

    Where most of the text `is_bold`, or is said to be by its font, bold letters are no sign of a heading.
    """

    size: float = 10
    is_bold: bool = False
    larger: tuple[float, ...] = ()
    titles: Mapping[str, int] = field(default_factory=dict)

    def heading_level(self, row: Row) -> int:
        """Return the level of a heading, 0 for any other line."""
        text = row.text
        if row.is_heading is False or len(text) > HEADING_LETTERS or not any(map(str.isalpha, text)):
            return 0
        look = row.look
        is_large = row.is_heading or look.size > LARGER * self.size
        is_bold = look.size >= SMALLER * self.size and all(
            run.look.is_bold
            for cell in row.cells
            for run in cell.runs
            if any(map(str.isalnum, run.text)) or (run.text.strip() and run.look.size > MARK * look.size)
        )
        stands_out = is_bold and not self.is_bold and not text.lstrip().startswith("•")
        if not is_large and (not stands_out or text.rstrip().endswith((".", ",", ";", ":"))):
            return 0
        if level := self.titles.get(essence(text), 0):
            return min(level, 6)
        above = sum(size > look.size + 0.4 for size in self.larger)
        number = NUMBER.match(text) if row.is_heading else None
        return min(1 + above + (len(number[0].strip(" .").split(".")) - 1 if number else 0), 6)


def typography(pages: Iterable[Iterable[Line]], titles: Mapping[str, int]) -> Typography:
    """Return how these pages are set."""
    held = [list(page) for page in pages]
    letters: Counter[float] = Counter()
    bold: Counter[float] = Counter()
    for page in held:
        for line in page:
            letters[line.size] += _weight(line)
            bold[line.size] += _weight(line) * line.look.is_bold
    if not letters:
        return Typography(titles=titles)
    size = _text_size(held, letters)
    larger = sorted((found for found in letters if found > LARGER * size), reverse=True)
    return Typography(size, 2 * bold[size] > letters[size], tuple(larger), titles)


def _weight(line: Line) -> int:
    return len(line.text) if not line.look.is_fixed else len(line.text) // 4


def _text_size(pages: Iterable[Iterable[Line]], letters: Counter[float]) -> float:
    """Return the size that most letters have, but for notes below a text that is not much shorter."""
    size, most = letters.most_common(1)[0]
    for rival, count in letters.most_common(3)[1:]:
        if size < rival < HUGE * size and count > RIVAL * most:
            notes = sum(_notes(page, size, rival) for page in pages)
            if count > most - notes:
                return rival
    return size


def _notes(page: Iterable[Line], size: float, rival: float) -> int:
    """Return how many letters of a size stand below the last long line of another one."""
    lines = list(page)
    feet = [line.y for line in lines if line.size == rival and len(line.text) > LONG]
    return sum(_weight(line) for line in lines if line.size == size and feet and line.y < min(feet))
