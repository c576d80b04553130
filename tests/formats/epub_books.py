"""Small e-books for the tests, made on the spot."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from reader.formats import parsing
from reader.model.document import Document, Kind

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>"""
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">{}</html>'
METADATA = "<dc:title>The Well</dc:title><dc:language>en</dc:language>"

Content = Mapping[str, str | bytes]


def zipped(files: Content) -> bytes:
    """Return a zip file with these files in it; short ones as they are."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content, zipfile.ZIP_DEFLATED if len(content) > 10_000 else None)
    return held.getvalue()


def package(items: str, spine: str, metadata: str = METADATA) -> str:
    """Return what a book says of itself."""
    return f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>
    <manifest>{items}</manifest><spine>{spine}</spine></package>"""


def book(
    pages: Content, more: Content | None = None, *, items: str = "", aside: str = "", metadata: str = METADATA
) -> bytes:
    """Return a book of pages, each the inside of a body or a whole file; `aside` is not in the order."""
    listed = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"'
        f' properties="{"nav" if name == "nav.xhtml" else ""}"/>'
        for name in pages
    )
    order = "".join(
        f'<itemref idref="{name}" linear="{"no" if name == aside else "yes"}"/>' for name in pages
    )
    whole = {
        f"OPS/{name}": XHTML.format(f"<body>{content}</body>")
        if isinstance(content, str) and "<body" not in content
        else content
        for name, content in pages.items()
    }
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER.format("OPS/package.opf"),
            "OPS/package.opf": package(listed + items, order, metadata),
            **whole,
            **(more or {}),
        }
    )


def opened(content: bytes) -> Document:
    """Return the document in a book."""
    return parsing.parse("epub", content, "book.epub")


def texts(content: bytes) -> list[str]:
    """Return the text of each block of a book."""
    return [block.text for block in opened(content).blocks]


def kinds(content: bytes) -> list[tuple[Kind, str]]:
    """Return kind and text of each block of a book."""
    return [(block.kind, block.text) for block in opened(content).blocks]


def picture() -> bytes:
    """Return a small picture, a white PNG."""

    def chunk(name: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))

    rows = zlib.compress((b"\0" + b"\xff" * 60) * 60)
    header = struct.pack(">IIBBBBB", 60, 60, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
