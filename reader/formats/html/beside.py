"""What stands beside the text of a web page and is known by what it holds: menus, contents, what asks."""

import re
from collections.abc import Container, Iterator

from lxml import etree

from reader.formats.html.clutter import BLOCKS, PAGE, drop, says
from reader.formats.html.titles import text as words
from reader.formats.html.weight import LONG, RUNNING, is_linked, letters, running, up

_BOX, _FIELDS = 300, 3
"""Letters and fields; ours: what has more is not just there to ask for an address or a password."""

_HEADS = ("h2", "h3", "h4", "h5", "h6")
_QUIET = frozenset({"hidden", "submit", "button", "image", "checkbox", "radio"})
_COOKIES = re.compile(
    r"\b(?:uses?|using|use of|verwende[nt]|utilisons|utilise|utilizamos|utiliza|utilizza|gebruik(?:en|t)) "
    r"(?:\w+ ){0,3}cookies?\b",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:table of |page )?contents|(?:on|in) this (?:page|article|guide|section)|jump to(?: section)?|"
    r"inhalt(?:sverzeichnis)?|sommaire|índice|contenidos?|inhoud",
    re.IGNORECASE,
)
_NEARLY, _WORD = 0.9, 4
"""Ours: the share of a list of contents that is links, and the letters of each; marks of notes have fewer."""

_MOSTLY, _SOME, _SHORT = 0.5, 3, 25
"""Ours: the share of a menu that is links, how many it has at least, and how many letters each at most."""


def remove_boxes(tree: etree._Element, text: Container[etree._Element], *, is_known: bool) -> None:
    """Take out of a page, in place, notices of cookies, what asks for an address, and lists of its contents.

    What is known to be `text` stays. More may go if it `is_known` where most of the text is.
    """
    for box in (*_asking(tree, text), *_telling_of_cookies(tree, text), *_contents(tree)):
        drop(box)
    for box in (*_forms(tree, text), *_cards(tree, text)) if is_known else ():
        drop(box)


def remove_links(scope: etree._Element) -> None:
    """Take out of a page, in place, the links before its text, and after it if the text is much longer.

    A page that has no paragraphs, or that is a list of links, stays as it is.
    """
    texts = [element for element in scope.iter(*RUNNING) if running([element]) >= LONG]
    holding = {one for held in (scope, *texts, *scope.iter("h1")) for one in up(held)}
    prose = running(scope.iter(*RUNNING))
    ahead = len(texts)
    long = set(texts)
    for element in list(scope.iter(etree.Element)):
        ahead -= element in long
        if element in holding or element.tag not in BLOCKS or element.getparent() is None:
            continue
        is_before = ahead == len(texts) > 0
        is_beside = is_before or (texts and not ahead and letters(element) < prose / 2)
        if is_beside and _is_menu(element):
            drop(element)


def _is_menu(element: etree._Element) -> bool:
    """Return whether an element is nearly nothing but short links: a list of references has long ones."""
    links = [letters(link) for link in element.iter("a")]
    is_short = len(links) >= _SOME and sum(links) <= _SHORT * len(links)
    return is_short and is_linked(element, _MOSTLY) and not any(True for _ in element.iter("th"))


def _asking(tree: etree._Element, text: Container[etree._Element]) -> list[etree._Element]:
    """Return what asks for an address, a password or what to search for, with the words around it."""
    boxes = []
    for field in tree.iter("input"):
        kind = field.get("type", "")
        if kind in ("email", "password", "search") or "mail" in field.get("name", "").lower():
            box = _box(field, text, _BOX)
            fields = [one for one in box.iter("input", "textarea") if one.get("type") not in _QUIET]
            boxes += [box] if len(fields) <= _FIELDS else []
    return boxes


def _forms(tree: etree._Element, text: Container[etree._Element]) -> list[etree._Element]:
    """Return the forms that say little: a page may well stand in one."""
    return [form for form in tree.iter("form") if form not in text and letters(form) <= _BOX]


def _cards(tree: etree._Element, text: Container[etree._Element]) -> list[etree._Element]:
    """Return the links that lead away and hold a heading, unless they are what the page is made of."""
    cards = [
        link
        for link in tree.iter("a")
        if link not in text
        and not link.get("href", "#").startswith("#")
        and next(link.iter(*_HEADS), None) is not None
    ]
    return cards if sum(map(letters, cards)) <= letters(tree) / 2 else []


def _telling_of_cookies(tree: etree._Element, text: Container[etree._Element]) -> list[etree._Element]:
    """Return the notices of cookies, unless the page itself is about them."""
    if any("cookie" in words(title).lower() for title in tree.getroottree().iter("title", "h1")):
        return []
    told = (one for one in tree.iter("p", "div", "span") if any(map(_COOKIES.search, says(one))))
    return [_box(one, text, 2 * _BOX) for one in told if one not in text and letters(one) <= 2 * _BOX]


def _contents(tree: etree._Element) -> Iterator[etree._Element]:
    """Yield the lists of what is on the page, which the reader makes itself, each with its heading."""
    names = {
        name for element in tree.iter(etree.Element) if (name := element.get("id") or element.get("name"))
    }
    for listed in tree.iter("ul", "ol"):
        links = list(listed.iter("a"))
        whole = sum(map(letters, links))
        is_inner = all(link.get("href", "").rpartition("#")[2] in names for link in links)
        if len(links) > 1 and is_inner and whole >= _NEARLY * letters(listed) and whole >= _WORD * len(links):
            before = listed.getprevious()
            if before is not None and isinstance(before.tag, str) and _CONTENTS.fullmatch(words(before)):
                yield before
            yield listed


def _box(element: etree._Element, text: Container[etree._Element], most: int) -> etree._Element:
    """Return what stands around an element and holds little else."""
    box = element
    for around in element.iterancestors():
        if (
            around.tag in PAGE
            or around in text
            or letters(around) > most
            or any(True for _ in around.iter("h1"))
        ):
            break
        box = around
    return box
