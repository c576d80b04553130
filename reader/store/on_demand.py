"""The blocks of a text on the disk, and where its pieces begin: read when they are looked at.

So a long book opens like a short text. What is asked of all its blocks stands in a line of its own.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

from reader.model.document import Block, Cut, Kind, Part
from reader.model.level import Level
from reader.model.listed import Listed
from reader.text import outline, portable


def packed(blocks: Sequence[Block]) -> Iterator[object]:
    """Yield what is known of these blocks as a whole, then each of them."""
    numbers: dict[Kind, list[int]] = {}
    for number, block in enumerate(blocks):
        numbers.setdefault(block.kind, []).append(number)
    yield {
        "ids": [block.id for block in blocks],
        "kinds": numbers,
        "parts": [
            [part.number, part.title, part.first, part.end] for part in outline.Outline().grown(blocks)
        ],
    }
    yield from map(portable.packed_block, blocks)


class Blocks(Listed):
    """Blocks that were packed, from one line of JSON for each thing that was yielded; any thread may look.

    A line turns into its block when that is wanted. Two threads may do that at once: what they make is equal.
    Raises ValueError, TypeError or KeyError for a first line that tells something else.
    """

    def __init__(self, first: bytes, lines: Sequence[bytes]) -> None:
        known: Mapping[str, Any] = json.loads(first)
        self._ids: tuple[str, ...] = tuple(known["ids"])
        self._kinds: dict[str, list[int]] = known["kinds"]
        self._parts = tuple(Part(index, *part) for index, part in enumerate(known["parts"]))
        self._made: list[bytes | Block] = list(lines)

    @property
    def ids(self) -> Sequence[str]:
        """Return the id of each."""
        return self._ids

    @property
    def parts(self) -> Sequence[Part]:
        """Return the parts of the text."""
        return self._parts

    def of_kind(self, kind: Kind) -> Sequence[int]:
        """Return the numbers of those of a kind, in order, from 0."""
        return self._kinds.get(kind, ())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ids)

    def __eq__(self, other: object) -> bool:
        """Return whether the blocks are those of another sequence."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, index: int) -> Block: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...

    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        """Return a block, or some of them."""
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        block = self._made[index]
        if isinstance(block, bytes):
            block = self._made[index] = portable.unpacked_block(json.loads(block))
        return block


class Cuts(Mapping[Level, Sequence[Cut]]):
    """Where the pieces of a text begin at each level, from one line of JSON for each."""

    def __init__(self, lines: Mapping[Level, bytes]) -> None:
        self._lines: dict[Level, bytes | Sequence[Cut]] = dict(lines)

    def __getitem__(self, level: Level) -> Sequence[Cut]:
        """Return those of a level; raises KeyError for one that is not there."""
        line = self._lines[level]
        if isinstance(line, bytes):
            line = self._lines[level] = portable.paired(json.loads(line))
        return line

    def __iter__(self) -> Iterator[Level]:
        """Yield the levels."""
        return iter(self._lines)

    def __len__(self) -> int:
        """Return how many levels there are."""
        return len(self._lines)
