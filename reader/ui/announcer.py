"""Tells a screen reader what is new on the page, so that it is heard without being looked for."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.session.command import Sessions
from reader.text.pictured import kind_word
from reader.ui.reading_page import ReadingPage

_ANNOUNCING = frozenset({"windows", "cocoa"})
"""Platforms by Qt's names. Orca 43 passes over announcements, and says each new description of the focus."""
_SETTLING = 400
"""Milliseconds in which a screen reader asks about a new focus; what is told meanwhile may be heard twice."""


class Announcer(QObject):
    """Tells each new piece and each new sentence of the quiet line once (R34).

    What one key press brings is told together, the piece first. While the voice reads aloud or answers,
    nothing is told: two voices at once are understood by nobody. What comes up in a rest is told after it.
    """

    def __init__(self, sessions: Sessions, page: ReadingPage) -> None:
        # As a child of the page it is disconnected from the application when the window goes.
        super().__init__(page)
        self._sessions = sessions
        self._page = page
        self._piece = self._heading = self._message = self._resting = ""
        self._waits = False
        self._sentences: list[str] = []
        self._described: QWidget | None = None
        self._soon, self._settling = QTimer(page), QTimer(page)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)
        self._settling.setSingleShot(True)
        sessions.reading.turned.connect(self._take_piece)
        sessions.notices.changed.connect(self._take_sentence)
        sessions.resting.ended.connect(self._tell_soon)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def _take_piece(self) -> None:
        heading, chunk = self._page.heading, self._sessions.reading.chunk
        text = kind_word(chunk.text) + chunk.text if chunk.begins_picture else chunk.text
        self._piece = text if heading == self._heading else f"{heading}. {text}"
        self._heading = heading
        self._tell_soon()

    def _take_sentence(self) -> None:
        notices = self._sessions.notices
        known = ("", self._message, self._resting)
        waits = not notices.message and notices.offer is not None
        # How much of a text is here is told once, and not each time that it is more.
        is_new = notices.text not in known and not (waits and self._waits)
        self._message = notices.message
        if not notices.message:
            self._resting, self._waits = notices.text, waits
        # What rests on the line is about the piece, and stands on its page only.
        if is_new and (notices.message or self._page.isVisible()):
            self._sentences.append(notices.text)
            self._tell_soon()

    def _follow_focus(self) -> None:
        self._forget()
        self._settling.start(_SETTLING)
        if self._soon.isActive():
            self._soon.start(_SETTLING)

    def _tell_soon(self) -> None:
        if not self._soon.isActive():
            self._forget()
            self._soon.start(max(0, self._settling.remainingTime()))

    def _tell(self) -> None:
        if self._sessions.resting.on:
            return
        # Qt's timers are coarse: this one may come a little before the other that it waited for.
        self._settling.stop()
        piece = self._piece if self._page.isVisible() else ""
        words = " ".join(filter(None, (piece, *self._sentences)))
        self._piece = ""
        self._sentences.clear()
        focus = QApplication.focusWidget()
        speaks = self._sessions.listening.speaking or self._sessions.eyes_closed.on
        if focus is None or speaks or not words or not QAccessible.isActive():
            return
        if QApplication.platformName() in _ANNOUNCING:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(focus, words))
        else:
            focus.setAccessibleDescription(words)
            self._described = focus

    def _forget(self) -> None:
        """Take the description away, so that it is not heard again when the focus comes back."""
        if self._described is not None:
            self._described.setAccessibleDescription("")
            self._described = None
