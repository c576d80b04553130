"""The parts of a document: what the contents list shows and "Part 2 of 7" counts."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.model.document import Block, Document, Kind, Part
from reader.model.listed import Listed, of_kind
from reader.text.shortening import shortened
from reader.text.words import size

LONG_PART, SHORT_PART = 1_000, 300
"""Words; ours: some eight minutes to read, as long as a part of the bundled articles or twice that. What is
left over at the end joins the part before it if it is shorter than the second."""

FIRST_WORDS, FIRST_LETTERS = 7, 60
"""What names a part without a heading; ours: not every script has spaces to count words by."""

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
    return Outline().grown(document.blocks)


class Outline:
    """The parts of a text that comes in bit by bit; what is settled is not looked at again."""

    def __init__(self) -> None:
        self._seen = self._counted = self._words = 0
        self._headings: list[int] = []
        self._bounds = [0]
        """Where parts of about LONG_PART words begin, for a text that has no headings."""
        self._levels: Counter[int] = Counter()
        self._level = self._leading = 0
        self._sections: tuple[Part, ...] = ()
        """Those under the headings of that level; so many lead up to the first that counts."""

    def grown(self, blocks: Sequence[Block]) -> tuple[Part, ...]:
        """Return the parts of a text of these blocks, the first of which may have been given before."""
        if isinstance(blocks, Listed):
            return tuple(blocks.parts)
        new = of_kind(blocks, Kind.HEADING, self._seen)
        self._seen = len(blocks)
        self._headings += new
        self._levels.update(blocks[at].level for at in new)
        if len(self._headings) < 2 and (bounds := self._bounds_by_length(blocks)):
            bounds = [*bounds, len(blocks)]
            names = [
                self._title(blocks, first, end) or _first_words(blocks[first])
                for first, end in pairwise(bounds)
            ]
            return _named(names, bounds)
        self._sections = self._grown_sections(blocks)
        return self._sections

    def _grown_sections(self, blocks: Sequence[Block]) -> tuple[Part, ...]:
        levels = self._levels
        level = min((level for level, times in levels.items() if times > 1), default=min(levels, default=0))
        stands = self._sections[:-1]  # the last one may have grown
        if level != self._level or self._leading >= len(stands):
            stands = ()
        begin = stands[-1].end if stands else 0
        later = self._headings[bisect_left(self._headings, begin) :]
        firsts = [at for at in later if blocks[at].level == level]
        bounds = sorted({begin, *firsts, len(blocks)})
        titles = [self._title(blocks, first, end) for first, end in pairwise(bounds)]
        if not stands:
            self._level, self._leading = level, _leading(titles, has_lead=bool(firsts) and firsts[0] > 0)
        # Where nothing else would be left to count, the leading ones are.
        uncounted = self._leading if self._leading < len(stands) + len(titles) else 0
        return stands + _named(titles, bounds, len(stands), uncounted)

    def _bounds_by_length(self, blocks: Sequence[Block]) -> list[int]:
        """Return where parts by length begin, none for a text that is not much longer than one."""
        for at in range(self._counted, len(blocks)):
            if self._words >= LONG_PART:
                self._bounds.append(at)
                self._words = 0
            self._words += size(blocks[at].text)
        self._counted = len(blocks)
        bounds = self._bounds[:-1] if self._words < SHORT_PART else self._bounds
        return bounds if len(bounds) > 1 else []

    def _title(self, blocks: Sequence[Block], first: int, end: int) -> str:
        """Return the first heading among some blocks, "" if there is none."""
        at = bisect_left(self._headings, first)
        found = self._headings[at : at + 1]
        return blocks[found[0]].text if found and found[0] < end else ""


def is_summary(part: Part) -> bool:
    """Return whether a part is the text in short, which stands before the first counted part."""
    return not part.number and _names_summary(part.title)


def _named(
    titles: Sequence[str], bounds: Sequence[int], before: int = 0, uncounted: int = 0
) -> tuple[Part, ...]:
    """Return the parts with these bounds; so many others stand before them."""
    return tuple(
        Part(index, max(0, index + 1 - uncounted), title, first, end)
        for index, (title, (first, end)) in enumerate(zip(titles, pairwise(bounds), strict=True), before)
    )


def _first_words(block: Block) -> str:
    words = block.text.split(maxsplit=FIRST_WORDS)
    first = " ".join(words[:FIRST_WORDS]) + "…" * (len(words) > FIRST_WORDS)
    return shortened(first, FIRST_LETTERS)


def _names_summary(title: str) -> bool:
    return title.strip().casefold() in SUMMARIES


def _leading(titles: list[str], *, has_lead: bool) -> int:
    """Return how many parts stand before part 1."""
    leading = int(has_lead)
    while leading < len(titles) and _names_summary(titles[leading]):
        leading += 1
    return leading
