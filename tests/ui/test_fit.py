"""Where controls go: plain geometry."""

import pytest

from reader.ui.fit import GAP, Box, one_row, packed, spread, total, wrapped


def test_the_bottom_row_gives_next_more_room_and_the_four_the_same() -> None:
    row = one_row((100, 90, 80, 110, 120), 760, 56)
    assert row is not None
    widths = [box.width for box in row]
    assert len(set(widths[:4])) == 1
    assert widths[4] > widths[0] * 1.25
    assert row[-1].x + row[-1].width == 760


def test_a_row_that_is_nearly_too_narrow_gives_each_what_it_needs() -> None:
    needs = (100, 90, 80, 110, 120)
    row = one_row(needs, sum(needs) + 4 * GAP + 3, 56)
    assert row is not None
    assert all(box.width >= need for box, need in zip(row, needs, strict=True))


def test_a_row_that_does_not_fit_is_refused() -> None:
    assert one_row((100, 100), 200, 56) is None


@pytest.mark.parametrize(
    ("width", "rows"),
    [(500, 1), (250, 2), (110, 4)],
)
def test_controls_wrap_into_even_rows(width: int, rows: int) -> None:
    boxes = wrapped((100, 100, 100, 100), width, 44)
    assert total(boxes) == rows * 44 + (rows - 1) * GAP
    assert all(box.x + box.width <= width for box in boxes)


def test_spread_sends_all_but_the_first_to_the_right_edge() -> None:
    assert spread((80, 90, 70), 400, 44) == (
        Box(0, 0, 80, 44),
        Box(400 - 70 - GAP - 90, 0, 90, 44),
        Box(330, 0, 70, 44),
    )


def test_packed_controls_are_as_wide_as_they_need() -> None:
    assert packed((100, 150, 120), 280, 44) == (
        Box(0, 0, 100, 44),
        Box(100 + GAP, 0, 150, 44),
        Box(0, 44 + GAP, 120, 44),
    )
