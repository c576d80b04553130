"""The article of a web page: found by a library, unless that would lose too much."""

import logging

from lxml import etree
from lxml.html import tostring
from readability import Document
from readability.readability import Unparseable

from reader.formats.html import clutter

_LEAST = (0.8, 0.6)
"""Ours: less of the running text of what the page calls its article, or of the page, is only a part of it."""

_RUNNING = ("p", "li", "dd", "dt", "pre", "blockquote", "td", "h1", "h2", "h3", "h4", "h5", "h6")
_NUMBER = "data-number"
_TABLE = ("table", "caption", "thead", "tbody", "tfoot", "tr", "th")
_LISTS = ("ul", "ol", "dl")
_TEXT = frozenset({*_TABLE, *_LISTS, "figure", "picture", "img", "formula", "expression", *_RUNNING})
"""What the library drops here and there, though it is the author's."""

_LETTERS, _ELEMENTS = 400_000, 20_000
"""Of a page; ours: one with more is a book. The library takes half a second for a million letters, and six
for a hundred thousand elements."""

_LONG = 80
"""Letters; ours: a paragraph of so many that the library keeps is text, whatever is around it."""

_LINKS = 0.4
"""Ours: what has more than this share of its letters in links leads to other pages."""


def article(tree: etree._Element) -> str:
    """Return the markup of a page's article, or of the whole page without what surrounds it."""
    clutter.remove_unseen(tree)
    body = tree.find("body")
    whole = body if body is not None else tree
    kept = [] if _is_book(whole) else _kept(whole)
    clutter.remove(whole, {one for text in kept if _running([text]) >= _LONG for one in _up(text)})
    left = set(whole.iter(etree.Element))
    kept = [element for element in kept if element in left]
    # Notes may stand below all of the text; whatever is in one belongs to it.
    notes = [element for element in whole.iter(etree.Element) if clutter.holds_notes(element)]
    kept += [inner for note in notes for inner in note.iter(etree.Element)] if kept else []
    around = _around(kept, whole)
    scope = _scope(around, whole)
    texts = [element for element in kept if element.tag in _RUNNING]
    if not texts or _running(texts) < _LEAST[scope is whole] * _running(list(scope.iter(*_RUNNING))):
        return _heading(tree, scope) + _markup(scope)
    _prune(around, {element for one in kept for element in _up(one)})
    return _heading(tree, around) + _markup(around)


def _is_book(whole: etree._Element) -> bool:
    """Return whether a page is as long as a book: then it is mostly text, and to weigh it takes too long."""
    elements = sum(1 for _ in whole.iter(etree.Element))
    return elements > _ELEMENTS or sum(map(len, map(str, whole.itertext()))) > _LETTERS


def _kept(whole: etree._Element) -> list[etree._Element]:
    """Return the elements that the library takes for the article."""
    numbered = {}
    for number, element in enumerate(whole.iter(etree.Element)):
        element.set(_NUMBER, str(number))
        numbered[str(number)] = element
    return [numbered[number] for number in _found(_markup(whole)) if number in numbered]


def _scope(around: etree._Element, whole: etree._Element) -> etree._Element:
    """Return what calls itself the article, if it is the only one and holds this; else the whole."""
    articles = list(around.getroottree().iter("article"))
    return articles[0] if len(articles) == 1 and articles[0] in _up(around) else whole


def _heading(tree: etree._Element, text: etree._Element) -> str:
    """Return the markup of the page's one main heading if it stands outside the text; not the site's name."""
    headings = list(tree.iter("h1"))
    title = " ".join(" ".join(map(str, element.itertext())) for element in tree.iter("title"))
    if len(headings) != 1 or text in _up(headings[0]):
        return ""
    words = " ".join("".join(map(str, headings[0].itertext())).split())
    is_title = words in title and len(words) >= len(title) / 2
    return _markup(headings[0]) if is_title or not title.strip() else ""


def _markup(element: etree._Element) -> str:
    return str(tostring(element, encoding="unicode", with_tail=False))


def _found(html: str) -> list[str]:
    """Return the numbers of what the library takes for the article; none if it fails."""
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        found = Document(html).summary(html_partial=True)
        tree = etree.fromstring(found, etree.HTMLParser(huge_tree=True))
        return [element.get(_NUMBER, "") for element in tree.iter(etree.Element)]
    except (Unparseable, etree.Error, ValueError, TypeError, AttributeError, IndexError, KeyError):
        return []  # it fails on odd pages, in many ways; the whole page is there instead


def _around(kept: list[etree._Element], whole: etree._Element) -> etree._Element:
    """Return the smallest element that holds them all."""
    first, *others = kept or [whole]
    shared = _up(first)
    for element in others:
        holding = set(_up(element))
        shared = [one for one in shared if one in holding]
    return next((one for one in shared if one.tag not in _TEXT), whole)


def _up(element: etree._Element) -> list[etree._Element]:
    """Return an element and all around it."""
    return [element, *element.iterancestors()]


def _prune(around: etree._Element, kept: set[etree._Element]) -> None:
    """Drop what the library left out, but for text of the author's."""
    for element in list(around.iter(etree.Element)):
        parent = element.getparent()
        if element is around or element in kept or parent not in kept:
            continue
        if not _is_text(element):
            clutter.drop(element)


def _is_text(element: etree._Element) -> bool:
    if clutter.holds_notes(element):  # the way back from each may be all its words but one
        return True
    letters = clutter.letters(element)
    linked = sum(clutter.letters(link) for link in element.iter("a"))
    is_text = (
        element.tag in _TEXT
        or "caption" in element.get("class", "").lower()
        or any(True for _ in element.iter("table", "figure", "pre", "h1", "h2"))
    )
    return is_text and linked <= _LINKS * letters


def _running(elements: list[etree._Element]) -> int:
    """Return how many letters of their own some elements hold; links, and items with any, do not count."""
    own = [element for element in elements if element.tag != "li" or element.find(".//a") is None]
    return sum(len(part.strip()) for element in own for part in _own(element))


def _own(element: etree._Element) -> list[str]:
    """Return the texts that stand in an element, but in no link or element that is counted itself."""
    parts = [element.text or ""]
    for child in element:
        if child.tag != "a" and child.tag not in _RUNNING:
            parts += _own(child)
        parts.append(child.tail or "")
    return parts
