"""Blocks built from sane HTML, tag by tag."""

import itertools
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.formats.building.anchors import Anchors, Element, name_of
from reader.formats.building.elements import (
    AROUND,
    BLOCKS,
    BREAKS,
    CELLS,
    HEADINGS,
    KINDS,
    LISTS,
    STYLES,
    VOID,
    is_hidden,
    leads_away,
)
from reader.formats.building.formulas import EXPRESSION, FORMULA
from reader.formats.building.gathering import Gathering
from reader.formats.building.joining import (
    VERSE_WORDS,
    captioned,
    figure_from,
    is_verse,
    may_be_verse,
    stanza,
)
from reader.formats.building.notes import NOTE_WORDS, NOTES_WORDS
from reader.formats.building.tags import parts
from reader.formats.letters import TAB, clean, is_blank
from reader.formats.pictures import Pictures, described
from reader.model.document import UNDESCRIBED, Block, Kind, Style

OFTEN = 1_000
"""Tags and words; ours: after so many the builder says how far it has come."""


@dataclass(slots=True)
class _Context:
    """What text means between two tags: its kind, its heading level, the lists around it, their numbers.

    `figure` and `verse` are how many blocks there were before the one that begins here. What `flows` is a
    part of the block around it, such as a paragraph in a table.
    """

    kind: Kind = Kind.PARAGRAPH
    heading: int = 0
    lists: int = 0
    numbers: Iterator[int] | None = None
    figure: int = -1
    verse: int = -1
    flows: bool = False
    has_notes: bool = False
    element: Element = field(default_factory=lambda: Element(0, says_so=False, may_be=False))


class Builder:
    """Walks through sane HTML tag by tag, so that no depth of nesting is too deep.

    lxml's own parser was tried: it drops what stands below 255 nested tags without a word. A link within the
    text, or to another file of the same book, becomes a mark for `notes.settled` to judge.
    """

    def __init__(self, pictures: Pictures, file: str, layouts: Collection[int]) -> None:
        self.blocks: list[Block] = []
        self.anchors = Anchors()
        self._file = file
        self._pictures = pictures
        self._layouts = layouts
        self._first_notes = sys.maxsize  # the block with which what says that it holds notes begins
        self._table = -1  # the number of the last one
        self._described = ""  # the words of a picture that is not kept, where a block begins with them
        self._gathering = Gathering()
        self._contexts = [_Context()]
        self._marker = ""  # waits for the first block of its list item
        self._first_cell = True
        self._hidden = 0  # tags that are open, from the hidden one on
        self._hidden_around = 0  # the same, while a formula stands there: what hides it shows its shape

    def build(self, html: str) -> Iterator[int]:
        """Build the blocks; yield, now and then, how many of them nothing that follows will change."""
        for number, (tag, is_end, values, words) in enumerate(parts(html), 1):
            if words:
                self._add_words(words)
            elif is_end:
                self._end(tag)
            else:
                self._begin(tag, values)
            if not number % OFTEN:
                yield self._settled
        self._finish_block()
        yield min(len(self.blocks), self._first_notes)

    @property
    def _settled(self) -> int:
        """Return how many blocks stay as they are: none in an open figure or verse, nor the last one."""
        open_ = (at for context in self._contexts for at in (context.figure, context.verse) if at >= 0)
        return max(0, min(len(self.blocks) - 1, self._first_notes, *open_))

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        """Begin a block, a row, a cell or a style."""
        self._table += tag == "table"
        if tag in (FORMULA, EXPRESSION):
            self._hidden_around, self._hidden = self._hidden, 0
        if self._hidden or is_hidden(tag, values):
            self._hidden += tag not in VOID
        elif tag in BLOCKS:
            self._begin_block(tag, values)
        else:
            self._begin_within(tag, values)

    def _begin_within(self, tag: str, values: dict[str, str]) -> None:
        """Begin what stands in a block."""
        self._anchor(values)
        if tag in BREAKS:
            self._break(tag)
        elif tag == "img":
            address = values.get("src", "")
            self._add_picture(address, described(values.get("alt", ""), address))
        elif tag in AROUND:
            self._add_words(AROUND[tag][0])
        elif tag in STYLES and not self._in(Kind.CODE):
            self._begin_style(tag, values.get("href", ""))
        elif self._in(Kind.VERSE) and values.get("class") == "line" and not self._gathering.at_line_start:
            self._gathering.add_exactly("\n")

    def _end(self, tag: str) -> None:
        """End what the tag began."""
        if self._hidden:
            self._hidden -= 1
        elif tag in BLOCKS:
            self._end_block()
        elif tag in AROUND:
            self._add_words(AROUND[tag][1])
        else:
            self._gathering.end(tag)
        if tag in (FORMULA, EXPRESSION):
            self._hidden = self._hidden_around

    def _add_words(self, data: str) -> None:
        """Gather text."""
        if self._hidden:
            return
        if self._in(Kind.CODE):
            self._gathering.add_exactly(clean(data, TAB))
        else:
            self._gathering.add(clean(data))

    def _finish_block(self, picture: str = "") -> None:
        """Make a block of what has been gathered, unless that is nothing; `picture` is what it describes."""
        text, spans = self._gathering.take()
        if is_blank(text):
            return
        context = self._contexts[-1]
        if picture or (text == self._described and context.kind is Kind.PARAGRAPH):
            self.blocks.append(Block("", Kind.PICTURE, text, spans=spans, picture=picture))
            return
        kind = context.kind
        if kind is Kind.VERSE and not may_be_verse(text):
            kind = Kind.PARAGRAPH
        elif kind in (Kind.PARAGRAPH, Kind.QUOTE) and is_verse(text):
            kind = Kind.VERSE
        level, marker = context.heading, ""
        if context.kind is Kind.LIST_ITEM:
            level, marker, self._marker = max(context.lists, 1), self._marker, ""
        self.blocks.append(Block("", kind, text, level, spans, marker))

    def _begin_style(self, tag: str, href: str) -> None:
        """Begin a style; of a link, it is that of a mark if it leads to a name within the text."""
        if tag != "a" or leads_away(href):
            self._gathering.begin(tag, STYLES[tag], href)
        elif name := name_of(href, self._file):
            self._gathering.begin(tag, Style.NOTE, name)

    def _anchor(self, values: dict[str, str]) -> None:
        """Remember where a name within a block is."""
        for name in {values.get("id", ""), values.get("name", "")} - {""}:
            at_start = not self._gathering.text.strip(" [(")
            self.anchors.within.setdefault(f"{self._file}#{name}", (len(self.blocks), at_start))

    def _element(self, tag: str, values: dict[str, str], words: frozenset[str], outer: _Context) -> Element:
        """Return an element, remembered if it has a name or may be a note."""
        says_so = outer.has_notes or not words.isdisjoint(NOTES_WORDS)
        may_be = tag in ("li", "dd", "aside") or not words.isdisjoint(NOTE_WORDS)
        element = Element(len(self.blocks), says_so, may_be)
        if says_so:
            self._first_notes = min(self._first_notes, element.first)
        if name := values.get("id"):
            self.anchors.elements.setdefault(f"{self._file}#{name}", element)
        elif may_be:
            self.anchors.unnamed.append(element)
        return element

    def _add_picture(self, address: str, words: str) -> None:
        """Make a block of a picture that is kept; of any other one only its words are, within the text."""
        name = "" if self._in(Kind.TABLE, Kind.CODE, Kind.HEADING) else self._pictures.keep(address)
        if name:
            self._finish_block()
            self._add_words(UNDESCRIBED if is_blank(words) else words)
            self._finish_block(name)
        else:
            is_first = self._gathering.is_empty
            self._add_words(words)
            self._described = self._gathering.text if is_first else ""

    def _in(self, *kinds: Kind) -> bool:
        return self._contexts[-1].kind in kinds

    def _begin_block(self, tag: str, values: dict[str, str]) -> None:
        outer = self._contexts[-1]
        if (self._in(Kind.TABLE) and tag != "caption") or (self._in(Kind.HEADING) and tag == FORMULA):
            self._gathering.add(" ")
            self._anchor(values)
            inner = replace(outer, flows=True)
        else:
            self._finish_block()
            inner = self._inside(tag, values, outer)
        if tag != "hr":
            self._contexts.append(inner)

    def _end_block(self) -> None:
        context = self._contexts[-1]
        if context.flows:
            self._gathering.add(" ")
        else:
            self._finish_block()
            self._join(context.figure, captioned)
            self._join(context.verse, stanza)
            context.element.end = len(self.blocks)
        self._contexts.pop()

    def _join(self, first: int, joined: Callable[[Sequence[Block]], list[Block]]) -> None:
        """Join blocks from the one with a number on, if there is one."""
        if first >= 0 and len(self.blocks) > first + 1:
            held = joined(self.blocks[first:])
            if len(held) == 1:
                self.anchors.gather(first)
            self.blocks[first:] = held

    def _inside(self, tag: str, values: dict[str, str], outer: _Context) -> _Context:
        words = frozenset(
            word for name in ("class", "role", "epub:type") for word in values.get(name, "").split()
        )
        is_verse = not words.isdisjoint(VERSE_WORDS)
        inner = _Context(
            kind=self._kind(tag, words, outer),
            heading=HEADINGS.get(tag, 0),
            lists=outer.lists,
            numbers=outer.numbers,
            figure=figure_from(tag, words, self.blocks),
            verse=len(self.blocks) if is_verse else -1,
            element=self._element(tag, values, words, outer),
        )
        inner.has_notes = inner.element.says_so
        if tag in LISTS:
            numbers = itertools.count(_number(values.get("start", ""))) if tag == "ol" else None
            inner.lists, inner.numbers = outer.lists + 1, numbers
            inner.kind, inner.heading = outer.kind, outer.heading
        elif tag == "li":
            self._marker = f"{next(outer.numbers)}." if outer.numbers else "•"
        elif tag == "dd":
            self._marker = ""
        return inner

    def _kind(self, tag: str, words: frozenset[str], outer: _Context) -> Kind:
        if tag == "p" and "key-point" in words:
            return Kind.KEY_POINT
        if tag == "table" and self._table in self._layouts:
            return outer.kind
        is_verse = not words.isdisjoint(VERSE_WORDS) and tag not in HEADINGS
        return KINDS.get(tag, Kind.VERSE if is_verse else outer.kind)

    def _break(self, tag: str) -> None:
        """Begin a new line, row or cell."""
        if tag in ("tr", *CELLS) and not self._in(Kind.TABLE):
            self._finish_block()
        elif tag == "tr":
            self._first_cell = True
            self._gathering.add_exactly("" if self._gathering.at_line_start else "\n")
        elif tag in CELLS:
            self._gathering.add_exactly("" if self._first_cell else " | ")
            self._first_cell = False
        elif self._in(Kind.TABLE, Kind.HEADING):
            self._gathering.add(" ")
        elif self._gathering.at_line_start and not self._in(Kind.CODE):
            self._finish_block()  # two breaks in a row are an old way to write paragraphs
        else:
            self._gathering.add_exactly("\n")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
