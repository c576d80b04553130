"""Words as a person counts them."""

import re

# A run without white space that holds a letter or digit, from its first to its last one.
_RUN = re.compile(r"\S+")
_EDGE = re.compile(r"[^\W_]")


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end (code points) of each word, without the punctuation around it."""
    found = []
    for run in _RUN.finditer(text):
        inside = [match.end() for match in _EDGE.finditer(text, run.start(), run.end())]
        if inside:
            found.append((inside[0] - 1, inside[-1]))
    return tuple(found)


def count(text: str) -> int:
    """Return how many words a text has."""
    return len(spans(text))
