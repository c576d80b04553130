"""Markdown to HTML, by a library that is set up so that it takes no word for a sign.

As it comes, the library reads "{1, 2}" in a heading and "<LOD in" in a sentence as notes for a web page, and
drops what a table's row has beyond its head.
"""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import HtmlInlineProcessor

EXTENSIONS = ("fenced_code", "abbr", "def_list", "footnotes", "tables", "attr_list", "sane_lists")

# What may stand within a line; the library has its own list of those that stand around lines.
_INLINE = (
    "a|abbr|acronym|audio|b|bdi|bdo|big|br|button|cite|code|data|del|dfn|em|embed|font|i|img|input|ins|kbd|label|"
    "mark|meter|noscript|picture|q|rb|rp|rt|ruby|s|samp|select|small|source|span|strike|strong|sub|sup|svg|time|"
    "tt|u|var|wbr"
)


def html(text: str) -> str:
    """Return the HTML of a Markdown text; may take very long for one made to harm."""
    library = markdown.Markdown(extensions=EXTENSIONS, output_format="html")
    # Each takes the place of the library's own of that name.
    library.treeprocessors.register(_Notes(library), "attr_list", 8)
    library.parser.blockprocessors.register(
        _Table(library.parser, {"use_align_attribute": False}), "table", 75
    )
    library.inlinePatterns.register(HtmlInlineProcessor(_tag(library), library), "html", 90)
    return library.convert(text)


def _tag(library: markdown.Markdown) -> str:
    """Return the pattern of a comment, or of a tag that HTML knows, without attributes or with values."""
    names = "|".join((_INLINE, *library.block_level_elements))
    return rf"(</?(?i:{names})(?:\s[^<>=]*+=[^<>]*+|\s*+/?)>|<!--(?:(?!<!--|-->).)*-->)"


class _Notes(AttrListTreeprocessor):
    """Takes "{: .key-point }", "{#name}" and "{.name}" as notes; all other braces are words."""

    # The stubs call these final; the library itself looks them up on the instance.
    BASE_RE = r"\{(?:: *|(?=[#.]))([^} \n][^}\n]*)\}"  # type: ignore[misc]
    HEADER_RE = re.compile(rf" +{BASE_RE} *$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n *{BASE_RE} *$")  # type: ignore[misc]
    INLINE_RE = re.compile(rf"^{BASE_RE}")  # type: ignore[misc]


class _Table(TableProcessor):
    """Builds each row with all of its cells."""

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        beyond = len(self._split_row(row)) - len(align)  # type: ignore[attr-defined]
        super()._build_row(row, parent, [*align, *[None] * beyond])  # type: ignore[misc]
