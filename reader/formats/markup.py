"""From HTML to blocks: the one way in for every format that is HTML or can be turned into it."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

import nh3

from reader.formats.gathering import Gathering
from reader.formats.letters import TAB, clean, is_blank
from reader.formats.pictures import Pictures
from reader.model.document import UNDESCRIBED, Block, Kind, Span, Style, clipped
from reader.text.places import SEPARATOR

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
}
LISTS = frozenset({"ul", "ol", "dl"})
# Each begins and ends a block, unless it stands in a table.
BLOCKS = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "address", "figure"}
    | {"figcaption", "details", "summary", "hr", *LISTS, *KINDS}
)
CELLS = frozenset({"td", "th"})
BREAKS = frozenset({"br", "tr", *CELLS})
TAGS = {*STYLES, *BLOCKS, *BREAKS, "img"}
UNREAD = {"script", "style", "template", "title", "iframe", "svg", "noscript"}
ATTRIBUTES = {"a": {"href", "class"}, "p": {"class"}, "img": {"alt", "src"}, "ol": {"start"}}
SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead; a picture may also lie in the text itself, or beside it."""

DEEPEST = 10_000
"""Tags within tags: ours. The sanitiser's time grows with the square of it: half a second here."""

# Tags, but for those that people leave open since HTML lets them.
_NESTING = re.compile(
    r"<(?P<end>/?)(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|tbody|td|tfoot"
    r"|th|thead|tr|wbr)\b)[a-z]",
    re.IGNORECASE,
)


def blocks(html: str, pictures: Pictures | None = None) -> list[Block]:
    """Return the blocks of an HTML text, without ids.

    Only what is text is kept, and what `pictures` keeps: any other picture becomes its description. A link
    keeps its target if that is on the web or an address for mail. Raises ValueError for a file made to
    harm, with ten thousand tags within tags.
    """
    if _is_too_deep(html):
        raise ValueError("too many tags within tags")
    sane = nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=UNREAD,
        attributes=ATTRIBUTES,
        attribute_filter=_kept_value,
        url_schemes={*SCHEMES, "data"},
        url_relative="pass_through",
        link_rel=None,
    )
    builder = _Builder(pictures or Pictures())
    builder.feed(sane)
    builder.close()
    builder.finish_block()
    return builder.blocks


def _kept_value(_tag: str, name: str, value: str) -> str | None:
    leads_away = name == "href" and value.partition(":")[0].lower() not in SCHEMES
    return None if leads_away else value


def _is_too_deep(html: str) -> bool:
    depth = 0
    for tag in _NESTING.finditer(html):
        depth = max(0, depth - 1) if tag["end"] else depth + 1
        if depth > DEEPEST:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Context:
    """What text means between two tags: its kind, its heading level, the lists around it, their numbers.

    `figure` is how many blocks there were before the figure around it.
    """

    kind: Kind = Kind.PARAGRAPH
    heading: int = 0
    lists: int = 0
    numbers: Iterator[int] | None = None
    figure: int = 0


class _Builder(HTMLParser):
    """Walks through sane HTML tag by tag, so that no depth of nesting is too deep.

    lxml's own parser was tried: it drops what stands below 255 nested tags without a word.
    """

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._pictures = pictures
        self._described = ""  # the words of a picture that is not kept, where a block begins with them
        self._gathering = Gathering()
        self._contexts = [_Context()]
        self._marker = ""  # waits for the first block of its list item
        self._first_cell = True
        self._skipping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a row, a cell or a style."""
        values = {name: value or "" for name, value in attrs}
        if tag in BLOCKS:
            self._begin_block(tag, values)
        elif tag in BREAKS:
            self._break(tag)
        elif tag == "img":
            self._add_picture(values.get("src", ""), values.get("alt", ""))
        elif values.get("class") == "footnote-backref":
            self._skipping = True
        elif tag in STYLES and (tag != "a" or "href" in values) and not self._in(Kind.CODE):
            self._gathering.begin(tag, STYLES[tag], values.get("href", ""))

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began."""
        if tag in BLOCKS:
            if self._contexts[-1].kind is self._contexts[-2].kind is Kind.TABLE:
                self._gathering.add(" ")
            else:
                self.finish_block()
                if tag == "figure":
                    self._join_figure()
            self._contexts.pop()
        elif tag == "a" and self._skipping:
            self._skipping = False
        else:
            self._gathering.end(tag)

    def handle_data(self, data: str) -> None:
        """Gather text."""
        if self._skipping:
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
        level, marker = context.heading, ""
        if context.kind is Kind.LIST_ITEM:
            level, marker, self._marker = max(context.lists, 1), self._marker, ""
        self.blocks.append(Block("", context.kind, text, level, spans, marker))

    def _add_picture(self, address: str, words: str) -> None:
        """Make a block of a picture that is kept; of any other one only its words are, within the text."""
        stands_in_words = self._skipping or self._in(Kind.TABLE, Kind.CODE, Kind.HEADING)
        name = "" if stands_in_words else self._pictures.keep(address)
        if name:
            self.finish_block()
            self.handle_data(UNDESCRIBED if is_blank(words) else words)
            self.finish_block(name)
        else:
            is_first = self._gathering.is_empty
            self.handle_data(words)
            self._described = self._gathering.text if is_first else ""

    def _join_figure(self) -> None:
        """Make one block of a picture and its captions, where a figure holds nothing else."""
        first = self._contexts[-1].figure
        held = self.blocks[first:]
        if [block.kind for block in held if block.kind is not Kind.PARAGRAPH] == [Kind.PICTURE]:
            self.blocks[first:] = [_captioned(held)]

    def _in(self, *kinds: Kind) -> bool:
        return self._contexts[-1].kind in kinds

    def _begin_block(self, tag: str, values: dict[str, str]) -> None:
        outer = self._contexts[-1]
        if self._in(Kind.TABLE) and tag != "caption":
            self._gathering.add(" ")
            inner = outer
        else:
            self.finish_block()
            inner = self._inside(tag, values, outer)
        if tag != "hr":
            self._contexts.append(inner)

    def _inside(self, tag: str, values: dict[str, str], outer: _Context) -> _Context:
        kind = KINDS.get(tag, outer.kind)
        if tag == "p" and "key-point" in values.get("class", "").split():
            kind = Kind.KEY_POINT
        if tag in LISTS:
            numbers = itertools.count(_number(values.get("start", ""))) if tag == "ol" else None
            return replace(outer, lists=outer.lists + 1, numbers=numbers)
        if tag == "li":
            self._marker = f"{next(outer.numbers)}." if outer.numbers else "•"
        elif tag == "dd":
            self._marker = ""
        figure = len(self.blocks) if tag == "figure" else outer.figure
        return replace(outer, kind=kind, heading=HEADINGS.get(tag, 0), figure=figure)

    def _break(self, tag: str) -> None:
        """Begin a new line, row or cell."""
        if tag == "tr":
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


def _captioned(held: list[Block]) -> Block:
    """Return the one picture of some blocks with the words of all of them, in order; none are doubled."""
    picture = next(block for block in held if block.kind is Kind.PICTURE)
    captions = [block for block in held if block is not picture]
    is_said = any(picture.text in (UNDESCRIBED, block.text) for block in captions)
    text = ""
    spans: list[Span] = []
    for block in captions if is_said else held:
        text += SEPARATOR if text else ""
        spans += clipped(block.spans, 0, len(block.text), len(text))
        text += block.text
    return replace(picture, text=text, spans=tuple(spans))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
