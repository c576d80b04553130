"""The letters of one block as they come in, with their styles."""

import re
from dataclasses import dataclass

from reader.model.document import Span, Style

_SPACES = re.compile(r"[ \n\t]+")  # no-break spaces stay


@dataclass(slots=True)
class _Run:
    tag: str
    style: Style
    target: str
    start: int


class Gathering:
    """Text that grows, and the styles of its letters; a style left open goes on in the next block."""

    def __init__(self) -> None:
        self._runs: list[_Run] = []
        self._parts: list[str] = []
        self._length = 0
        self._space_due = False
        self._spans: list[Span] = []

    def add(self, text: str) -> None:
        """Add running text: a run of spaces and newlines is one space, and none stands at a line's ends."""
        text = _SPACES.sub(" ", text)
        if text.startswith(" "):
            self._space_due = True
            text = text[1:]
        if text:
            self._pay_space()
            self.add_exactly(text.removesuffix(" "))
            self._space_due = text.endswith(" ")

    def add_exactly(self, text: str) -> None:
        """Add text as it is; a space that was due before it is dropped."""
        self._space_due = False
        if text:
            self._parts.append(text)
            self._length += len(text)

    @property
    def text(self) -> str:
        """Return what stands there so far."""
        return "".join(self._parts).rstrip()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing stands there yet."""
        return not self._parts

    @property
    def at_line_start(self) -> bool:
        """Return whether nothing stands on the present line yet."""
        return not self._parts or self._parts[-1].endswith("\n")

    def begin(self, tag: str, style: Style, target: str = "") -> None:
        """Let a style begin here."""
        self._pay_space()
        self._runs.append(_Run(tag, style, target, self._length))

    def end(self, tag: str) -> None:
        """Let the style that began last with this tag end here; harmless if there is none."""
        for index in range(len(self._runs) - 1, -1, -1):
            if self._runs[index].tag == tag:
                self._close(self._runs.pop(index))
                return

    def take(self) -> tuple[str, tuple[Span, ...]]:
        """Return the text and its spans in order, and begin anew; styles that are on stay on."""
        for run in self._runs:
            self._close(run)
            run.start = 0
        text = "".join(self._parts).rstrip()
        spans = (
            Span(span.start, min(span.end, len(text)), span.style, span.target)
            for span in self._spans
            if span.start < len(text)
        )
        found = tuple(sorted(spans, key=lambda span: (span.start, -span.end)))
        self._parts, self._length, self._space_due, self._spans = [], 0, False, []
        return text, found

    def _close(self, run: _Run) -> None:
        if run.start < self._length:
            self._spans.append(Span(run.start, self._length, run.style, run.target))

    def _pay_space(self) -> None:
        needed = self._space_due and self._parts and not self._parts[-1].endswith((" ", "\n"))
        self.add_exactly(" " if needed else "")
