"""The frame that Project Gutenberg puts around a book: what it says of the file, and its licence.

It is left out where it says itself where the book begins and ends; whatever is in doubt stays.
"""

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice, pairwise, takewhile, tee

from reader.model.document import Block, Kind, clipped

NAME = "project gutenberg"
_MARK = r"^[ \t]*\*{{3}}\s?{} OF (?:THE|THIS) PROJECT GUTENBERG E-?BOOK\b(?:[^*]{{0,200}}\*{{3}})?.*$"
_START = re.compile(_MARK.format("START"), re.MULTILINE | re.IGNORECASE)
_END = re.compile(_MARK.format("END"), re.MULTILINE | re.IGNORECASE)
_EITHER = re.compile(_MARK.format("(?:START|END)"), re.MULTILINE | re.IGNORECASE)
_LAST = re.compile(r"\s*End of (?:the )?Project Gutenberg(?:['’]s| EBook of)\b[^\n]*", re.IGNORECASE)

_TITLE = re.compile(r"(?:the )?project gutenberg e-?book of (.+?)(?:, by .+)?", re.IGNORECASE)

_LEAVE = "this e-?(?:book|text) is for the use of anyone"
_NAMES = re.compile(
    rf"\W*(?:{_LEAVE}|(?:the )?project gutenberg(?:['’]s|(?:-tm|™)? e-?(?:book|text))\b)", re.IGNORECASE
)
_TELLS = re.compile(
    r"\W*(?:title|author|translator|editor|illustrator|(?:release|posting) date|language|credits|produced by|"
    r"character set encoding|original publication|most recently updated)\b",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    rf"{_LEAVE}|project gutenberg(?:-tm|™)? (?:licen[sc]e|literary|electronic)|full licen[sc]e|"
    r"updated editions will replace|this file should be named",
    re.IGNORECASE,
)
"""What the frame says, and hardly any author."""

_FIRST, _HEAD = 10, 200
"""Texts (lines, or blocks); ours: among the first it names itself, and among the second the book begins."""

_NEXT = 40
"""Texts; ours: among so many after the end of a book is its licence, or the next book."""

_CUT = frozenset({Kind.HEADING, Kind.PARAGRAPH, Kind.QUOTE, Kind.VERSE, Kind.CODE})


def book(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of a book; one that holds words of it beside a mark of the frame is cut there."""
    blocks, ahead = tee(part for block in blocks for part in _cut(block))
    kept = within(block.text for block in ahead)
    return (block for block, is_kept in zip(blocks, kept, strict=True) if is_kept)


def within(texts: Iterable[str]) -> Iterator[bool]:
    """Yield of each text whether it is one of the book's; of any other book's than theirs each is."""
    texts = iter(texts)
    head = list(islice(texts, _FIRST))
    if not any(map(_NAMES.match, head)):
        yield from (True for _ in chain(head, texts))
        return
    head += islice(texts, _HEAD)
    before = list(takewhile(lambda text: not _START.match(text), head))
    texts = chain(head, texts)
    if before == head or _is_frame(before):
        yield from _within_frame(texts, is_book=before == head)
    else:
        yield from (True for _ in texts)


def _within_frame(texts: Iterable[str], *, is_book: bool) -> Iterator[bool]:
    name = 0  # lines that the name of the book may go on for
    for text, following in _with_following(texts):
        if _START.match(text):
            is_book, name = True, 0 if text.rstrip().endswith("***") else 3
            yield False
        elif name:
            name = 0 if text.rstrip().endswith("***") else name - 1
            yield not text.rstrip().endswith("***")
        elif _END.match(text):
            is_book = not _goes_on(following)
            yield False
        else:
            yield is_book and not _LAST.fullmatch(text)


def _with_following(texts: Iterable[str]) -> Iterator[tuple[str, Collection[str]]]:
    """Yield each text with those that follow it."""
    following: deque[str] = deque()
    for text in texts:
        following.append(text)
        if len(following) > _NEXT:
            yield following.popleft(), following
    while following:
        yield following.popleft(), following


def _is_frame(head: Iterable[str]) -> bool:
    """Return whether what stands before a book tells of the file, and is no text of somebody else's."""
    said = [text for text in head if text.strip()]
    return any(map(_LICENCE.search, said)) or all(_NAMES.match(text) or _TELLS.match(text) for text in said)


def _goes_on(following: Iterable[str]) -> bool:
    """Return whether the frame goes on after a book's end; if not, the words there are somebody else's."""
    said = [text for text in following if text.strip()]
    return not said or any(_LICENCE.search(text) or _START.match(text) for text in said)


def _cut(block: Block) -> Iterator[Block]:
    """Yield a block, or its parts if there is a mark in it."""
    marks = list(_EITHER.finditer(block.text)) if block.kind in _CUT else []
    if not marks:
        yield block
        return
    places = sorted({0, len(block.text), *(place for mark in marks for place in mark.span())})
    for begin, end in pairwise(places):
        if part := block.text[begin:end].strip("\n"):
            start = block.text.index(part, begin)
            yield replace(block, text=part, spans=clipped(block.spans, start, start + len(part)))


def title(page: str) -> str:
    """Return the title of the book in the title of its page; any other title as it is."""
    found = _TITLE.fullmatch(page)
    return found[1] if found else page


def said(texts: Iterable[str], name: str) -> str:
    """Return what the head of a file says under a name such as "Title", "" for nothing."""
    pattern = re.compile(rf"{name}:\s+(.*\S)")
    return next((found[1] for text in texts if (found := pattern.match(text))), "")
