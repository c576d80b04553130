"""A portion of a text as a frame between two processes, and back.

Whoever takes a frame does not trust it: what wrote it has just read a file from anywhere.
"""

import json
import re
from dataclasses import astuple

from reader.formats import bounds
from reader.formats.building.elements import leads_away
from reader.formats.draft import Draft
from reader.formats.parsing import Portion
from reader.ground.children import Frame
from reader.model.document import Block, Document, Style
from reader.model.level import Level
from reader.text import portable

_PICTURE = re.compile(r"[0-9a-f]{32}")
"""The name of a picture, which becomes that of a file in the library."""


def packed(portion: Portion) -> Frame:
    """Return a portion as its pictures' bytes, one after the other, and then its words."""
    draft = portion.draft
    document = Document("", draft.title, (), draft.language, draft.summary, draft.source)
    words = {
        "details": portable.packed_details(document),
        "name": draft.name,
        "share": draft.share,
        "blocks": portable.packed_blocks(portion.blocks),
        "cuts": portable.packed_cuts(portion.cuts),
        "is_last": portion.is_last,
    }
    sizes = {name: len(content) for name, content in portion.pictures.items()}
    return Frame({"pictures": sizes}, b"".join((*portion.pictures.values(), json.dumps(words).encode())))


def unpacked(frame: Frame, before: Document) -> Portion:
    """Return the portion in a frame, which follows what came before.

    Raises ValueError, TypeError, KeyError, AttributeError or IndexError for what no file could have led to.
    """
    pictures, at = {}, 0
    for picture, size in frame.header["pictures"].items():
        pictures[picture] = frame.body[at : at + size]
        at += size
    words = json.loads(frame.body[at:])
    draft = Draft(words["name"], share=words["share"], **portable.unpacked_details(words["details"]))
    blocks = portable.unpacked_blocks(words["blocks"])
    portion = Portion(draft, blocks, portable.unpacked_cuts(words["cuts"]), pictures, words["is_last"])
    _check(portion, before)
    return portion


def _check(portion: Portion, before: Document) -> None:
    """Raise ValueError or TypeError for a portion that no file could have led to."""
    draft = portion.draft
    details = (draft.name, draft.title, draft.language, draft.summary, *astuple(draft.source))
    if not all(isinstance(value, str) for value in details) or not isinstance(portion.is_last, bool):
        raise TypeError("details")
    if not 0 <= draft.share <= 1 or len(before.blocks) + len(portion.blocks) > bounds.BLOCKS:
        raise ValueError("too much")
    if not all(map(_PICTURE.fullmatch, portion.pictures)):
        raise ValueError("a picture")
    for block in portion.blocks:
        _check_block(block)
    _check_cuts(portion, before)


def _check_cuts(portion: Portion, before: Document) -> None:
    """Raise ValueError where pieces do not begin one after the other, and within the text."""
    if set(portion.cuts) != set(Level):
        raise ValueError("no cuts")
    texts = (*before.blocks[-1:], *portion.blocks)
    first = len(before.blocks) - len(before.blocks[-1:])
    for level, cuts in portion.cuts.items():
        latest = (*before.cuts.get(level, ()),)[-1:]
        for earlier, cut in zip((*latest, *cuts), (*latest, *cuts)[1:], strict=False):
            if not earlier < cut:
                raise ValueError("cuts out of order")
        for number, at in cuts:
            if not 0 <= number - first < len(texts) or not 0 <= at <= len(texts[number - first].text):
                raise ValueError("a cut outside of the text")


def _check_block(block: Block) -> None:
    if not all(isinstance(value, str) for value in (block.id, block.text, block.marker, block.picture)):
        raise TypeError("a block")
    if not 0 <= block.level < 100 or len(block.text) > bounds.LONGEST:
        raise ValueError("a block")
    for span in block.spans:
        if not 0 <= span.start <= span.end <= len(block.text) or not isinstance(span.target, str):
            raise ValueError("a span")
        if span.style is Style.LINK and not leads_away(span.target):
            raise ValueError("a link")
