"""Words whose letters are set apart, such as "A B S T R A C T", as the words that they are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from reader.formats.pdf.drawn import SPACE, Drawn
from reader.formats.pdf.letters import GAP

LETTERS, ALONE = 5, 0.8
"""Letters that stand alone, and of all parts of their line how many do; ours: some are set in pairs."""

APART, WORDS = 0.08, 1.8
"""Of the letters' size, how far they stand apart, and how much farther two words do; ours."""


PAIR = 3
"""Letters that are drawn together at most; ours."""


def joined(parts: Sequence[Drawn]) -> Iterable[Drawn]:
    """Return what a page draws, with letters that are set apart put together."""
    return _lines(parts) if _may_be_apart(parts) else parts


def _may_be_apart(parts: Sequence[Drawn]) -> bool:
    """Return whether some letters stand alone one after the other; on most pages none do."""
    run = 0
    for part in parts:
        if part.look:
            run = run + 1 if len(part.text) == 1 and part.text.isalpha() else 0
            if run == PAIR:
                return True
    return False


def _lines(parts: Sequence[Drawn]) -> Iterator[Drawn]:
    """Yield what a page draws line by line."""
    begin = count = alone = 0
    last: Drawn | None = None
    for at, part in enumerate(parts):
        if not part.look:
            continue
        if last and not _goes_on(last, part):
            yield from _line(parts[begin:at], count, alone)
            begin, count, alone = at, 0, 0
        count += 1
        alone += len(part.text) == 1
        last = part
    yield from _line(parts[begin:], count, alone)


def _goes_on(last: Drawn, part: Drawn) -> bool:
    """Return whether a part stands beside the last one, and looks like it."""
    size = part.look.size if part.look else 0
    return (
        part.look == last.look and abs(part.y - last.y) < 0.5 and -size < part.left - last.right < GAP * size
    )


def _line(parts: Sequence[Drawn], count: int, alone: int) -> Sequence[Drawn]:
    """Return the parts of a line, of which some stand alone, put together if they are a word's letters."""
    if alone < max(LETTERS, ALONE * count):
        return parts
    letters = [part for part in parts if part.look]
    look, text = letters[0].look, "".join(part.text for part in letters)
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    apart = median(gaps)
    if not look or look.is_italic or apart < APART * look.size or _is_in_order(text):
        return parts
    # The number of a heading or of its page may stand beside it.
    inner = letters[1 if letters[0].text.isdigit() else 0 : -1 if letters[-1].text.isdigit() else None]
    if not all(part.text.isalpha() and len(part.text) <= PAIR for part in inner):
        return parts
    found = [letters[0]]
    for letter, gap in zip(letters[1:], gaps, strict=True):
        if gap > WORDS * apart:
            found += [SPACE, letter]
        else:
            found[-1] = found[-1]._replace(text=found[-1].text + letter.text, right=letter.right)
    return found if parts[-1].look else [*found, SPACE]


def _is_in_order(text: str) -> bool:
    """Return whether letters are those of the alphabet, or digits, one after the other."""
    return all(ord(after) - ord(before) == 1 for before, after in pairwise(text))
