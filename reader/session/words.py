"""The hard words of a piece, and which of them are dotted."""

from reader.model.chunk import Chunk
from reader.model.term import Term, TermHit
from reader.text.glossary import Glossary, dotted, hardest_first


class Words:
    """Looks up the terms of each piece, once, in the pieces of the open text."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._chunks: tuple[Chunk, ...] = ()
        self._hits: dict[int, tuple[TermHit, ...]] = {}
        self._earlier: list[frozenset[str]] = []

    def use(self, chunks: tuple[Chunk, ...]) -> None:
        """Take the pieces in which terms will be looked up."""
        if chunks is not self._chunks:
            self._chunks = chunks
            self._hits.clear()
            self._earlier.clear()

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

    def _earlier_than(self, chunk: Chunk) -> frozenset[str]:
        """Return the names of the terms that stand earlier in the same part."""
        while len(self._earlier) <= chunk.index:
            before = self._chunks[len(self._earlier) - 1] if self._earlier else None
            here = self._chunks[len(self._earlier)]
            if before is None or before.part != here.part:
                self._earlier.append(frozenset())
            else:
                names = frozenset(hit.term.name for hit in self.hits(before))
                self._earlier.append(self._earlier[-1] | names)
        return self._earlier[chunk.index]
