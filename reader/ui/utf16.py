"""The door between code points, which the house counts, and UTF-16, which Qt counts."""

import re

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


def to_qt(text: str, offset: int) -> int:
    """Return how many UTF-16 units stand before an offset in code points."""
    # The codec counts in one step: a mark and each dotted word ask on every painting.
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(text: str, units: int) -> int:
    """Return the offset in code points of a UTF-16 position; inside a letter, that letter's offset."""
    passed = 0
    for offset, letter in enumerate(text):
        passed += 2 if letter > "\uffff" else 1
        if passed > units:
            return offset
    return len(text)


def in_units(text: str) -> str:
    """Return a text with a letter for each of Qt's units, so that both count alike in it."""
    return _TWO_UNITS.sub("\ufffd\ufffd", text)
