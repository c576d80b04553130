"""How what is written is said aloud."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Saying:
    """A word or abbreviation, and what is said for it.

    One written in small letters also counts with a capital at its start; any other counts only as it is
    written. `before` is "" or what must follow: "number" ("No. 3"). `may_end` says that its own full stop
    may be the end of the sentence as well ("etc."); any other such stop makes no pause.
    """

    written: str
    said: str
    before: str = ""
    may_end: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit after a number: "mg", "milligram", "milligrams"."""

    written: str
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Sayings:
    """Everything that is shipped about saying things right."""

    words: tuple[Saying, ...] = ()
    units: tuple[Unit, ...] = ()
    signs: Mapping[str, str] = field(default_factory=dict)
    """What is said for a sign, a Greek letter too."""
