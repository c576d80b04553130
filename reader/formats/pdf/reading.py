"""PDF: letters on pages, of which a text is made again."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from reader.formats.draft import Draft
from reader.formats.pdf import details, layout, letters, spaced
from reader.formats.pdf.blocks import Composing
from reader.formats.pdf.captions import begins_caption, set_in
from reader.formats.pdf.drawings import unseen, with_drawings
from reader.formats.pdf.drawn import drawn
from reader.formats.pdf.figures import Gallery, Page
from reader.formats.pdf.furniture import Furniture
from reader.formats.pdf.leftwards import mirrored
from reader.formats.pdf.notes import parted
from reader.formats.pdf.numbering import Numbering
from reader.formats.pdf.placed import Box, drawn_lines, placed
from reader.formats.pdf.type import essence, typography
from reader.formats.pdf.words import Words
from reader.formats.refusals import Unfit
from reader.model.document import Block

PAGES, LETTERS = 5_000, 20_000_000
"""Ours: three times what the longest honest books have."""

SAMPLE, ENOUGH = 4, 25_000
"""Pages from each of four places that are looked at before the first is shown: 0.2 s; and letters, after
which two of each have to do, as those of a page that is set densely take long. Both ours.
"""


def read(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the text of a PDF page by page; raises Unfit for one that is locked, damaged or mere pictures."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Unfit("is locked with a password", "please choose a copy without one") from error
        raise Unfit("is damaged") from error
    try:
        if len(document) > PAGES:
            raise Unfit("has too many pages to be opened safely", "please choose a part of it")
        details.tell(document, draft)
        yield from _blocks(document, draft)
    finally:
        document.close()


def _blocks(document: pdfium.PdfDocument, draft: Draft) -> Iterator[Block]:
    pages = _Pages(document)
    sample = pages.sample()
    furniture = Furniture(page.lines for page in sample)
    titles = {essence(title): level for title, level in details.outline(document)}
    type_ = typography((page.lines for page in sample), titles)
    gallery = Gallery(draft.pictures, sample)
    words = Words()
    titling = details.Titling(draft)
    composing = Composing(type_, words, essence(draft.title))
    found = False
    has_words = any(furniture.without(page.lines) for page in sample)
    for page in sample:
        words.learn_all(line.text for line in page.lines)
    for number in range(len(document)):
        page = pages.page(number)
        words.learn_all(line.text for line in pages.page(number + 1).lines)
        page = with_drawings(replace(page, lines=furniture.without(page.lines)))
        # Of a file with mere pictures of pages, none is unpacked in vain.
        has_words = has_words or bool(page.lines)
        figures = gallery.hang(document, number, page) if has_words else []
        columns, notes = parted(layout.columns(unseen(page, figures)), type_.size)
        draft.share = number / len(document)
        composing.hold(set_in(columns, figures, words))
        for block in composing.page(number + 1, list(filter(None, columns)), notes):
            found = True
            yield titling.told(block)
    for block in composing.ended():
        found = True
        yield titling.told(block)
    if not found and details.has_pictures(document):
        raise Unfit("holds only pictures of its pages", "please look for a copy with text")


class _Pages:
    """What a document's pages hold, each of which is read once."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._numbering = Numbering()
        self._letters = 0
        self._kept: dict[int, Page] = {}

    def sample(self) -> list[Page]:
        """Return pages from all over the document."""
        count = len(self._document)
        begins = {0, *(count * quarter // 4 for quarter in range(4))}
        for step in range(SAMPLE):
            if step < 2 or self._letters < ENOUGH:
                for number in {begin + step for begin in begins if begin + step < count} - {*self._kept}:
                    self._kept[number] = self._read(number)
        if self._numbering.settle(count):
            self._kept = {number: self._read(number) for number in self._kept}
        return [self._kept[number] for number in sorted(self._kept)]

    def page(self, number: int) -> Page:
        """Return a page, an empty one after the last; pages before the one before it are forgotten."""
        self._kept.pop(number - 2, None)
        if number not in self._kept:
            self._kept[number] = self._read(number) if number < len(self._document) else Page()
        return self._kept[number]

    def _read(self, number: int) -> Page:
        try:
            page = self._document[number]
        except pdfium.PdfiumError:  # a page that is damaged ends no book
            return Page()
        try:
            turn, parts = mirrored(*drawn(page))
            self._numbering.learn(parts)
            lines = letters.lines(spaced.joined(self._numbering.without(parts)))
            has_caption = any(begins_caption(line.text) for line in lines)
            boxes = drawn_lines(page) if has_caption else []
            found = Page(lines, placed(page), turn, Box(*page.get_bbox()), boxes)
        finally:
            page.close()
        self._letters += sum(len(line.text) for line in found.lines)
        if self._letters > LETTERS:
            raise Unfit("holds too much to be opened safely", "please choose a part of it")
        return found
