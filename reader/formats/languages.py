"""In which language a text is, where its file does not say."""

import re
from collections.abc import Iterator
from itertools import chain

from reader.formats.draft import Draft
from reader.model.document import Block

ENOUGH, SAMPLE = 20, 300
"""Words; ours: of fewer than the first nothing is said, and more than the second tell nothing new."""

_ENGLISH = re.compile(
    r"an?|and|are|as|at|be|by|for|from|in|is|it|of|on|or|that|the|this|to|was|which|with|you", re.IGNORECASE
)
_ENGLISH_SHARE = 0.2
"""Of all words; ours: English prose has some 0.35, and no other language comes near a tenth."""


def told(blocks: Iterator[Block], draft: Draft) -> Iterator[Block]:
    """Return the blocks, once the draft's language is filled in where it can be told by the first of them."""
    first: list[Block] = []
    words: list[str] = []
    for block in blocks:
        first.append(block)
        words += block.text.split()
        if draft.language or len(words) >= SAMPLE:
            break
    draft.language = draft.language or _guessed(words[:SAMPLE])
    return chain(first, blocks)


def _guessed(words: list[str]) -> str:
    """Return a language such as "de", "" where there is too little to tell it by."""
    if len(words) < ENOUGH:
        return ""
    if sum(bool(_ENGLISH.fullmatch(word)) for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    # Imported when needed: its model takes most of a second to load.
    import py3langid  # noqa: PLC0415

    language, _ = py3langid.classify(" ".join(words))
    return str(language)
