"""A sentence as words in a row, and what little grammar it takes to see a clause in them."""

import re
from collections.abc import Iterator
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from reader.text import sense_words as listed

FARTHEST = 20
"""Words within which a subject has its verb; ours."""

NEAR = 5
"""Words within which "after" has a verb if it begins a clause; ours."""

# A no-break space holds what stands around it together.
DASH = "–"
"""The stop that any dash is which stands alone between two spaces."""

_DASHES = frozenset({"-", "–", "—", "--", "---"})
_TOKEN = re.compile(r"[^ \t\n\r]+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_STOP = re.compile(r"[,;:][\"”’)\]]*$")
_LABEL = re.compile(r"[a-z\d]{1,3}\)")
_SINGLE_QUOTED = re.compile(r"(?<!\w)‘[^‘]*’(?!\w)")
_CLOSING = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_OPENING = frozenset(_CLOSING.values())
_QUOTING = frozenset('“«‘"')


class Token(NamedTuple):
    """What stands between two spaces, its word in small letters, and the comma or the like at its end.

    It is `inside` if it begins within brackets or quotation marks; a stop within them is none.
    """

    start: int
    text: str
    word: str
    stop: str
    inside: bool


_NOTHING = Token(0, "", "", "", inside=False)


class Words:
    """The words of a sentence, by their number; before the first and after the last there is nothing."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        enclosed = _enclosed(sentence)
        self._tokens = [_token(found, enclosed) for found in _TOKEN.finditer(sentence)]
        self._lacking = list(self._counted())

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index] if 0 <= index < len(self._tokens) else _NOTHING

    def word(self, index: int) -> str:
        """Return a word in small letters, without the signs around it."""
        return self[index].word

    def is_one_of(self, index: int, words: frozenset[str]) -> bool:
        """Return whether a word is one of these."""
        return self[index].word in words

    def after(self, index: int, stop: str = ",") -> bool:
        """Return whether this stop stands right before a word."""
        return self[index - 1].stop == stop

    def has_stop(self, first: int, end: int) -> bool:
        """Return whether any word from the first up to, not including, the end has a stop after it."""
        return any(self[index].stop for index in range(first, end))

    def stretch(self, index: int) -> int:
        """Return where the stretch without a stop begins that ends right before a word."""
        return next((at for at in range(index - 1, 0, -1) if self[at - 1].stop), 0)

    def is_verb(self, index: int) -> bool:
        """Return whether a word is surely the verb of a clause."""
        word, before = self.word(index), self.word(index - 1)
        if before in listed.PRONOUNS and word.isalpha() and word not in listed.NO_VERBS:
            return True
        if before == "it" and len(word) > 3 and word.endswith(("s", "ed")):
            return True
        if word in listed.FINITE:
            return before not in listed.BEFORE_BARE_VERBS
        return self.is_past(index)

    def is_past(self, index: int) -> bool:
        """Return whether a word is surely a verb like "opened" in "opened the"."""
        word = self.word(index)
        is_form = (word.endswith("ed") and word not in listed.NAMED) or word in listed.PAST
        return is_form and self._takes_object(index)

    def is_participle(self, index: int, *endings: str) -> bool:
        """Return whether a word looks like "using" or "described", with more to come after it."""
        word = self.word(index)
        is_regular = len(word) > 4 and word.endswith(endings or ("ing", "ed"))
        return (is_regular or (not endings and word in listed.IRREGULAR)) and not self[index].stop

    def is_clause(
        self, index: int, *, bare: bool = False, joined: bool = False, farthest: int = FARTHEST
    ) -> bool:
        """Return whether a subject and its verb begin here; a `bare` one may begin with any word.

        A `joined` one may have an "and" in it. The verb is looked for only so many words far.
        """
        word, after = self.word(index), index + 1
        if self[index].stop:
            return False
        if word in listed.PRONOUNS:
            return self.is_verb(after) or self.is_one_of(after, listed.LINKING)
        if word in listed.POINTERS and self.is_verb(after + self.is_one_of(after, listed.LINKING)):
            return True
        return (bare or word in listed.DETERMINERS) and self._has_verb(after, farthest, joined=joined)

    def is_complete(self, index: int, *, but: int = 0) -> bool:
        """Return whether every clause that was begun before a word, but so many, has its verb."""
        return self._lacking[index] <= but

    def _has_verb(self, first: int, farthest: int, *, joined: bool) -> bool:
        """Return whether a verb comes before anything that ends what may be a subject."""
        ends = listed.NO_SUBJECT - listed.JOINING if joined else listed.NO_SUBJECT
        for index in range(first, first + farthest):
            if self[index].inside:
                continue
            if self.word(index) in ends:
                return False
            if self.is_verb(index) or (index > first and self._acts_on_something(index)):
                return True
            if self[index].stop:
                return False
        return False

    def _acts_on_something(self, index: int) -> bool:
        """Return whether this is "supports" in "the finding supports the"."""
        word = self.word(index)
        is_form = len(word) > 4 and word.endswith("s") and word not in listed.NEVER_VERBS
        is_free = not self.is_one_of(index - 1, listed.PREPOSITIONS | listed.DETERMINERS)
        return is_form and is_free and self._takes_object(index) and self.word(index + 1) != "that"

    def _takes_object(self, index: int) -> bool:
        return not self[index].stop and self.is_one_of(index + 1, listed.ARTICLES)

    def _counted(self) -> Iterator[int]:
        """Yield, for each word, how many clauses that were begun before it still lack their verb."""
        lacking = 1
        for index, token in enumerate(self._tokens):
            yield lacking
            if token.inside or token.text[0] in _QUOTING:
                continue
            if self.after(index) and self.is_clause(index):
                lacking = 1  # a comma closes what led up to this clause
            if token.word in listed.OPENERS or self._begins_clause(index):
                lacking += 1
            elif self.is_verb(index) and not self._goes_on(index):
                lacking -= 1
            if token.stop == ";":
                lacking = 1
        yield lacking

    def _begins_clause(self, index: int) -> bool:
        """Return whether this is an "and" or "after" with a clause behind it."""
        if self.is_one_of(index, listed.AMBIGUOUS):
            return self.is_clause(index + 1, farthest=NEAR)
        is_pair = self.is_one_of(index - 1, listed.DETERMINERS)  # "some or all"
        is_join = self.is_one_of(index, listed.JOINING) and not is_pair
        return is_join and self.is_clause(index + 1, bare=self.after(index))

    def _goes_on(self, index: int) -> bool:
        """Return whether a verb has the subject of the one before: "can have been", "rose and was"."""
        helped = any(self.is_one_of(at, listed.HELPING | {"been", "be"}) for at in range(index - 3, index))
        before = index - 1 - self.is_one_of(index - 1, listed.LINKING)
        return helped or self.is_one_of(before, listed.JOINING)


def _token(found: re.Match[str], enclosed: list[bool]) -> Token:
    text = found.group()
    if text in _DASHES:
        return Token(found.start(), text, "", DASH, enclosed[found.start()])
    stop = _STOP.search(text)
    is_stop = stop is not None and not enclosed[found.start() + stop.start()]
    word = _EDGES.sub("", text).lower().replace("’", "'")
    return Token(
        found.start(), text, word, stop.group()[0] if stop and is_stop else "", enclosed[found.start()]
    )


def _enclosed(sentence: str) -> list[bool]:
    """Return for each letter whether it stands within brackets or quotation marks."""
    changes = [0] * (len(sentence) + 1)
    for start, end in (*_bracketed(sentence), *_quoted(sentence)):
        changes[start + 1] += 1
        changes[end] -= 1
    return [depth > 0 for depth in accumulate(changes)]


def _bracketed(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where a bracket opens and closes; of one that is alone, all from there to the edge."""
    opened: dict[str, list[int]] = {sign: [] for sign in _OPENING}
    for at, sign in enumerate(sentence):
        if sign in _OPENING:
            opened[sign].append(at)
        elif fitting := opened.get(_CLOSING.get(sign, "")):
            yield fitting.pop(), at
        elif sign in _CLOSING and not _is_label(sentence, at):
            yield -1, at
    for alone in chain.from_iterable(opened.values()):
        yield alone, len(sentence)


def _quoted(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield what stands within quotation marks that look alike; if one is left over, it may be anything."""
    straight = [at for at, sign in enumerate(sentence) if sign == '"']
    if len(straight) % 2:
        yield -1, len(sentence)
    else:
        yield from list(pairwise(straight))[::2]
    yield from (match.span() for match in _SINGLE_QUOTED.finditer(sentence))


def _is_label(sentence: str, at: int) -> bool:
    """Return whether a closing bracket belongs to "a)" or "2)"."""
    return bool(_LABEL.fullmatch(sentence, sentence.rfind(" ", 0, at) + 1, at + 1))
