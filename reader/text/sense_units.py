"""Spaces within what is read as one thing: a number and its unit, a title and its name, "e.g." and a word."""

import re
from collections.abc import Iterator

# Ours: each alternative ends with the space that holds; what comes after it is only looked at.
_HELD = re.compile(
    r"""
    \d[\ ](?=(?:[kmcµμn]?[gmlL]|mmHg|bpm|kcal|°[CF]|%|per\ cent|seconds?|minutes?|min|hours?|h|days?
        |weeks?|months?|years?|times|steps|miles?|yards?|feet|inch(?:es)?|a\.m\.|p\.m\.|am|pm|thousand|million|billion)(?!\w))
    | \b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|St|Sir|[A-Z](?=\.))\.?[\ ](?=[A-Z][\w’'.-])
    | \b(?:[Ff]igs?|[Nn]os?|[Vv]ol|[Cc]h|pp?|ca|approx)\.[\ ](?=\d)
    | \b(?:[Ff]igure|[Tt]able|[Cc]hapter|[Pp]age|[Pp]art|[Ss]tep|[Tt]ype|[Gg]rade|[Ss]tage|[Pp]hase|[Ll]evel
        |[Dd]ay|[Ww]eek|[Vv]itamin)[\ ](?=(?:\d+|[A-Z]\d*|[IVX]+)\b)
    | \b(?:e\.g\.|i\.e\.|cf\.|vs\.?),?[\ ](?=[\w“‘"'(])
    | \bet[\ ](?=al\b)
    | \b[^\W\d_]\.[\ ](?=[^\W\d_]\.)
    """,
    re.VERBOSE,
)


def held_spaces(text: str) -> Iterator[int]:
    """Yield where such a space stands, in code points: a line that ends there tears one thing in two."""
    return (found.end() - 1 for found in _HELD.finditer(text))
