"""What a web page leaves behind when its text is copied: links of the site that are no words of the author.

Only whole lines and whole sentences go, and only those that can be nothing else.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator

from reader.text import sentences

# Wherever they stand alone on a line: nobody writes so.
_SIGNS = re.compile(
    r"(?:verified by monsterinsights|skip to (?:main )?content|share this (?:page|post|article)|"
    r"print this page|accept (?:all )?cookies|ad feedback|full[ -]size (?:image|table)|"
    r"(?:article|story) continues (?:after|below)(?: (?:this )?advertisement)?|"
    r"copy code(?: to clipboard)?)\W*",
    re.IGNORECASE,
)
# Only in what is a web page: elsewhere they might be headings, or what somebody means to do.
_LINES = re.compile(
    r"(?:back to top|click here|read more|share this|leave a (?:comment|reply)|advertisement|"
    r"manage (?:all )?cookies|copy link(?: to clipboard)?|download references|post reply|"
    r"\d+ min(?:ute)?s? read)\W*",
    re.IGNORECASE,
)
# Only in its first or last lines too.
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


def without_residue(lines: Iterable[str], *, is_page: bool = False) -> Iterator[str]:
    """Yield the lines, those that belong to a web page as ""; if there are any, without its trail too.

    Of what is not known to be a page, fewer go, unless a line tells that it was one.
    """
    if not is_page:
        lines = list(lines)
        is_page = any(_SIGNS.fullmatch(line.strip()) for line in lines)
    pairs = _mended(lines, is_page=is_page)
    for line, kept in pairs:
        if line.strip():
            if (step := _last_step(kept)) != kept:  # "Quality > quantity" may well be a title
                rest = list(pairs)
                is_copied = kept != line or any(before != after for before, after in rest)
                yield step if is_copied else kept
                yield from (after for _, after in rest)
            else:
                yield kept
            break
        yield kept
    yield from (kept for _, kept in pairs)


def _mended(lines: Iterable[str], *, is_page: bool) -> Iterator[tuple[str, str]]:
    """Yield each line, and what is left of it; the last ones once it is known that they are the last."""
    waiting: deque[str] = deque()
    begun = ahead = 0  # lines with words: those that were yielded, and those that wait
    for line in lines:
        waiting.append(line)
        ahead += bool(line.strip())
        while ahead > _EDGE:
            first = waiting.popleft()
            yield first, _kept(first, is_page=is_page, is_edge=begun < _EDGE)
            begun, ahead = begun + bool(first.strip()), ahead - bool(first.strip())
    yield from ((line, _kept(line, is_page=is_page, is_edge=True)) for line in waiting)


def _kept(line: str, *, is_page: bool, is_edge: bool) -> str:
    patterns = (_SIGNS, *([_LINES] if is_page else []), *([_EDGES] if is_page and is_edge else []))
    if any(pattern.fullmatch(line.strip()) for pattern in patterns):
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
