"""A Word document in the words that the library of Word documents knows, so that nothing is lost.

The library leaves out formulas, text boxes without an older twin, simple fields and whatever else it does not
know. Here each becomes something that it reads.
"""

from collections.abc import Collection

from lxml import etree
from lxml.etree import _Element as Element

from reader.formats.docx import formulas, symbols
from reader.formats.docx.names import named
from reader.formats.docx.styles import Styles, level_of

# What the library reads, or leaves out for good reason.
_KNOWN = frozenset(
    {"w:document", "w:body", "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:hyperlink", "w:ins", "w:moveTo"}
    | {"w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:object", "w:pict", "w:txbxContent"}
    | {"w:footnotes", "w:footnote", "w:endnotes", "w:endnote", "v:group", "v:rect", "v:roundrect", "v:shape"}
    | {"v:textbox", "w:del", "w:moveFrom", "mc:AlternateContent", "mc:Fallback"}
)
_READ = frozenset(map(named, _KNOWN))
_TEXT, _WRAPPER = named("w:t"), named("w:smartTag")
_RENAMED = {named("w:cr"): named("w:br"), named("w:ptab"): named("w:tab")}
_LINKS = tuple(map(named, ("r:id", "r:embed", "r:link")))

FORMULA_STYLE = "FormulaAlone"
"""Ours: of a paragraph that is a formula."""


def rewrite(root: Element, styles: Styles, links: Collection[str], *, deeper: bool = False) -> None:
    """Rewrite some element of a document in place; `links` are the ids that lead somewhere.

    `deeper` tells that the document has a title, below which the headings stand.
    """
    for choice in list(root.iter(named("mc:AlternateContent"))):
        _choose(choice)
    for displayed in list(root.iter(named("m:oMathPara"))):
        _set_apart(displayed)
    for formula in list(root.iter(named("m:oMath"))):
        _spell_out(formula)
    for run in root.iter(named("w:r")):
        symbols.spell_out(run)
    _open_wrappers(root)
    for element in root.iter(etree.Element):
        element.tag = _RENAMED.get(element.tag, element.tag)
        for link in _LINKS:
            if link in element.attrib and element.get(link) not in links:
                del element.attrib[link]
    for paragraph in list(root.iter(named("w:p"))):
        _set_heading(paragraph, styles, deeper)


def join_drop_caps(root: Element) -> None:
    """Put each large first letter, which has a paragraph of its own, into the paragraph that it begins."""
    for frame in list(root.iter(named("w:framePr"))):
        properties = frame.getparent()
        letter = None if properties is None else properties.getparent()
        if frame.get(named("w:dropCap"), "none") == "none" or letter is None or letter.tag != named("w:p"):
            continue
        rest = letter.getnext()
        body = letter.getparent()
        if rest is not None and body is not None and rest.tag == letter.tag:
            first = 0 if rest.find(named("w:pPr")) is None else 1
            rest[first:first] = [part for part in letter if part is not properties]
            body.remove(letter)


def style_of(paragraph: Element) -> str:
    """Return the id of a paragraph's style, "" for none."""
    style = paragraph.find(f"{named('w:pPr')}/{named('w:pStyle')}")
    return "" if style is None else style.get(named("w:val"), "")


def words_of(element: Element) -> str:
    """Return the letters that stand in an element."""
    return "".join(text.text or "" for text in element.iter(_TEXT))


def _choose(element: Element) -> None:
    """Keep one of several forms of the same thing: the oldest, unless another one has more words."""
    forms = list(element)
    if not forms:
        return
    best = max(reversed(forms), key=lambda form: len(words_of(form)))
    for form in forms:
        if form is not best:
            element.remove(form)
    best.tag = named("mc:Fallback")  # the one form that the library looks at


def _open_wrappers(root: Element) -> None:
    """Turn whatever stands around words, and is not known, into something that is read through."""
    seen: set[Element] = set()
    for text in root.iter(_TEXT):
        for element in text.iterancestors():
            if element in seen:
                break
            seen.add(element)
            if element.tag == named("w:drawing"):
                element.tag = named("w:pict")  # whose words stand after the paragraph, not within it
            elif element.tag not in _READ:
                element.tag = _WRAPPER


def _spell_out(formula: Element) -> None:
    """Put a formula in its place as a line of text."""
    words = formulas.line(formula)
    formula.tag = _WRAPPER
    formula[:] = [_run(words)]


def _set_apart(displayed: Element) -> None:
    """Let the formulas on lines of their own be a block, if nothing else is in their paragraph."""
    for after in list(displayed.iterchildren(named("m:oMath")))[1:]:
        line_end = etree.Element(named("w:r"))
        etree.SubElement(line_end, named("w:br"))
        after.addprevious(line_end)
    paragraph = displayed.getparent()
    if paragraph is None or paragraph.tag != named("w:p"):
        return
    others = [child for child in paragraph if child is not displayed and child.tag != named("w:pPr")]
    if any(words_of(child).strip() for child in others):
        return
    properties = paragraph.find(named("w:pPr"))
    if properties is None:
        properties = etree.Element(named("w:pPr"))
        paragraph.insert(0, properties)
    properties[:] = []
    etree.SubElement(properties, named("w:pStyle")).set(named("w:val"), FORMULA_STYLE)


def _run(text: str) -> Element:
    run = etree.Element(named("w:r"))
    etree.SubElement(run, _TEXT).text = text
    return run


def _set_heading(paragraph: Element, styles: Styles, deeper: bool) -> None:
    """Give a heading the style that the library knows; below a title it stands one level deeper."""
    properties = paragraph.find(named("w:pPr"))
    if properties is None:
        return
    style, outline = properties.find(named("w:pStyle")), properties.find(named("w:outlineLvl"))
    id_ = style_of(paragraph)
    level = styles.headings.get(id_, 0)
    if outline is not None and id_ not in styles.titles:
        level = level_of(outline)
    if not level and id_ not in styles.titles:
        return
    if style is None:
        style = etree.SubElement(properties, named("w:pStyle"))
    level = 1 if id_ in styles.titles else min(6, level + deeper)
    style.set(named("w:val"), f"Heading{level}")
