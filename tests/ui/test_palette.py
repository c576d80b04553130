"""Themes and the dimmer, in numbers (R1, R2)."""

import itertools

import pytest

from reader.ui.palette import contrast, luminance, theme

THEMES = ("paper", "bright", "dusk", "night", "contrast")


@pytest.mark.parametrize("name", THEMES)
def test_undimmed_text_has_seven_to_one_and_controls_three(name: str) -> None:
    palette = theme(name)
    for ink in (palette.ink, palette.quiet, palette.accent):
        for ground in (palette.page, palette.panel):
            assert contrast(ink, ground) >= 7, (ink, ground)
    assert contrast(palette.ink, palette.mark) >= 7
    assert contrast(palette.next_ink, palette.next_fill) >= 7
    for ground in (palette.page, palette.panel):
        assert contrast(palette.edge, ground) >= 3
    assert contrast(palette.accent, palette.mark) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_each_step_of_the_dimmer_is_darker_and_stays_readable(name: str) -> None:
    palette = theme(name)
    assert palette.dimmest() >= 3
    steps = [palette.dimmed(step) for step in range(palette.dimmest() + 1)]
    for before, after in itertools.pairwise(steps):
        assert luminance(after.ink) < luminance(before.ink)
        assert luminance(after.page) < luminance(before.page) or name == "contrast"
        assert after.is_readable()


def test_the_dimmer_stops_where_the_next_step_could_not_be_read() -> None:
    palette = theme("night")
    assert palette.dimmed(99) == palette.dimmed(palette.dimmest())


@pytest.mark.parametrize("name", THEMES)
def test_faint_letters_are_read_at_each_step_of_the_dimmer_and_told_from_ink_or_filled(name: str) -> None:
    bright = theme(name)
    for step in range(bright.dimmest() + 1):
        palette = bright.dimmed(step)
        assert 4.5 <= contrast(palette.faint, palette.page) <= contrast(palette.ink, palette.page)
        assert palette.tells_faint or contrast(palette.ink, palette.mark) >= 4.5, "the fill tells instead"
    assert bright.tells_faint
    assert contrast(bright.ink, bright.faint) >= 2


@pytest.mark.parametrize("name", THEMES)
def test_selected_letters_stay_readable_and_the_page_does_not_light_up(name: str) -> None:
    for step in range(theme(name).dimmest() + 1):
        palette = theme(name).dimmed(step)
        assert contrast(palette.ink, palette.selection) >= 4.5
        assert contrast(palette.selection, palette.page) >= contrast(palette.mark, palette.page)
        assert luminance(palette.selection) <= max(luminance(palette.page), luminance(palette.ink) / 4)


def test_known_contrasts() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
