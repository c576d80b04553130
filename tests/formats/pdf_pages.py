"""PDFs for the tests, written by hand: letters at places on pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FONTS = {
    "plain": "Helvetica",
    "bold": "Helvetica-Bold",
    "italic": "Helvetica-Oblique",
    "fixed": "Courier",
    "slanted": "Courier-Oblique",
}
HEBREW = "hebrew"
"""A font whose letters from a on are the Hebrew letters from alef on."""

ORNATE = "ornate"
"""A font whose letters from a to h are given out as the ornaments of the same codes."""

_MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfrange {} endbfrange endcmap"""
_MAPS = {HEBREW: "<61> <7A> <05D0> <7B> <7B> <05EA>", ORNATE: "<61> <64> <275B> <65> <68> <2761>"}

TEXT = 11


@dataclass(frozen=True)
class Words:
    """Some words at a place, in points from the lower left corner; `turned` is a matrix's first half."""

    text: str
    x: float = 72
    y: float = 700
    size: float = TEXT
    font: str = "plain"
    turned: str = "1 0 0 1"

    def written(self) -> str:
        """Return the words as a page has them."""
        letters = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"BT /{self.font} {self.size} Tf {self.turned} {self.x} {self.y} Tm ({letters}) Tj ET"


@dataclass(frozen=True)
class Picture:
    """A grey picture at a place, so many points and pixels wide and high, or the letters of a JPEG file.

    `words` are its tag's.
    """

    x: float = 72
    y: float = 400
    size: tuple[float, float] = (200, 100)
    pixels: tuple[int, int] = (80, 60)
    words: str = ""
    photograph: str = ""

    def written(self) -> str:
        """Return how the page places the picture."""
        width, height = self.size
        drawn = f"q {width} 0 0 {height} {self.x} {self.y} cm /{self.name} Do Q"
        return f"/Figure << /MCID 0 >> BDC {drawn} EMC" if self.words else drawn

    @property
    def name(self) -> str:
        """Return the name of the picture's pixels on its page."""
        return "P{}x{}".format(*self.pixels)

    def stored(self) -> str:
        """Return the pixels as a file holds them, packed so that very many take little room."""
        width, height = self.pixels
        # Each 2200 is 223 pixels of black.
        packed = self.photograph or "2200" * min(width * height // 223 + 1, 1_000) + ">"
        way = "/DCTDecode" if self.photograph else "[/ASCIIHexDecode /RunLengthDecode]"
        return (
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray"
            f" /BitsPerComponent 8 /Filter {way} /Length {len(packed)} >>"
            f"\nstream\n{packed}\nendstream"
        )


@dataclass(frozen=True)
class Stroke:
    """A line that is drawn through some points."""

    points: Sequence[tuple[float, float]]

    def written(self) -> str:
        """Return the line as a page has it."""
        first, *others = (f"{x} {y}" for x, y in self.points)
        return f"{first} m {' '.join(f'{point} l' for point in others)} S"


Page = Sequence[Words | Picture | Stroke]


def below(lines: Iterable[str], top: float = 700, left: float = 72, leading: float = 14) -> list[Words]:
    """Return lines of text one below the other."""
    return [Words(line, left, top - leading * number) for number, line in enumerate(lines)]


def pdf(*pages: Page, extra: str = "", info: str = "", catalog: str = "") -> bytes:
    """Return a PDF; `info` and `catalog` are entries as PDF writes them."""
    things = [
        "",
        "",
        "<< "
        + " ".join(f"/{name} {_font(base)}" for name, base in FONTS.items())
        + " ".join(
            f"/{name} {_font('Helvetica', f'/ToUnicode {at} 0 R')}" for at, name in enumerate(_MAPS, 5)
        )
        + " >>",
        f"<< {info} >>",
        *(_stream(_MAP.format(held)) for held in _MAPS.values()),
    ]
    kids, figures = [], []
    for page in pages:
        content = "\n".join(drawn.written() for drawn in page)
        pictures = {drawn.name: drawn for drawn in page if isinstance(drawn, Picture)}
        named = ""
        for picture in pictures.values():
            things.append(picture.stored())
            named += f"/{picture.name} {len(things)} 0 R "
        things.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        things.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(things)} 0 R"
            f" /StructParents {len(kids)} /Resources << /Font 3 0 R /XObject << {named} >> >> >>"
        )
        kids.append(f"{len(things)} 0 R")
        words = [picture.words for picture in pictures.values() if picture.words]
        figures += [(len(kids) - 1, kids[-1], told) for told in words]
    things[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    tags = _tags(things, figures) if figures else ""
    things[0] = f"<< /Type /Catalog /Pages 2 0 R {tags} {catalog} >>"
    return _file(things, extra)


def _tags(things: list[str], figures: Sequence[tuple[int, str, str]]) -> str:
    """Add the tags of pictures, each with its page's number and object and its words; return their entry."""
    root = len(things) + 1 + len(figures)
    parents = ""
    for number, page, words in figures:
        things.append(f"<< /Type /StructElem /S /Figure /P {root} 0 R /Pg {page} /K 0 /Alt ({words}) >>")
        parents += f"{number} [{len(things)} 0 R] "
    kids = " ".join(f"{root - 1 - at} 0 R" for at in range(len(figures)))
    things.append(f"<< /Type /StructTreeRoot /K [{kids}] /ParentTree << /Nums [{parents}] >> >>")
    return f"/MarkInfo << /Marked true >> /StructTreeRoot {root} 0 R"


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _font(base: str, more: str = "") -> str:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding {more} >>"


def _file(things: Sequence[str], extra: str) -> bytes:
    written = b"%PDF-1.7\n"
    places = []
    for number, thing in enumerate(things, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{thing}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(things) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(things) + 1} /Root 1 0 R /Info 4 0 R {extra} >>\n"
    end += f"startxref\n{len(written)}\n%%EOF"
    return written + end.encode()
