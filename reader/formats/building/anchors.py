"""Where the names of a text are: what a link within it leads to."""

import itertools
import posixpath
from dataclasses import dataclass, field
from urllib.parse import unquote


@dataclass(slots=True)
class Element:
    """Which blocks an element of the markup holds, and whether it says that it is a note."""

    first: int
    says_so: bool
    may_be: bool
    end: int = 0


@dataclass(slots=True)
class Anchors:
    """Where the names of a text are: the elements that have one, and the names within a block.

    `within` tells the block for each, and whether it stands at the start of that block.
    """

    elements: dict[str, Element] = field(default_factory=dict)
    unnamed: list[Element] = field(default_factory=list)
    within: dict[str, tuple[int, bool]] = field(default_factory=dict)

    def gather(self, first: int) -> None:
        """Let all that stood in later blocks than this one stand in it: they have been joined."""
        for name in reversed(self.within):
            if self.within[name][0] <= first:
                break
            self.within[name] = first, False
        for elements in (reversed(self.elements.values()), reversed(self.unnamed)):
            for element in itertools.takewhile(lambda element: element.first >= first, elements):
                element.first, element.end = first, min(element.end, first + 1)

    def block(self, name: str) -> int | None:
        """Return the block that a name stands in, or where its element begins."""
        if name in self.elements:
            return self.elements[name].first
        return self.within[name][0] if name in self.within else None


def name_of(href: str, file: str) -> str:
    """Return the name of what a link within a book leads to, "" if it leads to no name.

    `file` is where the link stands, as a path within the book.
    """
    path, _, fragment = href.partition("#")
    if not fragment:
        return ""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path))) if path else file
    return f"{path}#{unquote(fragment)}"
