"""Markdown lists as most programs write them, brought into the one form that the library understands.

The library wants four spaces a level and a blank line before a list; CommonMark wants neither. Without this
the sub-items of "1." would become items of the list above, and a list under a line of text no list at all.
A blank line before each item does no harm: the blocks come out the same.
"""

import re
from dataclasses import dataclass

STEP = "    "

_ITEM = re.compile(r"(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +|$)(?P<rest>.*)")
_RULE = re.compile(r"(?:[-*_] *){3,}$")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_HEADING = re.compile(r"#{1,6}(?: |$)")


def regular(text: str) -> str:
    """Return the same Markdown with its lists indented by four spaces a level; code keeps its lines."""
    lines = _Lines()
    for line in text.split("\n"):
        lines.add(line)
    lines.finish()
    return "\n".join(lines.done)


@dataclass(frozen=True, slots=True)
class _Item:
    """An open list item: the columns in which its mark and its words begin."""

    mark: int
    words: int

    def holds(self, indent: int) -> bool:
        # Two spaces under "1." are meant as inside, though CommonMark would want three.
        return indent >= min(self.words, self.mark + 2)


class _Lines:
    """Takes in line after line, and remembers which list items are open."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._items: list[_Item] = []
        self._in_words = False  # the line before holds words that this one may go on with
        self._fence = ""
        self._fence_indent = 0

    def add(self, line: str) -> None:
        """Take in a line."""
        words = line.lstrip(" \t")
        indent = len(line[: len(line) - len(words)].expandtabs(4))
        if self._fence:
            self._add_fenced(words, indent)
        elif not words:
            self.done.append("")
            self._in_words = False
        elif not self._items and indent >= 4:
            self.done.append(line)  # code, or the rest of a footnote
        elif _FENCE.match(words):
            self._open_fence(words, indent)
        elif (found := _ITEM.match(words)) and not _RULE.match(words) and self._may_begin(found):
            self._add_item(found, indent)
        else:
            self._add_words(words, indent)

    def finish(self) -> None:
        """Close a fence that was left open."""
        if self._fence and not self._items:
            self.done.append(self._fence)

    def _may_begin(self, found: re.Match[str]) -> bool:
        """Return whether it is an item at all: within a paragraph only a bullet or a 1 begins a list."""
        if self._items or not self._in_words:
            return True
        return bool(found["rest"]) and (not found["mark"][0].isdigit() or found["mark"][:-1] == "1")

    def _leave_items(self, indent: int) -> None:
        while self._items and not self._items[-1].holds(indent):
            self._items.pop()

    def _add_item(self, found: re.Match[str], indent: int) -> None:
        self._leave_items(indent)
        if self._in_words:
            self.done.append("")
        mark = found["mark"].replace(")", ".")
        self.done.append(f"{STEP * len(self._items)}{mark} {found['rest']}")
        gap = len(found["gap"]) if 0 < len(found["gap"]) < 5 else 1
        self._items.append(_Item(indent, indent + len(mark) + gap))
        self._in_words = True

    def _add_words(self, words: str, indent: int) -> None:
        beyond = 0
        if not self._in_words or _HEADING.match(words):
            self._leave_items(indent)
            beyond = indent - (self._items[-1].words if self._items else 0)
        if words.endswith("\\") and not words.endswith("\\\\"):
            words = words[:-1] + "  "  # CommonMark's other way to break a line
        self.done.append(STEP * len(self._items) + " " * beyond + words)
        self._in_words = True

    def _open_fence(self, words: str, indent: int) -> None:
        self._leave_items(indent)
        self._fence = words[: len(words) - len(words.lstrip(words[0]))]
        self._fence_indent = indent
        # The library knows fences only outside of lists; inside, code is what is indented further.
        self.done.append("" if self._items else words)

    def _add_fenced(self, words: str, indent: int) -> None:
        closes = words.startswith(self._fence) and not words.strip().strip(self._fence[0])
        margin = STEP * (len(self._items) + 1) if self._items else ""
        if closes:
            self.done.append("" if self._items else self._fence)
            self._fence = ""
            self._in_words = False
        else:
            self.done.append(margin + " " * max(0, indent - self._fence_indent) + words)
