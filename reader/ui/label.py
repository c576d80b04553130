"""Words on a page, in one of a few roles."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Label(QLabel):
    """Plain words that wrap.

    `role` is "", "quiet", "title", "lead" or "name", as in the stylesheet; `gap` is more room above, in px.
    """

    def __init__(
        self, text: str = "", role: str = "", *, gap: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setProperty("gap", gap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width, in px, also before they were ever shown."""
        self.ensurePolished()
        return super().heightForWidth(width)
