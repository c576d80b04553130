"""The quiet line: one short sentence, and a button while it offers something, such as Undo."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.session.notices import UNDO, Notices, Offer
from reader.ui.controls import Control
from reader.ui.fit import EDGE, GAP
from reader.ui.label import Label
from reader.ui.theme import Look


class QuietLine(QWidget):
    """Shows what the notices say; where it rests, also "Part 1 of 7" and the like.

    Where it does not rest, it lies below a list only while there is something to say. It grows upward, so
    that no control below it moves. `heir` gets the focus when a button goes that had it:
    what comes next by Tab would be pressed in its stead.
    """

    def __init__(
        self, notices: Notices, parent: QWidget, *, rests: bool = True, heir: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._page = parent
        self._notices = notices
        self._rests = rests
        self._heir = heir
        self._label = Label("", "quiet", parent=self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.button = Control((UNDO,), self._do, parent=self)
        self._look: Look | None = None
        self._is_held_back = False
        notices.changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """Return the sentence that is shown."""
        return self._label.text()

    def refresh(self) -> None:
        """Show the sentence of now."""
        self._label.setText(self._notices.text if self._rests else self._notices.message)
        offer = self._offer
        if offer:
            self.button.say(offer.word)
        elif self._heir and self.button.hasFocus():
            self._heir.setFocus(Qt.FocusReason.OtherFocusReason)
        self.button.setVisible(offer is not None)
        self._place()

    def hold_back(self, is_held_back: bool) -> None:
        """Rest without a word, while some of the piece comes before what it tells of; its room stays."""
        self._is_held_back = is_held_back
        self._place()

    def set_look(self, look: Look) -> None:
        """Take on the size of the interface."""
        self._look = look
        self.button.set_look(look)
        self._place()

    def height_in(self, width: int) -> int:
        """Return how high the line is when it may be so wide, in px; never too low to hold the button."""
        label = self._label.heightForWidth(self._label_width(width))
        if self._is_narrow(width):
            return label + GAP + self._button_height
        return max(self._button_height, label)

    def height_beside(self, width: int, most: int) -> int:
        """Return how high the line is while something else is read, in px: 0 where it offers nothing.

        Where more than `most` would be taken only what it offers stays, without its sentence.
        """
        if self._offer is None:
            return 0
        whole = self.height_in(width)
        return whole if whole <= most else self._button_height

    def lie_below(self, left: int, width: int) -> int:
        """Lie at the bottom of the page while there is something to say; return what height stays free."""
        height = self.height_in(width) if self.text else 0
        bottom = self._page.height()
        self.setGeometry(left, bottom - height - EDGE // 2, width, height)
        return bottom - height - (EDGE if height else 0)

    def resizeEvent(self, event: object) -> None:
        """Keep the label and the button together."""
        self._place()

    def _do(self) -> None:
        if offer := self._offer:
            offer.act()

    @property
    def _offer(self) -> Offer | None:
        """Return what is offered here: nothing where nothing is said."""
        return self._notices.offer if self.text else None

    @property
    def _button_height(self) -> int:
        return self._look.control_px if self._look else 44

    @property
    def _button_width(self) -> int:
        offer = self._offer
        return self.button.need_for(offer.word, self._look) if offer and self._look else 0

    def _label_width(self, width: int) -> int:
        beside = self._offer is not None and not self._is_narrow(width)
        return width - self._button_width - GAP if beside else width

    def _is_narrow(self, width: int) -> bool:
        """Return whether the button lies under the sentence.

        Beside it, less than half the width would be left, or one of the words would be torn. That is borne
        below a list: its rows need the room.
        """
        if self._offer is None:
            return False
        beside = self._button_width + GAP
        longest = max(map(self._label.fontMetrics().horizontalAdvance, self.text.split()), default=0)
        return 2 * beside > width or (self._rests and beside + longest > width)

    def _place(self) -> None:
        left, top = self.width() - self._button_width, self.height() - self._button_height
        height = top - GAP if self._is_narrow(self.width()) else self.height()
        wide = self._label_width(self.width())
        self._label.setGeometry(0, 0, wide, height)
        fits = self._label.heightForWidth(wide) <= height
        is_held_back = self._is_held_back and not self._notices.message
        self._label.setVisible(fits and not is_held_back)
        self.button.setGeometry(left, top, self._button_width, self._button_height)
