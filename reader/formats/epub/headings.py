"""Headings that only a book's table of contents knows: many books set theirs as bold paragraphs."""

import re
from collections.abc import Sequence

from lxml import etree

from reader.formats.epub.contents import Entry
from reader.formats.epub.xml import words

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = HEADINGS | {"p", "div", "section", "article", "blockquote", "li", "td", "dt", "dd", "pre", "table"}
_NOT_LETTERS = re.compile(r"[\W_]+")

_NEAR = 4
"""Paragraphs; ours: a heading among the first so many is the file's own, whatever stands before it."""


def entitle(body: etree._Element, entries: Sequence[Entry]) -> None:
    """Make headings of the words that entries lead to; where a file begins without them, put them there."""
    paragraphs, places = _paragraphs(body) if entries else ([], {})
    added: list[str] = []
    for entry in entries:
        first = places.get(entry.fragment) if entry.fragment else 0
        if first is None or first >= len(paragraphs):
            continue
        near = paragraphs[first : first + _NEAR]
        title = _letters(entry.title)
        if any(paragraph.tag in HEADINGS for paragraph in near) or not title or title in added:
            continue
        if said := _said(near, title):
            for paragraph in said:
                paragraph.tag = f"h{entry.level}"
        elif not first and title not in "".join(_letters(_words(paragraph)) for paragraph in near):
            heading = etree.Element(f"h{entry.level}")
            heading.text = entry.title
            body.insert(len(added), heading)
            added.append(title)


def _paragraphs(body: etree._Element) -> tuple[list[etree._Element], dict[str, int]]:
    """Return what holds words and no other block, and for each name the first of these from there on."""
    paragraphs: list[etree._Element] = []
    places: dict[str, int] = {}
    open_: etree._Element | None = None
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "end":
            open_ = None if element is open_ else open_
            continue
        if open_ is None and element.tag in _BLOCKS and _is_paragraph(element):
            paragraphs.append(element)
            open_ = element
        for name in (element.get("id"), element.get("name")):
            if name:
                places.setdefault(name, len(paragraphs) - (open_ is not None))
    return paragraphs, places


def _is_paragraph(element: etree._Element) -> bool:
    return not any(inner is not element for inner in element.iter(*_BLOCKS)) and bool(_words(element))


def _said(near: Sequence[etree._Element], title: str) -> Sequence[etree._Element]:
    """Return those of some paragraphs, one or more in a row, whose words are a title's."""
    for first in range(len(near)):
        said = ""
        for end, paragraph in enumerate(near[first:], first + 1):
            said += _letters(_words(paragraph))
            if said == title and all(found.tag in ("p", "div") for found in near[first:end]):
                return near[first:end]
    return ()


def _words(element: etree._Element) -> str:
    """Return the words in an element; those of its pictures where it has no others."""
    return words(element) or " ".join(image.get("alt", "") for image in element.iter("img")).strip()


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()
