"""Word documents (DOCX), a stretch at a time.

The library of Word documents reads a whole document before it gives the first word, and takes its time. It
is therefore handed one stretch after the other, each as a small document of its own that is made here. So
nothing reaches it that was not looked at before: no entity, no path, no depth.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice
from typing import Any

import mammoth
from lxml.etree import _Element as Element

from reader.formats import markup
from reader.formats.archive import Archive
from reader.formats.bounds import LINES
from reader.formats.building.formulas import FORMULA
from reader.formats.docx.names import named
from reader.formats.docx.package import Package
from reader.formats.docx.rewriting import FORMULA_STYLE, join_drop_caps, rewrite, style_of, words_of
from reader.formats.docx.styles import Styles, styles_in
from reader.formats.draft import Draft
from reader.formats.letters import clean
from reader.formats.pictures import Pictures
from reader.formats.refusals import Unfit
from reader.model.document import Block, Source

FIRST_STRETCH, LONGEST_STRETCH = 1_000, 4_000
"""Elements of XML; ours: some three pages, and each later stretch twice as long up to this.

The library takes a hundred times the memory of their words; longer ones are read hardly any sooner.
"""

_STYLES = f"""
p.{FORMULA_STYLE} => {FORMULA}:fresh
p[style-name^='Quote'] => blockquote > p:fresh
p[style-name^='Intense Quote'] => blockquote > p:fresh
p[style-name^='Block Text'] => blockquote > p:fresh
p[style-name^='Quotations'] => blockquote > p:fresh
p[style-name^='HTML Preformatted'] => pre:separator('\\n')
p[style-name^='Preformatted Text'] => pre:separator('\\n')
p[style-name^='Source Code'] => pre:separator('\\n')
p[style-name^='Caption'] => p.caption:fresh
p[style-name^='Illustration'] => p.caption:fresh
p[style-name^='Figure'] => p.caption:fresh
r[style-name='Emphasis'] => em
"""

_MARK = re.compile(r'(<sup><a href="#(?:foot|end)note-[^"]*" id="[^"]*">)\[\d+\]')

_OF_CONTENTS = re.compile(r"\s*(?:TOC\b|PAGEREF\s+_Toc)")
"""How Word is told to make such a table, and to set a page in it; no other link leads there."""

_FIRST_PAGE, _FIRST_RUNS = 40, 3_000
"""Paragraphs among which a title is looked for, and runs of letters that tell the language; ours."""

_AROUND = frozenset(map(named, ("w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:ins", "w:moveTo")))
_IN_TABLE = frozenset(map(named, ("w:tblPr", "w:tblGrid", "w:tr")))
_GO_ON = (named("w:numPr"), f"{named('w:rPr')}/{named('w:del')}")


def read(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of a Word document."""
    package = Package(Archive(content))
    styles = styles_in(package.part("styles"))
    document = package.part("document")
    body = None if document is None else document.find(named("w:body"))
    if document is None or body is None:
        raise Unfit("is damaged")
    join_drop_caps(body)
    draft.pictures = Pictures(package.picture)
    _describe(draft, package, document, styles)
    for name in ("footnotes", "endnotes"):
        if (part := package.part(name)) is not None:
            rewrite(part, styles, package.links(name))
    links = package.links("document")
    deeper = any(style.get(named("w:val")) in styles.titles for style in document.iter(named("w:pStyle")))
    children = list(_children(body, styles))
    numbers = count(1)
    done = 0
    for stretch in _stretches(children):
        for child in stretch:
            rewrite(child, styles, links, deeper=deeper)
        html = mammoth.convert_to_html(
            io.BytesIO(package.excerpt(stretch)),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(_address),
        ).value
        done += len(stretch)
        draft.share = done / len(children)
        # Each stretch counts its notes from 1.
        html = _MARK.sub(lambda mark: f"{mark[1]}[{next(numbers)}]", html)
        yield from markup.blocks(html, draft.pictures)


def _address(image: Any) -> dict[str, str]:
    """Return where a picture of the library's lies: what stands in its place in an excerpt."""
    try:
        with image.open() as file:
            return {"src": file.read().decode()}
    except KeyError:  # it lies on the web, or anywhere but in the document
        return {"src": ""}


def _describe(draft: Draft, package: Package, document: Element, styles: Styles) -> None:
    """Fill in what a document says of itself; a title on its first page goes before the one in its file."""
    core = package.part("core")

    def said(name: str) -> str:
        found = None if core is None else core.find(named(name))
        return "" if found is None else clean(" ".join((found.text or "").split()))

    first = islice(document.iter(named("w:p")), _FIRST_PAGE)
    titles = (words_of(paragraph) for paragraph in first if style_of(paragraph) in styles.titles)
    draft.title = clean(" ".join(next(titles, "").split())) or said("dc:title")
    draft.source = Source(author=said("dc:creator"), date=said("dcterms:created")[:10])
    draft.language = _language(document, styles.language) or said("dc:language")


def _language(document: Element, usual: str) -> str:
    """Return the language in which most of the first letters are set, "" if none is named."""
    letters: Counter[str] = Counter()
    for run in islice(document.iter(named("w:r")), _FIRST_RUNS):
        language = run.find(f"{named('w:rPr')}/{named('w:lang')}")
        name = usual if language is None else language.get(named("w:val"), usual)
        letters[name] += len(words_of(run))
    return next((name for name, _ in letters.most_common(1)), usual)


def _children(body: Element, styles: Styles) -> Iterator[Element]:
    """Yield what a body holds, without empty paragraphs and its table of contents: that is for leafing."""
    for child in body:
        if child.tag in _AROUND:
            yield from _children(child, styles)
        elif len(child) and style_of(child) not in styles.contents and not _is_of_contents(child):
            yield child
            yield from _rest_of(child)


def _is_of_contents(child: Element) -> bool:
    """Return whether a paragraph was made by Word for a table of contents, whatever its style is called."""
    made_by = (instruction.text or "" for instruction in child.iter(named("w:instrText")))
    return child.tag == named("w:p") and any(map(_OF_CONTENTS.match, made_by))


def _rest_of(table: Element) -> Iterator[Element]:
    """Take from a table the rows that would not stand in its block, and yield tables of them."""
    rows = list(table.iterchildren(named("w:tr")))
    if {row.tag for row in table} <= _IN_TABLE:
        for first in range(LINES, len(rows), LINES):
            rest = table.makeelement(table.tag)
            rest.extend(rows[first : first + LINES])
            yield rest


def _stretches(children: list[Element]) -> Iterator[list[Element]]:
    """Yield the document in stretches; none ends within a list, or where two paragraphs were made one."""
    stretch: list[Element] = []
    size, enough = 0, FIRST_STRETCH
    for child in children:
        if size >= enough and not _goes_on(stretch[-1]):
            yield stretch
            stretch, size, enough = [], 0, min(LONGEST_STRETCH, 2 * enough)
        stretch.append(child)
        size += sum(1 for _ in child.iter())
    if stretch:
        yield stretch


def _goes_on(child: Element) -> bool:
    properties = child.find(named("w:pPr"))
    return properties is not None and any(properties.find(path) is not None for path in _GO_ON)
