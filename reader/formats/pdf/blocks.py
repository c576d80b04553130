"""From rows to blocks: paragraphs that run over lines, columns and pages, headings and lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.formats.pdf.formulas import formula
from reader.formats.pdf.layout import Column, Row
from reader.formats.pdf.notes import Footnote
from reader.formats.pdf.rows import MARKER, Sort, Stretch, code_text, stretches, table_text
from reader.formats.pdf.text import Text
from reader.formats.pdf.type import Typography, essence
from reader.formats.pdf.words import Words, is_unspaced
from reader.model.document import Block, Kind, Style

LONGEST = 20_000
"""Letters of a paragraph; ours: one that was made to harm would take ever longer."""

HEADING_GAP, LOOSE = 1.6, 1.35
"""Times the size of its letters; ours: a heading's lines are no further apart, and seldom as far."""

_STOPS = (".", "!", "?", ":", "…", "。", "！", "？", "：", "।")
_CLOSING = "\"'”’»)]」』）"
_ANY = 3  # letters that a line of Chinese or Japanese may end short of its column
_CAPTION = ("figure ", "fig. ", "table ", "abbildung ", "tabelle ", "tableau ", "tabla ", "figura ")


@dataclass(slots=True)
class _Open:
    """A block that may go on: its letters, its last row, and where its lines begin."""

    kind: Kind
    text: Text
    row: Row
    stretch: Stretch
    left: float
    level: int = 0
    marker: str = ""
    length: int = 0


class Composing:
    """Makes blocks of page after page; `title` is the letters of the text's title alone."""

    def __init__(self, type_: Typography, words: Words, title: str) -> None:
        self._type = type_
        self._titles = {title, *type_.titles} - {""}
        self._words = words
        self._open: _Open | None = None
        self._held: list[Block] = []  # notes and the like, which stand below what is still open
        self._referred: set[str] = set()
        self._indents: list[float] = []
        self._has_indents = False

    def page(self, number: int, columns: Sequence[Column], notes: Sequence[Footnote]) -> Iterator[Block]:
        """Yield what is done once a page has been taken."""
        names = {note.mark: f"{number}-{note.mark}" for note in notes}
        for column in columns:
            for at, stretch in enumerate(stretches(column, self._type)):
                if stretch.sort is Sort.PROSE:
                    yield from self._prose(stretch, names, is_first=at == 0)
                else:
                    yield from self._whole(stretch)
        self.hold(self._note(note, names[note.mark]) for note in notes)
        if not self._open:
            yield from self.ended()

    def ended(self) -> Iterator[Block]:
        """Yield what is still open, and what waits for it."""
        if found := self._open:
            self._open = None
            whole = (Style.STRONG, Style.EMPHASIS) if found.kind is Kind.HEADING else ()
            text, spans = found.text.taken(whole)
            if text:
                yield Block("", found.kind, text, found.level, spans, found.marker)
        yield from self._held
        self._held = []

    def _whole(self, stretch: Stretch) -> Iterator[Block]:
        """Yield a table, code or a formula."""
        match stretch.sort:
            case Sort.CODE:
                block = Block("", Kind.CODE, code_text(stretch.rows, stretch.leading))
            case Sort.TABLE:
                block = Block("", Kind.TABLE, table_text(stretch.rows, self._words))
            case _:
                block = formula(stretch.rows, self._words, self._referred)
        yield from self.ended()
        yield block
        self.hold([picture for row in stretch.rows for picture in (*row.above, *row.below)])

    def hold(self, blocks: Iterable[Block]) -> None:
        """Keep blocks until what is open has ended: a picture does not part a paragraph that goes on."""
        self._held += blocks

    def _note(self, note: Footnote, name: str) -> Block:
        """Return a note, or a paragraph if no mark in the text leads to it."""
        text = Text(self._words, self._referred)
        for at, row in enumerate(note.rows):
            text.add(row, {}, note.skipped if at == 0 else 0)
        words, spans = text.taken()
        if name in self._referred:
            return Block("", Kind.NOTE, words, spans=spans, marker=name)
        return Block("", Kind.PARAGRAPH, f"{note.mark} {words}")

    def _prose(self, stretch: Stretch, names: Mapping[str, str], *, is_first: bool) -> Iterator[Block]:
        """Take the lines of running text, and yield what they have ended."""
        is_new_place = is_first
        for row in stretch.rows:
            self.hold(row.above)
            level = self._type.heading_level(row)
            is_new_place = is_new_place or bool(row.above)
            if not self._goes_on(row, stretch, level, is_new_place=is_new_place):
                yield from self.ended()
                self._begin(row, stretch, level)
                skipped = self._skipped(row)
            else:
                skipped = 0
            is_new_place = False
            if now := self._open:
                now.text.add(row, names, skipped)
                now.length += len(row.text)
                now.row, now.stretch = row, stretch
                if now.kind is Kind.LIST_ITEM and skipped == 0:
                    now.left = min(now.left, row.left)
            self.hold(row.below)

    def _skipped(self, row: Row) -> int:
        """Return how many letters of a list item's first line are its mark."""
        found = MARKER.match(row.text)
        return len(found[0].strip()) if found and self._open and self._open.marker else 0

    def _begin(self, row: Row, stretch: Stretch, level: int) -> None:
        text = Text(self._words, self._referred)
        marker = MARKER.match(row.text)
        if level:
            self._open = _Open(Kind.HEADING, text, row, stretch, row.left, level)
        elif marker:
            shown = "•" if marker["bullet"] else marker["number"]
            self._open = _Open(
                Kind.LIST_ITEM, text, row, stretch, row.left + 1000, self._depth(row.left), shown
            )
        else:
            self._indents = []
            self._open = _Open(Kind.PARAGRAPH, text, row, stretch, row.left)

    def _depth(self, left: float) -> int:
        """Return how deep a list item stands, by where its mark stands."""
        self._indents = [indent for indent in self._indents if indent < left - 3]
        self._indents.append(left)
        return min(len(self._indents), 6)

    def _goes_on(self, row: Row, stretch: Stretch, level: int, *, is_new_place: bool) -> bool:
        """Return whether a row belongs to what is open."""
        now = self._open
        if not now or row.begins or now.length > LONGEST or (row.above and not row.text[:1].islower()):
            return False
        if not any(abs(size - other) <= 0.08 * size for size in row.sizes for other in now.row.sizes):
            return False
        if level or now.kind is Kind.HEADING:
            return bool(level) and now.kind is Kind.HEADING and self._is_same_heading(now, row)
        found = MARKER.match(row.text)
        # A number that ended up first on its line is no mark.
        if found and (found["bullet"] or is_new_place or _is_stopped(now.text.ending) or _has_room(now, row)):
            return False
        return self._runs_over(now, row, stretch) if is_new_place else self._is_next_line(now, row, stretch)

    def _is_same_heading(self, now: _Open, row: Row) -> bool:
        """Return whether a heading goes on: a title and the heading below it may be set alike."""
        size, gap = row.look.size, now.row.y - row.y
        if row.look.is_bold != now.row.look.is_bold or not 0 < gap < HEADING_GAP * size:
            return False
        before, here = essence(now.text.ending), essence(row.text)
        if {before, here, before + here} & self._titles:
            return before + here in self._titles
        if row.text[:1].islower() or len(row.cells) + len(now.row.cells) > 2:
            return True
        left, right = row.left - now.row.left, row.right - now.row.right
        is_hanging = left > 0 and any(letter.isdigit() for letter in now.text.ending.split()[0])
        is_aligned = abs(left) < size or abs(left + right) < size or is_hanging
        return not _has_room(now, row) or (is_aligned and gap <= LOOSE * size)

    def _is_next_line(self, now: _Open, row: Row, stretch: Stretch) -> bool:
        size = row.look.size
        if now.row.y - row.y > 1.35 * max(stretch.leading * min(1.0, size / self._type.size), 1.1 * size):
            return False
        if now.kind is Kind.LIST_ITEM:
            is_within = row.left > now.stretch.left + 2 or row.left >= now.row.left - 2
            return is_within or not (_is_stopped(now.text.ending) or _has_room(now, row))
        indent = row.left - now.row.left
        if indent > 0.8 * size and now.row.left <= now.left + 1 and _is_stopped(now.text.ending):
            self._has_indents = True
            return False
        return not (_is_stopped(now.text.ending) and _has_room(now, row))

    def _runs_over(self, now: _Open, row: Row, stretch: Stretch) -> bool:
        """Return whether what is open goes on in the next column or on the next page."""
        if row.text[:1].islower():
            return True
        if _is_stopped(now.text.ending):
            is_indented = row.left - stretch.left > 0.8 * row.look.size
            return self._has_indents and not is_indented and not _has_room(now, row) and not now.marker
        return not row.text.lower().startswith(_CAPTION)


def _is_stopped(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_STOPS)


def _has_room(now: _Open, row: Row) -> bool:
    """Return whether the next row's first word would have stood on the last one."""
    word = _ANY if is_unspaced(row.text[0]) else len(row.text.split(maxsplit=1)[0]) + 1
    width = (row.right - row.left) / max(1, len(row.text))
    return now.row.right + word * width < now.stretch.right
