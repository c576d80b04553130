"""From bytes to letters."""

import codecs
import re
from contextlib import suppress

from reader.formats.encodings import encoding_of
from reader.formats.refusals import Unfit

_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")  # rare in any text, every tenth letter in a picture

_HEAD = 4_096
"""Bytes at the start of a file in which it says how its letters are encoded."""

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})")
_RULES = re.compile(r"(?>\s+|<!--.*?-->|<\?.*?\?>)*+<!DOCTYPE[^\[>]*\[.*?\]\s*>", re.DOTALL | re.IGNORECASE)
_OWN = re.compile(r"<!ENTITY\s+([\w.-]+)\s+([\"'])([^<>&%\"']{0,100})\2\s*>")
"""Words that a text has a name for; ours: what leads on to others, or is long, is none."""
_NAMED = re.compile(r"&([\w.-]{1,32});")
_AS_BROWSERS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030"}
"""What browsers take these names for."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the next one
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


_FEW_SPACES = 100
"""Ours: a text has at least one space, line end or ideographic full stop in so many letters."""


def decoded(content: bytes) -> str:
    """Decode by byte order mark, else as UTF-8, else by the language that comes out.

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


def without_rules(text: str) -> str:
    """Return markup without what it declares for itself in brackets, and with the words that stand for.

    HTML knows no such thing, and would show its end and its names as words.
    """
    rules = _RULES.match(text)
    if rules is None:
        return text
    own = {name: value for name, _, value in _OWN.findall(rules[0])}
    return _NAMED.sub(lambda name: own.get(name[1], name[0]), text[rules.end() :])


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
    if b"\0" in content:
        return _decoded_in_pairs(content)
    with suppress(UnicodeDecodeError):
        if b"\x1b" not in content:
            return content.decode("utf-8")
    return content.decode(encoding_of(content), errors="replace")


def _decoded_in_pairs(content: bytes) -> str:
    """Decode what seems to be UTF-16 without a mark: by where its spaces and line ends are.

    What is none keeps its zeros.
    """
    for encoding in ("utf-16-le", "utf-16-be"):
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            if sum(map(text.count, " \n\u3000\u3002")) * _FEW_SPACES > len(text):
                return text
    return content.decode("utf-8", errors="replace")
