"""Words on a page, in one of a few roles."""

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

_MAY_BREAK = "\u200b"
"""Not seen, and a place where a line may end."""

_HOLDS = "\u2060"
"""Not seen, and a place where no line ends."""

_SURELY_FITS = 10
"""Letters of a word for which any column has room (R8)."""


class Label(QLabel):
    """Plain words that wrap; only one that is wider than the column, such as the name of a file, breaks (R5).

    `role` is "", "quiet", "title", "lead" or "name", as in the stylesheet; `gap` is more room above, in px.
    """

    def __init__(
        self, text: str = "", role: str = "", *, gap: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._words = text
        self.setProperty("role", role)
        self.setProperty("gap", gap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def text(self) -> str:
        """Return the words as they were given."""
        return self._words

    def setText(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self._show()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width, in px, also before they were ever shown."""
        self.ensurePolished()
        broken = self._broken(self._words, width)
        if broken == super().text():
            return super().heightForWidth(width)
        flags = Qt.TextFlag.TextWordWrap.value
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 0), flags, broken).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break what is too wide now."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        shown = self._shown(self.width())
        if shown != super().text():
            super().setText(shown)
            # A screen reader is given the words alone.
            self.setAccessibleName("" if shown == self._words else self._words)

    def _shown(self, width: int) -> str:
        """Return the words as Qt is given them."""
        return self._broken(self._words, width)

    def _broken(self, words: str, width: int) -> str:
        """Return words, with places to break in each that is wider than a width."""

        def is_wide(letters: str) -> bool:
            return len(letters) > _SURELY_FITS and self.fontMetrics().horizontalAdvance(letters) > width

        def broken(word: str) -> str:
            if not is_wide(word):
                return word.replace("/", f"/{_HOLDS}")  # ME/CFS is one word
            # Where names are put together, else after any letter.
            parts = re.split(r"(?<=[_.-])(?=.)", word)
            return _MAY_BREAK.join(_MAY_BREAK.join(part) if is_wide(part) else part for part in parts)

        return " ".join(map(broken, words.split(" ")))
