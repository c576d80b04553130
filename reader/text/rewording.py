"""Say some letters of a text otherwise than they are written, or not at all, and keep the way back."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.text.spoken import SAID_AS_NOTHING, Utterance

_CLOSING = frozenset(",.;:!?…")


class Rewording(NamedTuple):
    """The letters `start` to `end` are said as `said`; a reference that is not said is `skipped`."""

    start: int
    end: int
    said: str
    skipped: bool = False


def settled(length: int, rewordings: Iterable[Rewording]) -> list[Rewording]:
    """Return the rewordings of a text of this length in order; of two that share a letter the first given."""
    taken = bytearray(length)
    kept = []
    for each in rewordings:
        if 1 not in taken[each.start : each.end]:
            taken[each.start : each.end] = b"\x01" * (each.end - each.start)
            kept.append(each)
    return sorted(kept)


def reworded(text: str, rewordings: Iterable[Rewording]) -> Utterance:
    """Return what to say for a text; of two rewordings that share a letter the one given first counts.

    White space is folded, and what cannot be said is left out. All letters that a rewording says came
    from all of its shown letters.
    """
    changes = settled(len(text), rewordings)
    said: list[str] = []
    letters: list[tuple[int, int]] = []
    for letter, start, end in _letters(text, changes):
        if letter.isspace():
            if said and said[-1] != " ":
                said.append(" ")
                letters.append((start, end))
            continue
        if letter in _CLOSING and said and said[-1] == " " and not text[start - 1].isspace():
            # What stood before it is skipped, or said as nothing.
            said.pop()
            letters.pop()
        said.append(letter)
        letters.append((start, end))
    if said and said[-1] == " ":
        said.pop()
        letters.pop()
    skipped = tuple((each.start, each.end) for each in changes if each.skipped)
    return Utterance("".join(said), tuple(letters), skipped)


def _letters(text: str, changes: Iterable[Rewording]) -> Iterator[tuple[str, int, int]]:
    """Yield each letter that can be said, with start and end of the shown letters it came from."""
    at = 0
    for start, end, said, _ in changes:
        yield from _sayable(text[at:start], at)
        yield from ((letter, start, end) for letter, _, _ in _sayable(said, 0))
        at = end
    yield from _sayable(text[at:], at)


def _sayable(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    for index, letter in enumerate(text, at):
        if letter.isspace() or (
            letter not in SAID_AS_NOTHING and unicodedata.category(letter) not in {"Cc", "Cs"}
        ):
            yield letter, index, index + 1
