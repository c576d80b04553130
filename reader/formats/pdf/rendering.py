"""A stretch of a PDF's page as the bytes of a picture."""

import ctypes
import struct
import zlib
from itertools import chain, repeat
from time import thread_time

import pypdfium2 as pdfium
from pypdfium2 import raw

from reader.formats.pdf.placed import Placed

LONGEST = 1_400
"""Pixels of a picture's longer side; ours: twice as many as a column of text is wide."""

FINEST = 4.0
"""Pixels for each point; ours: a picture that was scanned more finely gains nothing on a screen."""


def rendered(page: pdfium.PdfPage, place: Placed, turn: int, seconds: float) -> bytes:
    """Return what is seen at a place of a page, upright if the page is turned back by so many quarters.

    It is b"" for what takes longer than some seconds.
    """
    across, up = place.right - place.left, place.top - place.foot
    scale = min(FINEST, max(1.0, place.width / across, place.height / up), LONGEST / max(across, up))
    rotate = (turn - page.get_rotation() // 90) % 4
    size = page.get_size() if rotate % 2 == 0 else page.get_size()[::-1]
    whole = [max(1, round(side * scale)) for side in size]
    corners = [
        _device(page, whole, rotate, x, y) for x in (place.left, place.right) for y in (place.foot, place.top)
    ]
    left, top = (min(values) for values in zip(*corners, strict=True))
    width, height = (max(values) - min(values) for values in zip(*corners, strict=True))
    bitmap = pdfium.PdfBitmap.new_native(max(1, width), max(1, height), raw.FPDFBitmap_BGR)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, bitmap.width, bitmap.height)
        if not _draw(page, bitmap, (-left, -top, *whole, rotate), seconds):
            return b""
        return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        bitmap.close()


def _draw(page: pdfium.PdfPage, bitmap: pdfium.PdfBitmap, where: tuple[int, ...], seconds: float) -> bool:
    """Draw a page, and return whether that ended in time."""
    end = thread_time() + seconds
    is_late = type(raw.IFSDK_PAUSE().NeedToPauseNow)(lambda _: thread_time() > end)
    # What has been unpacked is otherwise held for as long as the page is open.
    flags = raw.FPDF_REVERSE_BYTE_ORDER | raw.FPDF_ANNOT | raw.FPDF_RENDER_LIMITEDIMAGECACHE
    try:
        state = raw.FPDF_RenderPageBitmap_Start(bitmap, page, *where, flags, raw.IFSDK_PAUSE(1, is_late))
    finally:
        raw.FPDF_RenderPage_Close(page)
    return bool(state == raw.FPDF_RENDER_DONE)


def photograph(page: pdfium.PdfPage, place: Placed) -> bytes:
    """Return the bytes of a JPEG picture as they are in the file, b"" for any other.

    A picture in the colours of print, or one that stands turned on the page, has to be rendered.
    """
    if place.at < 0 or page.get_rotation():
        return b""
    thing = raw.FPDFPage_GetObject(page.raw, place.at)
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    is_upright = matrix.a > 0 < matrix.d and abs(matrix.b) + abs(matrix.c) < 0.01 * (matrix.a + matrix.d)
    name = ctypes.create_string_buffer(16)
    filters = raw.FPDFImageObj_GetImageFilterCount(thing)
    raw.FPDFImageObj_GetImageFilter(thing, 0, name, 16)
    if filters != 1 or name.value != b"DCTDecode" or not is_upright or raw.FPDFPageObj_HasTransparency(thing):
        return b""
    content = (ctypes.c_ubyte * place.size)()
    raw.FPDFImageObj_GetImageDataRaw(thing, content, place.size)
    return bytes(content)


def png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Return pixels of red, green and blue as a PNG picture; one without a colour in grey."""
    rows = [pixels[at * stride : at * stride + 3 * width] for at in range(height)]
    is_grey = all(row[0::3] == row[1::3] == row[2::3] for row in rows)
    if is_grey:
        rows = [row[0::3] for row in rows]
    head = struct.pack(">IIBBBBB", width, height, 8, 0 if is_grey else 2, 0, 0, 0)
    body = b"".join(chain.from_iterable(zip(repeat(b"\0"), rows)))
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(body, 6)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        for kind, held in chunks
    )


def _device(page: pdfium.PdfPage, whole: list[int], rotate: int, x: float, y: float) -> tuple[int, int]:
    """Return where a point of the page is among so many pixels."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, *whole, rotate, x, y, across, down)
    return across.value, down.value
