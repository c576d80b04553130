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
from reader.text.lemmas import LITTLE_WORDS, lemmas

MOST = 3
"""Meanings that are given; more are not kept in mind."""
_RARE = 10
"""A meaning that is met so many times less often than the first one is left out; ours."""

_GONE = "The dictionary could not be read. The plain words of this reader still work."


class _Sense(NamedTuple):
    of_name: bool
    met: int
    definition: str


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
        small = " ".join(re.sub(r"[-‐‑_\s]+", " ", written).casefold().replace("’", "'").split())
        if not small or (small in LITTLE_WORDS and not written.isupper()):
            return ()
        try:
            senses = self._senses(small.removesuffix("'s")) or self._senses(small.replace(" ", "-"))
        except (OSError, zipfile.BadZipFile, zlib.error, ValueError) as error:
            raise StoreError(_GONE) from error
        # "aids" helps, and AIDS is an illness; of "Polish" either may be meant.
        if written == written.lower() or written == written.upper():
            small_letters = written == written.lower()
            senses = [sense for sense in senses if sense.of_name != small_letters] or senses
        likeliest = sorted(senses, key=lambda sense: -sense.met)[:MOST]
        told = [sense.definition for sense in likeliest if sense.met * _RARE >= likeliest[0].met]
        return tuple(dict.fromkeys(told))

    def _senses(self, word: str) -> list[_Sense]:
        found = [sense for lemma, kinds in lemmas(word) for sense in self._of_lemma(lemma, kinds)]
        return list(dict.fromkeys(found))

    def _of_lemma(self, lemma: str, kinds: str) -> Iterator[_Sense]:
        for entry in self._entries(lemma):
            kind, rest = entry[0], entry[1:]
            if kind.lower() not in kinds:
                continue
            if rest.startswith("="):
                if rest[1:] != lemma:
                    yield from self._of_lemma(rest[1:], kind)
            else:
                met, _, definition = rest.partition(" ")
                yield _Sense(kind.isupper(), int(met), definition)

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
