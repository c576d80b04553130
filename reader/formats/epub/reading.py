"""E-books: EPUB 2 and 3.

Read is what the book puts in its order of reading, file by file, so that the first page is there at once.
What it puts aside (`linear="no"`) follows at the end if the text leads there, as it does to notes. The table
of contents is left out: its titles become headings where the text has none.
"""

from collections.abc import Iterator
from html import escape

from reader.formats import gutenberg, markup
from reader.formats.archive import Archive
from reader.formats.draft import Draft
from reader.formats.epub.contents import contents
from reader.formats.epub.links import Links
from reader.formats.epub.package import Files, Item, opened, resolved
from reader.formats.epub.page import page
from reader.formats.epub.xml import text_of
from reader.formats.pictures import LARGEST, Pictures
from reader.formats.refusals import Unfit
from reader.model.document import Block

_FIRST_PAGES = 3


def read(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of a book; raises Unfit for one that is locked, damaged, or made to harm."""
    book = _Book(Files(Archive(content)))
    draft.title, draft.language, draft.source = book.package.title, book.package.language, book.package.source
    draft.pictures = book.pictures
    blocks = _blocks(book, draft)
    yield from gutenberg.book(blocks) if book.names(gutenberg.NAME) else blocks


def _blocks(book: "_Book", draft: Draft) -> Iterator[Block]:
    done, whole = 0, sum(map(book.size, book.items))
    for item in book.items:
        yield from book.blocks(item)
        done += book.size(item)
        draft.share = done / whole if whole else 0


class _Book:
    """A book whose files are read one by one."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.package = opened(files)
        self.pictures = Pictures(self._picture)
        self._titles = contents(files, self.package.contents)
        self._links = Links()
        for item in (*self.package.order, *self.package.aside):
            if item.is_text:
                self._look(item)
        reached = self._links.reached(item.path for item in self.package.order)
        self.items = (*self.package.order, *(item for item in self.package.aside if item.path in reached))

    def blocks(self, item: Item) -> Iterator[Block]:
        """Yield the blocks of one of the book's files."""
        html = self._page(item) if item.is_text else f'<img src="{escape(item.path.rpartition("/")[2])}">'
        pictures = _PicturesOf(item.path, self.pictures)
        found = markup.blocks(html, pictures, item.path, self._links.marked)
        return (self._links.believed(block, item.path) for block in found)

    def names(self, name: str) -> bool:
        """Return whether a name, in small letters, stands on one of the first pages."""
        first = [item for item in self.items if item.is_text][:_FIRST_PAGES]
        return any(name.encode() in self._bytes(item).lower() for item in first if self.size(item))

    def size(self, item: Item) -> int:
        """Return the bytes of one of the book's files, 0 for a picture."""
        return self._links.sizes.get(item.path, 0)

    def _look(self, item: Item) -> None:
        try:
            self._links.look(item.path, self._bytes(item))
        except Unfit:  # damaged: what stands before it can be read, and then it is told
            return

    def _page(self, item: Item) -> str:
        is_contents = "nav" in item.properties and len(self.package.order) > 1
        text = text_of(self._bytes(item))
        return page(text, self._titles.get(item.path, ()), is_contents=is_contents)

    def _bytes(self, item: Item) -> bytes:
        return self._files.read(item.path) or b""

    def _picture(self, path: str) -> bytes | None:
        try:
            return self._files.read(path, LARGEST)
        except Unfit:  # damaged, or too large: its words are enough
            return None


class _PicturesOf(Pictures):
    """The pictures of a book as one of its files names them."""

    def __init__(self, path: str, pictures: Pictures) -> None:
        super().__init__()
        self._path = path
        self._pictures = pictures

    def keep(self, address: str) -> str:
        """Return the name of the picture at an address in the file, "" if it is not kept."""
        within = address[:5].lower() == "data:"
        return self._pictures.keep(address if within else resolved(address, self._path))
