"""A place a person wants to find again."""

from dataclasses import dataclass

from reader.model.place import Place


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A kept place, named by itself: article, part, first words. `made` is in seconds since 1970."""

    id: int
    document: str
    place: Place
    name: str
    made: float
