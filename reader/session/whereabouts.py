"""Where a person is, in words: for the quiet line, and for whoever asks."""

from dataclasses import dataclass

from reader.model.document import Part
from reader.model.scope import Scope
from reader.session.piece_cursor import PieceCursor
from reader.text import outline


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
        """Return part and title."""
        part, title = self.part, self.whole.document.title
        named = f"Part {part.number} of {self._counted}: {part.title or title}"
        return f"{self.excerpt} {named if part.number else f'{part.title or title}: {title}'}".lstrip()

    @property
    def just_read(self) -> str:
        """Return the sentence before the shown piece, "" at the very beginning."""
        before = (chunk for chunk in reversed(self.shown.chunks[: self.shown.index]) if chunk.text)
        chunk = next(before, None)
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
        return self._in_whole() if self.shown.scope is Scope.WHOLE else self._in_excerpt()

    @property
    def _counted(self) -> int:
        return self.whole.parts[-1].number

    def _in_excerpt(self) -> str:
        if self.shown.scope is Scope.REMINDER and self.shown.ends_text:
            return f"{self.excerpt} Carry on when you are ready."
        number = f" Part {self.part.number} of {self._counted}." if self.part.number else ""
        return self.excerpt + number * (self._counted > 1)

    def _in_whole(self) -> str:
        number, counted = self.part.number, self._counted
        if self.shown.ends_text:
            return "This is the end of the article. Library takes you back."
        if self.shown.index == 0 and not number:
            return "Press Next when you are ready. There is no hurry."
        if self.shown.ends_part and number:
            return "End of this part. This is a good place to stop."
        if number:
            return f"Part {number} of {counted}" if counted > 1 else ""
        return "Part 1 comes next." if self.shown.ends_part else f"Before part 1 of {counted}"
