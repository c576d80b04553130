"""Words on a page, in one of a few roles."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reader.ui.theme import Look

LEAD = 1.18
_FACTORS = {"title": 1.6, "lead": LEAD}
_BOLD = frozenset({"title", "name"})


class Label(QLabel):
    """Plain words that wrap. `role` is "", "quiet", "title", "lead" or "name"; `gap` more room above, in px.

    Its size is set by hand: letters from a stylesheet do not reach every widget on every platform.
    """

    def __init__(
        self, text: str = "", role: str = "", *, gap: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self.setProperty("role", role)
        self.setProperty("gap", gap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def set_look(self, look: Look) -> None:
        """Take on the size of the role."""
        self.setFont(look.interface_font(bold=self._role in _BOLD, factor=_FACTORS.get(self._role, 1.0)))
