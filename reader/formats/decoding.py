"""From bytes to letters."""

import codecs
import re
from contextlib import suppress

from reader.formats.refusals import Unfit

_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")  # rare in any text, every tenth letter in a picture

_HEAD = 4_096
"""Bytes at the start of a file in which it says how its letters are encoded."""

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})")
_AS_BROWSERS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030"}
"""What browsers take these names for."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(content: bytes) -> str:
    """Decode by byte order mark, else as UTF-8, else as Windows text, which did as well as guessing.

    Raises Unfit for what is no text.
    """
    text = _decoded(content)
    if "\0" in text or len(_ODD.findall(text)) * 10 > len(text):
        raise Unfit("does not seem to hold text")
    return text


def decoded_markup(content: bytes) -> str:
    """Decode as `decoded` does, but believe what the file says of itself where it is no UTF-8.

    Raises Unfit for what is no text.
    """
    declared = _DECLARED.search(content[:_HEAD])
    name = declared[1].decode() if declared else ""
    if b"\x1b" in content or not _is_utf8(content):
        with suppress(LookupError):  # it may name none that is known
            return decoded(content.decode(_AS_BROWSERS.get(name.lower(), name), errors="replace").encode())
    return decoded(content)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return any(content.startswith(mark) for mark, _ in _MARKS)
    return True


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
