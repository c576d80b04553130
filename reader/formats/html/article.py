"""The article of a web page: found by a library, unless that would lose too much."""

import logging
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

from lxml import etree
from lxml.html import tostring
from readability import Document
from readability.readability import Unparseable

from reader.formats.html import beside, clutter, titles
from reader.formats.html.weight import LONG, RUNNING, is_linked, letters, lines, linked, running, up

_LEAST = {"article": 0.8}
_LEAST_OF_PAGE = 0.6
"""Ours: less of the running text of what the page calls its article, or of the page, is only a part of it."""

_CLEAR = 160
"""Letters of running text; ours: with fewer, the library had nothing to choose by."""

_NUMBER = "data-number"
_TABLE = ("table", "caption", "thead", "tbody", "tfoot", "tr", "th")
_LISTS = ("ul", "ol", "dl")
_TEXT = frozenset({*_TABLE, *_LISTS, "figure", "picture", "img", "formula", "expression", *RUNNING})
"""What the library drops here and there, though it is the author's."""

_PARTS = ("table", "figure", "pre", "h1", "h2")

_LETTERS, _ELEMENTS = 400_000, 20_000
"""Of a page; ours: one with more is a book. The library takes half a second for a million letters, and six
for a hundred thousand elements."""

_DEEPEST = 200
"""Tags within tags that the library takes."""

_NEAR = 4
"""How far around the way back from a note its name may stand: Word writes a link, a paragraph, a box.
And how far below a heading its text may begin, with other headings and pictures between.
"""

_SENTENCE = 14
"""Letters; ours: a line between heading and text that is shorter may be a date, a name or a button."""

_ENDS = (".", "!", "?", "…", ":", "”", '"', "’", "»", "。", "؟")
_LEADING = frozenset({"p", "div", "figure", "blockquote", "table", "pre", *_LISTS})
_INNER = (*RUNNING, *_LISTS, "figure", "table", "section")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SUBTITLES = frozenset({"h2", "h3", "h4"})


def article(tree: etree._Element) -> str:
    """Return the markup of a page's article, or of the whole page without what surrounds it."""
    heading = titles.main_heading(tree)
    clutter.remove_unseen(tree)
    body = tree.find("body")
    whole = body if body is not None else tree
    if _is_deep(whole):
        return _markup(whole)
    kept = _kept(whole, list(whole.iter("h1"))[:1] if heading is None else [heading])
    around = _around(kept, whole)
    text = _scope(around, whole)
    is_clear = _is_clear(kept, text)
    if is_clear:
        text = around
        _prune(text, kept)
    if not (is_clear and clutter.is_within_article(text)):
        beside.remove_links(text)
    if text is not whole:
        _drop_above(heading, text)
    return "".join(map(_markup, (*_lead(heading, text), text)))


def _is_deep(whole: etree._Element) -> bool:
    """Return whether tags stand so deep within tags that the library would drop them without a word."""
    depth = 0
    for event, _ in etree.iterwalk(whole, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _is_book(whole: etree._Element) -> bool:
    """Return whether a page is as long as a book: then it is mostly text, and to weigh it takes too long."""
    elements = sum(1 for _ in whole.iter(etree.Element))
    return elements > _ELEMENTS or sum(map(len, map(str, whole.itertext()))) > _LETTERS


def _kept(whole: etree._Element, headings: Iterable[etree._Element]) -> list[etree._Element]:
    """Return what the library takes for the article, and its notes; what surrounds it is taken out."""
    numbered = {}
    for number, element in enumerate(whole.iter(etree.Element)):
        element.set(_NUMBER, str(number))
        numbered[str(number)] = element
    found = [] if _is_book(whole) else _found(_markup(whole))
    kept = [numbered[number] for number in found if number in numbered]
    long = [element for element in kept if running([element]) >= LONG]
    text = {one for element in (*long, *headings) for one in up(element)}
    beside.remove_boxes(whole, text, is_known=bool(long))
    clutter.remove(whole, text, is_known=bool(long))
    left = set(whole.iter(etree.Element))
    kept = [element for element in kept if element in left]
    return kept + [inner for note in _notes(kept, whole) for inner in note.iter(etree.Element)]


def _notes(kept: Sequence[etree._Element], whole: etree._Element) -> Iterator[etree._Element]:
    """Yield the notes of a text: they may stand below all of it, but whatever is in one belongs to it."""
    marks = {element.get("href", "") for element in kept if element.tag == "a"}
    names = {f"#{element.get(name)}" for element in kept for name in ("id", "name")}
    for element in whole.iter(etree.Element) if kept else ():
        if clutter.holds_notes(element):
            yield element
        elif element.tag == "a" and element.get("href") in names:  # the way back from one
            near = up(element)[:_NEAR]
            if not marks.isdisjoint(f"#{one.get(name)}" for one in near for name in ("id", "name")):
                yield next((one for one in near if one.tag in RUNNING), element)


def _scope(around: etree._Element, whole: etree._Element) -> etree._Element:
    """Return what calls itself the article or the main part, if it is the only one and holds this."""
    for parts in (list(whole.iter("article")), list(clutter.mains(whole))):
        if len(parts) == 1 and (parts[0] in up(around) or (around is whole and _is_most(parts[0], whole))):
            return parts[0]
    return whole


def _is_most(part: etree._Element, whole: etree._Element) -> bool:
    return 2 * running(part.iter(*RUNNING)) > running(whole.iter(*RUNNING))


def _is_clear(kept: Sequence[etree._Element], scope: etree._Element) -> bool:
    """Return whether what the library keeps is an article, and nearly all that there is."""
    found = running(element for element in kept if element.tag in RUNNING)
    least = _LEAST.get(scope.tag, _LEAST_OF_PAGE)
    return found >= _CLEAR and found >= least * running(scope.iter(*RUNNING))


def _lead(heading: etree._Element | None, text: etree._Element) -> list[etree._Element]:
    """Return the page's main heading if it stands outside the text, and what the author says between them."""
    if heading is None or text in up(heading):
        return []
    lead = [heading]
    around = set(up(text))
    shared = next((one for one in heading.iterancestors() if one in around), heading)
    below = False
    for element in shared.iter(etree.Element):
        if element is text:
            break
        if below and element not in around and lead[-1] not in up(element) and _leads(element, lead):
            lead.append(element)
        below = below or element is heading
    is_twice = titles.text(heading) in map(titles.text, text.iter("h1", "h2"))
    return lead[1:] if is_twice else lead


def _drop_above(heading: etree._Element | None, text: etree._Element) -> None:
    """Drop what stands in a text above the page's main heading and is short: the way there, or a kind.

    What ends like a sentence is the author's: a warning, or for whom it was written.
    """
    headed = up(heading) if heading is not None else []
    if text not in headed:
        return
    for element in list(text.iter(etree.Element)):
        if element is heading:
            break
        is_above = element.getparent() in headed and element not in headed
        if is_above and letters(element) < LONG and not _is_said(element):
            clutter.drop(element)


def _is_said(element: etree._Element) -> bool:
    """Return whether there is a picture in an element, or each of its lines ends like a sentence."""
    if next(element.iter("img"), None) is not None:
        return True
    return all(line.endswith(_ENDS) for line, _ in lines(element)) and not is_linked(element)


def _leads(element: etree._Element, lead: Sequence[etree._Element]) -> bool:
    """Return whether something below the heading is a subtitle, a picture or a sentence, and no name."""
    if is_linked(element):
        return False
    if element.tag in _SUBTITLES:
        return len(lead) == 1
    if element.tag not in _LEADING or (
        element.tag == "div" and next(element.iter(*_INNER), None) is not None
    ):
        return False
    words = titles.text(element)
    return element.tag == "figure" or (len(words) >= _SENTENCE and words.endswith(_ENDS))


def _markup(element: etree._Element) -> str:
    return str(tostring(element, encoding="unicode", with_tail=False))


def _found(html: str) -> list[str]:
    """Return the numbers of what the library takes for the article; none if it fails."""
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        found = Document(html).summary(html_partial=True)
        tree = etree.fromstring(found, etree.HTMLParser(huge_tree=True))
        return [element.get(_NUMBER, "") for element in tree.iter(etree.Element)]
    except (Unparseable, etree.Error, ValueError, TypeError, AttributeError, IndexError, KeyError):
        return []  # it fails on odd pages, in many ways; the whole page is there instead


def _around(kept: Sequence[etree._Element], whole: etree._Element) -> etree._Element:
    """Return the smallest element that holds them all."""
    first, *others = kept or [whole]
    shared = up(first)
    for element in others:
        holding = set(up(element))
        shared = [one for one in shared if one in holding]
    return next((one for one in shared if one.tag not in _TEXT), whole)


def _prune(around: etree._Element, found: Sequence[etree._Element]) -> None:
    """Drop what the library left out, but for text of the author's."""
    kept = {element for one in found for element in up(one)}
    texts = {element for element in found if element.tag in RUNNING}
    ahead = len(texts)
    for element in list(around.iter(etree.Element)):
        ahead -= element in texts
        if element in kept or element.getparent() not in kept:
            continue
        is_headed = _is_all(element, _HEADINGS) and _heads(element, kept)
        if not is_headed and not _is_text(element, is_within=0 < ahead < len(texts)):
            clutter.drop(element)


def _heads(element: etree._Element, kept: Container[etree._Element]) -> bool:
    """Return whether a heading, which may be a link, stands over what is kept, or is one of several."""
    if element.tag in _HEADINGS:
        before = next(element.itersiblings(element.tag, preceding=True), None)
        if before is not None or next(element.itersiblings(element.tag), None) in kept:
            return True
    near = islice(element.itersiblings(), _NEAR)
    below = next((one for one in near if letters(one) and not _is_all(one, _HEADINGS)), None)
    return below is not None and below in kept and running([below]) >= LONG


def _is_all(element: etree._Element, tags: Iterable[str]) -> bool:
    """Return whether all letters of an element are in one with such a tag."""
    return any(letters(one) == letters(element) for one in element.iter(*tags))


def _is_text(element: etree._Element, *, is_within: bool) -> bool:
    """Return whether something is the author's though the library left it out; within the text more is."""
    if clutter.holds_notes(element):  # the way back from each may be all its words but one
        return True
    if element.tag not in clutter.BLOCKS and _own_words(element.getparent()):
        return True  # a part of a sentence
    if clutter.is_in_paragraph(element) or _is_told_list(element):
        return True
    if is_within and _is_sentence(element):
        return True
    parts = (*_PARTS, *RUNNING, "img") if is_within else _PARTS
    is_text = (
        element.tag in _TEXT
        or "caption" in element.get("class", "").lower()
        or next(element.iterancestors("figure"), None) is not None
        or next(element.iter(*parts), None) is not None
    )
    return is_text and not is_linked(element)


def _is_told_list(element: etree._Element) -> bool:
    """Return whether something is a list of what the words before it say."""
    before = element.getprevious()
    is_around_one = [one.tag in _LISTS for one in element] == [True] and not _own_words(element)
    if element.tag not in _LISTS and not is_around_one:
        return False
    if before is None:
        around = element.getparent()
        return around is not None and around.tag == "dd"
    return before.tag in RUNNING or _is_all(before, _HEADINGS)


def _is_sentence(element: etree._Element) -> bool:
    """Return whether something says a sentence, though most of its words may be links."""
    own = letters(element) - linked(element)
    return _own_words(element) and own >= _SENTENCE and titles.text(element).endswith(_ENDS)


def _own_words(element: etree._Element | None) -> bool:
    """Return whether words stand in an element itself, beside what it holds."""
    return element is not None and any(map(str.strip, clutter.says(element)))
