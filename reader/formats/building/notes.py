"""Footnotes in markup: which links are marks, what they lead to, and the way back from there.

A note is what a short mark such as "1", "[2]" or "*" leads to, if it leads back to the mark or says itself
that it is a note. It may stand in another file of the same book. Whatever is in doubt stays as it is.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape

from reader.formats.building.anchors import Anchors, Element, name_of
from reader.model.document import Block, Kind, Span, Style, clipped

_MARK = re.compile(
    r"[\[(]?\s?(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[A-Za-z]{1,2}|[*∗†‡§¶#]{1,4}|(?:notes?|nb|n|fn)\.?\s?\w{1,3})\s?[\])]?",
    re.IGNORECASE,
)
_ARROW = re.compile(r"[\s\ufe0e\ufe0f]*[\^↑↩↵↲⏎⤴⤶↰«‹←⇑⬑▲]+[\s\ufe0e\ufe0f]*")
_BACK = re.compile(
    rf"(?:{_MARK.pattern}|{_ARROW.pattern}|(?:jump|go|return|back)\b.{{0,30}})[.:)]?", re.IGNORECASE
)
_LABEL = re.compile(r"(?:\[\s*\]|\(\s*\)|[\s.:^↑,\ufe0e\ufe0f])+")
"""What is left of a note's label at its start when the way back is taken out of it."""

_LINK = re.compile(
    r"<a\b(?P<values>[^<>]{0,1000}\bhref\s*=\s*[\"']?(?P<href>[^\"'<>\s]{0,500})[^<>]{0,1000})>(?P<words>.{0,200}?)</a\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]*>")

NOTE_WORDS = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
NOTES_WORDS = NOTE_WORDS | {"footnotes", "endnotes", "rearnotes", "doc-endnotes"}
"""What an element calls itself, by class, role or type, that is a note, or that holds notes."""

_HOLDS_NO = frozenset({Kind.HEADING, Kind.PICTURE, Kind.TABLE, Kind.KEY_POINT})
"""What a note never holds: a chapter, too, may lead back to where it is told of."""


def marks(html: str, file: str = "") -> set[str]:
    """Return the names that the short links of a markup file lead to: its notes may stand in other files."""
    found = set()
    for link in _LINK.finditer(html):
        name = name_of(unescape(link["href"]), file)
        if name and _MARK.fullmatch(unescape(_TAG.sub("", link["words"])).strip()):
            found.add(name)
    return found


def unmarked(block: Block, known: Collection[str]) -> Block:
    """Return a block without those marks that lead to no known note; their letters stay."""
    spans = tuple(span for span in block.spans if span.style is not Style.NOTE or span.target in known)
    return block if len(spans) == len(block.spans) else replace(block, spans=spans)


def settled(
    growing: Iterable[int],
    blocks: Sequence[Block],
    anchors: Anchors,
    file: str = "",
    marked: Collection[str] = (),
    known: Collection[str] = (),
) -> Iterator[Block]:
    """Yield blocks whose links within the text are told apart: marks, notes, ways back, and plain words.

    Before, each of these links is a span of the style of a mark. `growing` adds to the blocks, and yields how
    many of them are there for good: up to the first mark, these can be told at once. `marked` are names that
    marks in other files lead to, `known` those of notes that are in another part of this file. A mark that
    leads to another file stays a mark: see `unmarked`.
    """
    may_be_told = not any(name.partition("#")[0] == file for name in marked)
    done = 0
    for count in growing:
        while may_be_told and done < count and (may_be_told := not _has_mark(blocks[done])):
            if (block := _bare(blocks[done])).text:
                yield block
            done += 1
    yield from _Settling(blocks, anchors, file, marked, known).all(done)


def _has_mark(block: Block) -> bool:
    return any(_MARK.fullmatch(block.text[span.start : span.end].strip()) for span in _links(block))


class _Settling:
    """Looks at all links of one file."""

    def __init__(
        self,
        blocks: Sequence[Block],
        anchors: Anchors,
        file: str,
        marked: Collection[str],
        known: Collection[str],
    ) -> None:
        self._blocks = blocks
        self._known = known
        self._anchors = anchors
        self._file = file
        self._sources: dict[str, list[int]] = {name: [] for name in marked if anchors.block(name) is not None}
        for number, block in enumerate(blocks):
            for span in _links(block):
                if self._is_mark(number, block, span):
                    self._sources.setdefault(span.target, []).append(number)
        self._targets = sorted({anchors.block(name) or 0 for name in self._sources if self._is_here(name)})
        self._beginning: dict[int, list[Element]] = {}
        for element in (*anchors.elements.values(), *anchors.unnamed):
            if element.may_be:
                self._beginning.setdefault(element.first, []).append(element)
        self._names: dict[str, str] = {}  # of each mark's target: the name of the note
        self._notes: dict[int, tuple[int, str]] = {}  # where a note begins: where it ends, and its name
        for name in self._sources:
            self._find(name)
        self._led_from: dict[str, set[int]] = {}  # of each note: the blocks with its marks
        for target, name in self._names.items():
            self._led_from.setdefault(name, set()).update(self._sources[target])

    def all(self, number: int) -> Iterator[Block]:
        """Yield the blocks as they are to be read, from one of them on."""
        while number < len(self._blocks):
            end, name = self._notes.get(number, (number + 1, ""))
            if name:
                yield self._note(number, end, name)
            elif (block := self._block(self._blocks[number])).text:
                yield block
            number = end

    def _is_here(self, name: str) -> bool:
        return self._anchors.block(name) is not None

    def _is_mark(self, number: int, block: Block, span: Span) -> bool:
        """Return whether a link looks like a mark and leads on, not back."""
        words = block.text[span.start : span.end].strip()
        if not _MARK.fullmatch(words) or words == block.text.strip():
            return False
        at = self._anchors.block(span.target)
        if at is None:  # in another file, if there are any
            return bool(self._file) and span.target.partition("#")[0] != self._file
        element = self._anchors.elements.get(span.target)
        return at > number or (at < number and element is not None and element.says_so)

    def _extent(self, name: str) -> tuple[int, int, bool] | None:
        """Return first and end of the blocks that a name leads to, and whether they say to be a note."""
        if element := self._anchors.elements.get(name):
            first, end, says_so = element.first, element.end, element.says_so
        else:
            first, is_first = self._anchors.within[name]
            if not is_first:
                return None
            end, says_so = first + 1, False
        for around in self._beginning.get(first, ()):
            others = bisect_left(self._targets, around.end) - bisect_left(self._targets, first + 1)
            if not others and around.end >= end:
                end, says_so = around.end, says_so or around.says_so
        return first, end, says_so

    def _find(self, name: str) -> None:
        extent = self._extent(name) if self._is_here(name) else None
        if extent is None:
            return
        first, end, says_so = extent
        sources = set(self._sources[name])
        held = self._blocks[first:end]
        if not held or any(block.kind in _HOLDS_NO for block in held):
            return
        if any(first <= source < end for source in sources):
            return
        if not (
            says_so or any(self._leads_back(block, span, sources) for block in held for span in _links(block))
        ):
            return
        _, self._names[name] = self._notes.setdefault(first, (end, name))

    def _leads_back(self, block: Block, span: Span, sources: Collection[int]) -> bool:
        """Return whether a link in a note leads to where its mark is, in this file or in another one."""
        at = self._anchors.block(span.target)
        if at is not None:
            return at in sources
        words = block.text[span.start : span.end].strip()
        is_label = not block.text[: span.start].strip(" [(") and _BACK.fullmatch(words)
        return span.target.partition("#")[0] != self._file and bool(is_label or _ARROW.fullmatch(words))

    def _block(self, block: Block, back: Sequence[Span] = ()) -> Block:
        """Return a block with its marks, without ways back, and without bare arrows to other places."""
        spans = []
        for span in block.spans:
            if span.style is not Style.NOTE:
                spans.append(span)
            elif name := self._name(block, span):
                start, end = _with_brackets(block.text, span)
                spans.append(replace(span, start=start, end=end, target=name))
        return _without(replace(block, spans=tuple(spans)), [*_arrows(block), *back])

    def _name(self, block: Block, span: Span) -> str:
        """Return the name of the note that a link leads to, "" if it is no mark."""
        words = block.text[span.start : span.end].strip()
        if not _MARK.fullmatch(words):
            return ""
        if span.target in self._known:
            return span.target
        if self._is_here(span.target) or not self._file:
            return self._names.get(span.target, "")
        return span.target if words != block.text.strip() else ""

    def _note(self, first: int, end: int, name: str) -> Block:
        """Return the note in some blocks, a line for each, without the ways back to its marks."""
        sources = self._led_from[name]
        text = ""
        spans: list[Span] = []
        for block in self._blocks[first:end]:
            back = [
                span
                for span in _links(block)
                if self._leads_back(block, span, sources)
                and _BACK.fullmatch(block.text[span.start : span.end].strip())
            ]
            bare = self._block(block, back)
            label = _LABEL.match(bare.text) if back and not text else None
            start = label.end() if label else 0
            if bare.text[start:]:
                text += "\n" if text else ""
                spans += clipped(bare.spans, start, len(bare.text), len(text))
                text += bare.text[start:]
        return Block("", Kind.NOTE, text or self._blocks[first].text, spans=tuple(spans), marker=name)


def _links(block: Block) -> Iterator[Span]:
    return (span for span in block.spans if span.style is Style.NOTE)


def _arrows(block: Block) -> list[Span]:
    return [span for span in _links(block) if _ARROW.fullmatch(block.text[span.start : span.end])]


def _bare(block: Block) -> Block:
    """Return a block whose links are no marks without them, and without bare arrows to other places."""
    return _without(unmarked(block, ()), _arrows(block))


def _with_brackets(text: str, span: Span) -> tuple[int, int]:
    """Return start and end of a mark and the brackets around it."""
    pair = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return (span.start - 1, span.end + 1) if pair == "[]" else (span.start, span.end)


def _without(block: Block, gone: Iterable[Span]) -> Block:
    """Return a block without some of its letters, and without white space at its ends."""
    text = ""
    spans: list[Span] = []
    at = 0
    cuts = sorted((span.start, span.end) for span in gone)
    if not cuts:
        return block
    for start, end in (*cuts, (len(block.text), len(block.text))):
        if at < start:
            spans += clipped(block.spans, at, start, len(text))
            text += block.text[at:start]
        at = max(at, end)
    first = len(text) - len(text.lstrip())
    text = text.rstrip()
    return replace(block, text=text[first:], spans=clipped(spans, first, len(text)))
