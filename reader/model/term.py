"""A word of the glossary, and where it stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A hard word in plain words.

    `say` is a respelling to read aloud, or "" when the word is said as written. `meaning` has at most 25
    everyday words. An `everyday` term is dotted only the first time in a part, and still opens everywhere.
    """

    name: str
    forms: tuple[str, ...]
    meaning: str
    say: str = ""
    more: str = ""
    everyday: bool = False


@dataclass(frozen=True, slots=True)
class TermHit:
    """An occurrence of a term: start and end in code points."""

    start: int
    end: int
    term: Term
