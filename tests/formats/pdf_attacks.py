"""PDFs made to harm whoever opens them, and what they are made of."""

import zlib
from collections.abc import Iterator


def pdf(*objects: bytes) -> bytes:
    """Return a PDF with these objects, from number 1; the first is its catalogue."""
    written = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(written)
    size = len(objects) + 1
    trailer = b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)
    return written + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, trailer)


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), more, packed)


IMAGE = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8"


def masked(count: int, side: int) -> bytes:
    """Return a page with some words and small pictures, which share a mask that is so large."""
    names = b"".join(b"/X%d %d 0 R" % (at, 7 + at) for at in range(count))
    places = ((at, 70 * (at % 8) + 5, 70 * (at // 8) + 60) for at in range(count))
    shown = b"".join(b"q 60 0 0 60 %d %d cm /X%d Do Q " % (x, y, at) for at, x, y in places)
    grey = IMAGE + b"/ColorSpace/DeviceGray"
    pictures = (
        stream(b"\x11" * 100 * (100 + at), grey % (100 + at, 100) + b"/SMask 6 0 R") for at in range(count)
    )
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<<%s>>>>>>" % names,
        stream(b"BT /F 9 Tf 20 20 Td (words of it) Tj ET " + shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(b"\x55" * side * side, grey % (side, side)),
        *pictures,
    )


def prints() -> Iterator[tuple[str, bytes]]:
    """PDFs that never end."""
    root, font = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    one = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>"
    text = b"BT /F 9 Tf (words of it ) Tj ET "
    yield "loop.pdf", pdf(root, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>")
    yield (
        "million.pdf",
        pdf(root, b"<</Type/Pages/Kids[%s]/Count 1000000>>" % (b"3 0 R " * 1_000_000), leaf % b""),
    )
    yield "flate.pdf", pdf(root, one, leaf % b"", stream(b" " * 400_000_000), font)
    yield "words.pdf", pdf(root, one, leaf % b"", stream(text * 2_000_000), font)
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    inside = leaf % b"/XObject<</X 6 0 R>>"
    yield "form.pdf", pdf(root, one, inside, stream(b"/X Do " * 99), font, stream(b"/X Do " * 99, form))
    yield "arrays.pdf", pdf(root, b"[" * 1_000_000)
    yield "length.pdf", pdf(root, one, leaf % b"", b"<</Length 9999999999>>stream\nBT", font)
    yield "root.pdf", pdf(b"1 0 R")
    yield "nothing.pdf", b"%PDF-1.7\n" + b"x" * 100_000
    image = IMAGE + b"/ColorSpace/DeviceRGB"
    shown = b"BT /F 9 Tf (words of it ) Tj ET " + b"".join(
        b"q 60 0 0 60 %d %d cm /X%d Do Q " % (70 * (at % 8), 70 * (at // 8), at) for at in range(96)
    )
    heaped = shown + b"".join(b"q 300 0 0 300 %d %d cm /X0 Do Q " % (at, at) for at in range(100, 200))
    named = b"/XObject<<%s>>" % b"".join(b"/X%d 6 0 R" % at for at in range(96))
    wide = leaf.replace(b"[0 0 9 9]", b"[0 0 595 842]") % named
    for name, side in (("giant.pdf", 100_000), ("large.pdf", 7_000)):
        pixels = stream(b"\0" * 150_000_000, image % (side, side))
        yield name, pdf(root, one, wide, stream(shown), font, pixels)
    yield "heap.pdf", pdf(root, one, wide, stream(heaped), font, pixels)
    yield "masks.pdf", masked(60, 9_000)
    media = leaf.replace(b"[0 0 9 9]", b"[0 0 1e30 1e30]") % b""
    yield "page.pdf", pdf(root, one, media, stream(text * 20), font)
