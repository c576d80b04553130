"""Where the controls go in a window: plain geometry in px, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 12
"""Between two controls."""
EDGE = 16
"""Between the window's edges and what lies in it; twice that where there is room."""
ROOMY = 700
"""From this width and height on there is room."""
INSET = 8
"""By how much plain controls hang over the column, so that their words meet its edges and not their rings."""
BARS_SHARE = 0.4
"""Bars that would take more of the height join the scroll (R9)."""
_NEXT_SHARE = 1.3
"""How much wider Next is than its neighbours, when there is room."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: int
    y: int
    width: int
    height: int


def side(width: int) -> int:
    """Return the margin at the sides of a window so wide."""
    return EDGE if width < ROOMY else 2 * EDGE


def spread(needs: Sequence[int], width: int, height: int) -> tuple[Box, ...]:
    """Place the first control at the left edge, the others at the right; wrapped when there is no room."""
    if sum(needs) + GAP * (len(needs) - 1) > width:
        return wrapped(needs, width, height)
    boxes = [Box(0, 0, needs[0], height)]
    x = width
    for need in reversed(needs[1:]):
        x -= need
        boxes.insert(1, Box(x, 0, need, height))
        x -= GAP
    return tuple(boxes)


def wrapped(needs: Sequence[int], width: int, height: int) -> tuple[Box, ...]:
    """Place controls in as few even rows as hold them; within a row all are equally wide if they can be."""
    for rows in range(1, len(needs)):
        across = -(-len(needs) // rows)
        if all(
            sum(needs[at : at + across]) + GAP * (across - 1) <= width for at in range(0, len(needs), across)
        ):
            break
    else:
        across = 1
    boxes: list[Box] = []
    for at in range(0, len(needs), across):
        y = at // across * (height + GAP)
        row = needs[at : at + across]
        boxes += [Box(x, y, wide, height) for x, wide in _shared(row, [1.0] * len(row), width)]
    return tuple(boxes)


def packed(needs: Sequence[int], width: int, height: int) -> tuple[Box, ...]:
    """Place controls from the left, each as wide as it needs and no wider, in as many rows as it takes."""
    boxes: list[Box] = []
    x = y = 0
    for need in needs:
        if x and x + need > width:
            x, y = 0, y + height + GAP
        boxes.append(Box(x, y, min(need, width), height))
        x += need + GAP
    return tuple(boxes)


def one_row(needs: Sequence[int], width: int, height: int) -> tuple[Box, ...] | None:
    """Place the bottom row in one line with a wider last control, or return None when it does not fit."""
    if sum(needs) + GAP * (len(needs) - 1) > width:
        return None
    shares = [1.0] * (len(needs) - 1) + [_NEXT_SHARE]
    return tuple(Box(x, 0, wide, height) for x, wide in _shared(needs, shares, width))


def total(boxes: Sequence[Box]) -> int:
    """Return how high the boxes are together."""
    return max(box.y + box.height for box in boxes)


def _shared(needs: Sequence[int], shares: Sequence[float], width: int) -> list[tuple[int, int]]:
    room = width - GAP * (len(needs) - 1)
    wides = [int(room * share / sum(shares)) for share in shares]
    if any(wide < need for wide, need in zip(wides, needs, strict=True)):
        spare = max(0, room - sum(needs))
        wides = [need + int(spare * share / sum(shares)) for need, share in zip(needs, shares, strict=True)]
    wides[-1] += room - sum(wides)
    places, x = [], 0
    for wide in wides:
        places.append((x, wide))
        x += wide + GAP
    return places
