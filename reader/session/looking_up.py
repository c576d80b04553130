"""Looking up any word that a person asks about."""

import re
from dataclasses import dataclass
from functools import partial

from reader.ground.beside import Beside
from reader.ground.events import Event
from reader.model.chunk import Chunk
from reader.model.term import Term
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.session.words import Words
from reader.store.dictionary import Dictionary
from reader.store.folders import StoreError
from reader.text.glossary import is_english
from reader.text.lemmas import is_little

SOURCE = "From a general dictionary (WordNet), not about ME/CFS."
SOURCE_IN_SHORT = "general dictionary"
LITTLE = "The dictionary leaves out numbers and small words such as this. You can write your own meaning."
NOT_FOUND = "No meaning was found for this. You can write your own."
ENGLISH_ONLY = "There is no dictionary for the language of this text yet. You can write your own meaning."
TOO_LONG = "One word or a few can be explained at a time."
LONGEST = 80
"""Letters of what is looked up; ours."""
MOST_WORDS = 5
"""Words of a phrase that are looked up together; the dictionary knows few longer ones."""

# A hyphen keeps a word together: "post" alone would mislead about "post-viral".
_WORD = re.compile(r"[^\W_](?:[^\s/–—]*[^\W_])?")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found about some letters of the shown piece: a term, or why there is none."""

    start: int
    end: int
    term: Term
    source: str = ""
    """Where it is from, in two words, if not from the words of this reader, this person or this text."""


class LookingUp:
    """Asks the glossary first, with own meanings and the text's own, and then the dictionary."""

    def __init__(
        self, reading: Reading, words: Words, dictionary: Dictionary, beside: Beside, notices: Notices
    ) -> None:
        self.answered: Event[[Answer]] = Event()
        self._reading = reading
        self._words = words
        self._dictionary = dictionary
        self._beside = beside
        self._notices = notices
        self._asked = 0

    def ask(self, start: int, end: int) -> None:
        """Look up some letters of the shown piece, in code points; the answer may come a moment later."""
        self._asked += 1
        chunk = self._reading.chunk
        hits = [hit for hit in self._words.hits(chunk) if hit.start < end and start < hit.end]
        if hits:
            hit = max(hits, key=lambda each: each.end - each.start)
            self.answered.emit(Answer(hit.start, hit.end, hit.term))
            return
        phrase = chunk.text[start:end]
        if len(phrase) > LONGEST:
            self._notices.say(TOO_LONG)
            return
        if not is_english(self._reading.document.language):
            self.answered.emit(Answer(start, end, Term(phrase, (), ENGLISH_ONLY)))
            return
        self._beside.do(
            partial(_looked_up, self._dictionary, phrase),
            partial(self._answer, self._asked, chunk, start),
            self._fail,
        )

    def _answer(self, asked: int, chunk: Chunk, start: int, found: tuple[int, int, tuple[str, ...]]) -> None:
        if asked != self._asked or chunk != self._reading.chunk:  # the person has gone on
            return
        first, last, meanings = found
        name = chunk.text[start + first : start + last]
        if meanings:
            term, source = Term(name, (), _listed(meanings), more=SOURCE), SOURCE_IN_SHORT
        else:
            little = all(map(is_little, name.split()))
            term, source = Term(name, (), LITTLE if little else NOT_FOUND), ""
        self.answered.emit(Answer(start + first, start + last, term, source))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        self._notices.say(str(error))


def _looked_up(dictionary: Dictionary, phrase: str) -> tuple[int, int, tuple[str, ...]]:
    """Return the longest run of words in a phrase that the dictionary knows, and what it means there.

    Where none is known it is the whole phrase, without a meaning.
    """
    spans = [found.span() for found in _WORD.finditer(phrase)]
    for length in range(min(len(spans), MOST_WORDS), 0, -1):
        for at in range(len(spans) - length + 1):
            start, end = spans[at][0], spans[at + length - 1][1]
            if meanings := dictionary.meanings(phrase[start:end]):
                return start, end, meanings
    return 0, len(phrase), ()


def _listed(meanings: tuple[str, ...]) -> str:
    told = [f"{meaning[:1].upper()}{meaning[1:]}." for meaning in meanings]
    return (
        told[0] if len(told) == 1 else "\n".join(f"{number}. {each}" for number, each in enumerate(told, 1))
    )
