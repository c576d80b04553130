"""Tables in markup that are none: they only lay out a page, so that their cells are to be read one by one."""

import re
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"<(?P<end>/?)(?P<tag>table|tr|td|th|h[1-6]|p)\b(?P<values>[^<>]*)>")
_PRESENTATION = re.compile(r"\brole=\"(?:presentation|none)\"")
_WITHIN = re.compile(r"<[^<>]*>")

_FEW_ROWS = 3
"""Ours: a table with so few rows that holds a table, or the paragraphs of a page, is a page."""
_MANY_PARAGRAPHS, _FEW_IN_CELL, _LONG = 6, 2, 100
"""Ours: the paragraphs of a page are so many, and more than few in a cell or most longer than these letters.

Word and Google Docs set every cell as a paragraph: "Ferritin", "12 µg/l".
"""


@dataclass(slots=True)
class _Table:
    number: int
    is_layout: bool
    rows: int = 0
    cells: int = 0
    widest: int = 0
    paragraphs: list[int] = field(default_factory=list)  # their letters
    filled: set[tuple[int, int]] = field(default_factory=set)  # the cells that they stand in
    holds_table: bool = False

    def ends_as_layout(self) -> bool:
        is_page = self.rows <= _FEW_ROWS and (self.holds_table or self._has_paragraphs_of_page())
        return self.is_layout or self.widest <= 1 or is_page

    def _has_paragraphs_of_page(self) -> bool:
        count = len(self.paragraphs)
        are_long = sum(letters > _LONG for letters in self.paragraphs) * 2 > count
        return count >= _MANY_PARAGRAPHS and (are_long or count > _FEW_IN_CELL * len(self.filled))


def layouts(html: str) -> frozenset[int]:
    """Return the numbers, from 0, of those tables of sane HTML that only lay out a page.

    Such a table has one column, holds a heading, says so itself, or has few rows and much in them.
    """
    found = set()
    tables: list[_Table] = []
    count = 0
    for tag in _TAG.finditer(html):
        if tag["tag"] == "table":
            if tag["end"]:
                if tables and (table := tables.pop()).ends_as_layout():
                    found.add(table.number)
                continue
            for around in tables:
                around.holds_table = True
            tables.append(_Table(count, bool(_PRESENTATION.search(tag["values"]))))
            count += 1
        elif tables and not tag["end"]:
            _count(tables[-1], tag)
    return frozenset(found)


def _count(table: _Table, tag: re.Match[str]) -> None:
    match tag["tag"]:
        case "tr":
            table.rows, table.cells = table.rows + 1, 0
        case "td" | "th":
            table.cells += 1
            table.widest = max(table.widest, table.cells)
        case "p":
            held = tag.string[tag.end() : tag.string.find("</p>", tag.end())]
            if words := unescape(_WITHIN.sub("", held)).strip():
                table.paragraphs.append(len(words))
                table.filled.add((table.rows, table.cells))
        case _:
            table.is_layout = True
