"""Where a person is, in words: for the quiet line, and for whoever asks."""

from dataclasses import dataclass

from reader.model.document import Part
from reader.model.scope import Scope
from reader.session.piece_cursor import PieceCursor
from reader.text import outline

INTO_PART = "Ctrl+K goes into the part."
REST_ON_ITS_WAY = "The rest of the text is still on its way."
CUT_SHORT = "No more of the text is here. Library takes you back."
"""Said at the end of what there is of a text that broke off, or was stopped."""

MANY = 30
"""Parts that are counted; ours: "Part 12 of 335" is a number to carry, and tells less than a word."""

_STRETCHES = (
    (0.9, "Near the end of the text"),
    (0.6, "In the second half of the text"),
    (0.4, "About half way through the text"),
    (0.1, "In the first half of the text"),
    (0.0, "Near the beginning of the text"),
)

_AMOUNTS = (
    (0.875, "Nearly all"),
    (0.625, "About three quarters"),
    (0.375, "About half"),
    (0.125, "About a quarter"),
    (0.0, "A little"),
)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The whole text, and what is shown of it: the text itself or an excerpt. Both have pieces."""

    whole: PieceCursor
    shown: PieceCursor

    @property
    def part(self) -> Part:
        """Return the part of the whole text in which the shown piece stands."""
        return self.whole.part_of(self.shown.chunk.place)

    @property
    def place(self) -> str:
        """Return part and title; while the text is not all there, how much of it is, and no part's number."""
        if self.whole.arrives:
            names = filter(None, dict.fromkeys((self.shown.chunk.heading, self.whole.document.title)))
            return f"{': '.join(names)}. {self.so_far}"
        part, title = self.part, self.whole.document.title
        name = part.title or title
        named = f"{self._numbered(part)}: {name}" if part.number else f"{name}: {title}"
        stretch = f"{self._stretch}." if self._is_long else ""
        return " ".join(filter(None, (self.excerpt, stretch, named)))

    @property
    def so_far(self) -> str:
        """Return about how much of a text that comes in is here, in words: no number that grows (R25)."""
        share = self.whole.document.share
        amount = next(words for least, words in _AMOUNTS if share >= least)
        return f"{amount} of the text is here so far."

    @property
    def just_read(self) -> str:
        """Return the sentence before the shown piece, "" at the very beginning."""
        pieces = self.shown.chunks
        before = (pieces[index] for index in range(self.shown.index - 1, -1, -1))
        chunk = next((chunk for chunk in before if chunk.text), None)
        return chunk.sentences[-1].strip() if chunk else ""

    @property
    def excerpt(self) -> str:
        """Return what is shown instead of the whole text, "" for the whole.

        What are no key points of the author but first sentences is not passed off as such.
        """
        if self.shown.scope is Scope.WHOLE:
            return ""
        in_short = outline.is_summary(self.part)
        reminds = self.shown.scope is Scope.REMINDER
        if in_short and reminds:
            return "In short."
        told = self.shown.chunks if in_short else (self.shown.chunk,)
        kind = "Key points" if any(chunk.is_key_point for chunk in told) else "First sentences"
        return f"{kind} so far." if reminds else f"{kind} only."

    @property
    def resting(self) -> str:
        """Return what the quiet line says while there is nothing else to say."""
        if self.tells_of_arrival:
            return self.so_far
        return self._in_whole() if self.shown.scope is Scope.WHOLE else self._in_excerpt()

    @property
    def looks_ahead(self) -> bool:
        """Return whether that is of what comes after the shown piece."""
        if self.tells_of_arrival:
            return False
        if self.shown.scope is not Scope.WHOLE:
            return self.shown.scope is Scope.REMINDER and self.shown.ends_text
        return self.shown.ends_part or (self.shown.index == 0 and not self.part.number)

    @property
    def tells_of_arrival(self) -> bool:
        """Return whether the quiet line says for now how much of the text is here."""
        return self.shown.arrives and self.shown.lingers

    @property
    def end(self) -> str:
        """Return what is said to those who would go beyond the last piece."""
        if self.shown.scope is not Scope.WHOLE:
            return f"This was the last one. {INTO_PART}"
        return "This was the last piece. Library takes you back." if self._is_whole else CUT_SHORT

    @property
    def end_of_parts(self) -> str:
        """Return what is said to those who would go beyond the last part."""
        if self.shown.arrives:
            return REST_ON_ITS_WAY
        return "This is the last part." if self._is_whole else CUT_SHORT

    @property
    def _is_whole(self) -> bool:
        return self.whole.document.is_whole

    @property
    def _counted(self) -> int:
        return self.whole.parts[-1].number

    @property
    def _is_long(self) -> bool:
        return self._counted > MANY and self._is_whole

    @property
    def _stretch(self) -> str:
        """Return whereabouts in a long text one is."""
        share = self.part.first / len(self.whole.document.blocks)
        return next(words for least, words in _STRETCHES if share >= least)

    def _numbered(self, part: Part) -> str:
        # How many parts there would have been is not known of a text that broke off.
        counted = f" of {self._counted}" if self._is_whole and not self._is_long else ""
        return f"Part {part.number}{counted}"

    def _counted_or_told(self, part: Part) -> str:
        return self._stretch if self._is_long else self._numbered(part)

    def _in_excerpt(self) -> str:
        if self.shown.scope is Scope.REMINDER and self.shown.ends_text:
            return f"{self.excerpt} Carry on when you are ready."
        number = f" {self._counted_or_told(self.part)}." if self.part.number else ""
        return self.excerpt + number * (self._counted > 1)

    def _in_whole(self) -> str:
        number, counted = self.part.number, self._counted
        if self.shown.ends_text:
            end = "This is the end of the text. Library takes you back."
            return end if self._is_whole else CUT_SHORT
        if self.shown.index == 0 and not number:
            return "Press Next when you are ready. There is no hurry."
        if self.shown.ends_part and number:
            return "End of this part. This is a good place to stop."
        if self.whole.arrives:
            return ""
        if number:
            return self._counted_or_told(self.part) if counted > 1 else ""
        before = "Before part 1" if self._is_long else f"Before part 1 of {counted}"
        return "Part 1 comes next." if self.shown.ends_part else before
