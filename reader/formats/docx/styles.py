"""What the styles of a Word document mean: which are headings, whatever language Word spoke."""

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.formats.docx.names import named

# Word writes these names in English, whatever its own language is; LibreOffice and Pages write them, too.
_HEADING = re.compile(r"heading (?P<level>[1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|contents|table of figures) ?(?:\d|heading)?", re.IGNORECASE)

_BODY_TEXT = 9
"""As Word counts the levels of an outline, from 0."""

_LONGEST_CHAIN = 20
"""Styles that are based on each other; ours: a circle ends here."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids of the styles of paragraphs: headings with their levels from 1, titles, a table of contents."""

    headings: dict[str, int]
    titles: frozenset[str]
    contents: frozenset[str]
    language: str


def styles_in(root: Element | None) -> Styles:
    """Return what the styles mean; none are known where a document has no such part."""
    found = (
        {}
        if root is None
        else {style.get(named("w:styleId"), ""): style for style in root.iter(named("w:style"))}
    )
    names = {id_: _value(style, "w:name").lower() for id_, style in found.items()}
    titles = frozenset(id_ for id_, name in names.items() if name == "title")
    headings = {id_: level for id_ in found if id_ not in titles and (level := _level(id_, found))}
    contents = frozenset(id_ for id_, name in names.items() if _CONTENTS.fullmatch(name))
    language = None if root is None else root.find(".//" + "/".join(map(named, _DEFAULT)))
    return Styles(headings, titles, contents, "" if language is None else language.get(named("w:val"), ""))


_DEFAULT = ("w:rPrDefault", "w:rPr", "w:lang")


def _level(id_: str, found: dict[str, Element]) -> int:
    """Return the level of a style of headings, by its name, its outline, or what it is based on."""
    for _ in range(_LONGEST_CHAIN):
        style = found.get(id_)
        if style is None:
            return 0
        if heading := _HEADING.fullmatch(_value(style, "w:name")):
            return int(heading["level"])
        outline = style.find(f"{named('w:pPr')}/{named('w:outlineLvl')}")
        if outline is not None:
            return level_of(outline)
        id_ = _value(style, "w:basedOn")
    return 0


def level_of(outline: Element) -> int:
    """Return the level of heading, from 1, that an outline level stands for; 0 for none."""
    level = outline.get(named("w:val"), "")
    return int(level) + 1 if level.isdecimal() and int(level) < _BODY_TEXT else 0


def _value(style: Element, name: str) -> str:
    child = style.find(named(name))
    return "" if child is None else child.get(named("w:val"), "")
