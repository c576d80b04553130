"""The pictures and lines on a PDF's page: where each stands, and how large it is. None is unpacked."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

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


class Box(NamedTuple):
    """A part of a page, in points from its left and its foot."""

    left: float
    foot: float
    right: float
    top: float

    @property
    def sides(self) -> tuple[float, float]:
        """Return how wide and how high it is; one that is nowhere has less than nothing."""
        return self.right - self.left, self.top - self.foot

    @property
    def area(self) -> float:
        """Return how large it is, in square points."""
        return self.sides[0] * self.sides[1]

    @classmethod
    def around(cls, boxes: Iterable["Box"]) -> "Box":
        """Return the smallest one that holds all others."""
        lefts, feet, rights, tops = zip(*boxes, strict=True)
        return cls(min(lefts), min(feet), max(rights), max(tops))

    def wider(self, by: float) -> "Box":
        """Return it with a margin all around."""
        return Box(self.left - by, self.foot - by, self.right + by, self.top + by)

    def within(self, other: "Box") -> "Box":
        """Return what of it lies in another one."""
        return Box(
            max(self.left, other.left),
            max(self.foot, other.foot),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def has_middle_in(self, other: "Box") -> bool:
        """Return whether its middle lies in another one."""
        across, up = (self.left + self.right) / 2, (self.foot + self.top) / 2
        return other.left <= across <= other.right and other.foot <= up <= other.top


NOWHERE = Box(0, 0, 0, 0)


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

    @property
    def box(self) -> Box:
        """Return where it stands."""
        return Box(self.left, self.foot, self.right, self.top)

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
            case 4:  # see leftwards.MIRRORED
                left, right = -right, -left
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
    for kind, thing, matrix, at in _things(page):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.append(_picture(thing, matrix, at))
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


def drawn_lines(page: pdfium.PdfPage) -> list[Box]:
    """Return where each line and area is drawn on a page."""
    kinds = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
    return [_box(thing, matrix) for kind, thing, matrix, _ in _things(page) if kind in kinds]


_Thing = tuple[int, object, pdfium.PdfMatrix, int]
"""Its kind, itself, the matrix of what it lies in, and its number on the page, -1 if it lies in a form."""


def _things(page: pdfium.PdfPage) -> Iterator[_Thing]:
    """Yield the objects on a page, and those in the forms on it."""
    waiting: list[tuple[object, pdfium.PdfMatrix, int]] = [(None, pdfium.PdfMatrix(), 0)]
    looked = 0
    while waiting:
        form, matrix, depth = waiting.pop()
        count = raw.FPDFFormObj_CountObjects(form) if form else raw.FPDFPage_CountObjects(page.raw)
        looked += max(0, count)
        if looked > OBJECTS:
            return
        for at in range(count):
            thing = raw.FPDFFormObj_GetObject(form, at) if form else raw.FPDFPage_GetObject(page.raw, at)
            kind = raw.FPDFPageObj_GetType(thing)
            yield kind, thing, matrix, -1 if form else at
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEPTH:
                found = raw.FS_MATRIX()
                raw.FPDFPageObj_GetMatrix(thing, found)
                waiting.append((thing, pdfium.PdfMatrix.from_raw(found).multiply(matrix), depth + 1))


def _box(thing: object, matrix: pdfium.PdfMatrix) -> Box:
    left, foot, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, foot, right, top)
    corners = [matrix.on_point(x.value, y.value) for x in (left, right) for y in (foot, top)]
    xs, ys = zip(*corners, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _picture(thing: object, matrix: pdfium.PdfMatrix, at: int) -> Placed:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(thing, width, height)
    size = raw.FPDFImageObj_GetImageDataRaw(thing, None, 0)
    mark = raw.FPDFPageObj_GetMarkedContentID(thing)
    return Placed(*_box(thing, matrix), width.value, height.value, size, mark, at)
