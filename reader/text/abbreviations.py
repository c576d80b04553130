"""Abbreviations that a text explains itself: "immunoglobulin (Ig)", "PEM stands for post-exertional malaise".

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
(2003): what stands before a bracket may be the long form of what stands in it, or the other way round, and
the long form holds the letters of the short one in their order. Theirs is stricter here, as a wrong meaning
does harm: each word that says something gives a letter, beginning with its first one, in one sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from reader.model.document import Block, Kind
from reader.model.term import Term


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


LONGEST = 10
"""Letters of a short form; Schwartz and Hearst."""
_TOLD_APART = 2
"""Long forms of one short form that are both told; ours: with more of them it is no abbreviation."""

_SHORT = r"[A-Za-zΑ-Ωα-ω][\w\-–/]*"
_FIRST = rf"(?<![\w\-–/])(?P<short>{_SHORT})"
_NOUN = r" (?P<noun>[^\W\d_]+)"
"""What both forms share: "natural killer cells (NK cells)"."""
_BRACKET = re.compile(r"\(([^()\n]{2,150})\)|\[([^()\[\]\n]{2,20})\]")
_INSIDE = re.compile(
    r"(?:(?:abbreviated|also|as|called|hereafter|hereinafter|henceforth|known|or|referred|to),? )*"
    rf"[“\"'‘]?(?P<short>{_SHORT})[”\"'’]?(?: (?:for|in) short|{_NOUN})?(?:[,;].*)?"
)
_BEFORE_BRACKET = (re.compile(_FIRST + " ?$"), re.compile(_FIRST + _NOUN + " ?$"))
_OR_SHORT = re.compile(rf",? (?:or|also called|also known as|known as) (?P<short>{_SHORT})(?=[,.;:]|$)")
_SHORT_IS = re.compile(_FIRST + r"(?: stands for| is short for|, or| ?=) (?:the |an? )?")
_LIST = re.compile(r"\bAbbreviations(?: used)?[:.] ?", re.IGNORECASE)
_LISTED = re.compile(_FIRST + r"(?:,|:| ?=| [–-]) ?(?P<long>[^,;.:]{5,120})")
_BEFORE = re.compile(r"[^.,;:!?()\[\]\n]*(?:(?<=\d)\.[^.,;:!?()\[\]\n]*)*$")
_PART = re.compile(r"[^\W_]+")
_OWNER = re.compile(r"['’]s\b")
_GREEK = str.maketrans("αβγδεκλμσστω", "abgdeklmssto")
"""A long form may write the letter or its name: "interferon gamma (IFN-γ)"."""
_UP_TO = re.compile(r"[^.,;:!?()\[\]\n]*")
_LINKING = _words("a an and as at by for from in of on or per the to via with")
_WORDS = _words("Am An As At Be By Do Dr Go He If In Is It Me Mr Ms My No Of On Or So St To Up Us We")
_LEAST = (2, 4)
"""How many times longer than the short form a long form is, of some words and of one alone; ours."""
_NEAR = 200
"""Letters before a bracket that are looked at; twenty words are the most that can count."""


_SIGN = re.compile(r"[(\[=]|, or | as | for |Abbr|ABBR|called")
"""What stands in every block in which something is explained."""


class Explained(NamedTuple):
    """A short form with its long form, and where the short form stands, in code points."""

    short: str
    long: str
    start: int
    end: int


def explained(text: str) -> Iterator[Explained]:
    """Yield each abbreviation that a text explains; "BCs" counts as "BC"."""
    for found in _BRACKET.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        inside = _INSIDE.fullmatch(found[1] or found[2])
        if inside and _is_short(inside["short"]):
            yield from _behind_long(inside, before, found.start() + 1)
        elif found[1]:
            yield from _before_long(
                before, re.split("[,;]", found[1].lstrip(" ="))[0], found.start() - len(before)
            )
    for found in _OR_SHORT.finditer(text):
        yield from _behind_long(found, text[max(0, found.start() - _NEAR) : found.start()], 0)
    for found in _SHORT_IS.finditer(text):
        after = text[found.end() : found.end() + _NEAR]
        yield from _of_long(found, _long_form_at_start(after, _letters(found["short"])), 0)
    if begins := _LIST.search(text):
        for found in _LISTED.finditer(text, begins.end()):
            yield from _of_long(found, found["long"].strip(), 0)


def _behind_long(found: re.Match[str], before: str, offset: int) -> Iterator[Explained]:
    """Yield a short form that follows its long one, as in "post-exertional malaise (PEM)"."""
    before = _without(before.rstrip(), found.groupdict().get("noun"))
    yield from _of_long(found, _long_form_at_end(before, _letters(found["short"])), offset)


def _before_long(before: str, inside: str, offset: int) -> Iterator[Explained]:
    """Yield a short form before a bracket that holds its long one, as in "PEM (post-exertional malaise)"."""
    for ending in _BEFORE_BRACKET:
        if found := ending.search(before):
            yield from _of_long(found, _without(inside.strip(), found.groupdict().get("noun")), offset)


def _of_long(found: re.Match[str], long: str, offset: int) -> Iterator[Explained]:
    """Yield a short form with what is its long one, if it is; `offset` is where the searched text begins."""
    short = found["short"]
    if _is_short(short) and _spells(_parts(long), _letters(short)):
        start = offset + found.start("short")
        yield Explained(_singular(short), long, start, start + len(short))


def _without(text: str, noun: str | None) -> str:
    """Return a text without the noun at its end, or "" where it does not end so."""
    if noun is None:
        return text
    return text.removesuffix(noun).rstrip() if text.endswith(f" {noun}") else ""


def learned(blocks: Iterable[Block]) -> dict[str, tuple[str, ...]]:
    """Return the long forms that some blocks give each abbreviation, in order, each once."""
    found: dict[str, dict[str, str]] = {}
    for block in blocks:
        if block.kind is not Kind.CODE and _SIGN.search(block.text):
            for each in explained(block.text):
                found.setdefault(each.short, {}).setdefault(alike(each.long), each.long)
    return {short: tuple(longs.values()) for short, longs in found.items()}


def alike(long: str) -> str:
    """Return a long form so that it equals another way to write it: by its words, in the singular."""
    return " ".join(part.removesuffix("s") for part in _parts(long))


def told(longs: tuple[str, ...]) -> str:
    """Return the sentence that tells what an abbreviation means in its text, or "" when that is not clear."""
    return f"In this text: {'; or '.join(longs)}." if 0 < len(longs) <= _TOLD_APART else ""


def with_learned(terms: Iterable[Term], found: Mapping[str, tuple[str, ...]]) -> tuple[Term, ...]:
    """Return the terms with what a text has explained: new terms, and a word more to those that differ."""
    left = dict(found)
    grown = []
    for term in terms:
        known = {alike(form) for form in (term.name, *term.forms)}
        longs = [long for name in (term.name, *term.forms) for long in left.pop(name, ())]
        sentence = told(tuple(long for long in longs if alike(long) not in known))
        grown.append(replace(term, more=f"{term.more} {sentence}".strip()) if sentence else term)
    new = (Term(short, (), told(longs)) for short, longs in left.items() if told(longs))
    return (*grown, *new)


def _is_short(word: str) -> bool:
    """Return whether a word looks like an abbreviation: two capitals, or two letters such as Ig."""
    if len(_letters(word)) < 2 or len(word) > LONGEST:
        return False
    capitals = sum(letter.isupper() for letter in word)
    return capitals >= 2 or (len(word) == 2 and word[0].isupper() and word not in _WORDS)


def _letters(short: str) -> str:
    """Return what the long form has to spell: no hyphens, no plural, no number at the end."""
    return "".join(_parts(_singular(short).rstrip("0123456789-–")))


def _singular(short: str) -> str:
    return short[:-1] if short.endswith("s") and short[:-1].isupper() and len(short) > 2 else short


def _long_form_at_end(before: str, letters: str) -> str:
    """Return the fewest last words of a text that spell the letters, or ""."""
    near = _BEFORE.search(before)
    text = near[0].rstrip(" \u00a0“”\"'‘’") if near else ""
    starts = [found.start() for found in re.finditer(r"(?<!\S)[“\"'‘]?(?=\w)", text)]
    for start in reversed(starts[-_most_words(letters) :]):
        long = text[start:].lstrip("“\"'‘")
        if _spells(_parts(long), letters):
            return long
    return ""


def _long_form_at_start(after: str, letters: str) -> str:
    """Return the fewest first words of a text that spell the letters, or ""."""
    near = _UP_TO.match(after)
    ends = (found.end() for found in re.finditer(r"\w(?!\S)", near[0] if near else ""))
    longs = (after[:end] for end in islice(ends, _most_words(letters)))
    return next((long for long in longs if _spells(_parts(long), letters)), "")


def _most_words(letters: str) -> int:
    """Return how many words the long form of some letters has at the most; Schwartz and Hearst."""
    return min(len(letters) + 5, 2 * len(letters))


def _parts(long: str) -> tuple[str, ...]:
    return tuple(part.casefold().translate(_GREEK) for part in _PART.findall(_OWNER.sub("", long)))


def _spells(parts: tuple[str, ...], letters: str) -> bool:
    """Return whether each part gives some of the letters, in order; a linking word may give none.

    Of each four one may be left out, but for the first and last: the National Institute for Health and Care
    Excellence is NICE. A number gives nothing: interleukin-6 is IL-6.
    """
    silent = [part in _LINKING or part.isdecimal() for part in parts]
    if (
        not parts
        or silent[0]
        or letters in (part.rstrip("0123456789") for part in parts)
        or len("".join(parts)) < _LEAST[len(parts) == 1] * len(letters)
    ):
        return False
    most = silent.count(False) // 4
    # What has been spelled so far, with how many words were left out, at the least.
    ways = {0: 0}
    for number, part in enumerate(parts):
        may_be_silent = silent[number] and (part.isdecimal() or number < len(parts) - 1)
        following: dict[int, int] = {}
        for at, missed in ways.items():
            for end in _taken(part, letters, at):
                following[end] = min(missed, following.get(end, missed))
            skips = missed + (not silent[number])
            if may_be_silent or (0 < number < len(parts) - 1 and skips <= most):
                following[at] = min(skips, following.get(at, skips))
        ways = following
    return len(letters) in ways


def _taken(part: str, letters: str, at: int) -> Iterator[int]:
    """Yield how far the letters may be spelled by a word that begins with the next one of them."""
    place = 0 if at < len(letters) and part[0] == letters[at] else -1
    while place >= 0:
        at += 1
        yield at
        place = part.find(letters[at], place + 1) if at < len(letters) else -1
