"""What each element of sane HTML means: which begins a block, and of what kind; which is a style."""

from reader.formats.building.formulas import EXPRESSION, FORMULA
from reader.model.document import Kind, Style

STYLES = (
    dict.fromkeys(("em", "i", "cite", "dfn", "var"), Style.EMPHASIS)
    | dict.fromkeys(("strong", "b"), Style.STRONG)
    | dict.fromkeys(("code", "kbd", "samp", "tt"), Style.CODE)
    | {"sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT, "a": Style.LINK}
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS = dict.fromkeys(HEADINGS, Kind.HEADING) | {
    "pre": Kind.CODE,
    "table": Kind.TABLE,
    "caption": Kind.PARAGRAPH,
    "blockquote": Kind.QUOTE,
    "li": Kind.LIST_ITEM,
    "dt": Kind.PARAGRAPH,
    "dd": Kind.LIST_ITEM,
    FORMULA: Kind.FORMULA,
}
LISTS = frozenset({"ul", "ol", "dl"})
# Each begins and ends a block, unless it stands in a table.
BLOCKS = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "address", "figure"}
    | {"figcaption", "details", "summary", "hr", *LISTS, *KINDS}
)
CELLS = frozenset({"td", "th"})
BREAKS = frozenset({"br", "tr", *CELLS})
VOID = frozenset({"br", "hr", "img"})
AROUND = {"rt": ("(", ")"), "q": ("“", "”")}
"""What HTML leaves to the page to paint around some words."""

TAGS = {*STYLES, *BLOCKS, *BREAKS, *AROUND, "img", "span", "rp", EXPRESSION}
ATTRIBUTES = {
    "*": {"id", "class", "role", "epub:type", "hidden", "aria-hidden", "style"},
    "a": {"href", "name"},
    "img": {"alt", "src"},
    "ol": {"start"},
}

SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead; a picture may also lie in the text itself, or beside it."""


def leads_away(href: str) -> bool:
    """Return whether a link leads out of the text to where one may follow it."""
    return href.partition(":")[0].lower() in SCHEMES


def is_hidden(tag: str, values: dict[str, str]) -> bool:
    """Return whether an element is not to be seen, or is there for the eye alone, as a formula's shape."""
    if tag == "rp" or values.get("hidden", "until-found") != "until-found":
        return True
    if values.get("aria-hidden") == "true" and tag not in BLOCKS:
        return True
    return "display:none" in values.get("style", "").replace(" ", "").lower()
