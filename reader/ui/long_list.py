"""Some rows at a time of a list that may have hundreds: a page of them all would keep one waiting."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from reader.ui.column_page import Row
from reader.ui.controls import Control

AT_ONCE = 20
"""Rows; ours: more are not taken in at a glance, and each costs a millisecond."""

Turn = Callable[[int], object]


def rows_from(first: int, count: int, row: Callable[[int], QWidget], turn: Turn, of: str) -> list[QWidget]:
    """Return the rows from one on, as many as are shown at once, with ways to those before and after.

    `turn` is called with the first row to show instead, and `of` says what the rows are.
    """
    end = min(first + AT_ONCE, count)
    before = [_way("Earlier", max(0, first - AT_ONCE), turn, of)] if first else []
    after = [_way("More", end, turn, of)] if end < count else []
    return [*before, *map(row, range(first, end)), *after]


def around(index: int, count: int) -> int:
    """Return the first row to show so that one of them stands in the middle, where it can."""
    return max(0, min(index - AT_ONCE // 2, count - AT_ONCE))


def _way(word: str, first: int, turn: Turn, of: str) -> Row:
    return Row((Control((f"{word} {of}",), partial(turn, first)),))
