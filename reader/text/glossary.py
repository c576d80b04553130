"""Find the words of the glossary in a text, however they are written.

A text is cut into words, numbers and single signs. What joins two words (a hyphen, spaces, one line
break) counts as nothing, so "B-cell", "B cell" and "B‑cell" are the same two words. A trie of such words
finds the longest term at each place in a time that grows with the text alone.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.model.chunk import Chunk
from reader.model.term import Term, TermHit

# One sign for each kind, letter for letter, so that no offset moves. ß is a slip of the keyboard for β.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–", "-"),
        **dict.fromkeys("‘’‛ʼ′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)),
        **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)),
        "ß": "β",
    }
)
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "ω": "omega"}

# Marks that complete a letter, and signs that only tell where a line may break, belong to their word.
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = rf"[^\W\d](?:[^\W\d]|[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff{_UNSEEN}])*"
_TOKEN = re.compile(rf"(?P<word>{_WORD}(?:'{_WORD})*)|(?P<gap>[\s{_UNSEEN}-]+)|\d+|.", re.DOTALL)
_HIDDEN = re.compile(f"[{_UNSEEN}]")


class _Token(NamedTuple):
    keys: tuple[str, ...]
    start: int
    end: int


class _Node:
    __slots__ = ("next", "term")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.term: Term | None = None


class Glossary:
    """Terms, and every place where they stand in a text.

    Letter case counts only for a form of one word with a capital past its first letter (PEM, NHS, IgA) and
    for the words Ig and A in any form: "GPS" is no GP and "a" no immunoglobulin. So "me/cfs" is found, and
    "me" is not. Where two terms share a form, the first one has it.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = tuple(terms)
        self._root = _Node()
        for term in self._terms:
            for form in (term.name, *term.forms):
                self._plant(form, term)

    def in_language(self, language: str) -> "Glossary":
        """Return the glossary for texts in a language (BCP 47): a French "fatigue" is none of its words."""
        return self if is_english(language) else Glossary(())

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return all terms, in the order given."""
        return self._terms

    def find(self, text: str) -> tuple[TermHit, ...]:
        """Return the terms in a text, in order and without overlap; of two at one place the longer one."""
        tokens = tuple(_tokens(text))
        begins = self._root.next.keys()
        hits = []
        end = 0
        for at, token in enumerate(tokens):
            if at < end or begins.isdisjoint(token.keys):
                continue
            last, term = self._longest(tokens, at)
            if term:
                hits.append(TermHit(token.start, tokens[last].end, term))
                end = last + 1
        return tuple(hits)

    def find_in(self, chunk: Chunk) -> tuple[TermHit, ...]:
        """Return the terms in the text of a piece; none runs from one block into the next."""
        return tuple(
            TermHit(part.at + hit.start, part.at + hit.end, hit.term)
            for part in chunk.slices
            for hit in self.find(chunk.text[part.at : part.at + part.end - part.start])
        )

    def _plant(self, form: str, term: Term) -> None:
        node = self._root
        tokens = tuple(_tokens(form))
        for token in tokens:
            key = _planted(token.keys[0], alone=len(tokens) == 1)
            node = node.next.setdefault(key, _Node())
        node.term = node.term or term

    def _longest(self, tokens: Sequence[_Token], first: int) -> tuple[int, Term | None]:
        """Return the last token of the longest term that begins at `first`, and the term if there is one."""
        nodes = [self._root]
        found: tuple[int, Term | None] = (first, None)
        for at in range(first, len(tokens)):
            nodes = [node.next[key] for node in nodes for key in tokens[at].keys if key in node.next]
            if not nodes:
                break
            if term := next((node.term for node in nodes if node.term), None):
                found = (at, term)
        return found


def is_english(language: str) -> bool:
    """Return whether a text in this language (BCP 47) can be explained: in English, or in one not known."""
    return language.partition("-")[0].lower() in ("", "en")


def dotted(hits: Sequence[TermHit], earlier: Collection[str] = ()) -> tuple[TermHit, ...]:
    """Return the hits of a piece to be dotted: everyday terms once, all others each time.

    `earlier` holds the names of the terms that stand in the same part before the piece. It is the text
    that counts, not what the person has seen: a piece looks the same whenever one comes back to it.
    """
    met = set(earlier)
    shown = []
    for hit in hits:
        if not (hit.term.everyday and hit.term.name in met):
            shown.append(hit)
        met.add(hit.term.name)
    return tuple(shown)


def hardest_first(hits: Sequence[TermHit]) -> tuple[Term, ...]:
    """Return each term once, the hardest first.

    Everyday words come last; before them those that need a respelling come first; of equals the longer
    name, then the one that stands first in the text.
    """
    terms = dict.fromkeys(hit.term for hit in hits)
    return tuple(sorted(terms, key=lambda term: (term.everyday, not term.say, -len(term.name))))


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the words, numbers and signs of a text; a gap that parts rather than joins is a sign too."""
    for found in _TOKEN.finditer(text.translate(_ALIKE)):
        written = found[0]
        kind = found.lastgroup
        if kind == "gap" and (written == " " or _joins(written)):
            continue
        keys = _keys(written) if kind == "word" else (written,)
        yield _Token(keys, *found.span())


def _joins(gap: str) -> bool:
    """Return whether a gap keeps two words together: no dash between spaces, no empty line."""
    return "-" not in gap.removeprefix("-") and gap.count("\n") < 2


# The few thousand words of a book come again and again.
@lru_cache(maxsize=10_000)
def _keys(word: str) -> tuple[str, ...]:
    """Return what a word may stand for, the likeliest first: as written, in small letters, its singular."""
    written = unicodedata.normalize("NFC", _HIDDEN.sub("", word))
    small = _folded(written)
    return tuple(dict.fromkeys((written, small, *_singulars(written), *_singulars(small))))


def _singulars(word: str) -> Iterator[str]:
    """Yield what a word is the possessive or plural of, by the regular rules of English."""
    owner = word.removesuffix("'s")
    yield owner
    if owner.endswith("ies"):
        yield owner[:-3] + "y"
    if owner.endswith(("ses", "xes", "zes", "ches", "shes")):
        yield owner[:-2]
    if owner.endswith("s"):
        yield owner[:-1]


def _folded(word: str) -> str:
    small = word.casefold()
    return _GREEK.get(small, small)


def _planted(written: str, *, alone: bool) -> str:
    """Return the one key under which a word of a form is kept: an abbreviation as it is written."""
    by_case = written in {"A", "Ig"} or (alone and any(letter.isupper() for letter in written[1:]))
    return written if by_case else _folded(written)
