"""What a PDF says about itself: title, author, language, outline."""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from reader.formats.draft import Draft
from reader.formats.letters import clean, is_blank
from reader.formats.pdf.centred import NUMBER
from reader.model.document import Block, Kind, Source

ENTRIES = 5_000
"""Of an outline; ours."""

_NO_TITLE = re.compile(
    r"(?:microsoft \w+ - |untitled|\(anonymous\)|unknown|document\d*$|slide \d*$)"
    r"|.*\.(?:docx?|odt|rtf|pdf|tex|dvi|indd|qxd|x?html?|pages|pptx?|ps|wpd|txt|p65)$",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)?(?P<day>\d\d)?")
_SMALL = 4  # letters: a shorter title is a program's


def tell(document: pdfium.PdfDocument, draft: Draft) -> None:
    """Fill in what the file says of the text; a title that is the name of a file is none."""
    details = {key: _plain(value) for key, value in document.get_metadata_dict().items()}
    title = details.get("Title", "")
    draft.title = "" if _NO_TITLE.match(title) or len(title) < _SMALL else title
    date = _DATE.match(details.get("CreationDate", ""))
    draft.source = Source(
        author=details.get("Author", ""),
        date="-".join(part for part in date.groups() if part) if date else "",
    )
    draft.language = _language(document)


def told_by(block: Block, draft: Draft) -> Block:
    """Return a block, whose words are the title if it is the first heading of a text that named none.

    A number tells that a heading is that of a part.
    """
    is_first = not draft.title and block.kind is Kind.HEADING and block.level == 1
    if is_first and len(block.text) >= _SMALL and not NUMBER.match(block.text):
        draft.title = block.text
    return block


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
