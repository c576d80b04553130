"""A book's table of contents: the titles that it gives to its files, and to places in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from reader.formats.epub.package import Files, resolved
from reader.formats.epub.xml import attribute, parsed, words

DEEPEST = 6
"""Levels of headings."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A title, its level from 1, and the name it leads to within its file, "" for the beginning."""

    title: str
    level: int
    fragment: str


def contents(files: Files, paths: tuple[str, ...]) -> dict[str, list[Entry]]:
    """Return the titles for each file of a book, from the first table of contents that has any."""
    for path in paths:
        root = parsed(files.read(path) or b"")
        found: dict[str, list[Entry]] = {}
        for address, title, level in _links(root) if root is not None else ():
            name = files.find(resolved(address, path))
            if name and title:
                fragment = unquote(address.partition("#")[2])
                found.setdefault(name, []).append(Entry(title, min(level, DEEPEST), fragment))
        if found:
            return found
    return {}


def _links(root: etree._Element) -> Iterator[tuple[str, str, int]]:
    """Yield address, title and level of each entry, of either kind of table."""
    for point in root.iter("{*}navPoint"):
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            level = 1 + sum(1 for _ in point.iterancestors("{*}navPoint"))
            yield attribute(content, "src"), words(label), level
    tables = list(root.iter("{*}nav"))
    for table in [nav for nav in tables if "toc" in attribute(nav, "type").split()] or tables[:1]:
        for link in table.iter("{*}a"):
            level = sum(1 for _ in link.iterancestors("{*}ol"))
            yield attribute(link, "href"), words(link), max(level, 1)
