"""A saved web page, without what surrounds its text; and bits of markup that were copied."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import tee

from lxml import etree
from lxml.html import HTMLParser, document_fromstring, tostring

from reader.formats import gutenberg, markup
from reader.formats.building import formulas
from reader.formats.decoding import decoded_markup, without_rules
from reader.formats.draft import Draft
from reader.formats.html import details, word_processors
from reader.formats.html.article import article
from reader.formats.residue import without_residue
from reader.model.document import Block, Kind, clipped

_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_MAY_BE_RESIDUE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING})


def read(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of a web page; raises Unfit for one made to harm."""
    html = without_rules(decoded_markup(content))
    tree = page(html)
    if tree is None:
        return
    word_processors.name_parts(tree)
    details.tell(tree, draft)
    draft.title = gutenberg.title(draft.title)
    text = article(tree) if markup.depth(html) <= markup.DEEPEST else html
    yield from _without_residue(gutenberg.book(markup.blocks(text, draft.pictures)))


def read_fragment(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of a bit of markup, such as one that was copied: all of it is wanted."""
    html = decoded_markup(content)
    tree = page(html) if word_processors.is_likely(html) and markup.depth(html) <= markup.DEEPEST else None
    if tree is not None:
        word_processors.name_parts(tree)
        html = str(tostring(tree, encoding="unicode"))
    yield from markup.blocks(html, draft.pictures)


def page(html: str) -> etree._Element | None:
    """Return the tree of a page, its formulas as lines of text; None if there is nothing in it."""
    try:
        return document_fromstring(
            _DECLARATION.sub("", formulas.read(html), count=1),
            parser=HTMLParser(encoding=None, huge_tree=True, no_network=True),
        )
    except etree.ParserError:  # there is no tag and no word in it
        return None


def _without_residue(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks without those lines that are no words of the author."""
    blocks, ahead = tee(blocks)
    lines = (block.text if _may_be_residue(block) else "x" for block in ahead)
    for block, line in zip(blocks, without_residue(lines, is_page=True), strict=True):
        if line == block.text or not _may_be_residue(block):
            yield block
        elif line:
            yield _shortened(block, line)


def _may_be_residue(block: Block) -> bool:
    """Return whether a block may be no word of the author; the heading of the page is one, even "Menu"."""
    return block.kind in _MAY_BE_RESIDUE and not (block.kind is Kind.HEADING and block.level == 1)


def _shortened(block: Block, line: str) -> Block:
    """Return a block with what is left of its text; its styles go where they cannot be placed."""
    if (at := block.text.find(line)) < 0:
        return replace(block, text=line, spans=())
    return replace(block, text=line, spans=clipped(block.spans, at, at + len(line)))
