"""Where sentences end."""

import re

_GAP = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_END = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_ABBREVIATION = re.compile(
    r"(?:^|[(\[])(?:e\.g|i\.e|al|vs|approx|Figs?|Dr|Mr|Mrs|Ms|Prof|St|No|pp?|[A-Z])\.$", re.IGNORECASE
)


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end (code points) of each sentence.

    The spans cover the text without a gap; white space belongs to the sentence before it.
    """
    starts = [0] if text else []
    before = 0
    for gap in _GAP.finditer(text):
        if gap.start() and gap.end() < len(text) and _ends(text, before, gap):
            starts.append(gap.end())
        before = gap.end()
    return tuple(zip(starts, [*starts[1:], len(text)], strict=False))


def _ends(text: str, before: int, gap: re.Match[str]) -> bool:
    if _BLANK_LINE.search(gap.group()):
        return True
    token = text[before : gap.start()]
    return bool(_END.search(token)) and not _ABBREVIATION.search(token) and not text[gap.end()].islower()
