"""The texts of the library in a row: in which order, and which of them a few words choose."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.model.effort import Effort
from reader.model.kept_text import KeptText
from reader.text.finding import Folds


@dataclass(frozen=True)
class Entry:
    """A text of the list, and what it asks; None for one that was not weighed.

    Of that only its length in words is known, 0 if not even that.
    """

    id: str
    title: str
    effort: Effort | None
    author: str = ""
    words: int = 0

    @cached_property
    def named(self) -> str:
        """Return title and author as they are compared."""
        return Folds().of(f"{self.title} {self.author}")

    @property
    def weight(self) -> tuple[bool, Effort]:
        """Return what orders texts by what they ask; one of which nothing is known comes last."""
        effort = self.effort or Effort(self.words, 0, 0, 0)
        return not effort.words, effort


@dataclass(frozen=True, slots=True)
class Stock:
    """Where the list comes from: the bundled texts, and a person's own, the newest first.

    Both are asked each time the list is shown; `kept` raises StoreError.
    """

    bundled: Callable[[], Sequence[Entry]]
    kept: Callable[[], Sequence[KeptText]]


def ordered(entries: Sequence[Entry], order: str, read: Iterable[str]) -> list[Entry]:
    """Return entries in an order: "title", "lightest", or those first that were `read` last.

    What was not read stands behind as it did before.
    """
    if order == "title":
        return sorted(entries, key=lambda entry: entry.named)
    if order == "lightest":
        return sorted(entries, key=lambda entry: entry.weight)
    rank = {id_: number for number, id_ in enumerate(read)}
    return sorted(entries, key=lambda entry: rank.get(entry.id, len(rank)))


def matching(entries: Iterable[Entry], words: str) -> list[Entry]:
    """Return the entries that have all of these words, or parts of them, in title or author."""
    wanted = Folds().of(words).split()
    return [entry for entry in entries if all(word in entry.named for word in wanted)]
