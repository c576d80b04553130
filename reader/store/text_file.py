"""How a text that was taken apart lies on the disk, so that it opens without being taken apart again.

Lines of JSON: what the library knows of the text, what is known of its blocks, each block, and for each level
where the pieces begin. Only the first two are read when the text is opened.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zlib import crc32

from reader.model.document import Document
from reader.model.kept_text import KeptText
from reader.model.level import Level
from reader.store import on_demand
from reader.text import portable

MADE = 4
"""Raised when texts are taken apart, parted or cut otherwise: those of before are made anew from their
file."""


class UnusableError(Exception):
    """The lines are damaged, or of another version of the reader."""


def written(document: Document, kept: KeptText) -> Iterator[bytes]:
    """Yield the lines of a whole text and of what the library knows of it, each with what ends it.

    All but the first are made twice: held meanwhile, those of a book would take more memory than the book.
    """
    about = {
        "made": MADE,
        "sum": _sum(_body(document)),
        "details": portable.packed_details(document),
        "levels": list(document.cuts),
        "words": kept.words,
        "added": kept.added,
    }
    yield _line(about) + b"\n"
    yield from _body(document)


def _body(document: Document) -> Iterator[bytes]:
    for data in on_demand.packed(document.blocks):
        yield _line(data) + b"\n"
    for found in document.cuts.values():
        yield _line(portable.flat(found)) + b"\n"


def read(content: bytes, id_: str, pictures: Mapping[str, bytes]) -> Document:
    """Return the text in these lines; raises UnusableError."""
    first, _, body = content.partition(b"\n")
    about = _about(first)
    if about.get("made") != MADE or about.get("sum") != _sum([body]):
        raise UnusableError
    try:
        levels = tuple(map(Level, about["levels"]))
        known, *lines = body.splitlines()
        end = len(lines) - len(levels)
        return Document(
            id=id_,
            blocks=on_demand.Blocks(known, lines[:end]),
            pictures=pictures,
            cuts=on_demand.Cuts(dict(zip(levels, lines[end:], strict=True))),
            **portable.unpacked_details(about["details"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnusableError from error


def known(first: bytes, id_: str) -> KeptText:
    """Return what the first line tells the library of a text; raises UnusableError."""
    about = _about(first)
    try:
        details = portable.unpacked_details(about["details"])
        author = details["source"].author
        return KeptText(
            id_, details["title"], author, details["language"], int(about["words"]), float(about["added"])
        )
    except (ValueError, TypeError, KeyError) as error:
        raise UnusableError from error


def _about(first: bytes) -> dict[str, Any]:
    try:
        about = json.loads(first)
    except ValueError as error:
        raise UnusableError from error
    if not isinstance(about, dict):
        raise UnusableError
    return about


def _line(data: object) -> bytes:
    # As ASCII: a lone surrogate, which no encoding takes, then goes through as well.
    return json.dumps(data, separators=(",", ":")).encode()


def _sum(body: Iterable[bytes]) -> int:
    """Return what tells damage, and no more: whoever may write there may write anything."""
    found = 0
    for part in body:
        found = crc32(part, found)
    return found
