"""What a web page leaves behind when its text is copied: links of the site that are no words of the author.

Only whole lines and whole sentences go, and only those that can be nothing else.
"""

import re
from collections.abc import Sequence

from reader.text import sentences

# Wherever they stand alone on a line.
_LINES = re.compile(
    r"(?:verified by monsterinsights|skip to (?:main )?content|back to top|click here|read more|"
    r"share this(?: (?:page|post|article))?|print this page|leave a (?:comment|reply)|advertisement|"
    r"(?:accept|manage) (?:all )?cookies)\W*",
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
_STEP = re.compile(r"\s+[>»›]\s+")


def without_residue(lines: Sequence[str]) -> list[str]:
    """Return the lines without those that belong to a web page; if there are any, without its trail too."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    kept = list(lines)
    for order in (filled, filled[::-1]):
        for index in order[:_EDGE]:
            if _EDGES.fullmatch(kept[index].strip()):
                kept[index] = ""
    for index in filled:
        kept[index] = "" if _LINES.fullmatch(kept[index].strip()) else _without_links(kept[index])
    if kept != list(lines):  # else "Quality > quantity" may well be a title
        kept[filled[0]] = _last_step(kept[filled[0]])
    return kept


def _without_links(line: str) -> str:
    """Return a line without its sentences of the "Click here for" kind."""
    if not re.search("click", line, re.IGNORECASE):
        return line
    return "".join(
        line[start:end] for start, end in sentences.split(line) if not _SENTENCE.match(line, start)
    ).rstrip()


def _last_step(line: str) -> str:
    """Return the page's own name from a trail such as "News > Research > A new study"."""
    steps = _STEP.split(line)
    is_trail = all(step.strip()[:1].isupper() and len(step.split()) <= 8 for step in steps)
    return steps[-1] if is_trail and not line.rstrip().endswith((".", ",", ":", ";")) else line
