"""What the tags of a PDF say in place of its pictures, for whoever cannot see them."""

import ctypes

import pypdfium2 as pdfium
from pypdfium2 import raw

ELEMENTS, LONGEST = 5_000, 2_000
"""Of a page's tags, and letters of a description; ours."""


def alternatives(page: pdfium.PdfPage) -> dict[int, str]:
    """Return the words for each numbered part of a page that has some."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    found: dict[int, str] = {}
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        waiting = [(raw.FPDF_StructTree_GetChildAtIndex(tree, number), "") for number in range(count)]
        for _ in range(ELEMENTS):
            if not waiting:
                break
            element, words = waiting.pop()
            if element:
                words = _words(element) or words
                found.update(dict.fromkeys(_numbers(element), words) if words else {})
                for number in range(raw.FPDF_StructElement_CountChildren(element)):
                    waiting.append((raw.FPDF_StructElement_GetChildAtIndex(element, number), words))
    finally:
        raw.FPDF_StructTree_Close(tree)
    return found


def _words(element: object) -> str:
    size = raw.FPDF_StructElement_GetAltText(element, None, 0)
    if not 2 < size <= 2 * LONGEST:
        return ""
    letters = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetAltText(element, letters, size)
    return letters.raw.decode("utf-16-le", "replace").rstrip("\0")


def _numbers(element: object) -> list[int]:
    count = max(0, raw.FPDF_StructElement_GetMarkedContentIdCount(element))
    return [raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, number) for number in range(count)]
