"""What of a text can be given to an engine."""

import re
import unicodedata

NOTHING_SAID = 0.2
"""Seconds of silence for a text in which there is nothing to say."""

_UNSPEAKABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def speakable(text: str) -> str:
    """Return the text with spaces for what engines trip over, as long as it was; "" without a word to say."""
    spaced = _UNSPEAKABLE.sub(" ", text)
    return spaced if any(unicodedata.category(letter)[0] in "LNS" for letter in spaced) else ""
