"""Numbers with their units, ranges, signs and letters of formulas."""

import re
from collections.abc import Iterable, Iterator, Mapping

from reader.model.wordings import Wordings
from reader.text.rewording import Rewording

_GAP = r"[ \u00a0\u202f\u2009]"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_FOUR_FIGURES = re.compile(r"\d{4}")
_RANGE = re.compile(
    rf"(?<![\w.,–-])[£$€]?\d[\d.,:]*(?:%|{_GAP}?[a-zA-Zµμ°]{{1,4}})?(?P<dash>{_GAP}?–{_GAP}?)"
    r"(?=[£$€]?\d[\d.,]*(?![\d.,]*[–-]\d))"
)
_HYPHEN_RANGE = re.compile(
    r"(?<![\w.,/:–£$€-])(?P<low>(?:0|[1-9]\d{0,3})(?:\.\d+)?)%?(?P<dash>-)"
    r"(?P<high>[1-9]\d{0,3}(?:\.\d+)?)(?![\w/:–-]|[.,]\d)"
)
_GROUPS = re.compile(r"(?<![\w.,])\d{1,3}(?:(?:[\u00a0\u202f\u2009]\d{3})+|(?: 000)+)(?!\w|,\d)")
_BARE_POINT = re.compile(r"(?<![\w.)\]])\.(?=\d)")
_PHONE = re.compile(r"(?<![\w+./-])(?:0\d{2,4}|\+\d{1,3}[ -]\d{2,4})[ -]\d{3,4}(?:[ -]?\d{3,4})(?![\w/-])")
_FRACTION = re.compile(r"(?<![\w./-])(?P<over>[123])/(?P<under>[234])(?![\w/-]|[.,]\d)")
_FRACTIONS = {
    "1/2": "a half",
    "1/3": "a third",
    "2/3": "two thirds",
    "1/4": "a quarter",
    "3/4": "three quarters",
}
_COUNTED = re.compile(r"(?:[Gg]rade|[Ss]tage|[Pp]hase|[Tt]ype|[Ff]igure|[Tt]able|[Pp]art|[Cc]lass)s?\s\Z")
_JOINTS = {
    re.compile(r"(?<=\d)-(?=[£$€]\d)"): " to ",
    # A ratio: "1:1000", "a 2:1 ratio"; any other may be a time of day.
    re.compile(r"(?<=\b1):(?=[1-9]\d{2,}(?![\d:.,]\d))|(?<=\d):(?=\d{1,3}[- ]ratio)"): " to ",
    re.compile(rf"(?<=\d)/(?=\d{{2,3}}{_GAP}?mm{_GAP}?Hg\b)"): " over ",
    re.compile(r"(?<=\d)\s?x\s?(?=10[\^⁰-⁹⁻²³])"): " times ",
    # At this dash within a word ("Epstein–Barr") voices would pause.
    re.compile(r"(?<=[^\W_])–(?=[^\W\d_])"): "-",
    re.compile(r"(?<=[^\W_]{2})/(?=[^\W\d_]{2})|(?<=\d[+⁺])/(?=[^\W\d_]{2})"): ", ",
}
"""What stands between two numbers or words, and what is said for it."""
_ODDS_RATIO = re.compile(r"(?:(?<=[(\[])|(?<=; )|(?<=\ban )|(?<=adjusted ))OR(?=[,:]? ?=? ?\d+\.\d)")
_MARKER = re.compile(r"\b(?:[A-Z]{2,6}\d{1,3}[a-zα]?|Ig[AGMDE])([+⁺−-])(?=[\s.,;:)/]|\Z)")
_MONEY = re.compile(
    rf"(?<!\w)(?P<sign>[£$€])(?P<whole>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d+)(?:\.(?P<part>\d\d?))?(?![\d.,]\d)"
    rf"(?:{_GAP}?(?P<big>thousand|million|billion|trillion|k|m|bn)\b)?"
)
_CURRENCIES = {"£": ("pound", "pounds"), "$": ("dollar", "dollars"), "€": ("euro", "euros")}
_BIG = {"k": "thousand", "m": "million", "bn": "billion"}
_HALF_OF = re.compile(r"\s(?:an?|the)\b")
_HYPHENS = frozenset("-‐‑")
_DENOMINATORS = ["L", "dL", "dl", "mL", "ml", "µL", "μL", "µl", "μl", "kg", "min", "mm³", "mm3", "m²", "m2"]
"""Units that may stand after a slash even if no unit is before it: "cells/mL", "10⁹/L"."""


class SaidNumbers:
    """Says units, signs and lone letters of another script by the tables that are shipped."""

    def __init__(self, wordings: Wordings) -> None:
        self._units = {unit.written: unit for unit in wordings.units}
        self._per = {**{unit.written: unit.one for unit in wordings.units}, **wordings.per}
        unit, per = _any_of(self._units), _any_of(self._per)
        self._measure = re.compile(
            rf"(?<![\w.,£$€])(?P<number>{_NUMBER})(?P<gap>(?:{_GAP}|-)?)(?P<unit>{unit})"
            rf"(?P<per>(?:/(?:{per})){{0,3}})(?:(?P<of>/)(?=\d)|(?![\w/²³⁻]))"
        )
        self._rate = re.compile(rf"(?<![\w/])(?P<unit>{unit})(?P<per>(?:/(?:{per})){{1,3}})(?![\w/²³⁻])")
        denominators = _any_of((*wordings.per, *(each for each in _DENOMINATORS if each in self._per)))
        self._over_it = re.compile(
            rf"(?:(?<=[a-z]{{3}})|(?<=[\d²³⁰-⁹)]))(?P<per>(?:/(?:{denominators})){{1,3}})(?![\w/²³⁻])"
        )
        self._signs, self._letters = wordings.signs, wordings.letters
        self._sign = re.compile(_any_of(self._signs))
        self._number_signs = wordings.signs_before_number
        self._number_sign = re.compile(rf"(?:{_any_of(self._number_signs)})(?={_GAP}?[.\d])")
        self._letter = re.compile(rf"(?<![Ͱ-Ͽ])(?:{_any_of(self._letters)})(?![Ͱ-Ͽ])")

    def find(self, text: str) -> Iterator[Rewording]:
        """Yield how numbers, units and signs are said in a text."""
        yield from self._measures(text)
        yield from _plain_numbers(text)
        yield from _ranges(text)
        yield from self._signs_of(text)
        for joint, words in _JOINTS.items():
            for found in joint.finditer(text):
                yield Rewording(*found.span(), words)
        for found in _ODDS_RATIO.finditer(text):
            yield Rewording(*found.span(), "odds ratio")

    def _measures(self, text: str) -> Iterator[Rewording]:
        for found in self._measure.finditer(text):
            number, written = found["number"], found["unit"]
            # "1990s" and "30s" are years and ages; "5m" is five million as well.
            if len(written) == 1 and not found["gap"] and written in "sm":
                continue
            # "3 U-turns"
            if len(written) == 1 and text[found.end() : found.end() + 1] == "-":
                continue
            if _FOUR_FIGURES.fullmatch(number):
                yield Rewording(*found.span("number"), f"{number[0]},{number[1:]}")
            unit = self._units[written]
            said = unit.one if number == "1" or found["gap"] == "-" else unit.many
            over = self._over(found["per"]) + (" per " if found["of"] else "")
            if found["gap"] == "-":
                yield Rewording(*found.span("gap"), " ")
            yield Rewording(found.start("unit"), found.end(), f" {said}{over}")
        for found in self._rate.finditer(text):
            yield Rewording(*found.span(), self._units[found["unit"]].many + self._over(found["per"]))
        for found in self._over_it.finditer(text):
            yield Rewording(*found.span(), self._over(found["per"]))

    def _over(self, written: str) -> str:
        return "".join(f" per {self._per[each]}" for each in written.split("/")[1:])

    def _signs_of(self, text: str) -> Iterator[Rewording]:
        for found in _MARKER.finditer(text):
            yield Rewording(*found.span(1), " positive" if found[1] in "+⁺" else " negative")
        for found in self._sign.finditer(text):
            said = self._signs[found[0]]
            mixed = found[0] in "½¼¾⅓⅔" and text[found.start() - 1 : found.start()].isdigit()
            said = f"and {said}" if mixed else _fraction(text, found.end(), said)
            yield Rewording(*found.span(), f" {said} ")
        for found in self._number_sign.finditer(text):
            yield Rewording(*found.span(), f" {self._number_signs[found[0]]} ")
        for found in self._letter.finditer(text):
            yield from _greek(text, found.start(), self._letters[found[0]])


def _plain_numbers(text: str) -> Iterator[Rewording]:
    for found in _GROUPS.finditer(text):
        yield Rewording(*found.span(), re.sub(r"\D", ",", found[0]))
    for found in _BARE_POINT.finditer(text):
        yield Rewording(*found.span(), "0.")
    for found in _PHONE.finditer(text):
        groups = re.split("[ -]", found[0])
        spaced = ", ".join(" ".join(group) for group in groups)
        yield Rewording(*found.span(), spaced.replace("+", "plus"))
    for found in _FRACTION.finditer(text):
        if (said := _FRACTIONS.get(found[0])) and not _COUNTED.search(text[: found.start()][-12:]):
            yield Rewording(*found.span(), _fraction(text, found.end(), said))
    for found in _MONEY.finditer(text):
        yield Rewording(*found.span(), _money(found))


def _money(found: re.Match[str]) -> str:
    """Return an amount in words: "5 million pounds", "1 pound 50"."""
    one, many = _CURRENCIES[found["sign"]]
    if big := found["big"]:
        part = f".{found['part']}" if found["part"] else ""
        return f"{found['whole']}{part} {_BIG.get(big, big)} {many}"
    pence = found["part"] if found["part"] and len(found["part"]) == 2 and found["part"] != "00" else ""
    return f"{found['whole']} {one if found['whole'] == '1' else many} {pence.lstrip('0')}".strip()


def _fraction(text: str, end: int, said: str) -> str:
    """Return "half" instead of "a half" before "an hour"."""
    return "half" if said == "a half" and _HALF_OF.match(text, end) else said


def _ranges(text: str) -> Iterator[Rewording]:
    for found in _RANGE.finditer(text):
        yield Rewording(*found.span("dash"), " to ")
    for found in _HYPHEN_RANGE.finditer(text):
        if float(found["low"]) < float(found["high"]):
            yield Rewording(*found.span("dash"), " to ")


def _greek(text: str, at: int, name: str) -> Iterator[Rewording]:
    """Yield the name of a letter, apart from what it is joined to, and a space for the hyphens beside it."""
    joined_before = at > 0 and (text[at - 1].isalnum() or text[at - 1] in _HYPHENS)
    yield Rewording(at, at + 1, f"{' ' if joined_before else ''}{name} ")
    after = at + 1
    while after < len(text) and text[after].isdigit() and after < at + 4:
        after += 1
    for hyphen in (at - 1, after):
        if 0 <= hyphen < len(text) and text[hyphen] in _HYPHENS:
            yield Rewording(hyphen, hyphen + 1, " ")


def _any_of(written: Iterable[str] | Mapping[str, str]) -> str:
    """Return a pattern for any of these, the longest first; for none, one that nothing matches."""
    return "|".join(re.escape(each) for each in sorted(written, key=len, reverse=True)) or r"(?!)"
