"""In which language a text is: what its file says, else what its words tell."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from reader.formats.draft import Draft
from reader.model.document import Block

ENOUGH, SAMPLE = 20, 300
"""Words; ours: of fewer than the first nothing is said, and more than the second tell nothing new."""

LONG_WORD = 6
"""Letters that count as a word where there are fewer words: not every script writes spaces."""

_LATIN = "\u024f"
"""The last of the letters that so many languages share that few words tell nothing."""

_COMMON = {
    "en": "and are be by from of that the this to was which with you",
    "de": "auch auf das dass dem der eine für ist mit nicht sich und von werden wird zum zur",
    "fr": "au dans du est et il le les nous pas pour qui sont sur une vous",
    "es": "está hay las los más muy su sus y",
    "it": "anche che della delle di è gli il nel nella non più sono",
    "pt": "ao com em foi mais não pela pelo são também uma",
    "nl": "bij door een maar naar niet ook voor worden wordt zijn",
    "sv": "att också eller ett från för inte när och som är",
    "pl": "jest które nie oraz przez się tym został że",
}
"""Words that stand everywhere in a language, and hardly in its neighbours; ours."""

_LANGUAGES = {word: language for language, words in _COMMON.items() for word in words.split()}

SURE, LEAST, CLEAR = 0.06, 4, 3
"""Ours: how many of all words, and how many at least, are common ones of a language, and how many times
those of any other. Prose has 0.07 to 0.3 of them, and a page of titles no less; a neighbour has 0.03.
"""

_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?P<rest>(?:-[A-Za-z0-9]{1,8})*)")
_NONE = frozenset({"und", "zxx", "mul", "mis"})
_SHORT: dict[str, str] = dict(
    re.findall(
        r"(\w+):(\w+)",
        "eng:en fre:fr fra:fr ger:de deu:de spa:es ita:it por:pt dut:nl nld:nl swe:sv dan:da nor:no fin:fi "
        "pol:pl rus:ru gre:el ell:el heb:he ara:ar chi:zh zho:zh jpn:ja kor:ko",
    )
)
"""Older books name their language in three letters; the two-letter names are those that voices go by."""

_WRITTEN = dict.fromkeys(("wuu", "yue", "nan", "hak", "gan", "cmn"), "zh")
"""Languages of China that are told apart by the ear, and hardly in writing."""


def tag(said: str) -> str:
    """Return a language as a BCP 47 tag, however a file writes it; "" for what names none."""
    found = _TAG.fullmatch(said.strip().replace("_", "-"))
    if found is None or found["language"].lower() in _NONE:
        return ""
    return _SHORT.get(found["language"].lower(), found["language"]) + found["rest"]


def told(blocks: Iterator[Block], draft: Draft) -> Iterator[Block]:
    """Return the blocks, once the draft's language is a tag, told by the first of them if by nothing else."""
    first: list[Block] = []
    words: list[str] = []
    seen = 0
    for block in blocks:
        first.append(block)
        words += block.text.split()
        seen += len(block.text)
        if tag(draft.language) or max(len(words), seen // LONG_WORD) >= SAMPLE:
            break
    draft.language = tag(draft.language) or tag(_guessed(words[:SAMPLE]))
    return chain(first, blocks)


def _guessed(words: list[str]) -> str:
    """Return a language such as "de", "" where there is too little to tell it by."""
    letters = [letter for word in words for letter in word if letter.isalpha()]
    if len(words) < ENOUGH and sum(letter > _LATIN for letter in letters) <= len(letters) / 2:
        return ""
    if language := _plain(words):
        return language
    # Imported when needed: its model takes most of a second to load.
    import py3langid  # noqa: PLC0415

    language, _ = py3langid.classify(" ".join(words))
    return _WRITTEN.get(str(language), str(language))


def _plain(words: list[str]) -> str:
    """Return the language whose common words are there and no other's, "" if that is not plain."""
    known = (_LANGUAGES.get(word.casefold(), "") for word in words)
    found = [*Counter(filter(None, known)).most_common(2), ("", 0), ("", 0)]
    (language, count), (_, second) = found[:2]
    return language if count >= max(LEAST, SURE * len(words), CLEAR * second) else ""
