"""Where sentences end, in prose that is full of abbreviations, numbers and names.

Every place where a sentence could end is found by one pattern and judged by its neighbours: what stands
before the stop says how sure the beginning after it must be (`sentence_stops`, `sentence_words`).
"""

import re
import unicodedata

from reader.text.sentence_stops import Beginning, beginning, is_plain, needed

# How many letters the rules look back and ahead: it bounds the time on any text.
_REACH = 80

_STOPS = ".!?…‼⁇⁈⁉"
_WIDE_STOPS = "。｡．！？؟।॥۔።։"
_CLOSING = r"\"'”’»›)\]}*†‡§」』）】〉》"
_FACE = r"[\u2600-\u27bf\U0001f000-\U0001faff]"

# Possessive repeats, and no start in the middle of a run of stops, keep it linear on any text.
_MARK = re.compile(
    rf"""
    (?: (?<![{_STOPS}{_WIDE_STOPS}])
        (?: (?P<wide> [{_STOPS}]*+ [{_WIDE_STOPS}] [{_STOPS}{_WIDE_STOPS}]*+ [{_CLOSING}]*+ )
          | (?P<stops> [{_STOPS}]++ )
            (?P<closing> [{_CLOSING}]*+ )
            (?P<note>                             # a citation or a face belongs to the words before it
                (?: [^\S\n]?\[\d[\d,;\ \u00a0–-]{{0,40}}\] )++
              | \(\d[\d,;\ \u00a0–-]{{0,40}}\)
              | [⁰¹²³⁴-⁹][⁰¹²³⁴-⁹⁻,–]*+
              | \d{{1,3}}(?:[,–-]\d{{1,3}}){{0,8}}
              | [^\S\n]?{_FACE}(?:{_FACE}|[\u200d\ufe0f])*+
              | [^\S\n]?[:;]-?[()DP]
            )?+
            [{_CLOSING}]*+ )
      | (?=\n) )
    (?P<gap> \s*+ )
    """,
    re.VERBOSE,
)


def split(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return start and end (code points) of each sentence; the language is a BCP 47 tag.

    The spans cover the text without a gap. White space belongs to the sentence before it, and at the very
    beginning to the first. A blank line ends a sentence, a single newline alone does not.
    """
    if not text:
        return ()
    if not language.lower().startswith("en"):
        # Imported when needed: most readers never need it.
        from reader.text import world_sentences  # noqa: PLC0415

        ends = tuple(world_sentences.ends(text, language))
        return tuple(zip((0, *ends), ends, strict=False))
    starts = [0]
    first = len(text) - len(text.lstrip())
    for mark in _MARK.finditer(text, first + 1):
        end = mark.end()
        if end < len(text) and not _clings(text[end]) and _ends(text, starts[-1], mark):
            starts.append(end)
    return tuple(zip(starts, [*starts[1:], len(text)], strict=True))


def _clings(letter: str) -> bool:
    """Return whether a letter makes one sign with the letter before it: an accent, a joiner, a skin tone."""
    return (
        unicodedata.category(letter).startswith("M")
        or letter in "\u200c\u200d\u0e33\u0eb3\uff9e\uff9f"
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or "\U000e0020" <= letter <= "\U000e007f"
    )


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Return whether the sentence that began at `start` ends with this mark."""
    if mark["wide"] or mark["gap"].count("\n") > 1:
        return True
    if not mark["stops"]:
        return False
    after = text[mark.end() : mark.end() + _REACH]
    found = beginning(after)
    if found is Beginning.NONE:
        return False
    before = text[max(start, mark.start() - _REACH) : mark.start()]
    if mark["gap"]:
        return found >= _needed(before, mark, after)
    # Only the space is missing: "the end.The next".
    return found is Beginning.SURE and mark.end() == mark.end("stops") and is_plain(before)


def _needed(before: str, mark: re.Match[str], after: str) -> Beginning:
    """Judge what must follow a mark for it to end the sentence that is `before` it."""
    is_number = mark["note"] is not None and mark["note"][0].isdigit()
    if is_number and not (mark["closing"] or is_plain(before)):
        return Beginning.NEVER
    stops = mark["stops"]
    asked = Beginning.POSSIBLE
    if stops in ("…", "..", "...") or (stops == "." and before.endswith(". ")):
        asked = Beginning.SURE
    elif stops == ".":
        asked = needed(before, after)
    return max(asked, Beginning.LIKELY) if mark["closing"] else asked
