"""How much of a text is taken, and how much of it in one block: no page can show, or hold, just anything."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.formats.letters import is_blank
from reader.formats.refusals import Unfit
from reader.model.document import Block, clipped

LONGEST = 50_000
"""Letters of a block; ours: the longest sentence of Ulysses has half as many. A longer block is parted."""

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
    """Yield a block whole, or in parts that end with a line, with a word, or else anywhere."""
    text, start = block.text, 0
    while len(text) - start > LONGEST:
        limit = start + LONGEST
        end = max(text.rfind("\n", start + 1, limit), 0) or max(text.rfind(" ", start + 1, limit), 0) or limit
        yield from _part(block, start, end)
        start = end + (text[end] in " \n")
    yield from [block] if not start else _part(block, start, len(text))


def _part(block: Block, start: int, end: int) -> Iterator[Block]:
    text = block.text[start:end]
    if not is_blank(text):
        marker = "" if start else block.marker
        yield replace(block, text=text, spans=clipped(block.spans, start, end), marker=marker)
