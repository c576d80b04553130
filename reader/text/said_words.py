"""Words, abbreviations and single letters that are said otherwise than they are written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from reader.model.wordings import Wording
from reader.text.rewording import Rewording

_TOKEN = re.compile(r"[^\W_]+")
_ALIKE = str.maketrans({**dict.fromkeys("\u00a0\u202f\u2009", " "), **dict.fromkeys("‐‑", "-"), "’": "'"})
_NUMBER_FOLLOWS = re.compile(r"\s?\d")
_SENTENCE_ENDS = re.compile(r"[\"'”’)\]\s]*\Z|[\"'”’)\]]*\s+[\"'“‘(\[]*[A-Z]")
_TEXT_ENDS = re.compile(r"[\"'”’)\]\s]*\Z")
_IN_CAPITALS = re.compile(r"[A-Z]{2,}[,;:]?\s\Z|\A[,;:]?\s[A-Z]{2,}\b")

_ADDRESS = re.compile(
    r"(?:https?://|www\.|doi:\s?10\.)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
)
_LETTER_A = re.compile(
    r"(?<!\w)(?:[Vv]itamin|[Hh]epatitis|[Ii]mmunoglobulin|[Ii]nfluenza|[Tt]ype|[Gg]roup|\(?Ig\)?) (A)\b"
)
_ROMAN_AFTER = (
    r"\b(?:[Tt]ypes?|[Pp]hases?|[Ss]tages?|[Gg]rades?|[Cc]lass|[Vv]olume|[Cc]hapter|[Tt]able|[Ff]actor|"
    r"[Cc]omplex|[Pp]art|[Aa]ngiotensin|[Cc]ollagen|World War|cranial nerve|[Bb]ipolar)"
)
_ROMAN = re.compile(
    rf"{_ROMAN_AFTER}[ \u00a0]([IVX]{{1,5}}(?:(?:,| and| or|/|–|-) ?[IVX]{{1,5}}\b)*)\b(?!['’.]\w)"
)
_NUMERAL = re.compile("[IVX]+|[/–-]")
_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX"
_ROMANS = {numeral: str(number) for number, numeral in enumerate(_NUMERALS.split(), 1)} | {
    "/": ", ",
    "–": " to ",
    "-": " to ",
}


class SaidWords:
    """Finds the words of a table in a text: the longest at each place, as whole words."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._by_token: dict[str, list[tuple[str, Wording]]] = {}
        for wording in wordings:
            for written in _forms(wording.written.translate(_ALIKE)):
                token = _TOKEN.match(written)
                if token:
                    self._by_token.setdefault(token[0], []).append((written, wording))
        for candidates in self._by_token.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, text: str) -> Iterator[Rewording]:
        """Yield how the words of the table are said in a text."""
        alike = text.translate(_ALIKE)
        for token in _TOKEN.finditer(alike):
            for written, wording in self._by_token.get(token[0], ()):
                end = token.start() + len(written)
                if alike.startswith(written, token.start()) and _stands(alike, token.start(), end, wording):
                    yield from _aligned(token.start(), written, _said(alike, end, written, wording))
                    break


class OwnWords:
    """Finds a person's own words as whole words.

    One typed in capitals alone counts only so: ME is not me. Any other counts however it is cased.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._said = {_one_line(word).casefold(): said for word, said in words.items()}
        longest_first = sorted(map(_one_line, words), key=len, reverse=True)
        alternatives = "|".join(map(_own_pattern, longest_first))
        whole = rf"(?<!\w)(?<!\d[.,])(?:{alternatives})(?!\w|(?<=\d)[.,]\d)"
        self._pattern = re.compile(whole) if words else None

    def find(self, text: str) -> Iterator[Rewording]:
        """Yield how the person's words are said in a text."""
        if self._pattern is None:
            return
        for found in self._pattern.finditer(text.translate(_ALIKE)):
            said = self._said.get(_one_line(found[0]).casefold())
            if said is not None and not _is_combining(text, found.end()):
                yield Rewording(*found.span(), said)


def addresses(text: str) -> Iterator[Rewording]:
    """Yield addresses of pages and of people: they are said as they are written."""
    for found in _ADDRESS.finditer(text):
        yield Rewording(*found.span(), found[0])


def lone_letters(text: str) -> Iterator[Rewording]:
    """Yield what would be taken for another word: A as a letter, and Roman numerals after "type" and such."""
    for found in _LETTER_A.finditer(text):
        yield Rewording(*found.span(1), "eh")
    for found in _ROMAN.finditer(text):
        for numeral in _NUMERAL.finditer(text, *found.span(1)):
            if number := _ROMANS.get(numeral[0]):
                yield Rewording(*numeral.span(), number)


def _one_line(word: str) -> str:
    return " ".join(word.translate(_ALIKE).split())


def _own_pattern(word: str) -> str:
    """Return a pattern for a word of a person, whose spaces may be any."""
    pattern = r"\s+".join(map(re.escape, word.split()))
    return pattern if word.isupper() else f"(?i:{pattern})"


def _forms(written: str) -> tuple[str, ...]:
    capital = written[0].upper() + written[1:]
    return (written, capital) if written == written.lower() and capital != written else (written,)


def _stands(text: str, start: int, end: int, wording: Wording) -> bool:
    """Return whether the letters are this word and no part of another one, and what must follow does."""
    if start and (
        text[start - 1] == "_" or (text[start - 1] == "." and text[start - 2 : start - 1].isalnum())
    ):
        return False
    if text[end : end + 1].isalnum() or text[end : end + 1] == "_" or _is_combining(text, end):
        return False
    if wording.before == "number" and not _NUMBER_FOLLOWS.match(text, end):
        return False
    return not (wording.ordinary and _shouts(text, start, end))


def _shouts(text: str, start: int, end: int) -> bool:
    return bool(
        _IN_CAPITALS.search(text[max(0, start - 20) : start]) or _IN_CAPITALS.match(text[end : end + 20])
    )


def _said(text: str, end: int, written: str, wording: Wording) -> str:
    """Return what is said, with a stop where the abbreviation's own ends the sentence."""
    ends = _SENTENCE_ENDS if wording.may_end else _TEXT_ENDS
    return wording.said + ("." if written.endswith(".") and ends.match(text, end) else "")


def _aligned(start: int, written: str, said: str) -> Iterator[Rewording]:
    """Yield one rewording a word where both have as many words, else one for all."""
    words, said_words = list(re.finditer(r"\S+", written)), said.split()
    if len(words) != len(said_words):
        yield Rewording(start, start + len(written), said)
        return
    for word, said_word in zip(words, said_words, strict=True):
        yield Rewording(start + word.start(), start + word.end(), said_word)


def _is_combining(text: str, at: int) -> bool:
    return at < len(text) and unicodedata.category(text[at]).startswith("M")
