"""The letters of a PDF's page, in runs on one line, as the file tells where each of them stands."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.formats.pdf.drawn import ACCENTS, UNSEEN, Drawn, Look

GAP = 1.2
"""Of the letters' size; ours: a wider gap on a line parts columns or a table's cells, not words."""

ON_LINE = 0.55
"""Of the letters' size; ours: how far raised and lowered letters stand from the line they belong to."""


@dataclass(slots=True)
class Run:
    """Letters of one look on one height; `y` is the baseline, upwards in points."""

    text: str
    look: Look
    y: float


@dataclass(slots=True)
class Line:
    """Letters that stand on one line without a wide gap: from `left` to `right`, all in points.

    `look` is how most of them look.
    """

    left: float
    right: float
    y: float
    runs: list[Run] = field(default_factory=list)
    look: Look = UNSEEN

    @property
    def text(self) -> str:
        """Return the letters alone."""
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        """Return the size of most of the letters."""
        return self.look.size


def lines(parts: Iterable[Drawn]) -> list[Line]:
    """Return what a page draws as lines, in the order of the file."""
    gathering = _Gathering()
    for part in parts:
        gathering.add(part)
    return gathering.taken()


def _most_frequent(runs: Sequence[Run]) -> Look:
    counts: Counter[Look] = Counter()
    for run in runs:
        counts[run.look] += len(run.text.strip())
    return counts.most_common(1)[0][0]


class _Gathering:
    """Puts letter after letter into lines."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._line = Line(0, 0, 0)
        self._size = 0.0  # of the largest letters on the line, which stand on its baseline
        self._is_space_due = False
        self._accent: Drawn | None = None

    def add(self, letter: Drawn) -> None:
        """Take the next letter."""
        if letter.look is None:
            self._is_space_due = True
            return
        if letter.text in ACCENTS and not self._accent:
            self._accent = letter
            return
        if self._accent:
            letter = self._accented(self._accent, letter)
        self._put(letter)

    def taken(self) -> list[Line]:
        """Return all lines."""
        if self._accent:
            self._put(self._accent)
        self._end()
        return self._lines

    def _accented(self, accent: Drawn, letter: Drawn) -> Drawn:
        """Return a letter with the mark that is drawn over it; one that stands alone stays a letter."""
        self._accent = None
        both = unicodedata.normalize("NFC", letter.text + ACCENTS[accent.text])
        middle = (accent.left + accent.right) / 2
        if len(both) == 1 and letter.left - 1 <= middle <= letter.right + 1:
            return letter._replace(text=both)
        self._put(accent)
        return letter

    def _put(self, letter: Drawn) -> None:
        look = letter.look
        if look is None:
            return
        if not self._goes_on(letter, look):
            self._end()
        line = self._line
        if not line.runs:
            line.left, line.right, line.y, self._size = letter.left, letter.right, letter.y, look.size
        elif look.size > self._size * 1.15 or (look.size > self._size and abs(letter.y - line.y) < 0.5):
            line.y, self._size = letter.y, look.size  # what stood before it was raised
        if self._is_space_due and line.runs:
            line.runs[-1].text += " "
        self._is_space_due = False
        last = line.runs[-1] if line.runs else None
        if last and last.look == look and abs(last.y - letter.y) < 0.5:
            last.text += letter.text
        else:
            line.runs.append(Run(letter.text, look, letter.y))
        line.right = max(line.right, letter.right)

    def _goes_on(self, letter: Drawn, look: Look) -> bool:
        """Return whether a letter stands on the line that grows."""
        line, size = self._line, max(self._size, look.size)
        if not line.runs or abs(letter.y - line.y) > ON_LINE * size:
            return False
        # Letters of one size stand on one height, or on two lines.
        if abs(letter.y - line.y) > 0.35 * size and 0.9 < look.size / self._size < 1.1:
            return False
        # Each letter of a ligature stands where all of it does.
        return -size < letter.left - line.right < GAP * size

    def _end(self) -> None:
        if any(run.text.strip() for run in self._line.runs):
            self._line.look = _most_frequent(self._line.runs)
            self._lines.append(self._line)
        self._line, self._size, self._is_space_due = Line(0, 0, 0), 0.0, False
