"""What a PDF's page draws: letters of one look, word by word, and where each word begins and ends.

A call of the library takes a microsecond and a book has a million letters, so that each letter is asked for
as little as can be: its code comes with all others of the page, its look and its height with the object of
the file that it belongs to, and its place only where a word begins or ends.
"""

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from reader.formats.pdf.ornaments import read_as_letters

WIDEST = 1.2
"""Of the letters' size, for each letter; ours: a wider word is several that stand apart."""

_HYPHENS = frozenset("\x02\ufffe\xad")  # all three stand at a line's end for a hyphen of any sort
_BULLETS = frozenset("\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076")  # as symbol fonts draw them
_LIGATURES = {letter: unicodedata.normalize("NFKC", letter) for letter in map(chr, range(0xFB00, 0xFB07))}
ACCENTS = {
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


UNSEEN = Look(0)
"""How nothing looks."""


class Drawn(NamedTuple):
    """Letters of one look on one height and where they stand, in points; a space has no look."""

    text: str
    left: float
    right: float
    y: float
    look: Look | None


SPACE = Drawn(" ", 0, 0, 0, None)

_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""The one call for each letter, which gives an address: a pointer of ctypes takes three times as long."""


def drawn(page: pdfium.PdfPage) -> tuple[int, list[Drawn]]:
    """Return by how many quarters a page was turned back, and what it draws, in the order of the file.

    Turned letters, such as a watermark's, are left out, unless most of the page is turned that way.
    """
    text = page.get_textpage()
    try:
        by_turn: dict[int, list[Drawn]] = {}
        for turn, part in _Objects(text).parts():
            by_turn.setdefault(turn, []).append(part)
    finally:
        text.close()
    by_turn.pop(_OBLIQUE, None)
    return max(by_turn.items(), key=lambda held: sum(len(part.text) for part in held[1]), default=(0, []))


def is_leftwards(text: str) -> bool:
    """Return whether letters are written from right to left."""
    return unicodedata.bidirectional(text[0]) in ("R", "AL")


class _Objects:
    """Walks through a page's letters, from one object of the file to the next and within it word by word."""

    def __init__(self, text: pdfium.PdfTextPage) -> None:
        self._page = text.raw
        self._fonts: dict[int, tuple[bytes, int, int]] = {}
        self._object = 0
        self._look, self._turn = UNSEEN, 0

    def parts(self) -> Iterator[tuple[int, Drawn]]:
        """Yield each word, space and accent, and how many quarters it is turned."""
        address = ctypes.cast(self._page, ctypes.c_void_p).value
        word: list[tuple[int, str]] = []
        is_alone = follows_accent = False
        for index, letter in enumerate(_letters(self._page)):
            if not letter:
                continue
            found = _object_at(address, index) or 0
            is_space, is_accent = letter == " " or not found, letter in ACCENTS
            # An accent is put on the one letter that comes next.
            if word and (is_space or is_accent or is_alone or found != self._object):
                yield from self._word(word)
                word = []
            if is_space:
                yield self._turn, SPACE
                continue
            if found != self._object:
                self._object = found
                self._look, self._turn = self._seen(index)
            if not word:
                is_alone, follows_accent = is_accent or follows_accent, is_accent
            word.append((index, letter))
        yield from self._word(word)

    def _seen(self, index: int) -> tuple[Look, int]:
        """Return how a letter looks, and how many quarters it is turned."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._page, index, ctypes.byref(matrix))
        size = raw.FPDFText_GetFontSize(self._page, index) * math.hypot(matrix.c, matrix.d)
        quarters = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
        turn = round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else _OBLIQUE
        return _look(*self._font(index), round(size * 2) / 2), turn

    def _font(self, index: int) -> tuple[bytes, int, int]:
        """Return the name, flags and weight of a letter's font, which is asked for once a page."""
        font = raw.FPDFTextObj_GetFont(ctypes.cast(self._object, raw.FPDF_PAGEOBJECT))
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if not address or address not in self._fonts:
            name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
            raw.FPDFText_GetFontInfo(self._page, index, name, 128, ctypes.byref(flags))
            weight = raw.FPDFText_GetFontWeight(self._page, index)
            self._fonts[address] = (name.value, flags.value, weight)
        return self._fonts[address]

    def _word(self, word: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Drawn]]:
        """Yield letters that follow one another in an object as one, unless they do not on the page."""
        if not word:
            return
        if is_leftwards(word[0][1]):
            word = self._in_order(word)
        first, last = word[0][0], word[-1][0]
        text = "".join(letter for _, letter in word)
        found = self._placed(text, first, last)
        if first != last and not 0 <= found.right - found.left <= WIDEST * len(text) * self._look.size:
            yield from ((self._turn, self._placed(letter, index, index)) for index, letter in word)
        else:
            yield self._turn, found

    def _in_order(self, word: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
        """Return letters with each lam before the alef drawn with it: the library has the two reversed."""
        found = list(word)
        for at, (alef, lam) in enumerate(pairwise(word)):
            if lam[1] == "ل" and alef[1] in "اأإآ" and self._box(alef[0]).left == self._box(lam[0]).left:
                found[at : at + 2] = (alef[0], lam[1]), (lam[0], alef[1])
        return found

    def _placed(self, text: str, first: int, last: int) -> Drawn:
        """Return letters by the places of the first and the last one."""
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._page, first, ctypes.byref(x), ctypes.byref(y))
        begin = self._box(first)
        end = self._box(last) if last != first else begin
        match self._turn:
            case 1:
                return Drawn(text, begin.bottom, end.top, -x.value, self._look)
            case 2:
                return Drawn(text, -begin.right, -end.left, -y.value, self._look)
            case 3:
                return Drawn(text, -begin.top, -end.bottom, x.value, self._look)
        if is_leftwards(text):
            begin, end = end, begin
        return Drawn(text, begin.left, end.right, y.value, self._look)

    def _box(self, index: int) -> raw.FS_RECTF:
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._page, index, ctypes.byref(box))
        return box


def _letters(page: object) -> Iterable[str]:
    """Return what each letter of a page is to a reader."""
    count = raw.FPDFText_CountChars(page)
    codes = (ctypes.c_ushort * (2 * count + 1))()
    written = max(0, raw.FPDFText_GetText(page, 0, count, codes) - 1)
    text = bytes(codes)[: 2 * written].decode("utf-16-le", "replace")
    if len(text) != count:  # it leaves out letters without a code
        text = "".join(chr(raw.FPDFText_GetUnicode(page, index)) for index in range(count))
    return map(_readable, read_as_letters(text))


@lru_cache(maxsize=2_000)
def _readable(letter: str) -> str:
    """Return what a letter of a file is to a reader: one letter, a ligature's, or none."""
    if letter in _LIGATURES:
        return _LIGATURES[letter]
    if letter in _HYPHENS:
        return "-"
    if letter in _BULLETS:
        return "•"
    if letter < " " or letter == "\xa0":
        return " "
    if "\ufb1d" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefc":  # letters as they are joined
        return unicodedata.normalize("NFKC", letter)
    return "" if unicodedata.category(letter) in ("Cc", "Co", "Cs", "Cn", "Cf") else letter


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
