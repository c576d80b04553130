"""What a voice says for a text: as a person would read it aloud, with the way back to the shown letters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.model.document import Span, Style, clipped
from reader.model.wordings import Wordings
from reader.text import references
from reader.text.pictured import kind_word
from reader.text.raised import on_the_line, said_raised
from reader.text.rewording import Rewording, reworded
from reader.text.said_dates import said_dates
from reader.text.said_numbers import SaidNumbers
from reader.text.said_words import OwnWords, SaidWords, addresses, lone_letters
from reader.text.spoken import Utterance


class Pronunciation:
    """Says abbreviations, numbers, units and signs in words, the same for every voice; skips references.

    `own` are a person's own words, and what is said for each; they come before everything else.
    """

    def __init__(self, wordings: Wordings, own: Mapping[str, str]) -> None:
        self._words = SaidWords(wordings.words)
        self._numbers = SaidNumbers(wordings)
        self._own = OwnWords(own)

    def utterance(self, text: str, spans: Sequence[Span] = ()) -> Utterance:
        """Return what to say for a text; references are skipped and listed (R35)."""
        found = (*self._own.find(text), *_skips(text, spans), *self._rewordings(text, spans))
        said = reworded(text, _outside_code(found, spans))
        return _named(said) if any(span.style is Style.PICTURE for span in spans) else said

    def references(self, text: str, spans: Sequence[Span] = ()) -> Utterance:
        """Return what to say for the references alone that `utterance` skips."""
        said: list[str] = []
        letters: list[tuple[int, int]] = []
        for start, end in self.utterance(text, spans).skipped:
            each = on_the_line(text[start:end]).strip("()[]†‡ ")
            words = reworded(each, self._rewordings(each, clipped(spans, start, end))).text or "mark"
            words = f"Reference {words}. " if words[:1].isdigit() or words == "mark" else f"{words}. "
            said.append(words)
            letters += [(start, end)] * len(words)
        return Utterance("".join(said).rstrip(), tuple(letters[:-1]))

    def _rewordings(self, text: str, spans: Sequence[Span]) -> Iterator[Rewording]:
        yield from addresses(text)
        yield from lone_letters(text)
        yield from self._words.find(text)
        yield from self._numbers.find(text)
        yield from said_dates(text)
        yield from said_raised(text, spans)


def _named(words: Utterance) -> Utterance:
    """Return the words of a picture, said to be that; while this is heard, their first word is shown."""
    if not words.text:
        return words
    name = kind_word(words.text)
    first = len(words.text.split(" ")[0])
    letters = (words.shown(0, first),) * (len(name) + first) + words.letters[first:]
    return Utterance(name + words.text, letters, words.skipped)


def _outside_code(rewordings: Iterable[Rewording], spans: Sequence[Span]) -> Iterator[Rewording]:
    """Yield the rewordings that leave code as it is written: its brackets are no references."""
    code = [span for span in spans if span.style is Style.CODE]
    for each in rewordings:
        if not any(span.start < each.end and each.start < span.end for span in code):
            yield each


def _skips(text: str, spans: Sequence[Span]) -> Iterator[Rewording]:
    for start, end in references.references(text, spans):
        yield Rewording(start, end, "", skipped=True)
