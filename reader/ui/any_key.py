"""Whatever a person does stops what goes on by itself, before it does its own work."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow

from reader.session.hands_free import HandsFree
from reader.ui.keys import Keys

_ONLY_STOPS = frozenset({"space", "go on by itself"})
"""Commands whose keys come to mind first; they stop it and do nothing more."""

_PRESSES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
    }
)
_PUT_AWAY = frozenset({QEvent.Type.WindowDeactivate, QEvent.Type.Hide, QEvent.Type.Close})
_HELD = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})
"""Keys that another one is pressed with."""


class AnyKey(QObject):
    """Looks at every event while hands free is on, and at none otherwise."""

    def __init__(self, hands_free: HandsFree, keys: Keys, window: QMainWindow) -> None:
        super().__init__(window)
        self._hands_free = hands_free
        self._keys = keys
        self._window = window
        self._is_half_pressed = False
        hands_free.changed.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop, and keep the key from all others if it is for nothing else."""
        if isinstance(event, QKeyEvent):
            return self._take_key(event)
        if event.type() in _PRESSES or (watched is self._window and event.type() in _PUT_AWAY):
            self._stop()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            if self._is_half_pressed:
                self._stop()
        elif event.type() == QEvent.Type.KeyPress:
            return self._take_press(event)
        return False

    def _take_press(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            # The key that began it is still held.
            return self._hands_free.on
        if event.key() in _HELD:
            # The first half of two keys: Ctrl stops it, and G must not begin it again.
            self._is_half_pressed = True
            self._hands_free.stop()
            return False
        self._stop()
        command = self._keys.command_of(event)
        return command is not None and command.name in _ONLY_STOPS

    def _stop(self) -> None:
        self._is_half_pressed = False
        self._hands_free.stop()
        self._follow()

    def _follow(self) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        if self._hands_free.on:
            application.installEventFilter(self)
        elif not self._is_half_pressed:
            application.removeEventFilter(self)
