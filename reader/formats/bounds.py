"""How much of a text is taken, and how much of it in one block: no page can show, or hold, just anything."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.formats.letters import is_blank
from reader.formats.refusals import Unfit
from reader.model.document import Block, clipped

LONGEST = 8_000
"""Letters of a block; ours: more than the longest paragraph of most novels. A longer block is parted, so that
to set one takes less than a twentieth of a second."""

LINES = 200
"""Of a block; ours: to set a thousand in a piece takes a tenth of a second, and nobody finds a line in it."""

_ENDLESS = re.compile(r"(?<!\S)\S{3000}")
"""A word with more letters is parted, too; ours: to set one of fifty thousand in lines takes seconds."""

_LINES = re.compile(rf"(?:[^\n]*\n){{{LINES - 1}}}[^\n]*(?=\n)")

LETTERS, BLOCKS = 40_000_000, 400_000
"""Of a whole text; ours: ten Bibles, and twelve times its verses."""


def bounded(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, the longest ones in parts; raises Unfit after more of them than a text may hold."""
    letters = count = 0
    for block in blocks:
        for part in _parts(block):
            letters += len(part.text)
            count += 1
            if letters > LETTERS or count > BLOCKS:
                raise Unfit("holds too much to be opened safely")
            yield part


def _parts(block: Block) -> Iterator[Block]:
    """Yield the block whole, or in parts."""
    text, start = block.text, 0
    while (end := start + _first_part(text[start:])) < len(text):
        yield from _part(block, start, end)
        start = end + (text[end] in " \n")
    yield from _part(block, start, end) if start else [block]


def _first_part(text: str) -> int:
    """Return where the first part ends: with a line, with a word, or else anywhere; or else the whole."""
    if endless := _ENDLESS.search(text, 0, LONGEST):
        return endless.end()
    if lines := _LINES.match(text, 0, LONGEST):
        return lines.end()
    if len(text) <= LONGEST:
        return len(text)
    return max(text.rfind("\n", 1, LONGEST), 0) or max(text.rfind(" ", 1, LONGEST), 0) or LONGEST


def _part(block: Block, start: int, end: int) -> Iterator[Block]:
    text = block.text[start:end]
    if not is_blank(text):
        marker = "" if start else block.marker
        yield replace(block, text=text, spans=clipped(block.spans, start, end), marker=marker)
