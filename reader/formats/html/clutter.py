"""What surrounds the text of a web page: menus, notices, buttons, what else there is to read.

An element goes by what it is called, as a tag, a role, a class or an id; never if it holds most of the page.
"""

import re
from collections.abc import Container, Iterator

from lxml import etree

from reader.formats.building.notes import NOTES_WORDS
from reader.formats.html.weight import LONG, RUNNING, letters, linked, running, up

_UNREAD = ("script", "style", "noscript", "template", "iframe", "object", "svg", "button", "select")
_AROUND = ("nav", "dialog", "menu", "textarea", "input", "link", "audio", "video", "canvas")
PAGE = frozenset({"html", "body", "main", "article"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog"}
    | {"menu", "menubar", "toolbar", "tablist", "tooltip"}
)
_OUTSIDE = frozenset({"header", "footer", "aside"})
"""These belong to the site where no article is around them."""

_NOTICES = (
    r"(?:cookies?|consent|gdpr)(?:-?(?:bar|banner|box|message|notice|pop-?up|sdk))?|onetrust|usa-banner"
)
_WAYS = (
    r"nav|navbar|navbox|docnav|navigation|menu|breadcrumbs?|toc|table-of-contents|skip-?(?:links?|to|nav)|"
    r"side-?bar|pagination|pager|toolbar|widgets?|widget-?area|back-?(?:to|2)-?top|masthead|"
    r"site-?(?:header|footer|nav)|page-?footer|print-?footer|catlinks|cat-?links|tag-?(?:cloud|links|list)"
)
_MORE = (
    r"related|related-?\w+|recommended|read-?next|also-?(?:like|read)|trending|most-?(?:popular|read|viewed)|"
    r"popular-?posts|similar-?(?:articles|content|posts|stories)|jp-relatedposts|outbrain|taboola|"
    r"(?:more|top)-?(?:stories|news|articles|posts|topics)"
)
_OTHERS = (
    r"comments?|comment-?list|respond|disqus\w*|feedback|(?:alt)?metrics?|about-?(?:the-?)?author|"
    r"author-?(?:bio|box|card|profile)|post-?(?:buttons|profile)|vcard-actions"
)
_WANTS = (
    r"share|sharing|sharedaddy|share-?(?:bar|buttons?|links?|tools?)|social(?:-?\w+)?|addthis|follow-?us|"
    r"newsletter|subscribe|subscription|sign-?up|login|paywall|access-cta|announcement-?bar|pop-?up|modal|"
    r"advert\w*|ads?|sponsored|promo"
)
_NAMES = re.compile(
    rf"(?:^|[\s_-])(?:{_NOTICES}|{_WAYS}|{_MORE}|{_OTHERS}|{_WANTS})(?:$|[\s_-])", re.IGNORECASE
)
_NAMES_IN_LINE = re.compile(
    r"(?:^|[\s_-])(?:mw-editsection|mw-jump-link|headerlink|sr-only|visually-?hidden|screen-reader-text|"
    r"no-?print|print-?only)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What is called so is no word of a sentence, though it may stand in one."""

_SIDE = re.compile("side-?bar", re.IGNORECASE)
"""Beside the text, or a box in it."""

_RUNS = frozenset({"p", "ul", "ol", "dl", "pre", "blockquote"})

_NAMED = ("id", "data-testid", "data-component")
_WORDS = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")
"""Between the words of a name such as "shareButtons"; "PagePromo" may well hold all of a page."""

_FOOTER = re.compile(r"(?:.*[_-])?footer(?:[_-].*)?", re.IGNORECASE)
_SIGNS = ("¶", "#", "§", "🔗")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_KEPT = PAGE | {"pre", "code", "table", "p", "h1", "h2", "h3"}
"""These never go because of what they are called; an article about cookies may be called so."""

_PARAGRAPHS = frozenset(RUNNING) - {"td"}

BLOCKS = frozenset(
    {"div", "section", "p", "ul", "ol", "dl", "form", "center", "article", "figure"} | _OUTSIDE
)
"""What stands on lines of its own."""

_MOST, _MOST_BESIDE = 0.4, 0.9
"""Ours: what holds more than this share of a page's letters is the page; more, where the text is known."""

_MUCH = 300
"""Letters that are in no links; ours: what says so much goes only by a plain name."""


def remove_unseen(tree: etree._Element) -> None:
    """Take out of a page, in place, what nobody sees, or reads."""
    etree.strip_tags(tree, "embed")  # it holds nothing, but the parser puts in it what follows
    for element in list(tree.iter(*_UNREAD, etree.Comment, etree.ProcessingInstruction)):
        if not _opens_text(element):
            drop(element)
    for element in list(tree.iter(etree.Element)):
        if (_is_hidden(element) and element.tag not in PAGE) or _is_sign(element):
            drop(element)


def remove(tree: etree._Element, text: Container[etree._Element], *, is_known: bool) -> None:
    """Take out of a page, in place, what is no part of its text; what is known to be `text` stays.

    More may go if it `is_known` where most of the text is.
    """
    for element in list(tree.iter(*_AROUND)):
        drop(element)
    most = letters(tree) * (_MOST_BESIDE if is_known else _MOST)
    for element in list(tree.iter(etree.Element)):
        if element.getparent() is None or element in text or not _is_clutter(element):
            continue
        if letters(element) <= most and not any(True for _ in element.iter("article", "main")):
            drop(element)


def says(element: etree._Element) -> Iterator[str]:
    """Yield the texts that stand in an element, but in none within it."""
    yield element.text or ""
    yield from (child.tail or "" for child in element)


def mains(tree: etree._Element) -> Iterator[etree._Element]:
    """Yield what calls itself the main part of a page."""
    for element in tree.iter(etree.Element):
        if "main" in (element.tag, element.get("role")) and not any(
            "main" in (one.tag, one.get("role")) for one in element.iterancestors()
        ):
            yield element


def is_within_article(element: etree._Element) -> bool:
    """Return whether an element is, or stands in, what calls itself an article or the main part."""
    return any(one.tag == "article" or "main" in (one.tag, one.get("role")) for one in up(element))


def is_in_paragraph(element: etree._Element) -> bool:
    """Return whether an element is a word, or some, of a paragraph, an item or a heading."""
    around = next((one for one in element.iterancestors() if one.tag in BLOCKS or one.tag in RUNNING), None)
    return element.tag not in BLOCKS and around is not None and around.tag in _PARAGRAPHS


def holds_notes(element: etree._Element) -> bool:
    """Return whether an element says that it is a footnote, or that it holds some."""
    said = (element.get("class", ""), element.get("role", ""), element.get("epub:type", ""))
    return not NOTES_WORDS.isdisjoint(" ".join(said).split())


def drop(element: etree._Element) -> None:
    """Take an element out of its tree, but not the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _is_clutter(element: etree._Element) -> bool:
    """Return whether an element says by its tag, its role or a name that it is no part of the text."""
    if element.tag in _KEPT or holds_notes(element):
        return False
    names = list(_names(element))
    return _is_of_site(element, names) or _is_named(element, names)


def _is_of_site(element: etree._Element, names: list[str]) -> bool:
    """Return whether an element has the tag, the role or the name of what surrounds any text of a site."""
    role = element.get("role", "").lower()
    is_around = element.tag in _OUTSIDE or role == "complementary" or any(map(_FOOTER.fullmatch, names))
    if role in _ROLES or (is_around and _is_outside(element) and not is_in_paragraph(element)):
        return True
    return element.tag == "footer" and letters(element) == linked(element)


def _is_named(element: etree._Element, names: list[str]) -> bool:
    """Return whether an element is called by a name of what is no text."""
    if any(map(_NAMES_IN_LINE.search, names)):
        return True
    if _is_in_sentence(element) or _is_of_text(element):
        return False
    split = any(_NAMES.search(_WORDS.sub("-", name)) for name in names)
    return any(map(_NAMES.search, names)) or (split and letters(element) - linked(element) < _MUCH)


def _is_of_text(element: etree._Element) -> bool:
    """Return whether an element stands in a text as what is beside it does, whatever its name."""
    classes = [name for name in element.get("class", "").split() if _NAMES.search(name)]
    if not classes:
        return _is_section(element)
    return all(map(_SIDE.fullmatch, classes)) and _is_box(element)


def _is_box(element: etree._Element) -> bool:
    """Return whether an element with a text of its own stands next to a paragraph, or to other such boxes."""
    ways = (element.itersiblings(preceding=True), element.itersiblings())
    near = (next((one for one in way if letters(one) and not _is_side(one)), None) for way in ways)
    is_near = any(
        one is not None and (one.tag in _RUNS or (one.tag == "div" and any(map(str.strip, says(one)))))
        for one in near
    )
    return is_near and letters(element) - linked(element) >= LONG


def _is_side(element: etree._Element) -> bool:
    return any(map(_SIDE.fullmatch, element.get("class", "").split()))


def _is_section(element: etree._Element) -> bool:
    """Return whether an element is a section of a text, as the one beside it is: alike, and as long.

    Its id is often made of its heading: "related-work", "feedback".
    """
    opens = _heading(element)
    return bool(opens) and any(
        (near.tag, near.get("class"), _heading(near)) == (element.tag, element.get("class"), opens)
        and running(near.iter(*RUNNING)) >= LONG
        and not any(map(_NAMES.search, _names(near)))
        for near in (element.getprevious(), element.getnext())
        if near is not None
    )


def _heading(element: etree._Element) -> str:
    """Return the tag of the first heading in an element, "" if there is none."""
    return next((str(heading.tag) for heading in element.iter("h1", "h2", "h3", "h4", "h5", "h6")), "")


def _is_in_sentence(element: etree._Element) -> bool:
    """Return whether words of a paragraph stand right beside an element: what is left out is missed."""
    around = element.getparent()
    if around is None or around.tag not in ("p", "li", "dd", "td", "blockquote") or element.tag in BLOCKS:
        return False
    return any(map(str.strip, says(around)))


def _is_outside(element: etree._Element) -> bool:
    """Return whether an element is in no article."""
    return not any(around.tag in ("article", "main") for around in element.iterancestors())


def _names(element: etree._Element) -> Iterator[str]:
    """Yield what an element is called: its id and the like, and its classes one by one."""
    for name in _NAMED:
        yield element.get(name, "")
    yield from element.get("class", "").split()


def _opens_text(element: etree._Element) -> bool:
    """Return whether a button is all of a heading, or a question: what it opens is the answer."""
    if element.tag != "button":
        return False
    heading = next(element.iterancestors("h2", "h3", "h4", "h5", "h6", "dt"), None)
    if heading is not None:
        return letters(heading) == letters(element)
    return "aria-expanded" in element.attrib and "".join(map(str, element.itertext())).rstrip().endswith("?")


def _is_sign(element: etree._Element) -> bool:
    """Return whether an element is a sign, for copying the address of the heading that it stands at."""
    is_place = element.tag == "a" and "#" in element.get("href", "") and not len(element)
    return is_place and (element.text or "").strip() in _SIGNS


def _is_hidden(element: etree._Element) -> bool:
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return True
    return bool(_HIDDEN.search(element.get("style", "")))
