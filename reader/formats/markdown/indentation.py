"""Markdown as most programs write it, brought into the one form that the library understands.

The library wants four spaces a level and a blank line before a list; CommonMark wants neither. Without this
the sub-items of "1." would become items of the list above, and a list under a line of text no list at all.
It also knows fences only at the left margin, and takes all between two HTML tags as it is. A blank line
before each item does no harm: the blocks come out the same.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

STEP = "    "

DEEPEST = 20
"""Quotes within quotes: ours; what lies deeper is left as it stands."""

_ITEM = re.compile(r"(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +|$)(?P<rest>.*)")
_RULE = re.compile(r"(?:[-*_] *){3,}$")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_HEADING = re.compile(r"#{1,6}(?: |$)")
_CALCULATES = re.compile(r"[=\\{}<>∑∫×√≤≥≈±]|\w[_^]|\w ?\+ ?\w")
"""What no formula of several lines is without, and a list of cafés by their prices is."""
_WRAPPER = re.compile(r"<(?:article|aside|center|details|div|main|p|section)\b[^<>]*>\s*$", re.IGNORECASE)


def _is_heading_or_fence(words: str) -> bool:
    return bool(_HEADING.match(words) or _FENCE.match(words))


def regular(text: str) -> str:
    """Return the same Markdown with its lists indented by four spaces a level; code keeps its lines."""
    return "\n".join(_regular(text.split("\n"), quotes=0))


def _regular(lines: Iterable[str], *, quotes: int) -> list[str]:
    taken = _Lines(quotes)
    for line, following in pairwise((*lines, "")):
        taken.add(line, following)
    return taken.finished()


def _holds_markdown(line: str, following: str) -> bool:
    """Return whether a line is an HTML tag around Markdown, in which the library would see no Markdown."""
    return bool(_WRAPPER.match(line)) and (not following.strip() or following.startswith("<summary"))


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

    def __init__(self, quotes: int) -> None:
        self._done: list[str] = []
        self._quotes = quotes  # how many there are around these lines
        self._items: list[_Item] = []
        self._in_words = False  # the line before holds words that this one may go on with
        self._quoted: list[str] = []
        self._fence = ""
        self._fence_indent = 0
        self._formula: list[str] = []

    def add(self, line: str, following: str) -> None:
        """Take in a line, knowing the one that follows."""
        words = line.lstrip(" \t")
        indent = len(line[: len(line) - len(words)].expandtabs(4))
        is_code = not self._items and indent >= 4  # or the rest of a footnote
        if self._fence:
            self._add_fenced(words, indent)
        elif self._formula or (words.rstrip() == "$$" and not is_code):
            self._add_formula(line)
        elif words.startswith(">") and not is_code and self._quotes < DEEPEST:
            self._add_quoted(words, indent)
        else:
            self._end_quote()
            if not words or _holds_markdown(line, following):
                self._part()
            elif is_code:
                self._done.append(line)
            else:
                self._add_outside_code(words, indent)

    def finished(self) -> list[str]:
        """Close what was left open, and return all lines."""
        self._end_formula()
        self._end_quote()
        if self._fence and not self._is_inside:
            self._done.append(self._fence)
        return self._done

    @property
    def _is_inside(self) -> bool:
        return bool(self._quotes or self._items)

    @property
    def _margin(self) -> str:
        return STEP * len(self._items)

    @property
    def _is_after_quote(self) -> bool:
        return bool(self._done) and self._done[-1].startswith(">")

    def _part(self) -> None:
        """Let nothing go on from the line before."""
        self._done.append("")
        self._in_words = False

    def _leave_items(self, indent: int) -> None:
        while self._items and not self._items[-1].holds(indent):
            self._items.pop()

    def _add_outside_code(self, words: str, indent: int) -> None:
        is_rule = _RULE.match(words)
        if _FENCE.match(words):
            self._leave_items(indent)
            self._open_fence(words, indent)
        elif _HEADING.match(words) or (is_rule and (self._items or self._is_after_quote)):
            self._add_apart(words, indent)
        elif (found := _ITEM.match(words)) and not is_rule and self._may_begin(found):
            self._add_item(found, indent)
        else:
            self._add_words(words, indent)

    def _may_begin(self, found: re.Match[str]) -> bool:
        """Return whether it is an item at all: within a paragraph only a bullet or a 1 begins a list."""
        if self._items or not self._in_words:
            return True
        return bool(found["rest"]) and (not found["mark"][0].isdigit() or found["mark"][:-1] == "1")

    def _add_item(self, found: re.Match[str], indent: int) -> None:
        self._leave_items(indent)
        if self._in_words:
            self._part()
        mark, rest = found["mark"].replace(")", "."), found["rest"]
        gap = len(found["gap"]) if 0 < len(found["gap"]) < 5 else 1
        item = _Item(indent, indent + len(mark) + gap)
        is_code = _FENCE.match(rest)
        self._done.append(f"{self._margin}{mark} {'' if is_code else rest}")
        self._items.append(item)
        self._in_words = True
        if is_code:
            self._open_fence(rest, item.words)

    def _add_apart(self, words: str, indent: int) -> None:
        """Add a rule or a heading, which ends what stands before it."""
        self._leave_items(indent)
        self._part()
        self._done.append(self._margin + words)

    def _add_words(self, words: str, indent: int) -> None:
        beyond = 0
        if not self._in_words:
            self._leave_items(indent)
            beyond = indent - (self._items[-1].words if self._items else 0)
        if words.endswith("\\") and not words.endswith("\\\\"):
            words = words[:-1] + "  "  # CommonMark's other way to break a line
        self._done.append(self._margin + " " * beyond + words)
        self._in_words = True

    def _add_quoted(self, words: str, indent: int) -> None:
        if not self._quoted:
            self._leave_items(indent)
            self._part()
        self._quoted.append(words[1:].removeprefix(" "))

    def _end_quote(self) -> None:
        """Add the lines of a quote, in which the same rules hold."""
        if self._quoted:
            inside = _regular(self._quoted, quotes=self._quotes + 1)
            self._done += [f"{self._margin}> {line}" for line in inside]
            self._in_words = True
            self._quoted = []

    def _add_formula(self, line: str) -> None:
        """Add a line of a formula, which stands between two lines with "$$" and becomes one line."""
        self._formula.append(line)
        if not line.strip():
            self._end_formula()
        elif line.strip() == "$$" and len(self._formula) > 1:
            inner = [held.strip() for held in self._formula[1:-1]]
            inside = " ".join(inner)
            if "$" in inside or not _CALCULATES.search(inside) or any(map(_is_heading_or_fence, inner)):
                self._end_formula()
                return
            self._formula = []
            self._end_quote()
            self._leave_items(len(line) - len(line.lstrip()))
            self._part()
            self._done += [f"{self._margin}$${inside}$$", ""]

    def _end_formula(self) -> None:
        """Add the lines of what began like a formula, and is none, as what they are."""
        first, *rest = self._formula or [""]
        self._formula = []
        if first:
            self._end_quote()
            self._add_words(first.strip(), 0)
            for line, following in pairwise((*rest, "")):
                self.add(line, following)

    def _open_fence(self, words: str, indent: int) -> None:
        self._fence = words[: len(words) - len(words.lstrip(words[0]))]
        self._fence_indent = indent
        # The library knows fences only at the margin; elsewhere code is what is indented further.
        self._done.append("" if self._is_inside else self._fence)

    def _add_fenced(self, words: str, indent: int) -> None:
        closes = words.startswith(self._fence) and not words.strip().strip(self._fence[0])
        if closes:
            self._done.append("" if self._is_inside else self._fence)
            self._fence = ""
            self._in_words = False
        else:
            margin = self._margin + STEP if self._is_inside else ""
            self._done.append(margin + " " * max(0, indent - self._fence_indent) + words)
