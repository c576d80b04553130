"""Tells a screen reader what the quiet line says, so that it is heard without being looked for."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from reader.session.notices import Notices


class Announcer:
    """Announces each new sentence once, politely: what is being spoken is not cut off (R34)."""

    def __init__(self, notices: Notices, widget: QWidget) -> None:
        self._notices = notices
        self._widget = widget
        self._last = ""
        notices.changed.connect(self._announce)

    def _announce(self) -> None:
        text = self._notices.message
        if text and text != self._last and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, text))
        self._last = text
