"""Media keys, as the desktop sends them: a client on the message bus meets the voice as a player."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import newcomer
from tests.tree.bus import Bus

__all__ = ["newcomer"]

pytestmark = pytest.mark.tree

PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"


class Desktop:
    """The desktop's end of the media keys; the window answers while it waits."""

    def __init__(self, qt: QApplication, bus: Bus) -> None:
        self._qt = qt
        self._bus = bus
        self._beside = ThreadPoolExecutor(1)
        bus.listen_to("interface='org.freedesktop.DBus.Properties'")

    def _ask(self, *call: str) -> Any:
        asked = self._beside.submit(self._bus.ask, *call)
        while not asked.done():
            self._qt.processEvents()
        return asked.result()

    def players(self) -> list[str]:
        name = "org.freedesktop.DBus"
        names = self._ask(name, "/org/freedesktop/DBus", f"{name}.ListNames")
        return [name for name in names if name.startswith("org.mpris.MediaPlayer2.gentle_reader")]

    def press(self, member: str) -> None:
        self._ask(self.players()[0], PATH, f"{PLAYER}.{member}")

    def fact(self, name: str) -> Any:
        get = "org.freedesktop.DBus.Properties.Get"
        return self._ask(self.players()[0], PATH, get, "ss", PLAYER, name)

    def told(self) -> list[Any]:
        """Return what the player has told of itself since the last look."""
        self.players()  # the answer comes after all that was told before it
        return [signal.arguments for signal in self._bus.signals() if signal.path == PATH]

    def close(self) -> None:
        self._beside.shutdown()
        self._bus.close()


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[Desktop]:
    made = Desktop(qapp, Bus(os.environ["DBUS_SESSION_BUS_ADDRESS"]))
    yield made
    made.close()


def test_media_keys_reach_the_voice_from_its_first_word_on(newcomer: Any, desktop: Desktop) -> None:
    person = newcomer
    assert desktop.players() == [], "until then the media keys belong to others"
    person.window.open_text("immune-system-changes")
    person.window.run("listen")
    assert len(desktop.players()) == 1
    assert desktop.fact("PlaybackStatus") == "Playing"
    assert dict(desktop.fact("Metadata"))["xesam:title"] == person.sessions.reading.document.title
    desktop.told()
    desktop.press("PlayPause")
    assert not person.sessions.listening.speaking
    ((interface, changed, invalid),) = desktop.told()
    assert (interface, dict(changed)["PlaybackStatus"], invalid) == (PLAYER, "Paused", [])
    desktop.press("Play")
    heard = person.marked
    desktop.press("Next")
    assert person.marked != heard
    desktop.press("Previous")
    assert person.marked == heard
    desktop.press("Pause")
    assert desktop.fact("PlaybackStatus") == "Paused"
    desktop.press("Stop")
    assert (desktop.fact("PlaybackStatus"), person.sessions.listening.active) == ("Stopped", False)
