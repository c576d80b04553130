"""Words that a line's end has parted: which hyphens are the author's, and which the printer's."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W_]+)*")
_LAST = re.compile(r"[\w-]+-$")
_FIRST = re.compile(r"[\w-]+")

_LINKS = frozenset({"and", "or", "to", "und", "oder", "et", "ou", "y", "o", "e"})


def is_unspaced(letter: str) -> bool:
    """Return whether a letter is of a script without spaces between words: Chinese, Japanese."""
    return unicodedata.east_asian_width(letter) in ("W", "F") and not "가" <= letter <= "힣"


def _is_tight(before: str, after: str) -> bool:
    """Return whether no space stands between two letters, wherever a line has parted them."""
    wide = [letter for letter in (before, after) if is_unspaced(letter)]
    return len(wide) == 2 or any(unicodedata.category(letter)[0] == "P" for letter in wide)


class Words:
    """The words of a text as far as it was seen, counted."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def learn_all(self, lines: Iterable[str]) -> None:
        """Count the words of some lines."""
        for line in lines:
            self.learn(line)

    def learn(self, line: str) -> None:
        """Count the words of a line but for its last, which may go on in the next one."""
        whole, _, last = line.rstrip().rpartition(" ")
        self._counts.update(word.lower() for word in _WORD.findall(whole if last.endswith("-") else line))

    def joint(self, before: str, after: str) -> str:
        """Return what stands between two lines: " ", "" or "-"; `before` has lost a hyphen unless " "."""
        if before and after and _is_tight(before[-1], after[0]):
            return ""
        ending, beginning = _LAST.search(before), _FIRST.match(after)
        if not ending or not beginning or before.endswith("--"):
            return "" if before.endswith(("/", "—")) else " "
        first, second = ending[0].removesuffix("-"), beginning[0]
        whole, hyphened = self._counts[(first + second).lower()], self._counts[f"{first}-{second}".lower()]
        if whole != hyphened:
            return "" if whole > hyphened else "-"
        if second.lower() in _LINKS and not whole:
            return " "  # "up- or downgraded"
        if before.isupper() and after.isupper():
            return ""
        # "T-cell", "COVID-19", "Ehlers-Danlos": printers part words of small letters only, and not twice.
        parted = first[-1:].islower() and second[0].islower() and "-" not in first and len(first) > 1
        return "" if parted else "-"

    def joined(self, before: str, after: str) -> str:
        """Return two lines as one, where either may be empty."""
        if not before or not after:
            return before or after
        joint = self.joint(before, after)
        return f"{before}{joint}{after}" if joint == " " else f"{before.removesuffix('-')}{joint}{after}"
