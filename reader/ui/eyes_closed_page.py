"""The dark page: nothing on it glows, and a few large keys do what closed eyes need."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from reader.session.command import Sessions
from reader.ui.keys import Keys, spelt
from reader.ui.page import Page, Run

DARK = "#000000"
"""No theme has anything darker, so that going here never brings light (R17)."""

DIM = "#80735F"
"""The dimmest ink that can be read on it, and a warm one: 4.5:1 (R1)."""

NAME = "Eyes closed"
KEYS = (
    "Space pauses or goes on. Up says it again. Left and Right step a sentence. "
    "B bookmarks, I says where you are, W explains words. Enter, twice, shows the page."
)

_FEW_KEYS = {
    "Up": "again",
    "Left": "back",
    "Right": "forward",
    "B": "bookmark",
    "I": "where",
    "W": "words",
}
"""What can be found without looking, beside the usual keys. Going here switches the single letters on."""

_STAYS = frozenset({"louder", "softer"})
"""What does its usual work here, and does not ask for the page."""

_FIRST_OF_THE_DESKTOP = Qt.Key.Key_Super_L
"""From this key on come those that are not meant for us: the loudness, the light, the desktop's menu."""


class EyesClosedPage(Page):
    """Paints itself dark, with dim words in the middle after a first key that asks for the page.

    The pointer lights nothing up and is not seen; a press of it anywhere pauses, or goes on.
    """

    def __init__(self, sessions: Sessions, run: Run, show_text: Callable[[], object]) -> None:
        super().__init__(sessions, run)
        self._eyes = sessions.eyes_closed
        self._keys = Keys(sessions.commands)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(NAME)
        self.setAccessibleDescription(KEYS)
        self._eyes.changed.connect(self._show_words)
        self._eyes.opened.connect(show_text)

    def settle(self) -> None:
        """Take the keys, and let the voice begin."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._eyes.begin()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the focus: there is nothing else to go to, and Tab is a key like any other."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means here. One that is held down counts once: it must not press twice by itself."""
        command = self._keys.command_of(event)
        if event.isAutoRepeat() or (command is None and _is_not_for_us(event)):
            return
        name = _FEW_KEYS.get(spelt(event)) or (command.name if command else "")
        if name in _STAYS:
            self.run(name)
        else:
            self._press(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pause, or go on: a press anywhere is the largest key of all."""
        self._press("space")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let a double press count as one: a hand that trembles would else undo what it did."""

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave, whatever page comes; a window that is only put aside stays dark."""
        if not event.spontaneous():
            self._eyes.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark, and the dim words if there are any."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK))
        if self.look is not None and self._eyes.dim_words:
            painter.setPen(QColor(DIM))
            painter.setFont(self.look.interface_font())
            edge = self.look.text_px
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(edge, edge, -edge, -edge), flags, self._eyes.dim_words)
        painter.end()

    def _press(self, name: str) -> None:
        # Whoever presses is awake.
        self.sessions.sleep_timer.wake()
        self._eyes.press(name)

    def _show_words(self) -> None:
        self.setAccessibleDescription(self._eyes.dim_words or KEYS)
        self.update()


def _is_not_for_us(event: QKeyEvent) -> bool:
    """Return whether a key only changes others, such as Shift, or belongs to the desktop."""
    key = event.key()
    return Qt.Key.Key_Shift <= key <= Qt.Key.Key_ScrollLock or key >= _FIRST_OF_THE_DESKTOP
