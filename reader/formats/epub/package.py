"""What an EPUB holds, by its own account: where its files lie, their order, and what it says of itself.

Follows EPUB 2 and 3, and forgives what real books get wrong: names in the wrong case or with escapes, lists
that name files which are not there, a missing container. What is locked by its seller is declined.
"""

import posixpath
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml import etree

from reader.formats.archive import MARKUP, Archive
from reader.formats.epub.xml import attribute, parsed, words
from reader.formats.refusals import Unfit
from reader.model.document import Source

CONTAINER, ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"

FONT_OBFUSCATION = frozenset(
    {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
    | {"http://www.w3.org/2001/04/xmlenc#embedding"}
)
"""Ways to make a font useless outside of its book; its words are open."""

PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
MAY_BE_PAGES = frozenset({"", "application/xml", "text/xml"})
PAGE_ENDINGS = (".xhtml", ".html", ".htm", ".xht")
DRAWING = "image/svg+xml"
NCX = "application/x-dtbncx+xml"


class Files:
    """The files of a book by their path, as forgiving about names as real books ask for."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        names = archive.names
        self._names = {_plain(known): name for name in reversed(names) for known in (_mended(name), name)}
        self._names |= {name: name for name in names}

    def find(self, path: str) -> str | None:
        """Return the name of a file as the archive writes it, None if there is none."""
        return self._names.get(path) or self._names.get(_plain(path))

    def read(self, path: str, largest: int = MARKUP) -> bytes | None:
        """Return a file's bytes, None if there is none. Raises Unfit for one made to harm."""
        name = self.find(path)
        return None if name is None else self._archive.read(name, largest)

    def ending(self, ending: str) -> Iterator[str]:
        """Yield the names of the files with an ending."""
        return (name for name in self._archive.names if name.lower().endswith(ending))


def resolved(address: str, base: str) -> str:
    """Return the path that an address in the file `base` leads to, without its "#"; "" if that is on the web.

    No way up leads out of the book: it ends at its root, as the web's ways do.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # brackets that are no host
        return ""
    if parts.scheme or parts.netloc:
        return ""
    if not parts.path:
        return base
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), unquote(parts.path))).lstrip("/")


@dataclass(frozen=True, slots=True)
class Item:
    """A file that the book lists: its path, media type, what stands in for it, and what it is for."""

    path: str
    type: str
    fallback: str
    properties: frozenset[str]

    @property
    def is_page(self) -> bool:
        """Return whether this is text to read; of another kind of XML, what stands in for it is better."""
        may_be = self.type in MAY_BE_PAGES and not self.fallback
        return may_be or self.type in PAGES or self.path.lower().endswith(PAGE_ENDINGS)

    @property
    def is_text(self) -> bool:
        """Return whether this can be read as markup: a page, or a drawing with its words."""
        return self.is_page or self.type == DRAWING

    @property
    def is_readable(self) -> bool:
        """Return whether this can stand in the order of reading: text, a drawing, a picture."""
        return self.is_page or self.type.startswith("image/")


@dataclass(frozen=True, slots=True)
class Package:
    """What a book says of itself: `order` is what is read one after the other, `aside` what links lead to.

    `contents` are the files that may hold its table of contents, the best first.
    """

    title: str
    language: str
    source: Source
    order: tuple[Item, ...]
    aside: tuple[Item, ...]
    contents: tuple[str, ...]


def opened(files: Files) -> Package:
    """Return what a book says of itself. Raises Unfit for one that is locked, or is no book."""
    _refuse_lock(files)
    path = _package_path(files)
    root = parsed(files.read(path) or b"") if path else None
    if path is None or root is None:
        raise Unfit("is not a whole e-book", "please get a new copy of it")
    items = dict(_items(root, path, files))
    order, aside = _spine(root, items)
    navigation = [item.path for item in items.values() if "nav" in item.properties]
    ncx = [item.path for item in items.values() if item.type == NCX or item.path.lower().endswith(".ncx")]
    return Package(
        title=_first(root, "title"),
        language=_first(root, "language"),
        source=Source(author=", ".join(_all(root, "creator")), date=_date(root)),
        order=order,
        aside=aside,
        contents=(*navigation, *ncx),
    )


def _refuse_lock(files: Files) -> None:
    root = parsed(files.read(ENCRYPTION) or b"")
    if root is None:
        return
    methods = {
        attribute(method, "algorithm")
        for data in root.iter("{*}EncryptedData")
        for method in data.iterchildren("{*}EncryptionMethod")
    }
    if methods - FONT_OBFUSCATION:
        raise Unfit("is locked by its seller", "please choose a copy without that lock")


def _package_path(files: Files) -> str | None:
    """Return the path of the first package that is there; without a container, of any."""
    root = parsed(files.read(CONTAINER) or b"")
    listed = [] if root is None else [attribute(file, "full-path") for file in root.iter("{*}rootfile")]
    found = (files.find(path) for path in (*listed, *files.ending(".opf")) if path)
    return next((path for path in found if path is not None), None)


def _items(root: etree._Element, path: str, files: Files) -> Iterator[tuple[str, Item]]:
    """Yield the files that the book lists and that are there, by their names in the list."""
    for item in root.iter("{*}item"):
        address = resolved(attribute(item, "href"), path)
        name = files.find(address) if address else None
        yield (
            attribute(item, "id"),
            Item(
                name or "",
                attribute(item, "media-type").lower(),
                attribute(item, "fallback"),
                frozenset(attribute(item, "properties").split()),
            ),
        )


def _spine(root: etree._Element, items: dict[str, Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return what is read in order, and what is not; each file once.

    A list that names nothing that can be read is no list: then all pages are read as they are listed.
    """
    order: dict[str, Item] = {}
    aside: dict[str, Item] = {}
    for reference in root.iter("{*}itemref"):
        item = _standing_in(attribute(reference, "idref"), items)
        if item is not None:
            (aside if attribute(reference, "linear").lower() == "no" else order).setdefault(item.path, item)
    if not order:
        order, aside = aside, {}
    if not order:
        order = {item.path: item for item in items.values() if item.path and item.is_page}
    return tuple(order.values()), tuple(item for path, item in aside.items() if path not in order)


def _standing_in(name: str, items: dict[str, Item]) -> Item | None:
    """Return the file that a name in the order leads to, or what stands in for one that cannot be read."""
    seen = set()
    while name in items and name not in seen:
        seen.add(name)
        item = items[name]
        if item.path and item.is_readable:
            return item
        name = item.fallback
    return None


def _all(root: etree._Element, name: str) -> list[str]:
    return [found for element in root.iter(f"{{*}}{name}") if (found := words(element))]


def _first(root: etree._Element, name: str) -> str:
    return next(iter(_all(root, name)), "")


def _date(root: etree._Element) -> str:
    """Return the first day that the book names; some programs write the year 101 where none is known."""
    day = _first(root, "date").partition("T")[0]
    return "" if day.startswith("0101-") else day


def _plain(name: str) -> str:
    path = posixpath.normpath(unquote(name).replace("\\", "/")).lstrip("/")
    return unicodedata.normalize("NFC", path).casefold()


def _mended(name: str) -> str:
    """Return a name in UTF-8 whose archive did not say so: it was read as the letters of old computers."""
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name
