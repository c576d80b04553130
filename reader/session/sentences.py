"""The sentences of a text, one after the other, as the voice goes through them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model.chunk import Chunk
from reader.model.document import Span, clipped
from reader.text import clauses
from reader.text.chunks import Pieces

LONGEST = 600
"""Letters that are said in one go; ours: a voice has them ready in half a second.

A sentence of more is a table, or words without a stop, such as those of a film: a voice would take too long.
"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to be spoken: the piece it stands in, and start and end of its visible letters there."""

    chunk: Chunk
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return its letters, without the white space around them."""
        return self.chunk.text[self.start : self.end]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the styles of its letters, in code points of its text."""
        return clipped(self.chunk.spans, self.start, self.end)


def of(chunk: Chunk) -> tuple[Sentence, ...]:
    """Return the sentences of a piece, a very long one in parts; what has nothing to say is none."""
    found = []
    for start, end in chunk.sentence_spans():
        for first, last in clauses.parts(chunk.text[start:end], LONGEST):
            text = chunk.text[start + first : start + last]
            visible = text.strip()
            # A line of emoji or dashes has nothing to say, and would only be a silence.
            if any(letter.isalnum() for letter in visible):
                begin = start + last - len(text.lstrip())
                found.append(Sentence(chunk, begin, begin + len(visible)))
    return tuple(found)


def first_from(chunks: Sequence[Chunk], index: int) -> Sentence | None:
    """Return the first sentence of a piece, or of the next one that has any; None at the end."""
    return next(_walk(chunks, range(index, len(chunks)), 1), None)


def neighbour(chunks: Sequence[Chunk], sentence: Sentence, step: int) -> Sentence | None:
    """Return the sentence after another one (step 1) or before it (step -1), across pieces."""
    index = sentence.chunk.index
    walk = _walk(chunks, range(index, len(chunks) if step > 0 else -1, step), step)
    return next((other for other in walk if _is_beyond(other, sentence, step)), None)


def again_in(chunks: Pieces, sentence: Sentence) -> Sentence | None:
    """Return the same sentence in pieces that may be cut anew, or None if it is not there any more."""
    index = sentence.chunk.index
    if index < len(chunks) and chunks[index] == sentence.chunk:
        return sentence
    place = sentence.chunk.place_at(sentence.start)
    if not chunks.holds(place):
        return None
    chunk = chunks[chunks.index_of(place)]
    offset = chunk.offset_of(place)
    return next((found for found in of(chunk) if found.start == offset), None)


def _walk(chunks: Sequence[Chunk], indexes: range, step: int) -> Iterator[Sentence]:
    for index in indexes:
        yield from of(chunks[index])[::step]


def _is_beyond(other: Sentence, sentence: Sentence, step: int) -> bool:
    if other.chunk.index != sentence.chunk.index:
        return True
    return (other.start - sentence.start) * step > 0
