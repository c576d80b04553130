"""From HTML to blocks: the one way in for every format that is HTML or can be turned into it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

import nh3

from reader.formats.building import formulas, notes
from reader.formats.building.builder import Builder
from reader.formats.building.elements import ATTRIBUTES, SCHEMES, TAGS, leads_away
from reader.formats.building.tables import layouts
from reader.formats.pictures import Pictures
from reader.formats.refusals import Unfit
from reader.model.document import Block

UNREAD = {"script", "style", "template", "title", "iframe", "svg", "noscript"} | {
    "select",
    "datalist",
    "textarea",
    "audio",
    "video",
    "canvas",
}

DEEPEST = 10_000
"""Tags within tags: ours. The sanitiser's time grows with the square of it: half a second here."""

# Tags, but for those that people leave open since HTML lets them.
_NESTING = re.compile(
    r"<(?P<end>/?)(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|tbody|td|tfoot"
    r"|th|thead|tr|wbr)\b)(?P<tag>[a-z][\w:-]*)",
    re.IGNORECASE,
)
# In XHTML alone, a tag that ends itself holds nothing; HTML would read it as one that is left open.
_XML = re.compile(
    r"\s*<\?xml\b|(?s:.{0,2000}?)\bxmlns\s*=\s*[\"']http://www\.w3\.org/1999/xhtml", re.IGNORECASE
)
_ENDS_ITSELF = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)(?P<tag>[\w:]+)(?P<values>[^<>]*)/>"
)


def blocks(
    html: str,
    pictures: Pictures | None = None,
    file: str = "",
    marked: Collection[str] = (),
    known: Collection[str] = (),
) -> Iterator[Block]:
    """Yield the blocks of an HTML text, without ids, as soon as nothing that follows can change them.

    Only what is text is kept, and what `pictures` keeps: any other picture becomes its description. A link
    keeps its target if that is on the web or an address for mail, and a footnote's mark the name of its note,
    such as "text/notes.xhtml#n1".

    Of a book, `file` is the path within it, and `marked` the names that marks anywhere in it lead to
    (`notes.marks`); of a text in parts, `known` are the names of the notes in other ones. Raises Unfit for
    one made to harm, with ten thousand tags within tags.
    """
    if depth(html) > DEEPEST:
        raise Unfit("has too many tags within tags")
    if _XML.match(html):
        html = _ENDS_ITSELF.sub(r"<\g<tag>\g<values>></\g<tag>>", html)
    sane = nh3.clean(
        formulas.read(html),
        tags=TAGS,
        clean_content_tags=UNREAD,
        attributes=ATTRIBUTES,
        attribute_filter=_kept_value,
        url_schemes={*SCHEMES, "data", "cid"},
        url_relative="pass_through",
        link_rel=None,
    )
    builder = Builder(pictures or Pictures(), file, layouts(sane))
    return notes.settled(builder.build(sane), builder.blocks, builder.anchors, file, marked, known)


def depth(html: str) -> int:
    """Return how many tags stand within tags, at most one more than `DEEPEST`."""
    now = deepest = 0
    for tag in _NESTING.finditer(html):
        now = max(0, now - 1) if tag["end"] else now + 1
        deepest = max(now, deepest)
        if deepest > DEEPEST:
            break
    return deepest


def is_closed(html: str) -> bool:
    """Return whether each tag and each comment has its end, so that nothing goes on in what follows."""
    open_: Counter[str] = Counter()
    for tag in _NESTING.finditer(html):
        name = tag["tag"].lower()
        open_[name] = max(0, open_[name] - 1) if tag["end"] else open_[name] + 1
    return not any(open_.values()) and html.rfind("<!--") <= html.rfind("-->")


def _kept_value(_tag: str, name: str, value: str) -> str | None:
    is_kept = name != "href" or "#" in value or leads_away(value)
    return value if is_kept else None
