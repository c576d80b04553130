"""What is found again of a text that was edited: only what is really there."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats import parsing
from reader.model.bookmark import Bookmark
from reader.model.document import Document
from reader.model.record import LeftBehind, Record
from reader.text import places
from reader.text.carrying import FEWEST, MOST, carried, telling


def sentences(count: int = 40) -> list[str]:
    """Return paragraphs of one sentence, no two alike, each a piece of its own."""
    chance = random.Random(5)
    words = ("the", "cell", "and", "light", "of", "garden", "to", "voice", "in", "paper", "is", "river")
    return [
        f"Number {number}: {' '.join(chance.choice(words) for _ in range(30))}." for number in range(count)
    ]


def made(paragraphs: list[str]) -> Document:
    return parsing.parse("plain", "\n\n".join(paragraphs), "notes")


EDITS = st.lists(st.tuples(st.sampled_from(("drop", "add", "move", "swap")), st.integers(0, 39)), max_size=12)


@given(EDITS, st.integers(0, 39), st.lists(st.integers(0, 39), max_size=6, unique=True))
@settings(max_examples=100, deadline=None)
def test_whatever_is_edited_only_what_is_really_there_comes_along(
    edits: list[tuple[str, int]], here: int, marked: list[int]
) -> None:
    lines = sentences()
    older = made(lines)
    for edit, number in edits:
        at = number % len(lines)
        if edit == "drop" and len(lines) > 1:
            lines.pop(at)
        elif edit == "add":
            lines.insert(at, f"A line that is new, the {at}th here, comes in between.")
        elif edit == "move":
            lines.append(lines.pop(at))
        else:
            lines[at] = lines[at].replace("Number", "Line")
    newer = made(lines)
    place = places.at(older.blocks[here], 3)
    record = Record("a", "A", place, 0, "", "", 0.0, left_behind=(LeftBehind(place),))
    marks = [Bookmark(n, "a", places.at(older.blocks[n], 0), older.blocks[n].text, 0.0) for n in marked]
    found = carried(newer, record, marks)
    blocks = {block.id: block.text for block in newer.blocks}
    kept = {line.partition(": ")[2] for line in lines}

    def is_kept(number: int) -> bool:
        return older.blocks[number].text.partition(": ")[2] in kept

    assert (found.place is not None) == (not found.lost_place)
    if found.place:
        assert blocks[found.place.block].partition(": ")[2] == older.blocks[here].text.partition(": ")[2]
    for mark in found.marks:
        assert blocks[mark.place.block].partition(": ")[2] == mark.name.partition(": ")[2]
    assert len(found.marks) + len(found.lost_marks) == len(marks)
    unchanged = [number for number in marked if older.blocks[number].text in lines]
    assert len(found.marks) >= len(unchanged)
    assert len(found.lost_marks) >= sum(not is_kept(number) for number in marked)


def test_some_blocks_from_all_over_a_text_tell_it() -> None:
    document = made(sentences(5 * MOST))
    ids = [block.id for block in document.blocks]
    asked = telling(document)
    assert FEWEST <= len(asked) <= MOST
    assert asked[0] == ids[0]
    assert asked[-1] in ids[-10:]
