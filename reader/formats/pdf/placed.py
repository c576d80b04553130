"""The pictures that are placed on a PDF's page: where each stands, and how large it is. None is unpacked."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

OBJECTS = 20_000
"""Of a page; ours: one with more is drawn line by line, and to look at all of them takes long."""

TOGETHER = 200
"""Pictures of a page; ours: one with more is a map or a pattern in tiles."""

DEPTH = 4
"""Forms within forms; ours."""

TOUCHING = 1.5
"""Points; ours: pictures as near to each other are slices of one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture on a page, from left to right and from foot to top in points.

    `width` and `height` are its own, in pixels, `size` is how many bytes of the file it takes. `mark` is the
    number by which the file's tags know it, `at` that of the page's object, each -1 for none.
    """

    left: float
    foot: float
    right: float
    top: float
    width: int
    height: int
    size: int
    mark: int = -1
    at: int = -1

    def turned(self, turn: int) -> "Placed":
        """Return the picture on the page when that is turned back by some quarters, as its letters are."""
        left, foot, right, top = self.left, self.foot, self.right, self.top
        match turn:
            case 1:
                left, foot, right, top = foot, -right, top, -left
            case 2:
                left, foot, right, top = -right, -top, -left, -foot
            case 3:
                left, foot, right, top = -top, left, -foot, right
        return replace(self, left=left, foot=foot, right=right, top=top)

    def joined(self, other: "Placed") -> "Placed":
        """Return two slices as one picture."""
        return Placed(
            min(self.left, other.left),
            min(self.foot, other.foot),
            max(self.right, other.right),
            max(self.top, other.top),
            max(self.width, other.width),
            max(self.height, other.height),
            self.size + other.size,
            max(self.mark, other.mark),
        )

    def touches(self, other: "Placed") -> bool:
        """Return whether two pictures overlap or stand side by side."""
        return (
            self.left <= other.right + TOUCHING
            and other.left <= self.right + TOUCHING
            and self.foot <= other.top + TOUCHING
            and other.foot <= self.top + TOUCHING
        )


def placed(page: pdfium.PdfPage) -> list[Placed]:
    """Return the pictures on a page, slices put together; none of a page that is made of very many."""
    found: list[Placed] = []
    for picture in _within(page):
        found.append(picture)
        if len(found) > TOGETHER:
            return []
    return _whole(found)


def _whole(slices: list[Placed]) -> list[Placed]:
    """Return pictures that touch as one."""
    found: list[Placed] = []
    for picture in slices:
        while touching := next((other for other in found if other.touches(picture)), None):
            found.remove(touching)
            picture = picture.joined(touching)  # noqa: PLW2901
        found.append(picture)
    return found


def _within(page: pdfium.PdfPage) -> Iterator[Placed]:
    """Yield the pictures on a page, and those in the forms on it."""
    # A form's objects are placed by the form's own matrix.
    waiting: list[tuple[object, pdfium.PdfMatrix, int]] = [(None, pdfium.PdfMatrix(), 0)]
    looked = 0
    while waiting:
        form, matrix, depth = waiting.pop()
        count = raw.FPDFFormObj_CountObjects(form) if form else raw.FPDFPage_CountObjects(page.raw)
        looked += max(0, count)
        if looked > OBJECTS:
            return
        for number in range(count):
            thing = (
                raw.FPDFFormObj_GetObject(form, number) if form else raw.FPDFPage_GetObject(page.raw, number)
            )
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                picture = _seen(thing, matrix)
                yield picture if form else replace(picture, at=number)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEPTH:
                waiting.append((thing, _matrix(thing).multiply(matrix), depth + 1))


def _seen(thing: object, matrix: pdfium.PdfMatrix) -> Placed:
    left, foot, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, foot, right, top)
    corners = [matrix.on_point(x.value, y.value) for x in (left, right) for y in (foot, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(thing, width, height)
    size = raw.FPDFImageObj_GetImageDataRaw(thing, None, 0)
    mark = raw.FPDFPageObj_GetMarkedContentID(thing)
    return Placed(min(xs), min(ys), max(xs), max(ys), width.value, height.value, size, mark)


def _matrix(thing: object) -> pdfium.PdfMatrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, found)
    return pdfium.PdfMatrix.from_raw(found)
