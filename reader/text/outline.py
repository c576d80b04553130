"""The parts of a document: what the contents list shows and "Part 2 of 7" counts."""

from collections import Counter
from itertools import pairwise

from reader.model.document import Block, Document, Kind, Part

SUMMARIES = frozenset({"in short", "summary", "abstract"})
"""Headings, in lower case, of what stands before the first counted part."""


def parts(document: Document) -> tuple[Part, ...]:
    """Return the parts in order; together they hold every block, and at least one of them is counted.

    Parts are the sections under the shallowest heading level that occurs at least twice, else the
    shallowest there is. What stands before the first of them is a part too, named by its own first
    heading if it has one. A document without blocks has no parts.
    """
    blocks = document.blocks
    level = _part_level(blocks)
    firsts = [index for index, block in enumerate(blocks) if _is_heading(block) and block.level == level]
    bounds = sorted({0, *firsts, len(blocks)})
    titles = [_title(blocks[first:end]) for first, end in pairwise(bounds)]
    uncounted = _uncounted(titles, has_lead=bool(firsts) and firsts[0] > 0)
    return tuple(
        Part(index, max(0, index + 1 - uncounted), title, bounds[index], bounds[index + 1])
        for index, title in enumerate(titles)
    )


def is_summary(part: Part) -> bool:
    """Return whether a part is the text in short, which stands before the first counted part."""
    return not part.number and _names_summary(part.title)


def _is_heading(block: Block) -> bool:
    return block.kind is Kind.HEADING


def _part_level(blocks: tuple[Block, ...]) -> int:
    levels = Counter(block.level for block in blocks if _is_heading(block))
    return min((level for level, times in levels.items() if times > 1), default=min(levels, default=0))


def _title(blocks: tuple[Block, ...]) -> str:
    return next((block.text for block in blocks if _is_heading(block)), "")


def _names_summary(title: str) -> bool:
    return title.strip().casefold() in SUMMARIES


def _uncounted(titles: list[str], *, has_lead: bool) -> int:
    """Return how many parts stand before part 1; none when nothing else would be left to count."""
    leading = int(has_lead)
    while leading < len(titles) and _names_summary(titles[leading]):
        leading += 1
    return leading if leading < len(titles) else 0
