"""Markdown to HTML, by a library that is set up so that it takes no word for a sign.

As it comes, the library reads "{1, 2}" in a heading and "<LOD in" in a sentence as notes for a web page, and
drops what a table's row has beyond its head. It knows neither "$$x$$" on a line of its own, nor "H~2~O" and
"x^2^".
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import HtmlInlineProcessor, SimpleTagInlineProcessor
from markdown.util import AtomicString

from reader.formats.building.formulas import FORMULA
from reader.formats.markup import is_closed

EXTENSIONS = ("fenced_code", "abbr", "def_list", "footnotes", "tables", "attr_list", "sane_lists")

# What may stand within a line; the library has its own list of those that stand around lines.
_INLINE = (
    "a|abbr|acronym|audio|b|bdi|bdo|big|br|button|cite|code|data|del|dfn|em|embed|font|i|img|input|ins|kbd|label|"
    "mark|meter|noscript|picture|q|rb|rp|rt|ruby|s|samp|select|small|source|span|strike|strong|sub|sup|svg|time|"
    "tt|u|var|wbr"
)


_SCRIPTS = {"sub": "~", "sup": "^"}

FIRST, LARGEST = 4_000, 64_000
"""Letters at which a stretch may end; ours: a first one that is there at once, then each twice as long."""

_PLACE = "///Footnotes Go Here///"
_MAY_BEGIN = ("h1", "h2", "h3", "h4", "h5", "h6")


class Text:
    """A Markdown text as HTML; may take very long for one made to harm.

    What links, footnotes and abbreviations mean is found first, wherever it stands. `notes` is the HTML of
    the footnotes, "" if there are none, and `names` are what marks call them.
    """

    def __init__(self, text: str) -> None:
        self._library = _library()
        lines = text.split("\n")
        for step in self._library.preprocessors:
            lines = step.run(lines)
        root = self._library.parser.parseDocument(lines).getroot()
        self._root = Element("div") if root is None else root
        footnotes = self._library.treeprocessors["footnote"]
        self._library.treeprocessors.deregister("footnote")
        footnotes.run(self._root)
        self.notes, self.names = "", set[str]()
        # A text may say where its footnotes go; then it is read in one stretch.
        self._is_whole = _PLACE in text
        if not self._is_whole and len(self._root) and self._root[-1].get("class") == "footnote":
            notes = self._root[-1]
            self._root.remove(notes)
            self.names = {f"#{note.get('id')}" for note in notes.iter("li")}
            self.notes = self._html([notes])

    def stretches(self) -> Iterator[tuple[str, float]]:
        """Yield the HTML in stretches, each with what share of the text has been seen.

        Read one by one they give the blocks of the whole: none ends within a tag that is open.
        """
        held: list[Element] = []
        html = ""
        letters, size, wanted = 0, FIRST, FIRST
        for number, element in enumerate(self._root):
            if letters >= wanted and element.tag in _MAY_BEGIN and not self._is_whole:
                html += self._html(held)
                held = []
                if is_closed(html):
                    yield html, number / len(self._root)
                    size = min(LARGEST, 2 * size)
                    html, letters, wanted = "", 0, size
                else:  # the tag may never end: to look for that at each heading would take the square of time
                    wanted = 2 * letters
            held.append(element)
            letters += sum(map(len, element.itertext()))
        yield html + self._html(held), 1.0

    def _html(self, elements: Sequence[Element]) -> str:
        """Do with some elements what the library does with a whole tree."""
        root = Element("div")
        root.extend(elements)
        for step in self._library.treeprocessors:
            done = step.run(root)
            root = root if done is None else done
        html = self._library.serializer(root).strip().removeprefix("<div>").removesuffix("</div>")
        for last in self._library.postprocessors:
            html = last.run(html)
        return html


def _library() -> markdown.Markdown:
    library = markdown.Markdown(extensions=EXTENSIONS, output_format="html")
    # The first three take the place of the library's own of that name.
    library.treeprocessors.register(_Notes(library), "attr_list", 8)
    library.parser.blockprocessors.register(
        _Table(library.parser, {"use_align_attribute": False}), "table", 75
    )
    library.inlinePatterns.register(HtmlInlineProcessor(_tag(library), library), "html", 90)
    library.parser.blockprocessors.register(_Formula(library.parser), "formula", 85)
    for tag, sign in _SCRIPTS.items():
        pattern = rf"(?<=[\w)\]])(\{sign})([\w+−-]{{1,12}})\{sign}(?!\{sign})"
        library.inlinePatterns.register(SimpleTagInlineProcessor(pattern, tag), tag, 65)
    return library


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


class _Formula(BlockProcessor):
    """Takes "$$x$$" on a line of its own as a formula."""

    _PATTERN = re.compile(r"^ {0,3}\$\$(?!\$)([^\n$]*[^\s$][^\n$]*)\$\$ *$", re.MULTILINE)

    def test(self, parent: Element, block: str) -> bool:
        return bool(self._PATTERN.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = self._PATTERN.search(block)
        if found is None:
            return
        if before := block[: found.start()].rstrip("\n"):
            self.parser.parseBlocks(parent, [before])
        SubElement(parent, FORMULA).text = AtomicString(found[1].strip())
        if rest := block[found.end() :].lstrip("\n"):
            blocks.insert(0, rest)
