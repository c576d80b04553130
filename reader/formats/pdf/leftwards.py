"""Pages that are written from right to left: in a mirror, all goes the way of other pages.

Lines, columns, indents and marks of lists are then found as anywhere else.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from reader.formats.pdf.drawn import SPACE, Drawn, is_leftwards

MIRRORED = 4
"""Stands for the quarters of a page that was not turned, but mirrored."""

GAP = 0.15
"""Of the letters' size; ours: Latin letters that stand further apart are two words."""


def mirrored(turn: int, parts: list[Drawn]) -> tuple[int, list[Drawn]]:
    """Return what a page draws, mirrored if most of it is Hebrew or Arabic, and how it was turned."""
    letters = sum(len(part.text) for part in parts if part.look)
    leftwards = sum(len(part.text) for part in parts if is_leftwards(part.text))
    return (MIRRORED, list(_in_mirror(parts))) if turn == 0 and 2 * leftwards > letters else (turn, parts)


def _in_mirror(parts: Iterable[Drawn]) -> Iterator[Drawn]:
    """Yield parts in a mirror; Latin words side by side become one, whose order the file does not tell."""
    latin: list[Drawn] = []
    is_space_due = False
    for part in parts:
        if latin and part.look and not (_is_latin(part) and abs(part.y - latin[0].y) < 1):
            yield from [_joined(latin), *[SPACE] * is_space_due]
            latin, is_space_due = [], False
        if not part.look and latin:
            is_space_due = True
        elif not part.look:
            yield SPACE
        elif _is_latin(part):
            latin.append(part)
            is_space_due = False
        else:
            yield part._replace(left=-part.right, right=-part.left)
            yield from [SPACE] * (part.text == "•")
    yield from [_joined(latin)] if latin else []


def _is_latin(part: Drawn) -> bool:
    return any(unicodedata.bidirectional(letter) == "L" for letter in part.text)


def _joined(words: Sequence[Drawn]) -> Drawn:
    """Return words that are written from left to right as one, in a mirror."""
    found, *others = sorted(words, key=lambda word: word.left)
    for word in others:
        size = word.look.size if word.look else 0
        gap = " " * (word.left - found.right > GAP * size)
        found = found._replace(text=found.text + gap + word.text, right=max(found.right, word.right))
    return found._replace(left=-found.right, right=-found.left)
