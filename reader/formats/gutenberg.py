"""The frame that Project Gutenberg puts around a book: what it says of the file, and its licence.

It is left out where it says itself where the book begins and ends; whatever is in doubt stays.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, tee

from reader.model.document import Block

NAME = "project gutenberg"
_START = re.compile(
    r"^\s*\*{3}\s?START OF (?:THE|THIS) PROJECT GUTENBERG E-?BOOK\b", re.MULTILINE | re.IGNORECASE
)
_END = re.compile(
    r"^\s*\*{3}\s?END OF (?:THE|THIS) PROJECT GUTENBERG E-?BOOK\b", re.MULTILINE | re.IGNORECASE
)
_LAST = re.compile(r"\s*End of (?:the )?Project Gutenberg(?:['’]s| EBook of)\b[^\n]*", re.IGNORECASE)

_TITLE = re.compile(r"(?:the )?project gutenberg e-?book of (.+?)(?:, by .+)?", re.IGNORECASE)

_FIRST, _HEAD = 10, 200
"""Texts (lines, or blocks); ours: among the first it names itself, and among the second the book begins."""

_MOST = 800
"""Letters; ours: with more before its end, or after its beginning, a text holds words of the book."""


def book(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of a book."""
    blocks, ahead = tee(blocks)
    kept = within(block.text for block in ahead)
    return (block for block, is_kept in zip(blocks, kept, strict=True) if is_kept)


def within(texts: Iterable[str]) -> Iterator[bool]:
    """Yield of each text whether it is one of the book's; of any other book's than theirs each is."""
    texts = iter(texts)
    first = list(islice(texts, _FIRST))
    if not any(NAME in text.lower() for text in first):
        yield from (True for _ in chain(first, texts))
        return
    head = [*first, *islice(texts, _HEAD)]
    is_book = not any(map(_begins, head))
    name = 0  # lines that the name of the book may go on for
    for text in chain(head, texts):
        if _begins(text):
            is_book, name = True, 0 if text.rstrip().endswith("***") else 3
            yield False
        elif name:
            name = 0 if text.rstrip().endswith("***") else name - 1
            yield not text.rstrip().endswith("***")
        elif _ends(text):
            is_book = False
            yield False
        else:
            yield is_book and not _LAST.fullmatch(text)


def title(page: str) -> str:
    """Return the title of the book in the title of its page; any other title as it is."""
    found = _TITLE.fullmatch(page)
    return found[1] if found else page


def said(texts: Iterable[str], name: str) -> str:
    """Return what the head of a file says under a name such as "Title", "" for nothing."""
    pattern = re.compile(rf"{name}:\s+(.*\S)")
    return next((found[1] for text in texts if (found := pattern.match(text))), "")


def _begins(text: str) -> bool:
    found = _START.search(text)
    return found is not None and len(text) - found.end() <= _MOST


def _ends(text: str) -> bool:
    found = _END.search(text)
    return found is not None and found.start() <= _MOST
