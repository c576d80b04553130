"""What a PDF says about itself: title, author, language, outline."""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from reader.formats.draft import Draft
from reader.formats.letters import clean, is_blank
from reader.formats.pdf.centred import NUMBER
from reader.formats.pdf.words import is_unspaced
from reader.model.document import Block, Kind, Source

ENTRIES = 5_000
"""Of an outline; ours."""

_NO_TITLE = re.compile(
    r"(?:microsoft \w+ - |untitled|\(anonymous\)|unknown|document\d*$|slide \d*$)"
    r"|.*\.(?:docx?|odt|rtf|pdf|tex|dvi|indd|qxd|x?html?|pages|pptx?|ps|wpd|txt|p65)$",
    re.IGNORECASE,
)
_FONT = re.compile(
    r"(?:cm[a-z]{1,6}|ms[ab]m|eu[fmrsx]{1,2}|lasy|rsfs|stmary|wasy)\d{1,2}|(?:ec|sf|tc)[a-z]{2}\d{3,4}|lm[a-z]+\d\d?-.*"
    r"|[a-z]+-(?:roman|regular|book|light|medium|bold|italic|oblique)\w*",
    re.IGNORECASE,
)
"""Names of fonts: what makes PDF of PostScript may take one for the text's title."""

_JOURNAL = re.compile(
    r"(?:the )?(?:(?:international|european|american|british|\w+ian) )?journal of ", re.IGNORECASE
)
BELOW = 8
"""Blocks; ours: so far below the name of its journal stands an article's title."""

_DATE = re.compile(r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)?(?P<day>\d\d)?")
_SMALL = 4  # letters: a shorter title is a program's


def tell(document: pdfium.PdfDocument, draft: Draft) -> None:
    """Fill in what the file says of the text; a title that is the name of a file is none."""
    details = {key: _plain(value) for key, value in document.get_metadata_dict().items()}
    title = details.get("Title", "")
    is_none = _NO_TITLE.match(title) or _FONT.fullmatch(title) or len(title) < _SMALL
    draft.title = "" if is_none else title
    date = _DATE.match(details.get("CreationDate", ""))
    draft.source = Source(
        author=details.get("Author", ""),
        date="-".join(part for part in date.groups() if part) if date else "",
    )
    draft.language = _language(document)


class Titling:
    """Finds the title of a text that named none: its first heading, but for a part's and a journal's name."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._name = ""
        self._left = 0

    def told(self, block: Block) -> Block:
        """Return a block, once it was looked at."""
        if not self._draft.title:
            self._look(block)
        return block

    def _look(self, block: Block) -> None:
        highest = 2 if self._left else 1
        self._left = max(0, self._left - 1)
        # A number tells that a heading is that of a part.
        if block.kind is Kind.HEADING and block.level <= highest and not NUMBER.match(block.text):
            if not self._name and _is_name(block.text):
                self._name, self._left = block.text, BELOW
            elif not _is_small(block.text):
                self._draft.title = block.text
        elif self._name and not self._left and not _is_small(self._name):
            self._draft.title = self._name


def _is_name(text: str) -> bool:
    """Return whether a text's first words are the name of a journal, or its sign."""
    return _is_small(text) or bool(_JOURNAL.match(text))


def _is_small(text: str) -> bool:
    return sum(2 if is_unspaced(letter) else letter.isalnum() for letter in text) < _SMALL


def outline(document: pdfium.PdfDocument) -> Iterator[tuple[str, int]]:
    """Yield the titles in the outline, and the level of each, from 1."""
    for number, entry in enumerate(document.get_toc()):
        if number == ENTRIES:
            return
        yield entry.get_title(), entry.level + 1


def has_pictures(document: pdfium.PdfDocument) -> bool:
    """Return whether one of the first pages holds a picture."""
    for number in range(min(3, len(document))):
        for thing in document[number].get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,)):
            return bool(thing)
    return False


def _language(document: pdfium.PdfDocument) -> str:
    size = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < size < 100:
        return ""
    letters = (raw.FPDF_WCHAR * size)()
    raw.FPDFCatalog_GetLanguage(document.raw, letters, size)
    return "".join(map(chr, letters)).rstrip("\0")


def _plain(text: str) -> str:
    found = " ".join(clean(text).split())
    return "" if is_blank(found) else found
