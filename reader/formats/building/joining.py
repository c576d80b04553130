"""Blocks that belong together: a picture and its caption, the lines of a verse."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.model.document import UNDESCRIBED, Block, Kind, Span, clipped
from reader.text.places import SEPARATOR

VERSE_WORDS = frozenset(
    {"poem", "poetry", "verse", "stanza", "linegroup", "lg", "z3998:poem", "z3998:verse", "z3998:song"}
)
"""What an element calls itself that holds verse."""

FIGURE_WORDS = frozenset({"figure", "thumb", "wp-caption", "figcenter", "figleft", "figright", "mediaobject"})
"""What an element calls itself that holds a picture and its caption; some are whole sections, though."""

CAPTION_WORDS = frozenset({"caption", "figcaption", "figure-caption", "wp-caption-text"})
"""What a paragraph calls itself that tells of the picture before it."""

_LONGEST_LINE = 100
_LINES, _LETTERS = 4, 60
"""Ours: so many lines, each of at most so many letters, may be verse though nothing says so."""

_LINE_END = re.compile(r"[,;:.!?…—–’”\"')\]]$")


def figure_from(tag: str, words: frozenset[str], before: Sequence[Block]) -> int:
    """Return the number of the block with which the figure of an element begins, -1 if it belongs to none.

    `words` are what the element calls itself, `before` the blocks that stand before it.
    """
    if tag == "figure" or (tag == "div" and not words.isdisjoint(FIGURE_WORDS)):
        return len(before)
    is_caption = tag == "p" and not words.isdisjoint(CAPTION_WORDS)
    return len(before) - 1 if is_caption and before and before[-1].kind is Kind.PICTURE else -1


def captioned(held: Sequence[Block]) -> list[Block]:
    """Return a picture and its captions as one block, if the blocks are no more; no words are doubled."""
    pictures = [block for block in held if block.kind is not Kind.PARAGRAPH]
    if [block.kind for block in pictures] != [Kind.PICTURE]:
        return list(held)
    (picture,) = pictures
    captions = [block for block in held if block is not picture]
    is_said = any(picture.text in (UNDESCRIBED, block.text) for block in captions)
    return [_joined(picture, captions if is_said else held, SEPARATOR)]


def stanza(held: Sequence[Block]) -> list[Block]:
    """Return blocks that hold a line of verse each as one block, all others as they are."""
    if len(held) < 2 or any(block.kind is not Kind.VERSE or "\n" in block.text for block in held):
        return list(held)
    return [_joined(held[0], held, "\n")]


def is_verse(text: str) -> bool:
    """Return whether a text looks like verse: short lines, but unlike an address most end with a stop."""
    lines = text.split("\n")
    if len(lines) < _LINES or any(len(line) > _LETTERS or not line for line in lines):
        return False
    stops = sum(bool(_LINE_END.search(line)) for line in lines)
    words = len(text.split()) / len(lines)
    return 2 * stops >= len(lines) and words >= 3 and not re.search(r"\d|@", text)


def may_be_verse(text: str) -> bool:
    """Return whether no line of a text is too long for verse."""
    return all(len(line) <= _LONGEST_LINE for line in text.split("\n"))


def _joined(like: Block, held: Sequence[Block], gap: str) -> Block:
    text = ""
    spans: list[Span] = []
    for block in held:
        text += gap if text else ""
        spans += clipped(block.spans, 0, len(block.text), len(text))
        text += block.text
    return replace(like, text=text, spans=tuple(spans))
