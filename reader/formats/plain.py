"""Plain text: paragraphs, headings and lists as people write them without any marks."""

import re
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from operator import not_

from reader.formats import gutenberg
from reader.formats.building.joining import is_verse
from reader.formats.decoding import decoded
from reader.formats.draft import Draft
from reader.formats.letters import TAB, clean, is_blank
from reader.formats.residue import without_residue
from reader.model.document import Block, Kind, Source

HEADING_WORDS = 12
TITLE_WORDS = 20
"""Ours: a longer line is a sentence that has lost its stop."""

HEADINGS_RUNNING = 2
"""Ours: more short lines than that, one after the other, are a list or a verse."""

WRAPPED = range(50, 101)
"""Widths, in letters, at which lines are taken to be broken by a program and not by their author."""

_BULLET = re.compile(r"\s*(?P<mark>[•·‣◦▪●○*+-]|\d{1,3}[.)])\s+(?=\S)")
_RULE = re.compile(r"[-=_*~ ]{3,}")
_COLUMNS = re.compile(r"\s*[-=]{2,}(?:\s+[-=]{2,})+\s*")
"""Under the heads of a table's columns; the rows belong to them."""
_CHAPTER = re.compile(r"(?:chapter|part|section|appendix)\s+(?:\d{1,3}|[ivxlc]+)\b", re.IGNORECASE)
_BYLINE = re.compile(r"by .*|.*\b(?:19|20)\d\d\W*|.*(?:@|://).*", re.IGNORECASE)
_STOPS = (".", ",", ";", ":", "!", "…")

_Group = list[str]


def read(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of a plain text; its first line may be its title."""
    lines = _lines_of_book(clean(decoded(content), TAB).split("\n"), draft)
    groups = list(_groups(lines))
    headings = _headings(groups)
    width = _width(lines)
    if headings.get(0) == 1 and not draft.title:
        draft.title = _joined(groups[0][:1], width)
    for index, group in enumerate(groups):
        draft.share = index / len(groups)
        if level := headings.get(index):
            yield Block("", Kind.HEADING, _joined(group[:1], width), level)
        else:
            yield from _body(group, width)


def _lines_of_book(lines: list[str], draft: Draft) -> list[str]:
    """Return the lines of the text itself; what stands around it may tell its title and author."""
    is_kept = list(gutenberg.within(lines))
    if not all(is_kept):
        head = list(compress(lines, map(not_, is_kept)))
        draft.title = gutenberg.said(head, "Title")
        draft.source = Source(author=gutenberg.said(head, "Author"))
    return list(without_residue(compress(lines, is_kept)))


def _groups(lines: Sequence[str]) -> Iterator[_Group]:
    """Yield the runs of lines between blank lines and rules; a line with a rule under it takes it along."""
    group: _Group = []
    for line in (*lines, ""):
        if group and _COLUMNS.fullmatch(line):
            continue
        rule = _RULE.fullmatch(line)
        if rule and len(group) == 1:
            group.append(line)
        if group and (rule or not line.strip()):
            yield group
            group = []
        elif not rule and line.strip():
            group.append(line.rstrip())


def _headings(groups: Sequence[_Group]) -> dict[int, int]:
    """Return the level of each group that is a heading; the one at the very beginning is the title."""
    levels: dict[int, int] = {}
    running: list[int] = []
    for index, group in enumerate(groups):
        if len(group) == 2 and _RULE.fullmatch(group[1]):
            levels[index] = 1 if "=" in group[1] else 2
        elif index == 0 < len(groups) - 1 and _is_heading(group, TITLE_WORDS):
            levels[index] = 1
        elif _is_heading(group, HEADING_WORDS) and not _BYLINE.fullmatch(group[0].strip()):
            running.append(index)
            continue
        if len(running) <= HEADINGS_RUNNING:
            levels |= dict.fromkeys(running, 2)
        running = []
    return levels  # what still runs at the end has nothing under it


def _is_heading(group: _Group, most: int) -> bool:
    """Return whether a group is one short line that begins like a sentence and does not end like one."""
    line = group[0].strip()
    first = next(filter(str.isalnum, line), "a")
    stopped = line.endswith(_STOPS) and not _CHAPTER.match(line)
    short = len(group) == 1 and len(line.split()) <= most
    return short and not stopped and not first.islower() and not _BULLET.match(line)


def _width(lines: Sequence[str]) -> int:
    """Return the width at which a program broke the lines, or 0 if none did."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[(len(lengths) - 1) * 9 // 10] if lengths else 0  # a web address may be longer
    return width if width in WRAPPED else 0


def _body(group: _Group, width: int) -> Iterator[Block]:
    """Yield the paragraphs and list items of a group."""
    marker = ""
    lines: list[str] = []
    for line in group:
        bullet = _BULLET.match(line)
        if bullet and (marker or not lines or lines[-1].endswith(":")):
            yield from _paragraphs(lines, width, marker)
            marker = bullet["mark"].replace(")", ".") if bullet["mark"][0].isdigit() else "•"
            lines = [line[bullet.end() :]]
        else:
            lines.append(line)
    yield from _paragraphs(lines, width, marker)


def _paragraphs(lines: list[str], width: int, marker: str) -> Iterator[Block]:
    kind, level = (Kind.LIST_ITEM, 1) if marker else (Kind.PARAGRAPH, 0)
    begin = 0
    ends = [index for index, pair in enumerate(pairwise(lines), 1) if not marker and _is_new(*pair, width)]
    for end in (*ends, len(lines)):
        # The author of a list breaks lines between its items, never within one.
        text = _joined(lines[begin:end], 1 if marker else width)
        if not is_blank(text):
            is_prose = marker or not is_verse(text)
            yield Block("", kind if is_prose else Kind.VERSE, text, level, marker=marker)
        begin = end


def _is_new(before: str, line: str, width: int) -> bool:
    """Return whether a line begins a paragraph: by its indent, or because each line is a paragraph."""
    if line.startswith("  ") and not before.startswith("  "):
        return True
    return not width and max(len(before), len(line)) > WRAPPED.stop


def _joined(lines: Sequence[str], width: int) -> str:
    """Return one text; a line that its author broke stays broken."""
    text = lines[0] if lines else ""
    for before, line in pairwise(lines):
        words = line.strip()
        full = width and len(before) + 1 + len(words.split()[0]) > width
        if before.endswith("-") and before[-2:-1].isalpha() and words[0].islower():
            text += words
        elif full or (words[0].islower() and len(before) >= WRAPPED.start):
            text += " " + words
        else:
            text += "\n" + words
    return re.sub(r" {2,}", " ", text).strip()
