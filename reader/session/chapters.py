"""What is read from beginning to end without a page, chapter by chapter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model.chunk import Chunk
from reader.model.document import Document, Part
from reader.session import sentences
from reader.session.sentences import Sentence
from reader.text.chunks import Pieces
from reader.text.spoken import Speak, Utterance

AFTER_HEADING = 0.6
"""Seconds of silence after a heading at least: ours, so that it is told from the text."""

BEFORE_CHAPTER = 1.5
"""Seconds of silence before a chapter: ours, so that its beginning is heard with closed eyes."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Some pieces under a title."""

    title: str
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Something to say, and the seconds of silence before it; without a sentence it is a heading."""

    utterance: Utterance
    pause: float
    sentence: Sentence | None = None


def of_text(document: Document, pieces: Pieces, parts: Sequence[Part] | None = None) -> tuple[Chapter, ...]:
    """Return a chapter for each part that has pieces, of all parts or some.

    One without a title has the text's.
    """
    found = [(part, pieces.of_part(part.index)) for part in parts or pieces.parts]
    return tuple(
        Chapter(part.title or document.title, pieces[held.start : held.stop]) for part, held in found if held
    )


def lines(chapter: Chapter, speak: Speak, gap: float, *, headings: bool) -> Iterator[Line]:
    """Yield what is said of a chapter, leaving out where there is nothing to say.

    `gap` is the silence between sentences in seconds. Headings are said once, before the pieces they
    stand over, if they are wanted.
    """
    pause = BEFORE_CHAPTER
    before = ""
    for chunk in chapter.chunks:
        if headings and (chunk.heading != before or not chunk.text):
            heading = speak(chunk.heading, ())
            if _is_said(heading):
                yield Line(heading, pause)
                pause = max(gap, AFTER_HEADING)
        before = chunk.heading
        for sentence in sentences.of(chunk):
            utterance = speak(sentence.text, sentence.spans)
            if _is_said(utterance):
                yield Line(utterance, pause, sentence)
                pause = gap


def _is_said(utterance: Utterance) -> bool:
    return any(letter.isalnum() for letter in utterance.text)
