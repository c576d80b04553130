"""Blocks built from sane HTML, tag by tag."""

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

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
from reader.formats.building.notes import NOTE_WORDS, NOTES_WORDS, Anchors, Element, name_of
from reader.formats.letters import TAB, clean, is_blank
from reader.formats.pictures import Pictures, described
from reader.model.document import UNDESCRIBED, Block, Kind, Style

STYLES = (
    dict.fromkeys(("em", "i", "cite", "dfn", "var"), Style.EMPHASIS)
    | dict.fromkeys(("strong", "b"), Style.STRONG)
    | dict.fromkeys(("code", "kbd", "samp", "tt"), Style.CODE)
    | {"sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT, "a": Style.LINK}
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS = dict.fromkeys(HEADINGS, Kind.HEADING) | {
    "pre": Kind.CODE,
    "table": Kind.TABLE,
    "caption": Kind.PARAGRAPH,
    "blockquote": Kind.QUOTE,
    "li": Kind.LIST_ITEM,
    "dt": Kind.PARAGRAPH,
    "dd": Kind.LIST_ITEM,
    FORMULA: Kind.FORMULA,
}
LISTS = frozenset({"ul", "ol", "dl"})
# Each begins and ends a block, unless it stands in a table.
BLOCKS = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "address", "figure"}
    | {"figcaption", "details", "summary", "hr", *LISTS, *KINDS}
)
CELLS = frozenset({"td", "th"})
BREAKS = frozenset({"br", "tr", *CELLS})
VOID = frozenset({"br", "hr", "img"})
AROUND = {"rt": ("(", ")"), "q": ("“", "”")}
"""What HTML leaves to the page to paint around some words."""

TAGS = {*STYLES, *BLOCKS, *BREAKS, *AROUND, "img", "span", "rp", EXPRESSION}
ATTRIBUTES = {
    "*": {"id", "class", "role", "epub:type", "hidden", "aria-hidden", "style"},
    "a": {"href", "name"},
    "img": {"alt", "src"},
    "ol": {"start"},
}


@dataclass(frozen=True, slots=True)
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


class Builder(HTMLParser):
    """Walks through sane HTML tag by tag, so that no depth of nesting is too deep.

    lxml's own parser was tried: it drops what stands below 255 nested tags without a word. A link within the
    text, or to another file of the same book, becomes a mark for `notes.settled` to judge.
    """

    def __init__(self, pictures: Pictures, file: str, layouts: Collection[int]) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.anchors = Anchors()
        self._file = file
        self._pictures = pictures
        self._layouts = layouts
        self._table = -1  # the number of the last one
        self._described = ""  # the words of a picture that is not kept, where a block begins with them
        self._gathering = Gathering()
        self._contexts = [_Context()]
        self._marker = ""  # waits for the first block of its list item
        self._first_cell = True
        self._hidden = 0  # tags that are open, from the hidden one on
        self._hidden_around = 0  # the same, while a formula stands there: what hides it shows its shape

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a row, a cell or a style."""
        values = {name: value or "" for name, value in attrs}
        self._table += tag == "table"
        if tag in (FORMULA, EXPRESSION):
            self._hidden_around, self._hidden = self._hidden, 0
        if self._hidden or _is_hidden(tag, values):
            self._hidden += tag not in VOID
        elif tag in BLOCKS:
            self._begin_block(tag, values)
        else:
            self._anchor(values)
            if tag in BREAKS:
                self._break(tag)
            elif tag == "img":
                address = values.get("src", "")
                self._add_picture(address, described(values.get("alt", ""), address))
            elif tag in AROUND:
                self.handle_data(AROUND[tag][0])
            elif tag in STYLES and not self._in(Kind.CODE):
                self._begin_style(tag, values.get("href", ""))
            elif self._in(Kind.VERSE) and values.get("class") == "line" and not self._gathering.at_line_start:
                self._gathering.add_exactly("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began."""
        if self._hidden:
            self._hidden -= 1
        elif tag in BLOCKS:
            self._end_block()
        elif tag in AROUND:
            self.handle_data(AROUND[tag][1])
        else:
            self._gathering.end(tag)
        if tag in (FORMULA, EXPRESSION):
            self._hidden = self._hidden_around

    def handle_data(self, data: str) -> None:
        """Gather text."""
        if self._hidden:
            return
        if self._in(Kind.CODE):
            self._gathering.add_exactly(clean(data, TAB))
        else:
            self._gathering.add(clean(data))

    def finish_block(self, picture: str = "") -> None:
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
        if name := values.get("id"):
            self.anchors.elements.setdefault(f"{self._file}#{name}", element)
        elif may_be:
            self.anchors.unnamed.append(element)
        return element

    def _add_picture(self, address: str, words: str) -> None:
        """Make a block of a picture that is kept; of any other one only its words are, within the text."""
        name = "" if self._in(Kind.TABLE, Kind.CODE, Kind.HEADING) else self._pictures.keep(address)
        if name:
            self.finish_block()
            self.handle_data(UNDESCRIBED if is_blank(words) else words)
            self.finish_block(name)
        else:
            is_first = self._gathering.is_empty
            self.handle_data(words)
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
            self.finish_block()
            inner = self._inside(tag, values, outer)
        if tag != "hr":
            self._contexts.append(inner)

    def _end_block(self) -> None:
        context = self._contexts[-1]
        if context.flows:
            self._gathering.add(" ")
        else:
            self.finish_block()
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
        element = self._element(tag, values, words, outer)
        at = len(self.blocks)
        is_verse = not words.isdisjoint(VERSE_WORDS)
        outer = replace(
            outer,
            element=element,
            has_notes=element.says_so,
            flows=False,
            figure=figure_from(tag, words, self.blocks),
            verse=at if is_verse else -1,
        )
        kind = KINDS.get(tag, Kind.VERSE if is_verse and not HEADINGS.get(tag) else outer.kind)
        if tag == "table" and self._table in self._layouts:
            kind = outer.kind
        if tag == "p" and "key-point" in words:
            kind = Kind.KEY_POINT
        if tag in LISTS:
            numbers = itertools.count(_number(values.get("start", ""))) if tag == "ol" else None
            return replace(outer, lists=outer.lists + 1, numbers=numbers)
        if tag == "li":
            self._marker = f"{next(outer.numbers)}." if outer.numbers else "•"
        elif tag == "dd":
            self._marker = ""
        return replace(outer, kind=kind, heading=HEADINGS.get(tag, 0))

    def _break(self, tag: str) -> None:
        """Begin a new line, row or cell."""
        if tag in ("tr", *CELLS) and not self._in(Kind.TABLE):
            self.finish_block()
        elif tag == "tr":
            self._first_cell = True
            self._gathering.add_exactly("" if self._gathering.at_line_start else "\n")
        elif tag in CELLS:
            self._gathering.add_exactly("" if self._first_cell else " | ")
            self._first_cell = False
        elif self._in(Kind.TABLE, Kind.HEADING):
            self._gathering.add(" ")
        elif self._gathering.at_line_start and not self._in(Kind.CODE):
            self.finish_block()  # two breaks in a row are an old way to write paragraphs
        else:
            self._gathering.add_exactly("\n")


SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead; a picture may also lie in the text itself, or beside it."""


def leads_away(href: str) -> bool:
    """Return whether a link leads out of the text to where one may follow it."""
    return href.partition(":")[0].lower() in SCHEMES


def _is_hidden(tag: str, values: dict[str, str]) -> bool:
    """Return whether an element is not to be seen, or is there for the eye alone, as a formula's shape."""
    if tag == "rp" or values.get("hidden", "until-found") != "until-found":
        return True
    if values.get("aria-hidden") == "true" and tag not in BLOCKS:
        return True
    return "display:none" in values.get("style", "").replace(" ", "").lower()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
