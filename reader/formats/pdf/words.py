"""Words that a line's end has parted: which hyphens are the author's, and which the printer's."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W_]+)*")
_LAST = re.compile(r"[\w-]+-$")
_FIRST = re.compile(r"[\w-]+")

_LINKS = frozenset({"and", "or", "to", "und", "oder", "et", "ou", "y", "o", "e"})


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
