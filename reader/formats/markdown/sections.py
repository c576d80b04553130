"""A long Markdown text in sections that can be read one by one, so that its beginning is there at once."""

import re
from collections.abc import Iterator

FIRST, LARGEST = 4_000, 64_000
"""Letters at which a section may end; ours: a first one that is there at once, then each twice as long."""

# What may mean something far away: tags, fences, and what is defined for links, footnotes and abbreviations.
_REACHES_FAR = re.compile(r"<[a-zA-Z/!?]|^[ \t]*(?:`{3}|~{3}|\*?\[[^\]\n]*\]:)", re.MULTILINE)

# On a line of its own, at the margin: it ends whatever stands before.
_HEADING = re.compile(r"(?<=\n\n)#{1,6} [^\n]*\w[^\n]*(?=\n\n)")


def sections(text: str) -> Iterator[str]:
    """Yield a Markdown text in sections: read one by one they give the blocks of the whole.

    A text in which something may reach from one section into another is one section.
    """
    begin, wanted = 0, FIRST
    if not _REACHES_FAR.search(text):
        for heading in _HEADING.finditer(text):
            if heading.start() - begin >= wanted:
                yield text[begin : heading.start()]
                begin, wanted = heading.start(), min(LARGEST, 2 * wanted)
    yield text[begin:]
