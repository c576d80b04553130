"""How a text that was taken apart lies on the disk, so that it opens without being taken apart again.

Lines of JSON: what is known of the text, then its blocks bit by bit, last where its pieces begin. No line
takes long to read, so that the page is never held up.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2s
from itertools import chain
from typing import Any

from reader.model.document import Document
from reader.model.kept_text import KeptText
from reader.text import portable

MADE = 2
"""Raised when texts are taken apart or cut otherwise: those of before are then made anew from their file."""

BLOCKS_A_LINE = 200
"""Ours: read in a few milliseconds."""


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
        "words": kept.words,
        "added": kept.added,
    }
    yield _line(about) + b"\n"
    yield from _body(document)


def _body(document: Document) -> Iterator[bytes]:
    blocks = document.blocks
    for at in range(0, len(blocks), BLOCKS_A_LINE):
        yield _line(portable.packed_blocks(blocks[at : at + BLOCKS_A_LINE])) + b"\n"
    yield _line(portable.packed_cuts(document.cuts))


def read(content: bytes, id_: str, pictures: Mapping[str, bytes]) -> Document:
    """Return the text in these lines; raises UnusableError."""
    first, _, body = content.partition(b"\n")
    about = _about(first)
    if about.get("made") != MADE or about.get("sum") != _sum([body]):
        raise UnusableError
    try:
        *portions, cuts = body.split(b"\n")
        return Document(
            id=id_,
            blocks=tuple(chain.from_iterable(map(portable.unpacked_blocks, map(json.loads, portions)))),
            pictures=pictures,
            cuts=portable.unpacked_cuts(json.loads(cuts)),
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


def _sum(body: Iterable[bytes]) -> str:
    digest = blake2s(digest_size=16)
    for part in body:
        digest.update(part)
    return digest.hexdigest()
