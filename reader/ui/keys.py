"""From a key press to a command of the table."""

from collections.abc import Iterable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.session.command import Command

_NAMED = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_PageDown: "Page Down",
    Qt.Key.Key_PageUp: "Page Up",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_MediaPlay: "media Play",
    Qt.Key.Key_MediaPause: "media Play",
    Qt.Key.Key_MediaTogglePlayPause: "media Play",
    Qt.Key.Key_MediaStop: "media Stop",
    Qt.Key.Key_MediaNext: "media Next",
    Qt.Key.Key_MediaPrevious: "media Previous",
}
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    (Qt.KeyboardModifier.AltModifier, "Alt+"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
)
_ON_THE_SAME_KEY = {"Ctrl+=": "Ctrl++", "Ctrl+_": "Ctrl+-"}
ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


def spelt(event: QKeyEvent) -> str:
    """Return a key press as the help article writes it, such as "Shift+Space"."""
    key = Qt.Key(event.key())
    name = _NAMED.get(key) or QKeySequence(QKeyCombination(key)).toString()
    modifiers = event.modifiers()
    if len(name) == 1 and not name.isalpha():
        # Many keyboards have a sign or a digit only with Shift, which then says nothing more.
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    held = "".join(word for modifier, word in _MODIFIERS if modifiers & modifier)
    return _ON_THE_SAME_KEY.get(held + name, held + name)


class Keys:
    """The keys of all commands."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self._by_key = {key: command for command in commands for key in command.keys}

    def command_of(self, event: QKeyEvent) -> Command | None:
        """Return the command of a key press, or None."""
        return self._by_key.get(spelt(event))
