"""What a web page leaves behind when its text is copied: links of the site that are no words of the author.

Only whole lines and whole sentences go, and only those that can be nothing else.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator

from reader.text import sentences

# Wherever they stand alone on a line.
_LINES = re.compile(
    r"(?:verified by monsterinsights|skip to (?:main )?content|back to top|click here|read more|"
    r"share this(?: (?:page|post|article))?|print this page|leave a (?:comment|reply)|advertisement|"
    r"(?:accept|manage) (?:all )?cookies|ad feedback|"
    r"(?:article|story) continues (?:after|below)(?: (?:this )?advertisement)?|full[ -]size (?:image|table)|"
    r"copy (?:code|link)(?: to clipboard)?|download references|post reply|\d+ min(?:ute)?s? read)\W*",
    re.IGNORECASE,
)
# Only in the first or last lines: elsewhere they might be headings.
_EDGES = re.compile(
    r"(?:shopping (?:basket|cart)|basket|(?:main )?menu|search(?: [A-Z][\w'’-]*){0,3}|log ?in|sign in)",
    re.IGNORECASE,
)
_EDGE = 3
"""How many lines from either end count as its edge."""

_SENTENCE = re.compile(r"(?:please )?click (?:here|below) (?:for|to) ", re.IGNORECASE)
_ADDRESS = re.compile(r"://|www\.|@")
"""What a letter tells besides that one can click."""
_STEP = re.compile(r"\s+[>»›]\s+")


def without_residue(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, those that belong to a web page as ""; if there are any, without its trail too."""
    pairs = _mended(lines)
    for line, kept in pairs:
        if line.strip():
            if (step := _last_step(kept)) != kept:  # "Quality > quantity" may well be a title
                rest = list(pairs)
                is_page = kept != line or any(before != after for before, after in rest)
                yield step if is_page else kept
                yield from (after for _, after in rest)
            else:
                yield kept
            break
        yield kept
    yield from (kept for _, kept in pairs)


def _mended(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each line, and what is left of it; the last ones once it is known that they are the last."""
    waiting: deque[str] = deque()
    begun = ahead = 0  # lines with words: those that were yielded, and those that wait
    for line in lines:
        waiting.append(line)
        ahead += bool(line.strip())
        while ahead > _EDGE:
            first = waiting.popleft()
            yield first, _kept(first, is_edge=begun < _EDGE)
            begun, ahead = begun + bool(first.strip()), ahead - bool(first.strip())
    yield from ((line, _kept(line, is_edge=True)) for line in waiting)


def _kept(line: str, *, is_edge: bool) -> str:
    words = line.strip()
    if _LINES.fullmatch(words) or (is_edge and _EDGES.fullmatch(words)):
        return ""
    return _without_links(line)


def _without_links(line: str) -> str:
    """Return a line without its sentences of the "Click here for" kind."""
    if not re.search("click", line, re.IGNORECASE):
        return line
    return "".join(
        line[start:end]
        for start, end in sentences.split(line)
        if not _SENTENCE.match(line, start) or _ADDRESS.search(line, start, end)
    ).rstrip()


def _last_step(line: str) -> str:
    """Return the page's own name from a trail such as "News > Research > A new study"."""
    steps = _STEP.split(line)
    is_trail = all(step.strip()[:1].isupper() and len(step.split()) <= 8 for step in steps)
    return steps[-1] if is_trail and not line.rstrip().endswith((".", ",", ":", ";")) else line
