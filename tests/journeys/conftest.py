"""A person at the keyboard: the real window on a home of their own, real files, a real database.

Only the voice and the loudspeaker are stand-ins, since these stories are about what the window does; real
sound has tests of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from reader.app import prepared
from reader.assembly.assembling import assemble
from reader.ground.events import Event
from reader.speech.timing import word_times
from reader.speech.voice import Failed, Ready, Sound, SoundState, VoiceError, VoiceName
from reader.store.folders import Folders
from reader.ui.bridge import QtClock
from reader.ui.window import Window

RATE = 1000
SECONDS = 4.0
"""How long each sentence lasts."""
MOST_TABS, MOST_PRESSES = 80, 200
"""No page has as many controls, no article as many pieces."""


class Calendar(QtClock):
    """A real clock, on a day that the story chooses."""

    ahead = passed = 0.0

    def now(self) -> float:
        return super().now() + self.passed

    def today(self) -> float:
        return super().today() + self.ahead


class SilentVoice:
    """A voice that is ready at once and makes nothing but silence."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        self.asked.append(text)
        ready(Sound(bytes(int(2 * RATE * SECONDS)), RATE, word_times(text, SECONDS), measured=True))

    def names(self, ready: Callable[[Sequence[VoiceName]], object], failed: Failed) -> None:
        ready((VoiceName("calm", "Calm"), VoiceName("clear", "Clear")))

    def forget(self) -> None:
        """Nothing waits."""

    def choose(self, voice: str) -> None:
        """Silence sounds the same in every voice."""

    def close(self) -> None:
        """There is no process to end."""


class SilentSound:
    """A loudspeaker without sound; the story says how far it has come."""

    def __init__(self) -> None:
        self.finished: Event[[]] = Event()
        self.moved: Event[[float]] = Event()
        self.lost: Event[[]] = Event()
        self.failed: Event[[VoiceError]] = Event()
        self.state = SoundState.SILENT
        self._position = 0.0

    def warm(self) -> None:
        """Silence is always ready."""

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        self.state, self._position = SoundState.PLAYING, start

    def pause(self) -> None:
        self.state = SoundState.PAUSED

    def resume(self) -> None:
        self.state = SoundState.PLAYING

    def stop(self) -> None:
        self.state = SoundState.SILENT

    def position(self) -> float:
        return self._position

    def set_volume(self, volume: float) -> None:
        """Silence has one loudness."""

    def close(self) -> None:
        """There is no process to end."""

    def reach(self, position: float) -> None:
        self._position = position
        self.moved.emit(position)

    def end(self) -> None:
        self.stop()
        self.finished.emit()


class Person:
    """One who reads by keyboard: what they press, and what they then see."""

    def __init__(self, qt: QApplication, home: Path) -> None:
        self.home = home
        self.folders = Folders(home / "data", home / "config")
        self.calendar = Calendar(qt)
        self.voice, self.sound = SilentVoice(), SilentSound()
        self._qt = prepared(qt)
        self._window: Window | None = None

    @property
    def window(self) -> Window:
        assert self._window is not None, "The window is closed."
        return self._window

    @property
    def sessions(self) -> Any:
        return self.window.sessions

    # What they do

    def open(self, width: int = 1280, height: int = 800, wish: str = "") -> None:
        """Open the window, on a wish or whatever the last one kept."""
        self.sound = SilentSound()
        self._window = Window(assemble(self.folders, self.calendar, self.voice, self.sound))
        self._window.resize(width, height)
        self._window.show()
        self._window.begin(wish)
        self._qt.processEvents()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self._window:
            self._window.close()
            self._window.deleteLater()
            self._window = None
            self._qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def come_back(self, days: float = 0.0, hours: float = 0.0) -> None:
        """Close the window, let time pass, and open it again."""
        self.close()
        self.calendar.ahead += 86_400 * days + 3600 * hours
        self.open()

    def let_pass(self, seconds: float) -> None:
        """Do nothing for so long; what was to happen meanwhile is late."""
        self.calendar.passed += seconds

    def press(self, *keys: str) -> None:
        """Press keys, each named as Qt names it, such as "Ctrl+B", on whatever has the focus."""
        for key in keys:
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self.focus, pressed.key(), pressed.keyboardModifiers())
            self._qt.processEvents()

    def press_until(self, key: str, done: Callable[[], bool]) -> list[str]:
        """Press one key until something is so; return the piece before each press, and the last one."""
        shown = [self.text]
        for _ in range(MOST_PRESSES):
            if done():
                return shown
            self.press(key)
            shown.append(self.text)
        pytest.fail(f"{key} never came to an end")

    def write(self, text: str) -> None:
        """Type letters."""
        QTest.keyClicks(self.focus, text)

    def tab_to(self, name: str) -> None:
        """Press Tab until the control with this name has the focus."""
        met = []
        for _ in range(MOST_TABS):
            if self.focused == name:
                return
            met.append(self.focused)
            self.press("Tab")
        pytest.fail(f"Tab never came to {name!r}, only to {list(dict.fromkeys(met))}")

    def push(self, name: str) -> None:
        """Press the button of this name with Tab and Space."""
        self.tab_to(name)
        self.press("Space")

    # What they see

    @property
    def focus(self) -> QWidget:
        """Return what has the focus; something always has."""
        widget = QApplication.focusWidget()
        assert widget is not None, "Nothing has the focus, so no key does anything."
        return widget

    @property
    def focused(self) -> str:
        """Return the name of what has the focus, as a screen reader says it."""
        return self.focus.accessibleName()

    @property
    def page(self) -> str:
        return self.window.page

    @property
    def text(self) -> str:
        """Return the piece on the page."""
        return self.window.reading.view.toPlainText()

    @property
    def quiet(self) -> str:
        """Return the quiet line."""
        return self.sessions.notices.text

    @property
    def meaning(self) -> str:
        """Return what the popover says, "" while it is closed."""
        popover = self.window.reading.popover
        return popover.findChild(QTextEdit).toPlainText() if popover.isVisible() else ""

    @property
    def marked(self) -> str:
        """Return the sentence that is marked as being heard."""
        span = self.window.reading.view._sentence
        return self.sessions.reading.chunk.text[slice(*span)] if span else ""


@pytest.fixture
def newcomer(qapp: QApplication, home: Path) -> Iterator[Person]:
    """Return someone in front of the window, opened for the very first time."""
    someone = Person(qapp, home)
    someone.open()
    yield someone
    someone.close()


@pytest.fixture
def person(newcomer: Person) -> Person:
    """Return someone in front of the library, nothing read yet."""
    newcomer.press("Space")
    assert newcomer.page == "library"
    return newcomer


@pytest.fixture
def reader(person: Person) -> Person:
    """Return someone who has just opened the first article, by the button that has the focus."""
    person.press("Space")
    assert person.focus is person.window.reading.view
    return person
