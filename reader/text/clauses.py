"""Where a text that is too long to be said in one go can be parted without a wrong tone."""

import re

_CLAUSE_END = re.compile(r"[,;:.!?…—–)][\"”’)\]]*\s|\n")
_SPACE = re.compile(r"\s")


def parts(text: str, longest: int) -> tuple[tuple[int, int], ...]:
    """Return start and end of each part, at most so many letters long; together they are the whole text."""
    found = []
    start = 0
    while len(text) - start > longest:
        end = start + _cut(text[start : start + longest])
        found.append((start, end))
        start = end
    return (*found, (start, len(text)))


def _cut(window: str) -> int:
    """Return where to end a part: after the last clause, else after the last space, else anywhere.

    A part is not cut off in its first third, if it can be helped: each begins with a fresh tone.
    """
    for border in (_CLAUSE_END, _SPACE):
        ends = [match.end() for match in border.finditer(window)]
        if ends and ends[-1] >= len(window) // 3:
            return ends[-1]
    return len(window)
