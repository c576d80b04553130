"""Asking a text for its blocks by what they are called and what they are, without looking at each."""

from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Sequence

from reader.model.document import Block, Kind, Part


class Listed(Sequence[Block]):
    """Blocks of a whole text that are made when they are looked at: what is asked of all is known before."""

    @property
    @abstractmethod
    def ids(self) -> Sequence[str]:
        """Return the id of each."""

    @property
    @abstractmethod
    def parts(self) -> Sequence[Part]:
        """Return the parts of the text."""

    @abstractmethod
    def of_kind(self, kind: Kind) -> Sequence[int]:
        """Return the numbers of those of a kind, in order, from 0."""


def ids(blocks: Sequence[Block], first: int = 0) -> Sequence[str]:
    """Return the id of each block, from the number `first` on."""
    if isinstance(blocks, Listed):
        return blocks.ids[first:]
    return [block.id for block in blocks[first:]]


def number_of(blocks: Sequence[Block], id_: str) -> int | None:
    """Return the number of the block of an id, from 0; None if there is none."""
    # By looking at each, as far as it is: what grows is asked for what is in its first part.
    named = blocks.ids if isinstance(blocks, Listed) else (block.id for block in blocks)
    return next((number for number, each in enumerate(named) if each == id_), None)


def of_kind(blocks: Sequence[Block], kind: Kind, first: int = 0, end: int | None = None) -> Sequence[int]:
    """Return the numbers of the blocks of a kind, in order, from `first` up to, not including, `end`."""
    if isinstance(blocks, Listed):
        found = blocks.of_kind(kind)
        return found[bisect_left(found, first) : None if end is None else bisect_left(found, end)]
    return [number for number, block in enumerate(blocks[first:end], first) if block.kind is kind]
