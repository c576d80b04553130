"""What word processors write into web pages and mail: titles and lists that are set as paragraphs."""

import re

from lxml import etree

from reader.formats.html.clutter import drop
from reader.formats.html.titles import text

_ITEM = re.compile(r"mso-list:\s*l\d+\s+level([1-9])", re.IGNORECASE)
"""How Word says in which of its lists, and how deep, a paragraph is an item."""

_NUMBER = re.compile(r"(\d{1,4})[.)]?")
_ROOM = "\u00a0"
"""What Word sets between a mark and the words."""

_LISTS = ("ul", "ol")


def is_likely(html: str) -> bool:
    """Return whether markup names things as Word does."""
    return "Mso" in html


def name_parts(tree: etree._Element) -> None:
    """Give titles and items of lists, in place, the tags that other pages have for them."""
    for paragraph in list(tree.iter("p")):
        if _is_title(paragraph):
            paragraph.tag = "h1"
        elif place := _ITEM.search(paragraph.get("style", "")):
            _make_item(paragraph, int(place[1]))


def _is_title(paragraph: etree._Element) -> bool:
    """Return whether a paragraph is a title as Word, or Google's documents, name it."""
    names = paragraph.get("class", "").split()
    return "MsoTitle" in names or ("title" in names and paragraph.get("id", "").startswith("h."))


def _make_item(paragraph: etree._Element, level: int) -> None:
    """Make a paragraph an item, if it begins with a number or a sign, which is left out."""
    mark = next(paragraph.iter("span"), None)
    around = paragraph.getparent()
    if mark is None or around is None or not _is_mark(mark, paragraph):
        return
    said = text(mark)
    number = _NUMBER.fullmatch(said)
    if not number and len(said) != 1:
        return
    drop(mark)
    before = paragraph.getprevious()
    listed = inner = paragraph.makeelement("ol" if number else "ul", {"start": number[1]} if number else {})
    for _ in range(level - 1):
        outer = paragraph.makeelement("ul")
        outer.append(listed)
        listed = outer
    listed.tail, paragraph.tail = paragraph.tail, None
    around.replace(paragraph, listed)
    paragraph.tag = "li"
    inner.append(paragraph)
    if before is not None and before.tag in _LISTS:
        _go_on(before, listed)


def _is_mark(first: etree._Element, paragraph: etree._Element) -> bool:
    """Return whether the first run of a paragraph is a mark: it stands before all words, with its own room.

    Where the mark was lost on the way, "Take 2" or a "2" at the start are words.
    """
    room = "".join(map(str, first.itertext()))
    return _ROOM in room and "".join(map(str, paragraph.itertext())).lstrip().startswith(room.lstrip())


def _go_on(before: etree._Element, listed: etree._Element) -> None:
    """Put what is in a list into the one before it, if that is of the same kind or it is deeper."""
    if listed.tag == before.tag or listed[0].tag in _LISTS:
        before.extend(listed)
        drop(listed)
