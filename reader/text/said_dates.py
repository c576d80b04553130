"""Dates, years and times of day, as they are said in Britain."""

import re
from calendar import monthrange
from collections.abc import Iterator

from reader.text.rewording import Rewording

_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())
_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_SMALL = tuple(_TO_NINETEEN.split())
_FROM_TWENTY = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = ("", "", *_FROM_TWENTY.split())
_TO_TWENTIETH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = tuple(_TO_TWENTIETH.split())

_SHORT_MONTHS = {month[:3]: month for month in MONTHS} | {"Sept": "September"}
_ANY_MONTH = rf"(?:{'|'.join((*MONTHS, 'Sept', *_SHORT_MONTHS))})"

_DATE = re.compile(r"(?<![\w./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|(?<=/)\d\d)(?![\w/-]|\.\d)")
_ISO = re.compile(r"(?<![\w./-])(\d{4})-(\d\d)-(\d\d)(?![\w/-]|\.\d)")
_DAY_OF_MONTH = re.compile(
    r"(?<![\w./:–-])(?P<the>[Tt]he )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?P<gap>[ \u00a0])"
    rf"(?P<month>{_ANY_MONTH})\b(?P<stop>\.(?=[ \u00a0]\d{{4}}))?"
)
_MONTH_AND_DAY = re.compile(
    rf"\b(?P<month>{_ANY_MONTH}\b\.?)[ \u00a0](?P<day>\d{{1,2}}(?:st|nd|rd|th)?)"
    r",?[ \u00a0](?P<year>(?:19|20)\d\d)(?![\w/–-])"
)
_ABOUT = re.compile(r"(?<![\w.])c\.[ \u00a0]?(?=(?:1\d|20)\d\d(?!\d|[.,]\d))")
_DECADE = re.compile(r"(?<![\w.,£$€-])(1[1-9]|20)(\d)0['’]?s\b")
_YEAR_OF_MONTH = re.compile(rf"\b{_ANY_MONTH},?[ \u00a0](20\d\d)(?![\w/–-])")
_YEAR = re.compile(r"(?<![\w.,£$€-])19\d\d(?![\w%]|[.,]\d|\s?%)")
_TIME = re.compile(r"(?<![\w.:])(\d{1,2})(\.)([0-5]\d)(?=[ \u00a0]?[ap]\.?m\b)")


def said_dates(text: str) -> Iterator[Rewording]:
    """Yield dates, years and times; a date that cannot be is left as it is written."""
    yield from _days(text)
    for found in _DECADE.finditer(text):
        yield Rewording(*found.span(), _decade(found[1], found[2]))
    for found in _YEAR_OF_MONTH.finditer(text):
        yield Rewording(*found.span(1), year(int(found[1])))
    for found in _YEAR.finditer(text):
        yield Rewording(*found.span(), year(int(found[0])))
    for found in _TIME.finditer(text):
        yield Rewording(*found.span(2), ":" if found[3] != "00" else " ")


def _days(text: str) -> Iterator[Rewording]:
    """Yield the dates that name a day."""
    for found in _DATE.finditer(text):
        yield from _date(found, found[1], found[3], found[4])
    for found in _ISO.finditer(text):
        yield from _date(found, found[3], found[2], found[1])
    for found in _DAY_OF_MONTH.finditer(text):
        if 1 <= int(found["day"]) <= 31:
            the = "" if found["the"] else "the "
            yield Rewording(found.start("day"), found.start("gap"), f"{the}{_ordinal(int(found['day']))} of")
            yield Rewording(found.start("month"), found.end(), _month(found["month"]))
    for found in _MONTH_AND_DAY.finditer(text):
        if 1 <= (day := int(found["day"].rstrip("stndrh"))) <= 31:
            yield Rewording(*found.span("month"), _month(found["month"]))
            yield Rewording(found.start("day"), found.start("year") - 1, f"the {_ordinal(day)},")
            yield Rewording(*found.span("year"), year(int(found["year"])))
    for found in _ABOUT.finditer(text):
        yield Rewording(*found.span(), "about ")


def year(number: int) -> str:
    """Return how a year from 1100 to 2099 is said: "nineteen ninety-eight", "two thousand and four"."""
    century, rest = divmod(number, 100)
    if 2000 <= number < 2010:
        return "two thousand" + (f" and {under_hundred(rest)}" if rest else "")
    if rest == 0:
        return f"{under_hundred(century)} hundred"
    return f"{under_hundred(century)} {'oh ' if rest < 10 else ''}{under_hundred(rest)}"


def under_hundred(number: int) -> str:
    """Return a number from 0 to 99 in words."""
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def _date(found: re.Match[str], day: str, month: str, written_year: str) -> Iterator[Rewording]:
    number = int(written_year)
    if not 1 <= int(month) <= 12:
        return
    if len(written_year) == 4 and not 1100 <= number < 2100:
        return
    # Of a year of two figures only the 29th of February would tell; a leap year is taken.
    if not 1 <= int(day) <= monthrange(number if len(written_year) == 4 else 2000, int(month))[1]:
        return
    said = (
        year(number) if len(written_year) == 4 else f"{'oh ' if number < 10 else ''}{under_hundred(number)}"
    )
    yield Rewording(*found.span(), f"the {_ordinal(int(day))} of {MONTHS[int(month) - 1]} {said}")


def _month(written: str) -> str:
    return _SHORT_MONTHS.get(written.rstrip("."), written)


def _ordinal(number: int) -> str:
    if number <= 20:
        return _ORDINALS[number - 1]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ORDINALS[ones - 1]}" if ones else "thirtieth"


def _decade(century: str, ten: str) -> str:
    if ten == "0":
        return "two thousands" if century == "20" else f"{under_hundred(int(century))} hundreds"
    return f"{under_hundred(int(century))} " + ("tens" if ten == "1" else _TENS[int(ten)][:-1] + "ies")
