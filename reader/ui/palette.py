"""Colours by role: themes from files, contrast, and the dimmer."""

import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache

from reader.ground import bundled

_DIMMED = 0.8  # of the light, a step: small enough not to be a jump, five steps from paper to its floor
_TEXT_FLOOR, _CONTROL_FLOOR = 4.5, 3.0  # R1, R2
_FAINT = 4.55  # a little over the floor, so that no rounding goes below it
_TOLD_APART = 1.5
"""The contrast by which faint letters must differ from ink to be told from it; ours, by looking."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme, each "#RRGGBB" and named by its role."""

    page: str
    ink: str
    quiet: str
    accent: str
    mark: str
    edge: str
    panel: str
    next_fill: str
    next_ink: str
    next_edge: str

    @property
    def is_light(self) -> bool:
        """Return whether the page is lighter than its ink."""
        return luminance(self.page) > luminance(self.ink)

    @property
    def faint(self) -> str:
        """Return ink that leans on the page as far as it can still be read: what focus quietens (R1)."""
        return _leaning(self.ink, self.page)

    @property
    def tells_faint(self) -> bool:
        """Return whether the eye tells faint letters from ink; the dimmer's last steps leave no room."""
        return contrast(self.ink, self.page) >= _TOLD_APART * contrast(self.faint, self.page)

    @property
    def selection(self) -> str:
        """Return what lies behind selected letters: as far from the page as the ink on it can be read."""
        shares = (_mixed(self.page, self.ink, share / 100) for share in range(100, 0, -2))
        return next((fill for fill in shares if contrast(self.ink, fill) >= _TEXT_FLOOR), self.page)

    def dimmed(self, steps: int) -> "Palette":
        """Return the palette so many steps darker, as far as `dimmest` lets it go."""
        return self._scaled(min(steps, self.dimmest()))

    def dimmest(self) -> int:
        """Return the most steps at which text keeps 4.5:1 and controls keep 3:1 (R1, R2)."""
        steps = 0
        while self._scaled(steps + 1).is_readable():
            steps += 1
        return steps

    def is_readable(self) -> bool:
        """Return whether every pair of colours that meets on the screen keeps its floor."""
        return all(contrast(first, second) >= floor for first, second, floor in self.pairs())

    def pairs(self) -> tuple[tuple[str, str, float], ...]:
        """Return the colours that lie on each other, with the lowest contrast the dimmer may reach."""
        text = [(ink, ground) for ink in (self.ink, self.quiet) for ground in (self.page, self.panel)]
        text += [(self.ink, self.mark), (self.accent, self.page), (self.accent, self.panel)]
        text += [(self.next_ink, self.next_fill)]
        control = [(self.edge, self.page), (self.edge, self.panel), (self.accent, self.mark)]
        control += [(self.next_edge, self.page)]
        return tuple(
            [(first, second, _TEXT_FLOOR) for first, second in text]
            + [(first, second, _CONTROL_FLOOR) for first, second in control]
        )

    def _scaled(self, steps: int) -> "Palette":
        light = _DIMMED**steps
        roles = {role.name: _darker(getattr(self, role.name), light) for role in fields(self)}
        darker = replace(self, **roles)
        # Edges and quiet words start nearest to their floors; leaning on the ink, they let it go further.
        return replace(
            darker,
            quiet=darker._held(darker.quiet, _TEXT_FLOOR),
            edge=darker._held(darker.edge, _CONTROL_FLOOR),
        )

    def _held(self, colour: str, floor: float) -> str:
        grounds = (self.page, self.panel)
        for share in range(0, 101, 5):
            leaning = _mixed(colour, self.ink, share / 100)
            if all(contrast(leaning, ground) >= floor for ground in grounds):
                return leaning
        return self.ink


def luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB", 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@cache
def theme(name: str) -> Palette:
    """Return a bundled theme by its file's name; raises FileNotFoundError, or TypeError for wrong roles."""
    return Palette(**tomllib.loads(bundled.text("styles", "themes", f"{name}.toml"))["roles"])


@cache
def _leaning(ink: str, page: str) -> str:
    shades = (_mixed(page, ink, share / 100) for share in range(101))
    return next((shade for shade in shades if contrast(shade, page) >= _FAINT), ink)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> int:
    channel = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(channel * 255)


def _mixed(first: str, second: str, share: float) -> str:
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (other - one) * share):02X}" for one, other in pairs)


def _darker(colour: str, light: float) -> str:
    channels = (_encoded(_linear(int(colour[at : at + 2], 16) / 255) * light) for at in (1, 3, 5))
    return "#" + "".join(f"{channel:02X}" for channel in channels)
