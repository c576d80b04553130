"""Drawings of lines and areas, such as charts, above the caption of a figure.

A file does not tell which of its lines are a drawing. What stands between a caption and the text above it is
taken for one if lines are drawn there and all letters are a chart's: few and short. If the picture of it is
kept, they are seen there, and are read no more.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from reader.formats.pdf.captions import CLOSE, NEAR, begins_caption
from reader.formats.pdf.figures import Figure, Page
from reader.formats.pdf.letters import Line
from reader.formats.pdf.placed import Box, Placed

LEAST = 60
"""Points of the shorter side; ours."""

TALL = 20
"""Points; ours: a drawing has a line that goes up as far, and the rules of a table do not."""

LABEL, LABELS = 45, 500
"""Letters of a chart's longest line, and of all its lines; ours."""

MARGIN = 4
"""Times the size of the caption's letters; ours: as much room the turned words beside an axis take."""

INDENT = 2
"""Times the size of the letters; ours: by as much a paragraph's first line may be set in."""

WIDE = 0.6
"""Of the page; ours: what fills more is its ground."""

SHARP = 2.5
"""Pixels for each point; ours."""


def with_drawings(page: Page) -> Page:
    """Return a page with the drawings above its captions, none of which share a place."""
    if page.turn or not page.drawn:
        return page
    found: list[Placed] = []
    for caption in page.lines:
        if begins_caption(caption.text) and (drawing := _above(caption, page)):
            found = [*(other for other in found if not other.touches(drawing)), drawing]
    return replace(page, drawings=found)


def unseen(page: Page, figures: Iterable[Figure]) -> list[Line]:
    """Return the lines of a page but for those that stand on its drawings, if these are kept as pictures."""
    kept = [figure.place.box for figure in figures if figure.place in page.drawings]
    return [line for line in page.lines if not any(_box(line).has_middle_in(box) for box in kept)]


def _above(caption: Line, page: Page) -> Placed | None:
    """Return the drawing above a caption."""
    band = _band(caption, page)
    boxes = [box for box in page.drawn if box.has_middle_in(band) and box.area < WIDE * page.box.area]
    if not any(box.top - box.foot >= TALL for box in boxes):
        return None
    whole = Box.around([*boxes, *_labels(boxes, band, page)])
    if min(whole.sides) < LEAST or whole.foot - band.foot > NEAR * caption.size:
        return None
    whole = _with_margin(whole, band, page, MARGIN * caption.size)
    inside = [line for line in page.lines if _box(line).has_middle_in(whole)]
    if any(len(line.text) > LABEL for line in inside) or sum(len(line.text) for line in inside) > LABELS:
        return None
    across, up = whole.sides
    return Placed(*whole, round(SHARP * across), round(SHARP * up), len(boxes))


def _band(caption: Line, page: Page) -> Box:
    """Return where a drawing may stand: as wide as the column of the caption, and up to the text above it."""
    middle = (caption.left + caption.right) / 2
    prose = [
        line
        for line in page.lines
        if len(line.text) > LABEL and line.left < middle < line.right and line is not caption
    ]
    left, right = page.box.left, page.box.right
    if prose:
        left, right = median(line.left for line in prose), median(line.right for line in prose)
    over = (line for line in _text(page) if line.y > caption.y and _shared(line, caption) > caption.size)
    return Box(
        left, _box(caption).top, right, min((_box(line).foot for line in over), default=page.box.top)
    ).wider(1)


def _text(page: Page) -> list[Line]:
    """Return what is no chart's: long lines and captions, each with the line that goes on from it."""
    found = [line for line in page.lines if len(line.text) > LABEL or begins_caption(line.text)]
    return [*found, *(line for line in page.lines if any(_goes_on(above, line) for above in found))]


def _shared(line: Line, other: Line) -> float:
    """Return how wide the stretch is that both of two lines take."""
    return min(line.right, other.right) - max(line.left, other.left)


def _goes_on(above: Line, below: Line) -> bool:
    """Return whether a line stands right below another one, begins where it does, and is set alike."""
    size = above.size
    is_alike = abs(below.size - size) < 0.08 * size and abs(below.left - above.left) < INDENT * size
    return is_alike and 0 < above.y - below.y < CLOSE * size


def _labels(boxes: Sequence[Box], band: Box, page: Page) -> Iterator[Box]:
    """Yield where letters stand beside the lines of a drawing, or between them and the caption."""
    whole = Box.around(boxes)
    for line in page.lines:
        near = whole.wider(NEAR * line.size)._replace(foot=band.foot).within(band)
        if len(line.text) <= LABEL and _box(line).has_middle_in(near):
            yield _box(line)


def _with_margin(whole: Box, band: Box, page: Page, margin: float) -> Box:
    """Return a drawing with a margin at its sides, where turned letters may stand, if no others do."""
    whole = whole._replace(foot=max(whole.foot, band.foot), top=min(whole.top + margin / 4, band.top))
    wider = whole._replace(left=whole.left - margin, right=whole.right + margin).within(page.box)
    outside = (_box(line) for line in page.lines if not _box(line).has_middle_in(whole))
    return whole.within(band) if any(min(box.within(wider).sides) > 0 for box in outside) else wider


def _box(line: Line) -> Box:
    return Box(line.left, line.y - 0.25 * line.size, line.right, line.y + 0.8 * line.size)
