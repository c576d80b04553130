"""How what is written is said aloud."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Wording:
    """A word or abbreviation, and what is said for it.

    One written in small letters also counts with a capital at its start; any other counts only as it is
    written. `before` is "" or what must follow: "number" ("No. 3"). `may_end` says that its own full stop
    may be the end of the sentence as well ("etc."); any other such stop makes no pause. `ordinary` says
    that among words in capitals it is an ordinary word ("TELL ME MORE").
    """

    written: str
    said: str
    before: str = ""
    may_end: bool = False
    ordinary: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit after a number: "mg", "milligram", "milligrams"."""

    written: str
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Wordings:
    """Everything that is shipped about saying things right."""

    words: tuple[Wording, ...] = ()
    units: tuple[Unit, ...] = ()
    per: Mapping[str, str] = field(default_factory=dict)
    """What besides a unit may stand after a slash: "day" in "5 mg/day"."""
    signs: Mapping[str, str] = field(default_factory=dict)
    """What is said for a sign anywhere."""
    signs_before_number: Mapping[str, str] = field(default_factory=dict)
    """What is said for a sign before a number."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """The names of letters of another script, where one stands alone."""
