"""From bytes to letters."""

import codecs
import re

from reader.formats.refusals import Unfit

_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")  # rare in any text, every tenth letter in a picture

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


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
