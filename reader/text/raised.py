"""Raised and lowered signs: which are powers or belong to a formula, and which are footnote marks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model.document import Span, Style
from reader.text.rewording import Rewording

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+−")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+−")
_RAISED_RUN = re.compile(r"[⁺⁻]?[⁰¹²³⁴-⁹]+(?:[,–-][⁰¹²³⁴-⁹]+)*[⁺⁻]?|[⁺⁻]")
_LOWERED_RUN = re.compile(r"[₀-₉₊₋]+")
_POWER = re.compile(r"[-−]?\d{1,3}")
_CARET = re.compile(r"(?<=[\w)])\^([-−]?\d{1,3})(?![\w.^])")
_NUMBERS = re.compile(r"[(\[]?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*[)\]]?")
_LETTER_MARK = re.compile(r"[a-h*†‡§¶]")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\Z")
_IN_BRACKETS = re.compile(r"\([^()]*(?:[a-z]{3}|\d{4})[^()]*\)\Z")

_STOPS = frozenset(".,;:!?”’\"'…")
_UNITS_AND_FUNCTIONS = (
    "km cm mm nm µm μm kg mg mol mmol min sec hr ft mile miles metre metres meter meters inch inches "
    "sin cos tan log exp det max chi eta rho phi psi omega beta"
)
_SQUARED = frozenset(_UNITS_AND_FUNCTIONS.split())
"""Words of two letters or more that a power may follow; of one letter, any may."""

LOOK_BACK = 80
"""Letters before a mark that are looked at: as many as a short bracket."""


class Raised(NamedTuple):
    """A run of raised signs, as on the line; `linked` if it is a link of its own."""

    start: int
    end: int
    value: str
    linked: bool


def raised(text: str, spans: Sequence[Span] = ()) -> tuple[Raised, ...]:
    """Return the raised runs of a text: such letters, and letters in such a style."""
    found = {run.span(): on_the_line(run[0]) for run in _RAISED_RUN.finditer(text)}
    for span in spans:
        if span.style is Style.SUPERSCRIPT and 0 <= span.start < span.end <= len(text):
            found[span.start, span.end] = on_the_line(text[span.start : span.end])
    links = {(span.start, span.end) for span in spans if span.style is Style.LINK}
    return tuple(
        Raised(start, end, value.strip(), _is_linked(start, end, links))
        for (start, end), value in sorted(found.items())
    )


def on_the_line(text: str) -> str:
    """Return a text with its raised signs as those on the line."""
    return text.translate(_RAISED)


def is_mark(text: str, run: Raised) -> bool:
    """Return whether a raised run is a footnote or citation mark for certain.

    A number after a number, a unit, a variable or an element may be a power or a charge: those are none.
    """
    if run.linked and (_NUMBERS.fullmatch(run.value) or _LETTER_MARK.fullmatch(run.value)):
        return True
    if run.value in {"†", "‡"}:
        return True
    if not _NUMBERS.fullmatch(run.value) or text[run.end : run.end + 1].isalnum():
        return False
    before = text[max(0, run.start - LOOK_BACK) : run.start]
    if before.endswith(")"):
        return bool(_IN_BRACKETS.search(before))
    if before[-1:] in _STOPS or _YEAR.search(before):
        return bool(before)
    word = _LAST_WORD.search(before)
    return word is not None and _takes_mark(word[0], before[: word.start()][-1:])


def said_raised(text: str, spans: Sequence[Span] = ()) -> Iterator[Rewording]:
    """Yield how powers and other raised or lowered signs are said; no footnote mark is among them."""
    for run in raised(text, spans):
        if is_mark(text, run):
            continue
        base = text[max(0, run.start - LOOK_BACK) : run.start]
        if _POWER.fullmatch(run.value) and _has_powers(base):
            yield Rewording(run.start, run.end, f" {_power(run.value)} ")
        elif run.value.strip("+−-").isdigit() or run.value in {"+", "−"}:
            said = run.value.replace("+", " plus").replace("−", " minus")
            yield Rewording(run.start, run.end, f" {said} ")
    for caret in _CARET.finditer(text):
        yield Rewording(*caret.span(), f" {_power(caret[1])} ")
    for low in _LOWERED_RUN.finditer(text):
        yield Rewording(*low.span(), f" {low[0].translate(_LOWERED)} ")
    for span in spans:
        if span.style is Style.SUBSCRIPT and 0 <= span.start < span.end <= len(text):
            yield Rewording(span.start, span.end, f" {text[span.start : span.end]} ")


def _is_linked(start: int, end: int, links: set[tuple[int, int]]) -> bool:
    return any(start <= first and last <= end for first, last in links)


def _takes_mark(word: str, before: str) -> bool:
    """Return whether a raised number after this word is a mark, by what stands before the word."""
    if len(word) < 3 or before.isdigit() or word.lower() in _SQUARED:
        return False
    return not word.endswith("O")  # a gas, such as "VCO", with its number raised by mistake


def _has_powers(base: str) -> bool:
    word = _LAST_WORD.search(base)
    if word is None:
        return base[-1:].isdigit() or base.endswith(")")
    return len(word[0]) == 1 or word[0].lower() in _SQUARED


def _power(value: str) -> str:
    usual = {"2": "squared", "3": "cubed"}
    number = re.sub("[-−]", "minus ", value)
    return usual.get(value, f"to the power of {number}")
