"""When each word of a text is heard: as the engine tells, with the gaps filled, or estimated."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.speech.voice import WordTime
from reader.text import words

Heard = tuple[int, float]
"""What an engine tells: a place in the text (code points, from 0) and the second at which it is said."""

PAUSES = {",": 3.0, ";": 4.0, ":": 4.0, "–": 3.0, "—": 4.0, ".": 6.0, "!": 6.0, "?": 6.0, "…": 6.0}
"""About how many letters long the silence after a mark is."""

DIGIT = 4.0
"""About how many letters a digit sounds like: "seven" has five, "3" in a long number fewer."""


def word_times(text: str, seconds: float, heard: Sequence[Heard] = ()) -> tuple[WordTime, ...]:
    """Return one time for each word of a text that lasts so many seconds, in order.

    An engine merges words ("in the"), drops some, and tells several times for others ("ME/CFS"). A word
    begins with the first thing heard in it; one of which nothing was heard is placed between its
    neighbours by its length. With nothing heard at all every time is such an estimate.
    """
    spans = words.spans(text)
    lengths = _lengths(text)
    known = [(0, 0.0), *_first_heard(spans, heard, seconds), (len(text), seconds)]
    places = [place for place, _ in known]
    times = []
    for start, end in spans:
        after = bisect_left(places, start, lo=1)
        (left, early), (right, late) = known[after - 1], known[after]
        whole = lengths[right] - lengths[left]
        share = (lengths[start] - lengths[left]) / whole if whole else 1.0
        times.append(WordTime(start, end - start, early + share * (late - early)))
    return tuple(times)


def _first_heard(spans: Sequence[tuple[int, int]], heard: Sequence[Heard], seconds: float) -> list[Heard]:
    """Return the first thing heard in each word, as far as the times do not run backwards."""
    ordered = sorted(heard)
    places = [place for place, _ in ordered]
    found: list[Heard] = []
    latest = 0.0
    for start, end in spans:
        first = bisect_left(places, start)
        if first < len(ordered) and places[first] < end and latest <= ordered[first][1] <= seconds:
            latest = ordered[first][1]
            found.append((start, latest))
    return found


def _lengths(text: str) -> list[float]:
    """Return how long, in letters, the text before each place is, the end included."""
    lengths = [0.0]
    for index, letter in enumerate(text):
        if letter.isdigit():
            length = DIGIT
        elif letter in PAUSES:
            # A point within "1.5" or "e.g" makes no pause.
            length = PAUSES[letter] if text[index + 1 : index + 2].strip() == "" else 1.0
        else:
            length = 1.0
        lengths.append(lengths[-1] + length)
    return lengths
