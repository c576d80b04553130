"""E-books: EPUB 2 and 3.

Read is what the book puts in its order of reading, file by file, so that the first page is there at once.
What it puts aside (`linear="no"`) follows at the end if the text leads there, as it does to notes. The table
of contents is left out: its titles become headings where the text has none.
"""

from collections.abc import Iterator
from html import escape

from reader.formats import markup
from reader.formats.archive import Archive
from reader.formats.draft import Draft
from reader.formats.epub_contents import contents
from reader.formats.epub_package import DRAWING, Files, Item, opened, resolved
from reader.formats.epub_page import links, page
from reader.formats.epub_xml import text_of
from reader.formats.pictures import LARGEST, Pictures
from reader.formats.refusals import Unfit
from reader.model.document import Block


def read(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of a book; raises Unfit for one that is locked, damaged, or made to harm."""
    book = _Book(Files(Archive(content)))
    draft.title, draft.language, draft.source = book.package.title, book.package.language, book.package.source
    draft.pictures = book.pictures
    order = book.package.order
    for number, item in enumerate(order, 1):
        yield from book.blocks(item)
        draft.share = number / len(order)
    aside = {item.path: item for item in book.package.aside}
    while linked := next((path for path in aside if path in book.linked), None):
        yield from book.blocks(aside.pop(linked))


class _Book:
    """A book whose files are read one by one; `linked` are the paths that links have led to so far."""

    def __init__(self, files: Files) -> None:
        self.package = opened(files)
        self.pictures = Pictures(self._picture)
        self.linked: set[str] = set()
        self._files = files
        self._contents = contents(files, self.package.contents)

    def blocks(self, item: Item) -> list[Block]:
        """Return the blocks of one of the book's files."""
        if item.is_page or item.type == DRAWING:
            html = self._page(item)
            self.linked |= links(html, item.path)
        else:
            html = f'<img src="{escape(item.path.rpartition("/")[2])}">'
        return markup.blocks(html, _PicturesOf(item.path, self.pictures))

    def _page(self, item: Item) -> str:
        is_contents = "nav" in item.properties and len(self.package.order) > 1
        text = text_of(self._files.read(item.path) or b"")
        return page(text, self._contents.get(item.path, ()), is_contents=is_contents)

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
