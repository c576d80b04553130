"""The pictures of a PDF: which of them are part of the text, and what describes them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import thread_time

import pypdfium2 as pdfium

from reader.formats.letters import clean, is_blank
from reader.formats.pdf.alternatives import alternatives
from reader.formats.pdf.letters import Line
from reader.formats.pdf.placed import NOWHERE, Box, Placed
from reader.formats.pdf.rendering import photograph, rendered
from reader.formats.pictures import PIXELS, SMALLEST, Pictures

LEAST = 40
"""Points of the shorter side; ours, half an inch: a smaller one is a sign, a logo or a rule."""

NARROWEST = 10
"""Times as long as it is high; ours: a longer one is a band or a rule."""

FILLS = 0.75
"""Of its page; ours: a picture that fills more lies below the letters, or was read as such."""

COVERED = 250
"""Letters; ours: a picture with as many on it is a scan that was read, or the ground of a box."""

RENDERED = 150_000_000
"""Pixels of a text's pictures that are unpacked; ours: as many take a few seconds."""

SECONDS = 4.0
"""Of the processor, for all pictures of a text that are unpacked; ours: honest ones take one or two.

Nothing tells how large the mask of a picture is, or how much lies below it.
"""


@dataclass(slots=True)
class Figure:
    """A picture that is kept: its name, what describes it, and its place on the page turned back."""

    name: str
    words: str
    place: Placed


@dataclass(slots=True)
class Page:
    """What a page holds: its lines, its pictures, and where lines are drawn if it has a figure's caption.

    It has been turned back by `turn` quarters, but for the pictures; `box` is how far it goes. `drawings` are
    stretches of it that could be pictures as well.
    """

    lines: Sequence[Line] = ()
    pictures: Sequence[Placed] = ()
    turn: int = 0
    box: Box = NOWHERE
    drawn: Sequence[Box] = ()
    drawings: Sequence[Placed] = ()


_Sign = tuple[int, int, int]


class Gallery:
    """Keeps the pictures that belong to a text; those on several pages of `sample` adorn them."""

    def __init__(self, pictures: Pictures, sample: Iterable[Page]) -> None:
        self._pictures = pictures
        counts = Counter(sign for page in sample for sign in {_sign(picture) for picture in page.pictures})
        self._shown = {sign for sign, count in counts.items() if count > 1}
        self._left, self._seconds = RENDERED, SECONDS

    def hang(self, document: pdfium.PdfDocument, number: int, page: Page) -> list[Figure]:
        """Return the pictures of a page that are kept, from its top to its foot, each once in a text."""
        drawings = [drawing for drawing in page.drawings if _is_fit(drawing, page)]
        chosen = [picture for picture in page.pictures if self._is_chosen(picture, page)]
        if not drawings and not chosen:
            return []
        opened = document[number]
        try:
            found = list(self._kept(opened, drawings, page.turn))
            # What is seen on a drawing that is kept is not shown once more.
            chosen = [picture for picture in chosen if not any(picture.touches(held.place) for held in found)]
            by_sign = {_sign(picture): picture for picture in chosen}
            self._shown |= set(by_sign)
            found += self._kept(opened, by_sign.values(), page.turn)
        finally:
            opened.close()
        return sorted(found, key=lambda figure: (-figure.place.top, figure.place.left))

    def _is_chosen(self, picture: Placed, page: Page) -> bool:
        if not _is_fit(picture, page) or _sign(picture) in self._shown:
            return False
        return _letters_on(picture.turned(page.turn), page.lines) < COVERED

    def _kept(self, page: pdfium.PdfPage, pictures: Iterable[Placed], turn: int) -> Iterator[Figure]:
        """Yield those of some pictures that there is room for."""
        words = alternatives(page)
        for picture in pictures:
            if name := self._pictures.add(self._content(page, picture, turn)):
                said = " ".join(clean(words.get(picture.mark, "")).split())
                yield Figure(name, "" if is_blank(said) else said, picture.turned(turn))

    def _content(self, page: pdfium.PdfPage, picture: Placed, turn: int) -> bytes:
        if content := photograph(page, picture):
            return content
        self._left -= picture.width * picture.height
        if self._left <= 0 or self._seconds <= 0:
            return b""
        begun = thread_time()
        content = rendered(page, picture, turn, self._seconds)
        self._seconds -= thread_time() - begun
        return content


def _is_fit(picture: Placed, page: Page) -> bool:
    """Return whether a picture has the size and shape of one that belongs to the text."""
    width, height = picture.right - picture.left, picture.top - picture.foot
    if min(width, height) < LEAST or max(width, height) > NARROWEST * min(width, height):
        return False
    if min(picture.width, picture.height) < SMALLEST or picture.width * picture.height > PIXELS:
        return False
    # A page without letters among others was scanned: seen as a picture, it is not lost.
    return not page.lines or width * height <= FILLS * page.box.area


def _sign(picture: Placed) -> _Sign:
    """Return by what a picture is known again, without unpacking it."""
    return picture.width, picture.height, picture.size


def _letters_on(place: Placed, lines: Iterable[Line]) -> int:
    return sum(
        len(line.text)
        for line in lines
        if place.left <= (line.left + line.right) / 2 <= place.right and place.foot <= line.y <= place.top
    )
