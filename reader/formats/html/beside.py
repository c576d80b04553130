"""What stands beside the text of a web page and is known by what it holds: menus, contents, what asks."""

import re
from collections.abc import Container, Iterator

from lxml import etree

from reader.formats.html.clutter import BLOCKS, PAGE, drop, is_within_article, says
from reader.formats.html.titles import text as words
from reader.formats.html.weight import LONG, RUNNING, is_linked, letters, lines, running, up

_BOX, _FIELDS = 300, 3
"""Letters and fields; ours: what has more is not just there to ask for an address or a password."""

_HEADS = ("h2", "h3", "h4", "h5", "h6")
_QUIET = frozenset({"hidden", "submit", "button", "image", "checkbox", "radio"})
_LABEL = 20
"""Letters; ours: what stands on a button or before a field."""

_ASKS = re.compile(
    r"^(?:our )?newsletter$|^(?:un)?subscribe\b|\b(?:subscribe (?:to|now|today)|sign(?:ing)?[ -](?:up|in)|"
    r"log[ -]?in|(?:get|join|receive) (?:our|the) (?:\w+ )?newsletter|never miss|your inbox|enter your|"
    r"e-?mail address|forgot|search (?:for|the|this|our)|abonnieren|abonnez|anmelden|inscrivez|"
    r"suscr[ií]b\w+|iscrivi\w+)\b",
    re.IGNORECASE,
)
_SITE = r"(?:this|the|our|diese|unsere|ce|notre|este|nuestro|questo|il nostro|deze|onze) (?:web)?[ -]?"
_COOKIES = re.compile(
    rf"\b(?:we|{_SITE}(?:page|site|seite|sitio(?: web)?|sito(?: web)?)|wir|nous|wij|agree to (?:our|the)) "
    r"(?:may |also |can )?(?:uses?|using|verwende[nt]|nutz(?:t|en)|utilisons|utilise|utiliza|utilizza|"
    r"gebruik(?:en|t)) (?:of )?(?:\w+ ){0,3}cookies?\b|\butilizamos (?:\w+ ){0,3}cookies?\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:web ?site|site|web|browser|experience|consent|agree|privacy|polic(?:y|ies)|settings|preferences|"
    r"analytics?|services?|accept|advertis\w+|traffic|webseite|erfahrung|datenschutz\w*|zustimm\w*|"
    r"expérience|navigation|politique|accepte[rz]?|experiencia|navegación|política|esperienza|ervaring)\b",
    re.IGNORECASE,
)
"""What a notice of cookies speaks of besides, and a recipe does not."""

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

    What is known to be `text` stays. More may go if it `is_known` where most of the text is. If they are
    half of the page, they are what it is about: then all stay.
    """
    boxes = {*_asking(tree, text), *_telling_of_cookies(tree, text), *_contents(tree)}
    if is_known:
        boxes |= {*_forms(tree, text), *_cards(tree, text)}
    outer = [box for box in boxes if boxes.isdisjoint(box.iterancestors())]
    if 2 * sum(map(letters, outer)) <= letters(tree):
        for box in outer:
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
            box = _box(field, text, _ASKS, _BOX)
            fields = [one for one in box.iter("input", "textarea") if one.get("type") not in _QUIET]
            boxes += [box] if len(fields) <= _FIELDS else []
    return boxes


def _forms(tree: etree._Element, text: Container[etree._Element]) -> list[etree._Element]:
    """Return the forms that say little and ask for something: a page may well stand in one."""
    return [
        form
        for form in tree.iter("form")
        if form not in text
        and letters(form) <= _BOX
        and all(_is_beside(*line, _ASKS) for line in lines(form))
    ]


def _cards(tree: etree._Element, text: Container[etree._Element]) -> list[etree._Element]:
    """Return the links outside the main part that lead away and hold a heading."""
    return [
        link
        for link in tree.iter("a")
        if link not in text
        and not link.get("href", "#").startswith("#")
        and next(link.iter(*_HEADS), None) is not None
        and not is_within_article(link)
    ]


def _telling_of_cookies(tree: etree._Element, text: Container[etree._Element]) -> list[etree._Element]:
    """Return the notices of cookies outside the main part, unless the page itself is about them."""
    named = " ".join(words(title).lower() for title in tree.getroottree().iter("title", "h1"))
    if "cookie" in named or "privacy" in named:
        return []
    told = (one for one in tree.iter("p", "div", "span") if any(map(_COOKIES.search, says(one))))
    return [
        _box(one, text, _CONSENT, 2 * _BOX)
        for one in told
        if one not in text
        and letters(one) <= 2 * _BOX
        and _CONSENT.search(words(one))
        and not is_within_article(one)
    ]


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


def _box(
    element: etree._Element, text: Container[etree._Element], pattern: re.Pattern[str], most: int
) -> etree._Element:
    """Return what stands around an element and says nothing but what fits the pattern, and buttons' words."""
    box = element
    for around in element.iterancestors():
        if around.tag in PAGE or around in text or letters(around) > most or around.find(".//h1") is not None:
            break
        if not all(_is_beside(*line, pattern) for line in lines(around, without=box)):
            break
        box = around
    return box


def _is_beside(line: str, tag: str, pattern: re.Pattern[str]) -> bool:
    """Return whether a line fits a pattern, or says no more than a button; a list or a table never does."""
    if tag in _HEADS:
        return bool(_ASKS.search(line))
    if tag not in ("", "p"):
        return False
    is_label = not tag and len(line) <= _LABEL and not line.endswith((".", ",", ";"))
    return is_label or bool(pattern.search(line))
