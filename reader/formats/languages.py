"""In which language a text is: what its file says, else what its words tell."""

import re
from collections.abc import Iterator
from itertools import chain

from reader.formats.draft import Draft
from reader.model.document import Block

ENOUGH, SAMPLE = 20, 300
"""Words; ours: of fewer than the first nothing is said, and more than the second tell nothing new."""

LONG_WORD = 6
"""Letters that count as a word where there are fewer words: not every script writes spaces."""

_LATIN = "\u024f"
"""The last of the letters that so many languages share that few words tell nothing."""

_ENGLISH = re.compile(
    r"an?|and|are|as|at|be|by|for|from|in|is|it|of|on|or|that|the|this|to|was|which|with|you", re.IGNORECASE
)
_ENGLISH_SHARE = 0.2
"""Of all words; ours: English prose has some 0.35, and no other language comes near a tenth."""


_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?P<rest>(?:-[A-Za-z0-9]{1,8})*)")
_NONE = frozenset({"und", "zxx", "mul", "mis"})
_SHORT: dict[str, str] = dict(
    re.findall(
        r"(\w+):(\w+)",
        "eng:en fre:fr fra:fr ger:de deu:de spa:es ita:it por:pt dut:nl nld:nl swe:sv dan:da nor:no fin:fi "
        "pol:pl rus:ru gre:el ell:el heb:he ara:ar chi:zh zho:zh jpn:ja kor:ko",
    )
)
"""Older books name their language in three letters; the two-letter names are those that voices go by."""


def tag(said: str) -> str:
    """Return a language as a BCP 47 tag, however a file writes it; "" for what names none."""
    found = _TAG.fullmatch(said.strip().replace("_", "-"))
    if found is None or found["language"].lower() in _NONE:
        return ""
    return _SHORT.get(found["language"].lower(), found["language"]) + found["rest"]


def told(blocks: Iterator[Block], draft: Draft) -> Iterator[Block]:
    """Return the blocks, once the draft's language is a tag, told by the first of them if by nothing else."""
    first: list[Block] = []
    words: list[str] = []
    seen = 0
    for block in blocks:
        first.append(block)
        words += block.text.split()
        seen += len(block.text)
        if tag(draft.language) or max(len(words), seen // LONG_WORD) >= SAMPLE:
            break
    draft.language = tag(draft.language) or tag(_guessed(words[:SAMPLE]))
    return chain(first, blocks)


def _guessed(words: list[str]) -> str:
    """Return a language such as "de", "" where there is too little to tell it by."""
    letters = [letter for word in words for letter in word if letter.isalpha()]
    if len(words) < ENOUGH and sum(letter > _LATIN for letter in letters) <= len(letters) / 2:
        return ""
    if sum(bool(_ENGLISH.fullmatch(word)) for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    # Imported when needed: its model takes most of a second to load.
    import py3langid  # noqa: PLC0415

    language, _ = py3langid.classify(" ".join(words))
    return str(language)
