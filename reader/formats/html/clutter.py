"""What surrounds the text of a web page: menus, notices, buttons, what else there is to read.

An element goes by what it is called, as a tag, a role, a class or an id; never if it holds most of the page.
"""

import re
from collections.abc import Container, Iterator

from lxml import etree

from reader.formats.building.notes import NOTES_WORDS

_UNREAD = ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "button", "select")
_AROUND = ("nav", "dialog", "menu", "textarea", "input", "link", "audio", "video", "canvas")
_PAGE = frozenset({"html", "body", "main", "article"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog"}
    | {"menu", "menubar", "toolbar", "tablist", "tooltip"}
)
_OUTSIDE = frozenset({"header", "footer", "aside"})
"""These belong to the site where no article is around them."""

_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|skip-?(?:links?|to|nav)|nav|navbar|navigation|menu|breadcrumbs?|"
    r"share|sharing|sharedaddy|share-?(?:bar|buttons?|links?|tools?)|social(?:-?\w+)?|addthis|"
    r"related|related-?\w+|recommended|read-?next|more-?(?:stories|news|articles)|comments?|comment-?list|respond|"
    r"disqus\w*|newsletter|subscribe|subscription|sign-?up|login|pop-?up|modal|advert\w*|ads?|sponsored|promo|"
    r"pagination|pager|masthead|side-?bar|widgets?|widget-?area|site-?(?:header|footer|nav)|page-?footer|"
    r"toolbar|print-?only|no-?print|"
    r"mw-editsection|mw-jump-link|noprint|navbox|toc|table-of-contents|headerlink|catlinks|sr-only|"
    r"visually-?hidden|screen-reader-text|jp-relatedposts|outbrain|taboola|vcard-actions)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_KEPT = _PAGE | {"pre", "code", "table", "p", "h1", "h2", "h3"}
"""These never go because of what they are called; an article about cookies may be called so."""

_MOST = 0.4
"""Ours: what holds more than this share of a page's letters is the page."""


def remove_unseen(tree: etree._Element) -> None:
    """Take out of a page, in place, what nobody sees."""
    for element in list(tree.iter(*_UNREAD, etree.Comment, etree.ProcessingInstruction)):
        drop(element)
    for element in list(tree.iter(etree.Element)):
        if _is_hidden(element) and element.tag not in _PAGE:
            drop(element)


def remove(tree: etree._Element, text: Container[etree._Element]) -> None:
    """Take out of a page, in place, what is no part of its text; what is known to be `text` stays."""
    for element in list(tree.iter(*_AROUND)):
        drop(element)
    whole = letters(tree)
    for element in list(tree.iter(etree.Element)):
        if element.getparent() is None or element in text or not _is_clutter(element):
            continue
        if letters(element) <= _MOST * whole and not any(True for _ in element.iter("article", "main")):
            drop(element)


def letters(element: etree._Element) -> int:
    """Return how many letters an element holds, white space aside."""
    return sum(len("".join(str(part).split())) for part in element.itertext())


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
    tag = element.tag
    if tag in _KEPT or holds_notes(element):
        return False
    if element.get("role", "").lower() in _ROLES:
        return True
    if tag in _OUTSIDE and not any(around.tag in ("article", "main") for around in element.iterancestors()):
        return not any(True for _ in element.iter("h1"))
    if tag == "footer" and letters(element) == sum(map(letters, element.iter("a"))):
        return True
    return any(_NAMES.search(name) for name in _names(element))


def _names(element: etree._Element) -> Iterator[str]:
    """Yield what an element is called: its id, and its classes one by one."""
    yield element.get("id", "")
    yield from element.get("class", "").split()


def _is_hidden(element: etree._Element) -> bool:
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return True
    return bool(_HIDDEN.search(element.get("style", "")))
