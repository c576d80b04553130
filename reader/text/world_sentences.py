"""Where sentences end in languages other than English.

The ends come from the rules of sentencex, which knows the abbreviations of some 300 languages. Of what it
finds, only that is kept after which a sentence may begin: a false end hurts more than a missed one.
"""

import re
from collections.abc import Iterator

import sentencex

_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}\.\s*$")
_INITIAL = re.compile(r"(?<!\w)(?!\d)\w\.\s*$")
"""Of a name, or the French "M.": a letter alone seldom ends a sentence."""
_ORDINAL_LANGUAGES = frozenset(
    ["cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr"]
)
"""Those that write "the 3rd" as "3."."""


def ends(text: str, language: str) -> Iterator[int]:
    """Yield where the sentences of a text end, white space after them included (code points)."""
    base = language.partition("-")[0].lower()
    for found in sentencex.get_sentence_boundaries(base, text):
        end = found["end_index"]
        if end < len(text) and _may_end(text, found["start_index"], end, base):
            yield end
    if text:
        yield len(text)


def _may_end(text: str, start: int, end: int, language: str) -> bool:
    after = next((letter for letter in text[end : end + 8] if letter.isalnum()), "")
    if after.islower():
        return False
    before = text[max(start, end - 40) : end]
    if not before.rstrip().endswith("."):
        return True
    if _INITIAL.search(before):
        return False
    return not after.isdigit() and not (language in _ORDINAL_LANGUAGES and _ORDINAL.search(before))
