"""Where a text that is too long for one breath can be parted without a wrong tone."""

import re

LONGEST = 220
"""Letters that the natural voice says well in one go."""

SHORTEST = LONGEST // 3
"""A part is not cut off before this, if it can be helped: each begins with a fresh tone."""

_CLAUSE_END = re.compile(r"[,;:.!?…—–)][\"”’)\]]*\s")
_SPACE = re.compile(r"\s")


def parts(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each part, none longer than LONGEST; together they are the whole text."""
    found = []
    start = 0
    while len(text) - start > LONGEST:
        end = start + _cut(text[start : start + LONGEST])
        found.append((start, end))
        start = end
    return (*found, (start, len(text)))


def _cut(window: str) -> int:
    """Return where to end a part: after the last clause, else after the last space, else anywhere."""
    for border in (_CLAUSE_END, _SPACE):
        ends = [match.end() for match in border.finditer(window)]
        if ends and ends[-1] >= SHORTEST:
            return ends[-1]
    return len(window)
