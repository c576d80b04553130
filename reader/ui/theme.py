"""How everything looks now: one palette, one type scale, one stylesheet."""

from dataclasses import asdict, dataclass
from functools import cached_property
from string import Template

import fontpkg_atkinson_hyperlegible
import fontpkg_lexend
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette

from reader.ground import bundled
from reader.ui.palette import Palette

USUAL_SIZE = 20.0
"""The text size in points at which the interface has its usual size."""
SMALLEST = 14.0
"""No text on the screen is smaller, in points (R10)."""
LEAD, TITLE = 1.18, 1.6
"""Times the interface's text: what leads, such as Next, and titles."""
_SAMPLE = "the quick brown fox jumps over a lazy dog and reads on until it is dark, one line at a time"


@dataclass(frozen=True)
class Look:
    """A theme and a way to set text: what every widget needs to paint itself.

    Size in points, line in multiples of it, letter and word spacing in em, column in characters; what is
    worked out from them is in px. Two looks are equal if nothing on the screen would change.
    """

    palette: Palette
    size: float
    font: str
    line: float
    letter: float
    word: float
    column: float
    clauses: bool = False
    """Whether a long sentence is set one clause a line."""

    @cached_property
    def scale(self) -> float:
        """Return how much the interface grows with the text: never below 1, to 2 at most (R8)."""
        return min(max(self.size / USUAL_SIZE, 1.0), 2.0)

    @cached_property
    def family(self) -> str:
        """Return the family of the letters, the computer's own if none was chosen."""
        return self.font or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()

    def reading_font(self) -> QFont:
        """Return the font of the text, with its spacing."""
        font = QFont(self.family)
        font.setPixelSize(self.reading_px)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.letter * self.reading_px)
        font.setWordSpacing(self.word * self.reading_px)
        return font

    @cached_property
    def reading_px(self) -> int:
        """Return the size of the reading text."""
        return pixels(self.size)

    @cached_property
    def line_px(self) -> int:
        """Return the distance from baseline to baseline (R6)."""
        return round(self.line * self.reading_px + 0.49)

    @cached_property
    def text_px(self) -> int:
        """Return the size of the interface's text."""
        return pixels(SMALLEST * self.scale)

    @cached_property
    def control_px(self) -> int:
        """Return the height of a control, 44 or more (R11)."""
        return max(44, round(self.text_px * 1.5) + 12)

    @cached_property
    def main_px(self) -> int:
        """Return the height of the bottom row and of whole-row targets, 56 or more (R11)."""
        return max(56, self.control_px + 12)

    @cached_property
    def column_px(self) -> int:
        """Return the width of the text column: so many letters of ordinary prose (R4)."""
        width = QFontMetricsF(self.reading_font()).horizontalAdvance(_SAMPLE)
        return round(width / len(_SAMPLE) * self.column)

    def interface_font(self, *, bold: bool = False, factor: float = 1.0) -> QFont:
        """Return the font of the interface."""
        font = QFont(self.family)
        font.setPixelSize(round(self.text_px * factor))
        font.setBold(bold)
        return font

    def stylesheet(self) -> str:
        """Return the stylesheet with its holes filled."""
        palette = self.palette
        return Template(bundled.text("styles", "base.qss")).substitute(
            asdict(palette),
            selection=palette.selection,
            pressed_fill=palette.mark if palette.is_light else palette.page,
            pressed_ink=palette.ink if palette.is_light else palette.quiet,
            pressed_edge=palette.ink if palette.is_light else palette.page,
            family=self.family,
            text=self.text_px,
            lead=round(self.text_px * LEAD),
            title=round(self.text_px * TITLE),
            radius=12,
            pad=16,
            half=8,
        )

    def qt_palette(self) -> QPalette:
        """Return the palette for what no stylesheet reaches, such as a link."""
        role = QPalette.ColorRole
        surfaces = (
            role.Window, role.Base, role.AlternateBase, role.Button, role.ToolTipBase, role.Light,
            role.Midlight, role.BrightText,
        )  # fmt: skip
        letters = role.Text, role.WindowText, role.ButtonText, role.ToolTipText
        palette = QPalette()
        for colour, roles in (
            (self.palette.page, surfaces),
            (self.palette.ink, (*letters, role.HighlightedText)),
            (self.palette.selection, (role.Highlight,)),
            (self.palette.quiet, (role.PlaceholderText,)),
            (self.palette.accent, (role.Link, role.LinkVisited)),
            (self.palette.edge, (role.Mid, role.Dark, role.Shadow)),
        ):
            for one in roles:
                palette.setColor(one, QColor(colour))
        return palette


def pixels(points: float) -> int:
    """Return points in px of this screen."""
    screen = QGuiApplication.primaryScreen()
    return round(points * screen.logicalDotsPerInchY() / 72)


def load_fonts() -> None:
    """Make the shipped letters known to Qt."""
    for package in (fontpkg_atkinson_hyperlegible, fontpkg_lexend):
        for file in sorted(package.ROOT.rglob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
