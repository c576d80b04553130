"""What a web page says of itself: title, author, language and date."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lxml import etree

from reader.formats.draft import Draft
from reader.formats.letters import clean
from reader.model.document import Source

_SITE = re.compile(r"\s+[|–—·»:]+\s+|\s+-\s+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHORS = ("author", "article:author", "dc.creator", "citation_author", "parsely-author", "sailthru.author")
_DATES = (
    "article:published_time",
    "date",
    "dc.date",
    "citation_publication_date",
    "pubdate",
    "datepublished",
)
_SITES = ("og:site_name", "application-name")


def tell(tree: etree._Element, draft: Draft) -> None:
    """Write into the draft what a page says of itself."""
    said = dict(_said(tree))
    linked = next(_linked(tree), {})
    date = _first(said, _DATES) or _words(linked.get("datePublished"))
    draft.title = _title(tree, said)
    draft.language = _language(tree, said)
    draft.source = Source(
        author=_author(said, linked),
        date=day[0] if (day := _DAY.search(date)) else date,
        source=_first(said, _SITES),
    )


def _said(tree: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield name and content of each note in the head; of a name that is there twice, the first counts."""
    notes = list(tree.iter("meta"))
    for note in reversed(notes):
        name = (
            note.get("property") or note.get("name") or note.get("itemprop") or note.get("http-equiv") or ""
        )
        yield name.lower(), _words(note.get("content"))


def _first(said: dict[str, str], names: tuple[str, ...]) -> str:
    return next((said[name] for name in names if said.get(name)), "")


def _title(tree: etree._Element, said: dict[str, str]) -> str:
    """Return the page's title; the name of the site before or after it is left out."""
    headings = [words for heading in tree.iter("h1") if (words := _text(heading))]
    title = next((_text(element) for element in tree.iter("title")), "")
    given = _first(said, _TITLES)
    if len(headings) == 1 and (headings[0] in title or headings[0] in given or not (title or given)):
        return headings[0]
    found = given or title
    site = _first(said, _SITES).casefold()
    steps = _SITE.split(found)
    if len(steps) > 1:
        kept = [step for step in steps if step.casefold() != site]
        if len(kept) < len(steps):
            return found if not kept else max(kept, key=len)
        if not given and len(steps[-1].split()) <= 4 < len(found.split()) - 1:
            return found[: found.rindex(steps[-1])].rstrip(" |–—·»:-")
    return found


def _language(tree: etree._Element, said: dict[str, str]) -> str:
    roots = (tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), tree.get("xml:lang"))
    return next(filter(None, roots), "") or said.get("content-language", "") or said.get("og:locale", "")


def _author(said: dict[str, str], linked: dict[str, Any]) -> str:
    author = _first(said, _AUTHORS)
    if author and "://" not in author:  # some give the address of a profile
        return author
    people = linked.get("author")
    people = people if isinstance(people, list) else [people]
    names = [person.get("name") if isinstance(person, dict) else person for person in people]
    return ", ".join(filter(None, map(_words, names)))


def _linked(tree: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield what the page says of its article in JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        data: Any = None
        with suppress(ValueError, RecursionError):  # many pages write it by hand
            data = json.loads(script.text or "")
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for thing in graph if isinstance(graph, list) else ():
            if isinstance(thing, dict) and ("datePublished" in thing or "author" in thing):
                yield thing


def _text(element: etree._Element) -> str:
    return _words("".join(map(str, element.itertext())))


def _words(value: object) -> str:
    return " ".join(clean(value).split()) if isinstance(value, str) else ""
