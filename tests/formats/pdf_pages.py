"""PDFs for the tests, written by hand: letters at places on pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique", "fixed": "Courier"}
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


Page = Sequence[Words]


def below(lines: Iterable[str], top: float = 700, left: float = 72, leading: float = 14) -> list[Words]:
    """Return lines of text one below the other."""
    return [Words(line, left, top - leading * number) for number, line in enumerate(lines)]


def pdf(*pages: Page, extra: str = "", image: bool = False, info: str = "", catalog: str = "") -> bytes:
    """Return a PDF; `info` and `catalog` are entries as PDF writes them."""
    things = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "",
        "<< " + " ".join(f"/{name} {_font(base)}" for name, base in FONTS.items()) + " >>",
        f"<< {info} >>",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        " /Length 1 >>\nstream\n0\nendstream",
    ]
    kids = []
    for page in pages:
        content = "\n".join(words.written() for words in page) + (
            "\nq 400 0 0 400 9 9 cm /I Do Q" if image else ""
        )
        things.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        things.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(things)} 0 R"
            " /Resources << /Font 3 0 R /XObject << /I 5 0 R >> >> >>"
        )
        kids.append(f"{len(things)} 0 R")
    things[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(things, extra)


def _font(base: str) -> str:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"


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
