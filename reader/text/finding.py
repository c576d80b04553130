"""Find words within a text, however their letters are written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from reader.model.document import Block

MOST_HITS = 200  # ours: more than that is a list nobody reads; a longer query finds fewer
LONGEST_QUERY = 200
_AROUND = 40

QUOTES = "“”„‟«»″"

# What a keyboard has no key for. Hyphens count as spaces: "low level" finds "low-level".
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys(QUOTES, '"'),
        **dict.fromkeys("-‐‑‒–—―−⁃﹣－", " "),
        **{"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"},
    }
)
# The same for a text without any such letter, at ten times the speed.
_PLAIN = str.maketrans({"`": "'", "-": " ", **dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f", " ")})


@dataclass(frozen=True, slots=True)
class Found:
    """An occurrence: start and end in code points of the block's text, and the words around it.

    `marked` is where it stands in the snippet (start and end, code points).
    """

    block: str
    start: int
    end: int
    snippet: str
    marked: tuple[int, int]


class Folds(dict[str, str]):
    """Each letter as it is compared: without case, accent or special shape; looked up once a search."""

    def __missing__(self, letter: str) -> str:
        plain = unicodedata.normalize("NFKD", letter.translate(_ALIKE)).casefold()
        folded = "".join(
            " " if mark.isspace() else mark
            for mark in unicodedata.normalize("NFKD", plain)
            if not unicodedata.combining(mark) and unicodedata.category(mark) != "Cf"
        ).translate(_ALIKE)
        return self.setdefault(letter, folded)

    def of(self, text: str) -> str:
        """Return a text as it is compared."""
        if text.isascii():
            return text.lower().translate(_PLAIN)
        return "".join(map(self.__getitem__, text))


def find(blocks: Iterable[Block], query: str, most: int = MOST_HITS) -> tuple[Found, ...]:
    """Return where the query stands in the blocks, in reading order, at most `most` times.

    Case, accents, curly quotes, no-break spaces and the difference between a hyphen and a space do not
    count. Occurrences do not overlap. Takes time in proportion to the text. A query without any letter
    finds nothing; of a very long one only the first 200 characters count.
    """
    folds = Folds()
    words = folds.of(query[:LONGEST_QUERY]).split()
    if not words:
        return ()
    pattern = re.compile(" +".join(map(re.escape, words)))
    found: list[Found] = []
    for block in blocks:
        for start, end in spans(pattern, block.text, folds):
            if len(found) == most:
                return tuple(found)
            found.append(Found(block.id, start, end, *_snippet(block.text, start, end)))
    return tuple(found)


def spans(pattern: re.Pattern[str], text: str, folds: Folds) -> Iterator[tuple[int, int]]:
    """Yield start and end (code points of the text itself) of each match of a pattern for folded letters."""
    folded = folds.of(text)
    hits = pattern.finditer(folded)
    first = next(hits, None)
    if first is None:
        return
    # One folded letter may come from half a letter ("ß" is compared as "ss") and the other way round.
    origin = [index for index, letter in enumerate(text) for _ in folds[letter]]
    done = 0
    for hit in chain((first,), hits):
        start, end = origin[hit.start()], origin[hit.end() - 1] + 1
        if start < done:
            continue
        while end < len(text) and unicodedata.category(text[end]).startswith("M"):
            end += 1
        done = end
        yield start, end


def _snippet(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """Return some whole words on both sides of a match, with "…" where the text goes on; and where it is."""
    begin, stop = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[begin:start], text[end:stop]
    if begin:
        before = "…" + before[before.find(" ") + 1 :]
    if stop < len(text):
        after = after[: after.rfind(" ")] if " " in after else after
        after += "…"
    before, found, after = (re.sub(r"\s+", " ", part) for part in (before, text[start:end], after))
    before, after = before.lstrip(), after.rstrip()
    return before + found + after, (len(before), len(before) + len(found))
