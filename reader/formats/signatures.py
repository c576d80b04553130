"""What a file is by its bytes, whatever its name says."""

import re
from pathlib import Path

from reader.formats.refusals import Unfit

HEAD, TAIL = 4_096, 65_536
"""Bytes looked at: of the start, and of the end, where a zip file lists its contents."""

_ZIP = b"PK\x03\x04"

# A name in the list of a zip file's contents, or in a file that stands there as it is; the first one counts.
_IN_ZIP = (
    (b"application/epub+zip", "epub"),
    (b"META-INF/container.xml", "epub"),
    (b"word/document", "docx"),
)

_AS_DOCX, _AS_PDF = "please save it as .docx", "please save it as a PDF"
_SHEET, _SLIDES = ("is a spreadsheet", _AS_PDF), ("holds slides", _AS_PDF)
_PACKED = ("is a packed file", "please unpack it first")

_DECLINED_IN_ZIP = (
    (b"xl/workbook", _SHEET),
    (b"ppt/presentation", _SLIDES),
    (b"opendocument.spreadsheet", _SHEET),
    (b"opendocument.presentation", _SLIDES),
    (b"opendocument.text", ("is an OpenDocument text", _AS_DOCX)),
)


def _starts(*patterns: bytes) -> re.Pattern[bytes]:
    return re.compile(b"|".join(patterns), re.DOTALL)


# Whole signatures: a text may well begin with "ID3", or have "WAVE" as its third word.
_DECLINED = (
    (_starts(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ("is of an older kind of Office file", _AS_DOCX)),
    (_starts(rb"\{\\rtf\d"), ("is an RTF file", _AS_DOCX)),
    (_starts(rb".{60}(?:BOOKMOBI|TEXtREAd)", rb"TPZ\d"), ("is a Kindle book", "please choose an EPUB")),
    (_starts(rb"AT&TFORM"), ("is a DjVu file", "please choose a PDF")),
    (_starts(rb"%!PS-"), ("is a file for printers", "please choose a PDF")),
    (
        _starts(rb"\x89PNG\r\n\x1a\n", rb"\xff\xd8\xff", rb"GIF8[79]a", rb"RIFF.{4}WEBP", rb"II\*\0|MM\0\*"),
        ("is a picture",),
    ),
    (
        _starts(rb"RIFF.{4}WAVE", rb"ID3[\x02-\x04]\0", rb"OggS\0", rb"fLaC\0", rb"\0{3}.ftypM4[AB]"),
        ("is a sound file",),
    ),
    (_starts(rb"\0{3}.ftyp", rb"RIFF.{4}AVI ", rb"\x1aE\xdf\xa3"), ("is a film",)),
    (
        _starts(
            rb"\x1f\x8b\x08",
            rb"7z\xbc\xaf'\x1c",
            rb"Rar!\x1a\x07",
            rb"BZh\d1AY",
            rb"\xfd7zXZ\0",
            rb".{257}ustar",
        ),
        _PACKED,
    ),
    (_starts(rb"\x7fELF", rb"MZ\x90\0"), ("is a program",)),
    (_starts(rb"SQLite format 3\0"), ("is the file of another program",)),
)
_HTML = _starts(
    rb"(?i:(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?"
    rb"(?:<!--[^>]{0,500}>\s{0,99})?(?:<!doctype\s{1,99}html|<html)[\s>])"
)


def kind_in(path: Path, kind: str) -> str:
    """Return the kind of a file by its bytes: "pdf", "epub", "docx", "html"; else `kind`, its name's.

    Raises Unfit for one of a kind that has a name and cannot be read here; OSError.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
        file.seek(max(0, path.stat().st_size - TAIL))
        tail = file.read(TAIL)
    if head.startswith(_ZIP):
        return _kind_in_zip(head + tail, kind)
    for signature, why in _DECLINED:
        if signature.match(head):
            raise Unfit(*why)
    if b"%PDF-" in head[:1024]:  # as far as a reader of PDFs looks for it
        return "pdf"
    return "html" if _HTML.match(head) else kind


def _kind_in_zip(listed: bytes, kind: str) -> str:
    for sign, found in _IN_ZIP:
        if sign in listed:
            return found
    for sign, why in _DECLINED_IN_ZIP:
        if sign in listed:
            raise Unfit(*why)
    if kind not in ("epub", "docx"):
        raise Unfit(*_PACKED)
    return kind
