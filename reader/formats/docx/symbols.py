"""Letters of symbol fonts, which Word keeps where Unicode has no letters: as what they show."""

import re

from lxml.etree import _Element as Element
from mammoth.docx.dingbats import dingbats

from reader.formats.docx.names import named

_PRIVATE = re.compile("[\uf020-\uf0ff]")
_FIRST = 0xF000
_USUAL = "Symbol"
"""The font of such letters where none is named: they come from nowhere else as often."""


def spell_out(run: Element) -> None:
    """Put in a run what its symbols show; what no letter shows goes."""
    for sign in run.iterchildren(named("w:sym")):
        code = sign.get(named("w:char"), "")
        sign.text = _shown(
            int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else 0, sign.get(named("w:font"))
        )
        sign.tag = named("w:t")
    for text in run.iterchildren(named("w:t")):
        if text.text and _PRIVATE.search(text.text):
            fonts = run.find(f"{named('w:rPr')}/{named('w:rFonts')}")
            font = None if fonts is None else fonts.get(named("w:ascii"), fonts.get(named("w:hAnsi")))
            text.text = "".join(
                _shown(ord(letter), font) if _PRIVATE.match(letter) else letter for letter in text.text
            )


def _shown(code: int, font: str | None) -> str:
    number = code - _FIRST if code >= _FIRST else code
    known = dingbats.get((font, number)) or dingbats.get((_USUAL, number))
    return chr(known) if known else ""
