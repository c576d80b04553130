"""Words of which some are underlined, since colour alone would not be enough (R3)."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.ui.label import Label


class MarkedLabel(Label):
    """A label with underlined words; `marked` holds start and end of each (code points), none overlapping.

    An underline moves no letter, so that it takes the same room as plain words.
    """

    def __init__(
        self, text: str, marked: Sequence[tuple[int, int]], *, parent: QWidget | None = None
    ) -> None:
        self._marked = tuple(marked)
        super().__init__(text, parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(text)

    def _shown(self, width: int) -> str:
        runs, at = [], 0
        for start, end in self._marked:
            runs += [self._run(at, start, width), f"<u>{self._run(start, end, width)}</u>"]
            at = end
        return "".join((*runs, self._run(at, len(self.text()), width)))

    def _run(self, start: int, end: int, width: int) -> str:
        return escape(self._broken(self.text()[start:end], width))
