"""Tables in markup that are none: they only lay out a page, so that their cells are to be read one by one."""

import re
from dataclasses import dataclass

_TAG = re.compile(r"<(?P<end>/?)(?P<tag>table|tr|td|th|h[1-6]|p)\b(?P<values>[^<>]*)>")
_PRESENTATION = re.compile(r"\brole=\"(?:presentation|none)\"")

_FEW_ROWS, _MANY_PARAGRAPHS = 3, 6
"""Ours: a table with so few rows that holds a table, or so many paragraphs, is a page."""


@dataclass(slots=True)
class _Table:
    number: int
    is_layout: bool
    rows: int = 0
    cells: int = 0
    widest: int = 0
    paragraphs: int = 0
    holds_table: bool = False

    def ends_as_layout(self) -> bool:
        is_page = self.rows <= _FEW_ROWS and (self.holds_table or self.paragraphs >= _MANY_PARAGRAPHS)
        return self.is_layout or self.widest <= 1 or is_page


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
            _count(tables[-1], tag["tag"])
    return frozenset(found)


def _count(table: _Table, tag: str) -> None:
    match tag:
        case "tr":
            table.rows, table.cells = table.rows + 1, 0
        case "td" | "th":
            table.cells += 1
            table.widest = max(table.widest, table.cells)
        case "p":
            table.paragraphs += 1
        case _:
            table.is_layout = True
