"""Only letters a reader can show: what every format does to its text first."""

import unicodedata

_LINE_ENDS = dict.fromkeys("\v\f\x85\u2028", "\n") | {"\u2029": "\n\n"}
_INVISIBLE = "\u00ad\ufeff\ufffe\uffff"  # soft hyphens would hide a word from glossary and voice
_CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\v\f\x85"]
_TABLE = str.maketrans(
    _LINE_ENDS
    | dict.fromkeys([*_CONTROLS, *_INVISIBLE])
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
)

_INKLESS = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})

_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))

TAB = "    "
"""What a tab is in code; anywhere else it is a space."""


def clean(text: str, tab: str = " ") -> str:
    """Return a text without control characters; every kind of line end becomes a newline.

    `tab` takes the place of each tab. No-break spaces, joiners and marks of direction stay: they are
    part of the words.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", tab).translate(_TABLE)


def one_line(text: str, longest: int = 300) -> str:
    """Return a name or title that can stand within a sentence: on one line, and not endless.

    Marks that turn the direction of writing round go: they would turn what stands around them as well.
    """
    line = " ".join(clean(text[: 20 * longest]).translate(_TURNING).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def is_blank(text: str) -> bool:
    """Return whether a text has nothing to see: only spaces of any kind, joiners and marks of direction."""
    return all(unicodedata.category(letter) in _INKLESS for letter in text)
