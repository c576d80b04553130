"""The voice as a media player of the desktop (MPRIS 2), so that media keys and headset buttons reach it.

Qt's D-Bus library is loaded with this module, so whoever needs it imports it late.
"""
# ruff: noqa: N802  (methods that the bus calls have the names of the bus)

import os
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
)

PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = f"{ROOT}.Player"
_Fact: Any = Property
"""PySide6's own description of Property does not know Qt's names of types, such as "qlonglong"."""
_CHANGED = ("org.freedesktop.DBus.Properties", "PropertiesChanged")


class Deck(Protocol):
    """What the desktop may ask of a player, and what it may know."""

    def toggle(self) -> None:
        """Play, or pause."""

    def play(self) -> None:
        """Play, if it does not."""

    def pause(self) -> None:
        """Pause, if it plays."""

    def stop(self) -> None:
        """Stop."""

    def step(self, forward: bool) -> None:
        """Go a sentence forward, or back."""

    def show_window(self) -> None:
        """Bring the window to the front."""

    @property
    def status(self) -> str:
        """Return "Playing", "Paused" or "Stopped"."""

    @property
    def titles(self) -> tuple[str, str]:
        """Return the title of the text, and where in it one is."""


def _interface(name: str) -> Any:
    """Return what gives a class its name on the bus."""
    class_info: Any = ClassInfo  # a decorator, which PySide6's own description does not tell
    return class_info({"D-Bus Interface": name})


@_interface(ROOT)
class _Application(QDBusAbstractAdaptor):
    def __init__(self, parent: QObject, deck: Deck) -> None:
        super().__init__(parent)
        self._deck = deck

    @Slot()
    def Raise(self) -> None:
        self._deck.show_window()

    @Slot()
    def Quit(self) -> None:
        """Stay: a window is closed where it is seen (CanQuit says so)."""

    Identity = _Fact(str, lambda _self: "Gentle Reader")
    DesktopEntry = _Fact(str, lambda _self: "gentle-reader")
    CanRaise = _Fact(bool, lambda _self: True)
    CanQuit = _Fact(bool, lambda _self: False)
    HasTrackList = _Fact(bool, lambda _self: False)
    SupportedUriSchemes = _Fact("QStringList", lambda _self: [])
    SupportedMimeTypes = _Fact("QStringList", lambda _self: [])


@_interface(PLAYER)
class _Player(QDBusAbstractAdaptor):
    def __init__(self, parent: QObject, deck: Deck) -> None:
        super().__init__(parent)
        self._deck = deck

    @Slot()
    def PlayPause(self) -> None:
        self._deck.toggle()

    @Slot()
    def Play(self) -> None:
        self._deck.play()

    @Slot()
    def Pause(self) -> None:
        self._deck.pause()

    @Slot()
    def Stop(self) -> None:
        self._deck.stop()

    @Slot()
    def Next(self) -> None:
        self._deck.step(True)

    @Slot()
    def Previous(self) -> None:
        self._deck.step(False)

    @Slot("qlonglong")
    def Seek(self, _microseconds: int) -> None:
        """Stay: a text has sentences, not seconds (CanSeek says so)."""

    def status(self) -> str:
        return self._deck.status

    def metadata(self) -> dict[str, object]:
        title, where = self._deck.titles
        track = QDBusObjectPath(f"{PATH}/text")
        return {"mpris:trackid": track, "xesam:title": title, "xesam:album": where}

    PlaybackStatus = _Fact(str, status)
    Metadata = _Fact("QVariantMap", metadata)
    Position = _Fact("qlonglong", lambda _self: 0)
    Rate = _Fact(float, lambda _self: 1.0)
    MinimumRate = _Fact(float, lambda _self: 1.0)
    MaximumRate = _Fact(float, lambda _self: 1.0)
    Volume = _Fact(float, lambda _self: 1.0)
    CanGoNext = _Fact(bool, lambda _self: True)
    CanGoPrevious = _Fact(bool, lambda _self: True)
    CanPlay = _Fact(bool, lambda _self: True)
    CanPause = _Fact(bool, lambda _self: True)
    CanSeek = _Fact(bool, lambda _self: False)
    CanControl = _Fact(bool, lambda _self: True)


def announced(deck: Deck, parent: QObject) -> Callable[[], object] | None:
    """Make the player known to the desktop; return what tells of a change, or None without a session bus."""
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    door = QObject(parent)
    _Application(door, deck)
    player = _Player(door, deck)
    # With the process's number, so that a second window does not take the first one's keys away.
    name = f"{ROOT}.gentle_reader.instance{os.getpid()}"
    if not (bus.registerObject(PATH, door) and bus.registerService(name)):
        return None

    def tell() -> None:
        message = QDBusMessage.createSignal(PATH, *_CHANGED)
        changed = {"PlaybackStatus": player.status(), "Metadata": player.metadata()}
        message.setArguments([PLAYER, changed, _no_words()])
        bus.send(message)

    return tell


def _no_words() -> Any:
    """Return an empty list of words: an empty Python list would be one of no certain type."""
    words = QDBusArgument()
    words.beginArray(QMetaType(QMetaType.Type.QString.value))
    words.endArray()
    return words
