"""One file of a book, as HTML that `formats.markup` understands.

XHTML is not HTML: an empty `<a id="x"/>` would swallow what follows, `<title/>` the whole page. So it is read
as what it is, and only if it is broken as HTML. What holds words or pictures in a way of its own becomes
plain: drawings, objects, alternatives for what a program cannot show. Numbers of printed pages are left out.
"""

import re
from collections.abc import Sequence

from lxml import etree
from lxml.html import defs

from reader.formats.epub.contents import Entry
from reader.formats.epub.headings import HEADINGS, entitle
from reader.formats.epub.xml import as_html, attribute, well_formed, words

_PHRASES = frozenset({"p", "span", "a", "em", "strong", "i", "b", "td", "th"}) | HEADINGS
_NAME = re.compile(r"[a-z][\w.-]*")

_PAGE_NUMBERS = frozenset({"pagebreak", "doc-pagebreak", "pagenum", "pageno", "page-number", "pagenumber"})
_NUMBER = re.compile(r"[\[({]?\s*(?:p|pg|page)?\.?\s*\w{0,6}\s*[\])}]?", re.IGNORECASE)
"""What calls itself the number of a page and says more is more than that."""

_WAY_AROUND = re.compile(r"Navigation(?!al)|(?:next|previous|index) ?(?:\||$)", re.IGNORECASE)


def page(text: str, entries: Sequence[Entry] = (), *, is_contents: bool = False) -> str:
    """Return a file's body as HTML, with the headings that the table of contents knows and the file lacks.

    Of a table of contents itself only what stands beside it is given.
    """
    root = well_formed(text)
    if root is None:
        root = as_html(text)
    if root is None:
        return text
    for element in root.iter(etree.Element):
        _name_plainly(element)
    found = root.find("body")
    body = root if found is None else found
    if is_contents and not _without_contents(body):
        return ""
    _make_plain(body)
    _make_known(body)
    entitle(body, entries)
    body.tag = "section"  # which may say of itself that it holds notes
    return etree.tostring(body, method="html", encoding="unicode", with_tail=False)


def _name_plainly(element: etree._Element) -> None:
    """Give an element its bare name; what only looks like an element, such as `<me@home>`, keeps its own."""
    name = str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()
    if name != element.tag and _NAME.fullmatch(name):
        element.tag = name


def _without_contents(body: etree._Element) -> bool:
    """Take the tables of contents out of a body; return whether more than headings is left."""
    for table in list(body.iter("nav")):
        _drop(table)
    return words(body) != " ".join(filter(None, map(words, body.iter(*HEADINGS))))


def _make_plain(body: etree._Element) -> None:
    for element in list(body.iter(etree.Element)):
        match element.tag:
            case "svg":
                _redraw(element)
            case "object":
                _show(element)
            case "switch":
                _choose(element)
            case "noscript":
                element.tag = "div"
            case _ if _is_page_number(element) or _is_way_around(element):
                _drop(element)
            case _ if "note" in attribute(element, "type"):  # hidden from the page, to be shown on demand
                element.attrib.pop("hidden", "")
                element.attrib.pop("style", "")


def _make_known(body: etree._Element) -> None:
    """Make what HTML does not know a run of words: the sanitiser drops a drawing's elements with theirs."""
    formulas = {element for formula in body.iter("math") for element in formula.iter(etree.Element)}
    for element in body.iter(etree.Element):
        if element.tag not in defs.tags and element not in formulas:
            element.tag = "span"


def _redraw(drawing: etree._Element) -> None:
    """Leave of a drawing its words and the pictures in it."""
    parent = drawing.getparent()
    drawing.tag = "span" if parent is not None and parent.tag in _PHRASES else "div"
    for element in list(drawing.iter("metadata", "style", "script", "defs")):
        _drop(element)
    title = drawing.find("title")
    for image in drawing.iter("image"):
        image.tag = "img"
        image.set("src", attribute(image, "href"))
        if title is not None:
            image.set("alt", words(title))
            _drop(title)
            title = None
    for element in drawing.iter("title", "desc", "text"):
        element.tag = "span"
        element.tail = " " + (element.tail or "")


def _show(element: etree._Element) -> None:
    """Make an object a picture if it is one, with its words; of any other its words are left."""
    if attribute(element, "type").startswith("image/"):
        element.set("alt", words(element))
        element.set("src", attribute(element, "data"))
        element.tag = "img"
        element.text = None
        del element[:]
    else:
        element.tag = "div"


def _choose(element: etree._Element) -> None:
    """Leave one of several ways to say the same: the formula, else what every program can show."""
    ways = [way for way in element if way.tag in ("case", "default")]
    formulas = [way for way in ways if next(way.iter("math"), None) is not None]
    best = next(iter(formulas or ways[-1:]), None)
    for way in ways:
        if way is not best:
            _drop(way)


def _is_page_number(element: etree._Element) -> bool:
    kinds = {kind for name in ("type", "role", "class") for kind in attribute(element, name).lower().split()}
    says_so = element.tag == "pagenum" or not kinds.isdisjoint(_PAGE_NUMBERS)
    return says_so and bool(_NUMBER.fullmatch(words(element)))


def _is_way_around(element: etree._Element) -> bool:
    """Return whether an element leads to the pages before and behind: the manuals of programs have such."""
    is_related = element.tag == "div" and "related" in attribute(element, "class").split()
    return is_related and bool(_WAY_AROUND.match(words(element)))


def _drop(element: etree._Element) -> None:
    """Take an element out, but not what stands behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)
