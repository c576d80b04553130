"""Places: how a block gets its name, and how a place is found again in a text that has changed."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2s
from itertools import accumulate

from reader.model.document import Block, Document
from reader.model.listed import number_of
from reader.model.place import QUOTE, Place

SEPARATOR = "\n\n"


class Naming:
    """Names blocks as they come in: a short hash of kind and text, and a counter for repeats.

    An edit elsewhere in the file changes no id, so that the places kept in a block stay good.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def named(self, block: Block) -> Block:
        """Return a block with its id."""
        content = f"{block.kind}\n{block.text}".encode("utf-8", "replace")
        digest = blake2s(content, digest_size=5).hexdigest()
        self._seen[digest] += 1
        times = self._seen[digest]
        return replace(block, id=digest if times == 1 else f"{digest}-{times}")


def identified(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of a whole text with their ids."""
    return tuple(map(Naming().named, blocks))


def locate(document: Document, place: Place) -> Place:
    """Return where a place is now; never raises.

    The letter of the block if what stands there is still the quote; else where quote and `before` are
    found again; else the nearest letter of the block; else the first letter of the document. A document
    without blocks gives Place("", 0).
    """
    if not document.blocks:
        return Place("", 0)
    block = _block(document, place)
    if block and _still_there(block, place):
        return place
    for letters in (QUOTE, QUOTE // 2):
        for position in _found_again(document.blocks, place, letters):
            return _place_at(document.blocks, position)
    if block is None:
        return at(document.blocks[0], 0)
    return at(block, min(max(place.offset, 0), len(block.text)))


def found(document: Document, place: Place) -> Place | None:
    """Return where a place is now if its words are really there, or those before it; else None.

    A few letters that might stand anywhere are not enough, unless the place quotes no more.
    """
    block = _block(document, place)
    if block and _still_there(block, place):
        return place
    enough = min(len("".join((place.before + place.quote).split())), QUOTE // 2)
    for position in _found_again(document.blocks, place, QUOTE):
        now = _place_at(document.blocks, position)
        if _shared_end(place.before, now.before) + _shared_end(place.quote[::-1], now.quote[::-1]) >= enough:
            return now
    return None


def at(block: Block, offset: int) -> Place:
    """Return the place of a letter of a block, with the quotes that find it again."""
    text = block.text
    return Place(block.id, offset, text[offset : offset + QUOTE], text[max(0, offset - QUOTE) : offset])


def _block(document: Document, place: Place) -> Block | None:
    number = number_of(document.blocks, place.block)
    return None if number is None else document.blocks[number]


def _still_there(block: Block, place: Place) -> bool:
    # A quote may run on into the next block, so it has to begin with what this block holds of it.
    held = block.text[place.offset : place.offset + len(place.quote)]
    return 0 <= place.offset <= len(block.text) and place.quote.startswith(held)


def _starts(blocks: Sequence[Block]) -> list[int]:
    return list(accumulate((len(block.text) + len(SEPARATOR) for block in blocks), initial=0))[:-1]


def _found_again(blocks: Sequence[Block], place: Place, letters: int) -> Iterator[int]:
    """Yield the position in the joined text that fits so many letters of the quote best, then of `before`."""
    text = SEPARATOR.join(block.text for block in blocks)
    starts = _starts(blocks)
    expected = place.offset
    expected += next(
        (start for block, start in zip(blocks, starts, strict=True) if block.id == place.block), 0
    )

    def fit(position: int) -> tuple[int, int]:
        return _shared_end(place.before, text[max(0, position - 2 * QUOTE) : position]), -abs(
            position - expected
        )

    for quote, before in ((place.quote[:letters], ""), ("", place.before[-letters:])):
        position = max(_occurrences(text, quote, before), key=fit, default=None)
        if position is not None:
            yield position


def _occurrences(text: str, quote: str, before: str) -> Iterator[int]:
    """Yield where the quote begins or, for the words before, where they end; white space may differ."""
    words = (quote or before).split()
    if not words:
        return
    pattern = r"\s+".join(map(re.escape, words))
    for match in re.finditer(pattern if quote else pattern + r"\s*", text):
        yield match.start() if quote else match.end()


def _shared_end(before: str, text: str) -> int:
    """Return how many letters two texts share at their ends, white space aside."""
    shared = 0
    for one, other in zip(reversed("".join(before.split())), reversed("".join(text.split())), strict=False):
        if one != other:
            break
        shared += 1
    return shared


def _place_at(blocks: Sequence[Block], position: int) -> Place:
    starts = _starts(blocks)
    index = max(0, bisect_right(starts, position) - 1)
    return at(blocks[index], min(position - starts[index], len(blocks[index].text)))
