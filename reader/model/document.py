"""A text as the reader knows it, whatever file it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reader.model.level import Level

Cut = tuple[int, int]
"""Where a piece begins: the number of a block, from 0, and an offset in its text."""


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    KEY_POINT = "key-point"
    PICTURE = "picture"
    FORMULA = "formula"
    VERSE = "verse"
    NOTE = "note"


UNDESCRIBED = "Picture"
"""The words of a picture that has none of its own."""


class Style(StrEnum):
    """How some letters of a block differ from the rest."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    PICTURE = "picture"
    """The first letter of a picture's words: whoever cannot see it is told before it what it is."""
    NOTE = "note"
    """A footnote's mark; its target is the `marker` of the note."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of letters with a style; start and end in code points of the block's text."""

    start: int
    end: int
    style: Style
    target: str = ""


def clipped(spans: Sequence[Span], start: int, end: int, at: int = 0) -> tuple[Span, ...]:
    """Return the styles of the letters `start` to `end` alone, for a text in which these stand at `at`."""
    found = []
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            found.append(replace(span, start=first - start + at, end=last - start + at))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or the like. Its text holds no control character but the newline.

    A table's cells are joined by " | " and its rows by a newline; verse has a newline after each line. A
    note is what a footnote's mark leads to: it is shown on demand and stands in no piece.

    `level` counts for headings (1 is the highest) and for nested list items (1 is the outermost). `marker`
    is painted before a list item and is not part of the text: "•" or "3."; a note's is the name that its
    marks give as their target. A picture's text is what describes it, and its caption after a blank line;
    `picture` names its bytes in the document, "" if they are not kept.
    """

    id: str
    kind: Kind
    text: str
    level: int = 0
    spans: tuple[Span, ...] = ()
    marker: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from, as far as it says so itself; what is not known stays empty."""

    original_title: str = ""
    series: str = ""
    source: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text: its blocks in order, its title, and where it comes from.

    `language` is a BCP 47 tag such as "en" or "pt-BR". `cuts` tells for each level where its pieces begin, as
    numbers of blocks and offsets within them; a level that is not there is cut when it is needed. While the
    text is not whole, more blocks are on their way; `share` is how much of it is here, from 0 to 1.

    `pictures` holds the bytes of each picture once, under a hash of them: blocks that are equal name equal
    pictures, so that no comparison looks at the bytes.
    """

    id: str
    title: str
    blocks: Sequence[Block]
    language: str = "en"
    summary: str = ""
    source: Source = field(default_factory=Source)
    pictures: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    cuts: Mapping[Level, Sequence[Cut]] = field(default_factory=dict, compare=False, repr=False)
    is_whole: bool = True
    share: float = field(default=1.0, compare=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a document: the blocks from `first` up to, not including, `end`.

    `number` counts from 1 over the parts that are counted; what stands before the first one, such as
    "In short", has none (0).
    """

    index: int
    number: int
    title: str
    first: int
    end: int
