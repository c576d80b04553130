"""How much of what stands in an element of a page is text, and how much leads elsewhere."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from lxml import etree

RUNNING = ("p", "li", "dd", "dt", "pre", "blockquote", "td", "h1", "h2", "h3", "h4", "h5", "h6")
"""The elements that hold the words of a text."""

LONG = 80
"""Letters; ours: a paragraph of so many is text, whatever is around it."""

_IN_LINE = frozenset(
    {"a", "abbr", "b", "br", "code", "em", "font", "i", "img", "label", "mark", "small", "span", "strong"}
    | {"sub", "sup", "u"}
)
"""The elements that begin no new line; one that an author breaks is still one."""

_NAMES, _NEAR = ("id", "name"), 3
"""What a place is called by, and of how many elements: a link in it, the heading, a section."""

_LINKS = 0.4
"""Ours: what has more than this share of its letters in links leads to other pages."""


def letters(element: etree._Element) -> int:
    """Return how many letters an element holds, white space aside."""
    return sum(len("".join(str(part).split())) for part in element.itertext())


def linked(element: etree._Element) -> int:
    """Return how many of its letters are in links."""
    return sum(map(letters, links(element)))


def links(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the links in an element that lead anywhere; the name of a place in it has the same tag."""
    return (one for one in element.iter("a") if not _is_place(one))


def _is_place(link: etree._Element) -> bool:
    """Return whether a link is the name of a place, or leads to where it stands, as one in a heading may."""
    if "href" not in link.attrib:
        return any(name in link.attrib for name in _NAMES)
    place = link.get("href", "").rpartition("#")[2]
    around = islice(chain([link], link.iterancestors()), _NEAR)
    return any(place and place == one.get(name) for one in around for name in _NAMES)


def is_linked(element: etree._Element, share: float = _LINKS) -> bool:
    """Return whether more than a share of an element's letters is in links."""
    return linked(element) > share * letters(element)


def running(elements: Iterable[etree._Element]) -> int:
    """Return how many letters of their own some elements hold.

    Links, items with any, and what stands in a link do not count.
    """
    counted = (element for element in elements if element.tag != "li" or element.find(".//a") is None)
    return sum(
        len(part.strip())
        for element in counted
        if element.tag == "a" or not _in_link(element)
        for part in own(element)
    )


def lines(element: etree._Element, without: etree._Element | None = None) -> list[tuple[str, str]]:
    """Return the lines of an element, each with the tag of the text it is in, or "" if it is in none."""
    found: list[tuple[str, str]] = []
    tags = [""]
    line = ""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        if one.tag not in _IN_LINE:
            found.append((" ".join(line.split()), tags[-1]))
            line = ""
        if event == "end":
            tags = tags[:-1] if one.tag in RUNNING else tags
            line += (one.tail or "") if one is not element else ""
        else:
            tags = [*tags, str(one.tag)] if one.tag in RUNNING else tags
            if one is without:
                walk.skip_subtree()
            else:
                line += one.text or ""
    return [(said, tag) for said, tag in (*found, (" ".join(line.split()), "")) if said]


def up(element: etree._Element) -> list[etree._Element]:
    """Return an element and all around it."""
    return [element, *element.iterancestors()]


def _in_link(element: etree._Element) -> bool:
    return any(True for _ in element.iterancestors("a"))


def own(element: etree._Element) -> list[str]:
    """Return the texts that stand in an element, but in no link or element that is counted itself."""
    parts = [element.text or ""]
    for child in element:
        if child.tag != "a" and child.tag not in RUNNING:
            parts += own(child)
        parts.append(child.tail or "")
    return parts
