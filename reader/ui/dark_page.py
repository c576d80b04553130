"""What dark pages share: nothing on them glows but, after a first key, some dim words."""

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from reader.session.command import Command, Sessions
from reader.ui.keys import Keys
from reader.ui.page import Page, Run

DARK = "#000000"
"""No theme has anything darker, so that going here never brings light (R17)."""

DIM = "#80735F"
"""The dimmest ink that can be read on it, and a warm one: 4.5:1 (R1)."""

_FIRST_OF_THE_DESKTOP = Qt.Key.Key_Super_L
"""From this key on come those that are not meant for us: the loudness, the light, the desktop's menu."""


class DarkPage(Page):
    """Paints itself dark, with dim words in the middle if there are any; the pointer is not seen.

    `about` tells a screen reader what can be done here, while there are no dim words.
    """

    def __init__(self, sessions: Sessions, run: Run, name: str, about: str) -> None:
        super().__init__(sessions, run)
        self._about = about
        self._keys = Keys(sessions.commands)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)

    @property
    @abstractmethod
    def dim_words(self) -> str:
        """Return what is shown, "" for nothing."""

    @abstractmethod
    def press(self, event: QKeyEvent, command: Command | None) -> None:
        """Do what a key means here; `command` is what it means elsewhere."""

    @abstractmethod
    def touch(self) -> None:
        """Do what a press of the pointer means, wherever it is."""

    @abstractmethod
    def leave(self) -> None:
        """Be done with the dark: another page comes."""

    def show_words(self) -> None:
        """Show the dim words of now."""
        self.setAccessibleDescription(self.dim_words or self._about)
        self.update()

    def settle(self) -> None:
        """Take the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the focus: there is nothing else to go to, and Tab is a key like any other."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass a key on. One that is held down counts once: it must not press twice by itself."""
        command = self._keys.command_of(event)
        if event.isAutoRepeat() or (command is None and _is_not_for_us(event)):
            return
        # Whoever presses is awake.
        self.sessions.sleep_timer.wake()
        self.press(event, command)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press anywhere: it is the largest key of all."""
        self.sessions.sleep_timer.wake()
        self.touch()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let a double press count as one: a hand that trembles would else undo what it did."""

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave, whatever page comes; a window that is only put aside stays dark."""
        if not event.spontaneous():
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark, and the dim words if there are any."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK))
        if self.look is not None and self.dim_words:
            painter.setPen(QColor(DIM))
            painter.setFont(self.look.interface_font())
            edge = self.look.text_px
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(edge, edge, -edge, -edge), flags, self.dim_words)
        painter.end()


def _is_not_for_us(event: QKeyEvent) -> bool:
    """Return whether a key only changes others, such as Shift, or belongs to the desktop."""
    key = event.key()
    return Qt.Key.Key_Shift <= key <= Qt.Key.Key_ScrollLock or key >= _FIRST_OF_THE_DESKTOP
