"""Find the references in a text that a voice skips: citations and footnote marks, and nothing in doubt.

To skip what carries meaning is far worse than to say a reference, so "(Smith, 2019)" is said: it looks
like "(London, 2012)".
"""

import re
from collections.abc import Iterator, Sequence

from reader.model.document import Span, Style
from reader.text.raised import is_mark, raised

_NUMBER = r"[1-9]\d{0,2}"
_NUMBERED = re.compile(
    rf"\[{_NUMBER}(?:\s?[,;–-]\s?{_NUMBER}){{0,30}}\]"
    rf"|\[(?:[Rr]efs?\.?|[Nn]otes?|n)\s{_NUMBER}(?:\s?[,;–-]\s?{_NUMBER}){{0,30}}\]"
    r"|\[(?:citation|clarification|better source) needed\]"
    r"|[†‡]+"
)
_INTERVAL = re.compile(
    r"(?:\b(?:CI|IQR|intervals?|range|ranges|median|mean|between|of|from|to|in)|[=:∈≈~<>±%])\s*\Z"
)
"""What stands before a pair of numbers in square brackets that is a pair of values, not of references."""
_IN_SENTENCE = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Ss]ee|[Ff]rom|[Oo]f|[Tt]o|[Tt]han|[Ww]ith|[Rr]efs?\.?|cf\.)\s\Z"
)
"""What leaves the sentence without an end if the reference after it is skipped."""
_PAIR = re.compile(r"\[\d+\s?[,;–-]\s?\d+\]")

_PARTICLES = r"(?:(?:van|von|de|der|den|del|la|le|di|da|al|el|ter)[ -]){0,3}"
_NAME = _PARTICLES + r"[^\W\d_a-z][^\W\d_]*(?:[-’'][^\W\d_]+){0,3}"
_YEARS = r"(?:19|20)\d\d[a-z]?(?:, ?(?:(?:19|20)\d\d[a-z]?|[a-z])){0,6}"
_SURE = rf"{_NAME}(?:,? et al\.?| & {_NAME}|(?:, {_NAME}){{1,5}},? & {_NAME}),? {_YEARS}"
_MAYBE = rf"{_NAME}(?: and {_NAME})?,? {_YEARS}"
_LEAD = r"(?:see(?: also)?,? |e\.g\.,? |cf\. |reviewed (?:in|by) |for (?:a )?review,? see )?"
_EACH = re.compile(rf"{_LEAD}(?:(?P<sure>{_SURE})|{_MAYBE})")
_BRACKET = re.compile(r"\(([^()\[\]]{8,400})\)|\[([^()\[\]]{8,400})\]")


def references(text: str, spans: Sequence[Span] = ()) -> tuple[tuple[int, int], ...]:
    """Return start and end of each reference of a text, in order and without overlap."""
    found = sorted((*_numbered(text), *_named(text), *_marks(text, spans)))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _numbered(text: str) -> Iterator[tuple[int, int]]:
    for found in _NUMBERED.finditer(text):
        before = text[max(0, found.start() - 20) : found.start()]
        values = _PAIR.fullmatch(found[0]) and _INTERVAL.search(before)
        # At the start of a text it is the number of an entry, before letters a formula, after "see" a word.
        if (
            before.strip()
            and not values
            and not _IN_SENTENCE.search(before)
            and not text[found.end() : found.end() + 1].isalnum()
        ):
            yield found.span()


def _named(text: str) -> Iterator[tuple[int, int]]:
    for found in _BRACKET.finditer(text.replace("\u00a0", " ")):
        each = [_EACH.fullmatch(part.strip()) for part in (found[1] or found[2]).split(";")]
        if all(each) and any(one and one["sure"] for one in each):
            yield found.span()


def _marks(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    for span in spans:
        if span.style is Style.NOTE and 0 <= span.start < span.end <= len(text):
            yield span.start, span.end
    for run in raised(text, spans):
        if is_mark(text, run):
            yield run.start, run.end
