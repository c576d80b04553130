"""What a web page says of itself: title, author, language and date."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from lxml import etree

from reader.formats.draft import Draft
from reader.formats.html import titles
from reader.formats.html.titles import text, words
from reader.model.document import Source

_DAY = re.compile(r"(?P<year>\d{4})(?P<mark>-?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WRITTEN = re.compile(
    rf"(?P<before>\d\d?\.? )?(?P<month>{'|'.join(_MONTHS)})[a-z]*\.? (?:(?P<after>\d\d?), )?"
    r"(?P<year>\d{4})",
    re.IGNORECASE,
)
_DATES = (
    "article:published_time",
    "date",
    "dc.date",
    "citation_publication_date",
    "pubdate",
    "datepublished",
)
_AUTHORS = ("author", "article:author", "dc.creator", "citation_author", "parsely-author", "sailthru.author")
_TURNED = frozenset({"dc.creator", "citation_author"})
"""Where libraries write the last name first."""

_BY = re.compile(r"(?:(?:written|posted|words) )?(?:by|von|par|por|door)\b:?\s+", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:[,|·•(]|\s[-–—](?:\s|$)).*")
_NOBODY = re.compile(r"(?:web)?(?:admin|administrator|editor|master|guest|root|user)s?\d*", re.IGNORECASE)
_ADDRESS = re.compile(r"://|@|^www\.|\.(?:com|org|net)\b", re.IGNORECASE)
_PEOPLE = 5
"""Ours: how many authors are named; of more, the first."""

_NAME = 60
"""Letters; ours: a longer line above a text is more than the name of somebody."""


def tell(tree: etree._Element, draft: Draft) -> None:
    """Write into the draft what a page says of itself."""
    notes = titles.said(tree)
    linked = next(_linked(tree), {})
    draft.title = titles.title(tree)
    draft.language = _language(tree, notes)
    draft.source = Source(
        author=_author(tree, titles.site(notes), linked),
        date=_day(titles.first(notes, _DATES) or words(linked.get("datePublished")) or _published(tree)),
        source=titles.site(notes),
    )


def _language(tree: etree._Element, notes: dict[str, str]) -> str:
    """Return the language of a page, or else of its body or its article."""
    names = ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang")
    parts = (tree, *tree.iter("body"), *tree.iter("article"))
    said = next(filter(None, (part.get(name) for part in parts for name in names)), "")
    return said or notes.get("content-language", "") or notes.get("og:locale", "")


def _day(said: str) -> str:
    """Return a day as "2026-01-31", also where it is written in English; all else stays as it is."""
    if day := _DAY.search(said):
        return f"{day['year']}-{day['month']}-{day['day']}"
    written = _WRITTEN.search(said)
    number = (written["before"] or written["after"] or "").strip(" .") if written else ""
    if not written or not number:
        return said
    return f"{written['year']}-{_MONTHS.index(written['month'].lower()) + 1:02}-{int(number):02}"


def _published(tree: etree._Element) -> str:
    """Return when a page says, for machines, that its text was published."""
    for element in tree.iter("time", "span", "abbr"):
        if element.get("itemprop") == "datePublished" or "pubdate" in element.attrib:
            return words(element.get("datetime") or element.get("content")) or text(element)
    return ""


def _author(tree: etree._Element, site: str, linked: dict[str, Any]) -> str:
    """Return who wrote a page, as it says in its head or above its text: people, and never its site.

    What it says for machines that search is often better than a note in its head; one word is no full name.
    """
    people = list(_people(linked))
    named = [name for name in people if " " in name]
    for found in (named, *_noted(tree), people, _signed(tree)):
        persons = list(dict.fromkeys(person for name in found if (person := _person(name, site))))
        if persons:
            return ", ".join(persons) if len(persons) <= _PEOPLE else f"{persons[0]} et al."
    return ""


def _noted(tree: etree._Element) -> Iterator[list[str]]:
    """Yield the authors that each kind of note in the head gives."""
    notes = [(titles.name(note), words(note.get("content"))) for note in tree.iter("meta")]
    for name in _AUTHORS:
        given = [said for noted, said in notes if noted == name]
        yield [" ".join(reversed(one.split(", ", 1))) for one in given] if name in _TURNED else given


def _people(linked: dict[str, Any]) -> Iterator[str]:
    people = linked.get("author")
    for person in people if isinstance(people, list) else [people]:
        if not isinstance(person, dict):
            yield words(person)
        elif person.get("@type") != "Organization":
            yield words(person.get("name"))


def _signed(tree: etree._Element) -> Iterator[str]:
    """Yield who signed the text, where the page says that this is who did."""
    for element in tree.iter(etree.Element):
        names = element.get("class", "").lower().split()
        is_author = "author" in (element.get("rel"), element.get("itemprop")) or "byline" in names
        line = text(element) if is_author else ""
        if line and len(line) <= _NAME:
            yield _AFTER.sub("", line) if _BY.match(line) or "byline" not in names else ""
            return


def _person(said: str, site: str) -> str:
    """Return the name of a person, "" for what is none."""
    name = _BY.sub("", said, count=1) if _BY.match(said) else said
    is_none = _ADDRESS.search(name) or _NOBODY.fullmatch(name) or name.casefold() == site.casefold()
    return "" if is_none or not any(map(str.isalpha, name)) else name


def _linked(tree: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield what the page says of its article in JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        data: Any = None
        with suppress(ValueError, RecursionError):  # many pages write it by hand
            data = json.loads(script.text or "")
        for thing in _things(data):
            if isinstance(thing, dict) and ("datePublished" in thing or "author" in thing):
                yield thing


def _things(data: Any) -> Iterable[Any]:
    """Return what there is in some JSON-LD: one thing, a list, or a graph of them."""
    graph = data.get("@graph", [data]) if isinstance(data, dict) else data
    return graph if isinstance(graph, list) else ()
