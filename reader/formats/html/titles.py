"""What a web page is called: its title without the site's name, and its main heading."""

import re
from itertools import islice

from lxml import etree

from reader.formats.letters import clean

_SITE = re.compile(r"\s+[|–—·»•:]+\s+|\s+-\s+")
_BAR = re.compile(r"\s+[|·»•]+\s+")
"""What stands before the name of a site, and hardly within a title."""

_HEADINGS = 1_000
"""Ours: what a page tells of stands over it, and to read two hundred thousand takes seconds."""

_WORD = re.compile(r"\w+")
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_SITES = ("og:site_name", "application-name")


def said(tree: etree._Element) -> dict[str, str]:
    """Return name and content of each note in a page's head; of a name that is there twice, the first."""
    return dict(reversed([(name(note), words(note.get("content"))) for note in tree.iter("meta")]))


def first(notes: dict[str, str], names: tuple[str, ...]) -> str:
    """Return the first of some notes that says anything."""
    return next((notes[name] for name in names if notes.get(name)), "")


def site(notes: dict[str, str]) -> str:
    """Return the name of a page's site."""
    return first(notes, _SITES)


def title(tree: etree._Element) -> str:
    """Return a page's title: its main heading, if the title says so too; the name of the site is left out."""
    found = _found(tree)
    heading = main_heading(tree)
    called = text(heading) if heading is not None else ""
    whole = f"{_title(tree)} {found}"
    return called if called and (not found or called in whole or called.startswith(found)) else found


def main_heading(tree: etree._Element) -> etree._Element | None:
    """Return the heading of what a page tells of; None if there is none, or it is the name of the site."""
    found = _found(tree).casefold()
    steps = _SITE.split(_title(tree).casefold())
    names = {steps[-1], site(said(tree)).casefold()} - {found}
    headings = [(heading, called) for heading, called in _called(tree, "h1") if called]
    lesser = () if headings else _called(tree, "h2", "h3")
    for heading, called in headings:
        if called not in names and (called in found or called in steps):
            return heading
    if len(headings) == 1 and headings[0][1] not in names and _tells(*headings[0], steps):
        return headings[0][0]
    return next((heading for heading, called in lesser if called and called == found), None)


def _called(tree: etree._Element, *tags: str) -> list[tuple[etree._Element, str]]:
    """Return the first headings with these tags, and their words in small letters."""
    return [(heading, text(heading).casefold()) for heading in islice(tree.iter(*tags), _HEADINGS)]


def _tells(heading: etree._Element, called: str, steps: list[str]) -> bool:
    """Return whether a page's only heading stands in its text, or shares its words with the title."""
    if any("main" in (one.tag, one.get("role")) or one.tag == "article" for one in heading.iterancestors()):
        return True
    have = set(_WORD.findall(called))
    needed = [set(_WORD.findall(step)) for step in steps]
    return not any(needed) or any(len(have & step) >= max(2, len(step) / 2) for step in needed)


def _found(tree: etree._Element) -> str:
    """Return a page's title as its head gives it, without the name of the site before or after it."""
    notes = said(tree)
    given = first(notes, _TITLES)
    whole = given or _title(tree)
    steps = _SITE.split(whole)
    kept = [step for step in steps if step.casefold() != site(notes).casefold()]
    if len(kept) < len(steps):
        return max(kept, key=len, default=whole)
    is_name = len(steps) > 1 and len(steps[-1].split()) <= 4
    if is_name and not given and (len(whole.split()) > 5 or len(_BAR.split(whole)) > 1):
        return whole[: whole.rindex(steps[-1])].rstrip(" |–—·»•:-")
    return whole


def _title(tree: etree._Element) -> str:
    return next((text(element) for element in tree.iter("title")), "")


def name(note: etree._Element) -> str:
    """Return the name of a note; where there is none it may be one for a server."""
    names = (note.get(name) for name in ("property", "name", "itemprop", "http-equiv"))
    return next(filter(None, names), "").lower()


def text(element: etree._Element) -> str:
    """Return the words of an element."""
    return words("".join(map(str, element.itertext())))


def words(value: object) -> str:
    """Return a value as one line, "" for what is no text."""
    return " ".join(clean(value).split()) if isinstance(value, str) else ""
