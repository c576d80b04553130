"""The letters of a PDF's page, in runs on one line, as the file tells where each of them stands."""

import ctypes
import math
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

GAP = 1.2
"""Of the letters' size; ours: a wider gap on a line parts columns or a table's cells, not words."""

ON_LINE = 0.55
"""Of the letters' size; ours: how far raised and lowered letters stand from the line they belong to."""

_HYPHENS = frozenset({0x02, 0xFFFE, 0xAD})  # all three stand at a line's end for a hyphen of any sort
_BULLETS = frozenset({0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076})  # as symbol fonts draw them
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_ACCENTS = {
    "`": "\u0300",
    "´": "\u0301",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˛": "\u0328",
}
"""The marks that old fonts draw over a letter, as what joins it."""

_FIXED, _ITALIC = 1, 64  # bits of a font's flags
_BOLD = 600  # of a font's weight
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi", "cmbx", "sfbx")
_FIXED_NAMES = ("mono", "courier", "typewriter", "cmtt", "sftt", "consol")
_OBLIQUE = -1


class Look(NamedTuple):
    """How letters are drawn; `size` is in points."""

    size: float
    is_bold: bool = False
    is_italic: bool = False
    is_fixed: bool = False


@dataclass(slots=True)
class Run:
    """Letters of one look on one height; `y` is the baseline, upwards in points."""

    text: str
    look: Look
    y: float


@dataclass(slots=True)
class Line:
    """Letters that stand on one line without a wide gap: from `left` to `right`, all in points."""

    left: float
    right: float
    y: float
    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the letters alone."""
        return "".join(run.text for run in self.runs)

    @property
    def look(self) -> Look:
        """Return how most of the letters look."""
        counts: Counter[Look] = Counter()
        for run in self.runs:
            counts[run.look] += len(run.text.strip())
        return counts.most_common(1)[0][0]

    @property
    def size(self) -> float:
        """Return the size of most of the letters."""
        return self.look.size


class _Letter(NamedTuple):
    """One letter and where it stands; a space has no look."""

    text: str
    left: float
    right: float
    y: float
    look: Look | None


def lines(page: pdfium.PdfPage) -> list[Line]:
    """Return the lines of a page in the order of the file.

    Turned letters, such as a watermark's, are left out, unless most of the page is turned that way.
    """
    text = page.get_textpage()
    try:
        letters = _upright(text.raw)
    finally:
        text.close()
    gathering = _Gathering()
    for letter in letters:
        gathering.add(letter)
    return gathering.taken()


def _upright(page: object) -> list[_Letter]:
    """Return the letters that are turned as most of them are, on a page that is turned back."""
    box, point_x, point_y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    into_box, into_x, into_y = ctypes.byref(box), ctypes.byref(point_x), ctypes.byref(point_y)
    by_turn: dict[int, list[_Letter]] = {}
    thing, look, turn = 0, Look(0), 0
    for index in range(raw.FPDFText_CountChars(page)):
        text = _readable(raw.FPDFText_GetUnicode(page, index))
        if not text:
            continue
        drawn = raw.FPDFText_GetTextObject(page, index)
        found = ctypes.addressof(drawn.contents) if drawn else 0
        if text == " " or not found:
            by_turn.setdefault(turn, []).append(_Letter(text, 0, 0, 0, None))
            continue
        if found != thing:
            thing = found
            look, turn = _drawn(page, index)
        raw.FPDFText_GetLooseCharBox(page, index, into_box)
        raw.FPDFText_GetCharOrigin(page, index, into_x, into_y)
        letter = _turned(text, box, (point_x.value, point_y.value), turn, look)
        by_turn.setdefault(turn, []).append(letter)
    by_turn.pop(_OBLIQUE, None)
    return max(by_turn.values(), key=len, default=[])


@lru_cache(maxsize=2_000)
def _readable(code: int) -> str:
    """Return the letters that a code stands for: one, a ligature's, or none."""
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in _HYPHENS:
        return "-"
    if code in _BULLETS:
        return "•"
    if code < 0x20 or code == 0xA0:
        return " "
    letter = chr(code)
    return "" if unicodedata.category(letter) in ("Cc", "Co", "Cs", "Cn", "Cf") else letter


def _drawn(page: object, index: int) -> tuple[Look, int]:
    """Return how a letter looks, and how many quarters it is turned."""
    matrix, flags = raw.FS_MATRIX(), ctypes.c_int()
    raw.FPDFText_GetMatrix(page, index, ctypes.byref(matrix))
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(page, index, name, 128, ctypes.byref(flags))
    weight = raw.FPDFText_GetFontWeight(page, index)
    size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
    quarters = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
    turn = round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else _OBLIQUE
    return _look(name.value, flags.value, weight, round(size * 2) / 2), turn


@lru_cache(maxsize=2_000)
def _look(name: bytes, flags: int, weight: int, size: float) -> Look:
    """Return how letters of a font look; some files draw each letter by itself."""
    font = name.decode(errors="replace").lower()
    return Look(
        size,
        weight >= _BOLD or any(word in font for word in _BOLD_NAMES),
        bool(flags & _ITALIC) or "italic" in font or "oblique" in font,
        bool(flags & _FIXED) or any(word in font for word in _FIXED_NAMES),
    )


def _turned(text: str, box: raw.FS_RECTF, origin: tuple[float, float], turn: int, look: Look) -> _Letter:
    x, y = origin
    match turn:
        case 1:
            return _Letter(text, box.bottom, box.top, -x, look)
        case 2:
            return _Letter(text, -box.right, -box.left, -y, look)
        case 3:
            return _Letter(text, -box.top, -box.bottom, x, look)
    return _Letter(text, box.left, box.right, y, look)


class _Gathering:
    """Puts letter after letter into lines."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._line = Line(0, 0, 0)
        self._size = 0.0  # of the largest letters on the line, which stand on its baseline
        self._is_space_due = False
        self._accent: _Letter | None = None

    def add(self, letter: _Letter) -> None:
        """Take the next letter."""
        if letter.look is None:
            self._is_space_due = True
            return
        if letter.text in _ACCENTS and not self._accent:
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

    def _accented(self, accent: _Letter, letter: _Letter) -> _Letter:
        """Return a letter with the mark that is drawn over it; one that stands alone stays a letter."""
        self._accent = None
        both = unicodedata.normalize("NFC", letter.text + _ACCENTS[accent.text])
        middle = (accent.left + accent.right) / 2
        if len(both) == 1 and letter.left - 1 <= middle <= letter.right + 1:
            return letter._replace(text=both)
        self._put(accent)
        return letter

    def _put(self, letter: _Letter) -> None:
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

    def _goes_on(self, letter: _Letter, look: Look) -> bool:
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
            self._lines.append(self._line)
        self._line, self._size, self._is_space_due = Line(0, 0, 0), 0.0, False
