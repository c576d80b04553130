"""What a text asks of its reader: counted, and put into few words."""

import math
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reader.model.document import Block, Document, Kind
from reader.model.effort import Effort
from reader.text import outline, sentences, words
from reader.text.cutting import PROSE
from reader.text.glossary import Glossary
from reader.text.pacing import STEP, WORDS_A_MINUTE, minutes

_HOURS = 3
"""From so many on, hours are told; ours: up to an hour more is too much for less."""

_IN_SENTENCES = PROSE | {Kind.KEY_POINT}


class _Weight(NamedTuple):
    """What one block adds, or several."""

    words: int
    hard: frozenset[str]
    longest: int


def _go_on() -> None:
    """Have nothing to do in between."""


def weighed(
    document: Document, glossary: Glossary, between: Callable[[], object] = _go_on
) -> tuple[Effort, tuple[Effort, ...]]:
    """Return what a text asks as a whole, and what each of its parts does.

    Headings are left out, and so are tables and code where the longest sentence is looked for. `between` is
    called after each block: a book takes a while.
    """
    glossary = glossary.in_language(document.language)
    parts = outline.parts(document)
    # Block by block: of a whole book what each one adds would weigh as much as its words.
    weights = [
        _together(_weights(document.blocks[part.first : part.end], glossary, document.language, between))
        for part in parts
    ]
    counted = [int(part.number > 0) for part in parts]
    return _effort(_together(weights), sum(counted)), tuple(map(_effort, weights, counted))


def length(effort: Effort, words_a_minute: float = WORDS_A_MINUTE) -> str:
    """Return how long it is in words, such as "8 parts · about 10 minutes"; a single part is not counted."""
    needed = minutes(effort.words, words_a_minute)
    # Seven parts of "about 5 minutes" would be more than the ten of the whole.
    time = f"{'about' if needed > STEP else 'up to'} {_time(needed)}"
    return f"{effort.parts} parts · {time}" if effort.parts > 1 else time


def hardness(effort: Effort) -> str:
    """Return how hard it is in words, such as "12 hard words · longest sentence 28 words".

    Where none of the words known to be hard is found, nothing is said of them: a book about something else,
    or in another language, may be full of hard ones.
    """
    hard = f"{effort.hard_words} hard word{'s' * (effort.hard_words > 1)}"
    longest = f"longest sentence {effort.longest_sentence} word{'s' * (effort.longest_sentence > 1)}"
    return " · ".join([hard] * (effort.hard_words > 0) + [longest] * (effort.longest_sentence > 0))


def _time(about: int) -> str:
    """Return so many minutes as one says them: of a book in hours, rounded up."""
    return f"{about} minutes" if about < 60 * _HOURS else f"{math.ceil(about / 60)} hours"


def _weight(block: Block, glossary: Glossary, language: str) -> _Weight:
    if block.kind is Kind.HEADING:
        return _Weight(0, frozenset(), 0)
    hard = frozenset(hit.term.name for hit in glossary.find(block.text) if not hit.term.everyday)
    spans = sentences.split(block.text, language) if block.kind in _IN_SENTENCES else ()
    longest = max((words.count(block.text[start:end]) for start, end in spans), default=0)
    return _Weight(words.count(block.text), hard, longest)


def _weights(
    blocks: Iterable[Block], glossary: Glossary, language: str, between: Callable[[], object]
) -> Iterator[_Weight]:
    for block in blocks:
        yield _weight(block, glossary, language)
        between()


def _together(weights: Iterable[_Weight]) -> _Weight:
    words = longest = 0
    hard: set[str] = set()
    for weight in weights:
        words += weight.words
        hard |= weight.hard
        longest = max(longest, weight.longest)
    return _Weight(words, frozenset(hard), longest)


def _effort(weight: _Weight, parts: int) -> Effort:
    return Effort(weight.words, len(weight.hard), weight.longest, parts)
