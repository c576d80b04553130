"""The hard words of a piece, and which of them are dotted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reader.ground.events import Event
from reader.model.chunk import Chunk
from reader.model.term import Term, TermHit
from reader.session.vocabulary import Vocabulary
from reader.text.abbreviations import with_learned
from reader.text.glossary import Glossary, dotted, hardest_first, is_english

AT_ONCE = 3
"""Meanings that are given at a time, in sight or aloud; ours: more are not kept in mind."""

NO_WORDS = "There are no hard words in this piece."
NO_LANGUAGE = "There are no plain words for the language of this text yet. You can write your own."

LOOKED_BACK = 100
"""Pieces; ours: about 5,000 words. A text without parts would else be searched from its beginning."""


OWN = "Your own words:"


class Words:
    """Looks up the terms of each piece, once, in the pieces of the open text.

    The glossary grows by what the person has written, and by what the text itself has explained.
    """

    def __init__(self, glossary: Glossary, vocabulary: Vocabulary) -> None:
        self.changed: Event[[]] = Event()
        """Other words are found, or dotted, in pieces that were looked up before."""
        self._shipped = glossary
        self._language = ""
        self._glossary = glossary
        self._vocabulary = vocabulary
        self._learned: Mapping[str, tuple[str, ...]] = {}
        self._chunks: Sequence[Chunk] = ()
        self._hits: dict[int, tuple[TermHit, ...]] = {}
        vocabulary.changed.connect(self._grow)
        if vocabulary.own:
            self._grow()

    def use(self, chunks: Sequence[Chunk]) -> None:
        """Take the pieces in which terms will be looked up."""
        if chunks is not self._chunks:
            self._chunks = chunks
            self._hits.clear()

    def read_in(self, language: str) -> None:
        """Take the language of the open text (BCP 47): the words that are shipped are English."""
        if is_english(language) != is_english(self._language):
            self._language = language
            self._grow()

    def learn(self, abbreviations: Mapping[str, tuple[str, ...]]) -> None:
        """Take the long forms that the open text gives its abbreviations, instead of all before."""
        if abbreviations != self._learned:
            self._learned = dict(abbreviations)
            self._grow()

    def hits(self, chunk: Chunk) -> tuple[TermHit, ...]:
        """Return every occurrence of a term in a piece."""
        if chunk.index not in self._hits:
            self._hits[chunk.index] = self._glossary.find_in(chunk)
        return self._hits[chunk.index]

    def dotted(self, chunk: Chunk) -> tuple[TermHit, ...]:
        """Return the occurrences to dot: none of a known term, of an everyday one the first in its part."""
        hits = [hit for hit in self.hits(chunk) if hit.term.name not in self._vocabulary.known]
        return dotted(hits, self._earlier_than(chunk, {hit.term.name for hit in hits if hit.term.everyday}))

    def terms(self, chunk: Chunk) -> tuple[Term, ...]:
        """Return the terms of a piece that are not known, hardest first, each once."""
        known = self._vocabulary.known
        return hardest_first([hit for hit in self.hits(chunk) if hit.term.name not in known])

    @property
    def why_none(self) -> str:
        """Return a sentence for a piece without terms."""
        return NO_WORDS if is_english(self._language) else NO_LANGUAGE

    def _earlier_than(self, chunk: Chunk, wanted: set[str]) -> set[str]:
        """Return which of some terms, by their names, stand earlier in the same part."""
        met: set[str] = set()
        for index in range(chunk.index - 1, max(-1, chunk.index - 1 - LOOKED_BACK), -1):
            if met == wanted or self._chunks[index].part != chunk.part:
                break
            met |= wanted & {hit.term.name for hit in self.hits(self._chunks[index])}
        return met

    def _grow(self) -> None:
        own = self._vocabulary.own
        shipped = self._shipped.in_language(self._language).terms
        terms = tuple(_with_own(shipped, own)) if own else shipped
        self._glossary = Glossary(with_learned(terms, self._learned) if self._learned else terms)
        self._hits.clear()
        self.changed.emit()


def _with_own(terms: Sequence[Term], own: Mapping[str, str]) -> Iterator[Term]:
    """Yield the terms with a person's own meanings in front: of these terms, and of other words."""
    left = {word.casefold(): (word, meaning) for word, meaning in own.items()}
    for term in terms:
        held = [left.pop(form.casefold()) for form in (term.name, *term.forms) if form.casefold() in left]
        if held:
            shipped = f"{term.meaning} {term.more}".strip()
            yield replace(term, meaning=_own(" ".join(meaning for _, meaning in held)), more=shipped)
        else:
            yield term
    for word, meaning in left.values():
        yield Term(word, (), _own(meaning))


def _own(meaning: str) -> str:
    ends = meaning.endswith((".", "?", "!", "…"))
    return f"{OWN} {meaning}" if ends else f"{OWN} {meaning}."
