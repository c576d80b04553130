"""What is found again of an older copy of a text: the place in it, and its bookmarks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from reader.model.bookmark import Bookmark
from reader.model.document import Document
from reader.model.listed import number_of
from reader.model.place import Place
from reader.model.record import LeftBehind, Record
from reader.text import places

LONG, FEWEST, MOST, SHARED = 60, 8, 100, 2 / 3
"""By what a copy is known; ours: letters of a block that is hardly ever written twice, how many of them are
compared, and which share of these a copy has: fewer may be what two letters from one place have in common.
"""


@dataclass(frozen=True, slots=True)
class Carried:
    """What can come along to a newer copy, and what cannot.

    `place`, `key_point` and `left_behind` are those of the newer copy; `place` is None if there is none to
    bring, or if it was not found again, as `lost_place` tells. `marks` have their new places.
    """

    record: Record
    place: Place | None
    lost_place: bool
    key_point: Place | None
    left_behind: tuple[LeftBehind, ...]
    marks: tuple[Bookmark, ...]
    lost_marks: tuple[str, ...]
    """Their names."""

    def record_of(self, document: Document) -> Record | None:
        """Return where a person is in the newer copy; None if no place comes along."""
        if self.place is None:
            return None
        return replace(
            self.record,
            document=document.id,
            title=document.title,
            place=self.place,
            key_point=self.key_point,
            left_behind=self.left_behind,
        )


def telling(document: Document) -> tuple[str, ...]:
    """Return the ids of blocks by which another copy of a text is known, from all over it.

    A block's id is made of its words, so that both copies have it. Nothing is returned for a text with too
    few long blocks: it might be a form that many letters share.
    """
    long = [block.id for block in document.blocks if len(block.text) >= LONG]
    some = long[:: len(long) // MOST + 1]
    return tuple(some) if len(some) >= FEWEST else ()


def is_copy(shared: int, asked: int) -> bool:
    """Return whether a text that has so many of the blocks that were asked for is a copy."""
    return shared >= max(FEWEST, SHARED * asked)


def carried(document: Document, record: Record, marks: Iterable[Bookmark]) -> Carried:
    """Return what of an older copy is found again in a newer one, by the words themselves.

    `marks` are those of the older copy. A text that was read to its end has no place to go on at.
    """

    def now(place: Place | None) -> Place | None:
        return place and places.found(document, place)

    marks = tuple(marks)
    found_marks = [(mark, now(mark.place)) for mark in marks]
    left_behind = [(left, now(left.place)) for left in record.left_behind]
    place = None if record.finished else now(record.place)
    found = tuple(replace(mark, document=document.id, place=place) for mark, place in found_marks if place)
    return Carried(
        record,
        place,
        lost_place=place is None and not record.finished,
        key_point=now(record.key_point),
        left_behind=tuple(replace(left, place=place) for left, place in left_behind if place),
        marks=found,
        lost_marks=tuple(mark.name for mark, place in found_marks if place is None),
    )


def together(document: Document, copies: Sequence[Carried], here: Iterable[Bookmark]) -> Carried:
    """Return what comes along from some older copies, at least one: the furthest place, and all bookmarks.

    Of bookmarks at one place one comes along, and none that is `here` already. They stand in the order in
    which they were made.
    """
    furthest = max(copies, key=lambda copy: reached(document, copy.place))
    marked = [mark.place for mark in here]
    marks: list[Bookmark] = []
    for mark in sorted((mark for copy in copies for mark in copy.marks), key=lambda mark: mark.id):
        if not any(mark.place.is_at(place) for place in marked):
            marks.append(mark)
            marked.append(mark.place)
    lost_marks = (name for copy in copies for name in copy.lost_marks)
    return replace(
        furthest,
        lost_place=not furthest.place and any(copy.lost_place for copy in copies),
        marks=tuple(marks),
        lost_marks=tuple(dict.fromkeys(lost_marks)),
    )


def reached(document: Document, place: Place | None) -> tuple[int, int]:
    """Return how far a place is in a text, as what can be compared; no place comes before all others."""
    if place is None:
        return -1, 0
    number = number_of(document.blocks, place.block)
    return (-1 if number is None else number), place.offset


def letters_before(document: Document, place: Place) -> int:
    """Return how many letters of a text stand before the block of a place."""
    return sum(len(block.text) for block in takewhile(lambda block: block.id != place.block, document.blocks))
