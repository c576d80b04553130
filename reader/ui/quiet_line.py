"""The quiet line: one short sentence, and Undo while there is something to undo."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.session.notices import Notices
from reader.ui.controls import Control
from reader.ui.fit import EDGE, GAP
from reader.ui.label import Label
from reader.ui.theme import Look


class QuietLine(QWidget):
    """Shows what the notices say; where it rests, also "Part 1 of 7" and the like.

    It grows upward, so that no control below it moves.
    """

    def __init__(self, notices: Notices, parent: QWidget, *, rests: bool = True) -> None:
        super().__init__(parent)
        self._page = parent
        self._notices = notices
        self._rests = rests
        self._label = Label("", "quiet", parent=self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.undo = Control(("Undo",), notices.undo, parent=self)
        self._undo_width, self._undo_height = 0, 44
        notices.changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """Return the sentence that is shown."""
        return self._label.text()

    def refresh(self) -> None:
        """Show the sentence of now."""
        self._label.setText(self._notices.text if self._rests else self._notices.message)
        self.undo.setVisible(self._notices.offers_undo)
        self._place()

    def set_look(self, look: Look) -> None:
        """Take on the size of the interface."""
        self.undo.set_look(look)
        self._undo_width, self._undo_height = self.undo.need(look), look.control_px
        self._place()

    def height_in(self, width: int) -> int:
        """Return how high the line is when it may be so wide, in px; never too low to hold Undo."""
        return max(self._undo_height, self._label.heightForWidth(self._label_width(width)))

    def lie_below(self, left: int, width: int) -> int:
        """Lie at the bottom of the page while there is something to say; return what height stays free."""
        height = self.height_in(width) if self.text else 0
        bottom = self._page.height()
        self.setGeometry(left, bottom - height - EDGE // 2, width, height)
        return bottom - height - (EDGE if height else 0)

    def resizeEvent(self, event: object) -> None:
        """Keep the label and Undo side by side."""
        self._place()

    def _label_width(self, width: int) -> int:
        return width - self._undo_width - GAP if self._notices.offers_undo else width

    def _place(self) -> None:
        self._label.setGeometry(0, 0, self._label_width(self.width()), self.height())
        top = self.height() - self._undo_height
        self.undo.setGeometry(self.width() - self._undo_width, top, self._undo_width, self._undo_height)
