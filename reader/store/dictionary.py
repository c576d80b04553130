"""The general dictionary that is shipped with the app: WordNet's definitions, by `script/dictionary.py`."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from reader.ground import bundled
from reader.store.folders import StoreError
from reader.text.lemmas import is_little, lemmas

MOST = 3
"""Meanings that are given; more are not kept in mind."""
_RARE = 10
"""A meaning that is met so many times less often than the first one is left out; ours."""

_GONE = "The dictionary could not be read. The plain words of this reader still work."


_SYMBOL = 2
"""Letters of the shortest names."""
_COMPARED = re.compile(r"\(?(?:comparative|superlative)\b")
"""How the meaning of "better" begins; that of "good", which is met more often, would only puzzle."""


class _Sense(NamedTuple):
    of_name: bool
    met: int
    definition: str
    of_form: bool
    """Whether it is a meaning of the word as it stands there, such as "left", and not of "leave"."""


class Dictionary:
    """Looks words up in the archive, of which it unpacks only those with the same first letters.

    It is opened when the first word is asked for; a word then takes one to ten milliseconds.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or bundled.root() / "dictionary" / "wordnet.zip"

    def meanings(self, written: str) -> tuple[str, ...]:
        """Return what a word or a phrase means, the likeliest first; () for one that is not known.

        Raises StoreError with a kind sentence when the dictionary is not there, or damaged.
        """
        word = " ".join(re.sub(r"[\s_]+", " ", written).split())
        if not word or is_little(word):
            return ()
        try:
            senses = next(filter(None, map(self._senses, _spellings(word))), [])
        except (OSError, zipfile.BadZipFile, zlib.error, ValueError) as error:
            raise StoreError(_GONE) from error
        return tuple(dict.fromkeys(sense.definition for sense in _likeliest(_as_written(senses, word))))

    def _senses(self, word: str) -> list[_Sense]:
        found = [sense for lemma, kinds in lemmas(word) for sense in self._of_lemma(lemma, kinds, word)]
        return list(dict.fromkeys(found))

    def _of_lemma(self, lemma: str, kinds: str, word: str) -> Iterator[_Sense]:
        for entry in self._entries(lemma):
            kind, rest = entry[0], entry[1:]
            if kind.lower() not in kinds:
                continue
            if rest.startswith("="):
                if rest[1:] != lemma:
                    yield from self._of_lemma(rest[1:], kind, word)
            else:
                met, _, definition = rest.partition(" ")
                yield _Sense(kind.isupper(), int(met), definition, lemma == word)

    def _entries(self, word: str) -> list[str]:
        member = word[:2].encode("utf-8").hex()
        if member not in self._names:
            return []
        held = self._archive.read(member).decode("utf-8")
        found = re.search(rf"^{re.escape(word)}\t(.*)$", held, re.MULTILINE)
        return found[1].split("\t") if found else []

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(self._path)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._archive.namelist())


def _spellings(word: str) -> tuple[str, ...]:
    """Return how a word may stand in the dictionary, the likeliest first: "blood-vessel" with a space."""
    small = re.sub("[‐‑]", "-", word.casefold().replace("’", "'")).removesuffix("'s").removesuffix("'")
    return small, small.replace("-", " "), small.replace(" ", "-"), f"{small}."


def _as_written(senses: list[_Sense], word: str) -> list[_Sense]:
    """Return the meanings that fit the capitals: "aids" helps, AIDS is an illness, "Polish" may be either."""
    if word not in (word.lower(), word.upper()):
        return senses
    is_small = word == word.lower()
    fitting = [sense for sense in senses if sense.of_name != is_small]
    # A state or a chemical element is never written so small: "et al" is no aluminium.
    return fitting if is_small and len(word) == _SYMBOL else fitting or senses


def _likeliest(senses: list[_Sense]) -> list[_Sense]:
    """Return the meanings to give: where the form has one of its own, it is among them."""
    most = max((sense.met for sense in senses), default=0)
    common = [sense for sense in senses if (sense.met + 1) * _RARE >= most]
    common.sort(key=lambda sense: (_COMPARED.match(sense.definition) is None, -sense.met))
    first, of_form = common[:MOST], next((sense for sense in common if sense.of_form), None)
    if of_form and of_form not in first:
        first[-1] = of_form
    return first
