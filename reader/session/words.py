"""The hard words of a piece, and which of them are dotted."""

from collections.abc import Sequence

from reader.model.chunk import Chunk
from reader.model.term import Term, TermHit
from reader.text.glossary import Glossary, dotted, hardest_first

AT_ONCE = 3
"""Meanings that are given at a time, in sight or aloud; ours: more are not kept in mind."""

NO_WORDS = "There are no hard words in this piece."

LOOKED_BACK = 100
"""Pieces; ours: about 5,000 words. A text without parts would else be searched from its beginning."""


class Words:
    """Looks up the terms of each piece, once, in the pieces of the open text."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._chunks: Sequence[Chunk] = ()
        self._hits: dict[int, tuple[TermHit, ...]] = {}

    def use(self, chunks: Sequence[Chunk]) -> None:
        """Take the pieces in which terms will be looked up."""
        if chunks is not self._chunks:
            self._chunks = chunks
            self._hits.clear()

    def hits(self, chunk: Chunk) -> tuple[TermHit, ...]:
        """Return every occurrence of a term in a piece."""
        if chunk.index not in self._hits:
            self._hits[chunk.index] = self._glossary.find_in(chunk)
        return self._hits[chunk.index]

    def dotted(self, chunk: Chunk) -> tuple[TermHit, ...]:
        """Return the occurrences to dot: of an everyday term only the first in its part."""
        return dotted(self.hits(chunk), self._earlier_than(chunk))

    def terms(self, chunk: Chunk) -> tuple[Term, ...]:
        """Return the terms of a piece, hardest first, each once."""
        return hardest_first(self.hits(chunk))

    def _earlier_than(self, chunk: Chunk) -> set[str]:
        """Return the names of the terms that stand earlier in the same part."""
        before = self._chunks[max(0, chunk.index - LOOKED_BACK) : chunk.index]
        return {hit.term.name for piece in before if piece.part == chunk.part for hit in self.hits(piece)}
