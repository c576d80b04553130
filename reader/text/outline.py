"""The parts of a document: what the contents list shows and "Part 2 of 7" counts."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.model.document import Block, Document, Kind, Part

LONG_PART, SHORT_PART = 1_000, 300
"""Words; ours: some eight minutes to read, as long as a part of the bundled articles or twice that. What is
left over at the end joins the part before it if it is shorter than the second."""

FIRST_WORDS = 7

SUMMARIES = frozenset({"in short", "summary", "abstract"})
"""Headings, in lower case, of what stands before the first counted part."""


def parts(document: Document) -> tuple[Part, ...]:
    """Return the parts in order; together they hold every block, and at least one of them is counted.

    Parts are the sections under the shallowest heading level that occurs at least twice, else the
    shallowest there is. A long text with one heading or none is parted by length instead, between two
    paragraphs, and each part is called by its first words.

    What stands before the first of them is a part too, named by its own first heading if it has one. A
    document without blocks has no parts.
    """
    blocks = document.blocks
    headings = Counter(block.level for block in blocks if _is_heading(block))
    if headings.total() < 2 and (bounds := _bounds_by_length(blocks)):
        return _by_length(blocks, bounds)
    level = min((level for level, times in headings.items() if times > 1), default=min(headings, default=0))
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


def _bounds_by_length(blocks: Sequence[Block]) -> list[int]:
    """Return where parts of about LONG_PART words begin, none for a text that is not much longer than one."""
    bounds, words = [0], 0
    for index, block in enumerate(blocks):
        if words >= LONG_PART:
            bounds.append(index)
            words = 0
        words += len(block.text.split())
    if words < SHORT_PART:
        bounds.pop()
    return bounds if len(bounds) > 1 else []


def _by_length(blocks: Sequence[Block], bounds: Sequence[int]) -> tuple[Part, ...]:
    return tuple(
        Part(index, index + 1, _title(blocks[first:end]) or _first_words(blocks[first]), first, end)
        for index, (first, end) in enumerate(pairwise([*bounds, len(blocks)]))
    )


def _first_words(block: Block) -> str:
    words = block.text.split()
    return " ".join(words[:FIRST_WORDS]) + "…" * (len(words) > FIRST_WORDS)


def _title(blocks: Sequence[Block]) -> str:
    return next((block.text for block in blocks if _is_heading(block)), "")


def _names_summary(title: str) -> bool:
    return title.strip().casefold() in SUMMARIES


def _uncounted(titles: list[str], *, has_lead: bool) -> int:
    """Return how many parts stand before part 1; none when nothing else would be left to count."""
    leading = int(has_lead)
    while leading < len(titles) and _names_summary(titles[leading]):
        leading += 1
    return leading if leading < len(titles) else 0
