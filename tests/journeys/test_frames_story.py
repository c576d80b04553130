"""No frame is ever brighter than the page before it and the page after it (R17), on a tour of everything."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from reader.store.settings import SettingsFile
from reader.ui.palette import Palette, luminance, theme
from tests.journeys.conftest import Person
from tests.journeys.frames import Frame, Frames

THEMES = ("paper", "bright", "dusk", "night", "contrast")
SLACK = 0.0005
"""Of full white: how a letter falls on the pixels."""

OF_THE_TEXT = (
    *("Space", "Space", "Left", "Ctrl+Right", "Shift+Return", "Esc", "Ctrl+I", "Esc", "Ctrl+B", "Ctrl+Z"),
    *("F9", "F9", "Shift+F9", "Ctrl+1", "Ctrl+3", "Ctrl+2", "Ctrl++", "Ctrl+-", "F7", "Shift+Right", "F7"),
    *("Down", "Ctrl+K", "Ctrl+K", "F1", "Esc"),
)
SPEAKING = ("Ctrl+Space", "Space", "Ctrl+E", "X", "Return", "Return", "Esc", "F8", "Space")
"""Read aloud, with eyes closed, and a rest in the dark; a stray key shows dim words there."""

DARK = frozenset({"eyes closed", "rest"})


class Viewer:
    """A person on a tour, and what every painted frame of it was like."""

    def __init__(self, qt: QApplication, person: Person) -> None:
        self._qt = qt
        self.person = person
        self._frames = Frames(qt)
        self._before: Frame | None = None
        self._palettes: list[Palette] = []
        self.first: Frame | None = None
        self.faults: list[str] = []
        self.count = 0

    def see(self, name: str, act: Callable[[], object]) -> None:
        """Do one thing, wait until all is painted, and look at each frame that was."""
        act()
        paint_all(self._qt)
        taken = self._frames.taken()
        self.first = self.first or taken[0]
        self._palettes = [*self._palettes[-1:], self.person.window.reading.view._look.palette]
        pages = [frame for frame in taken if not frame.is_menu]
        after = pages[-1] if pages else self._before
        settled = [frame for frame in (self._before, after) if frame is not None]
        for number, frame in enumerate(taken):
            self.faults += [f"{name}, frame {number}: {fault}" for fault in self._faults(frame, settled)]
        self._before = after
        self.count += len(taken)

    def push(self, name: str) -> None:
        """Go to a button by Tab, and press it."""
        while self.person.focused != name:
            self.see(f"to {name}", lambda: self.person.press("Tab"))
        self.see(name, lambda: self.person.press("Space"))

    def _faults(self, frame: Frame, settled: Sequence[Frame]) -> Iterator[str]:
        roles = [
            luminance(getattr(palette, role.name)) for palette in self._palettes for role in fields(palette)
        ]
        if frame.light.max() > max(roles) + SLACK:
            yield "a colour that is brighter than all of the theme"
        if frame.is_menu:
            grounds = (luminance(ground) for each in self._palettes for ground in (each.panel, each.mark))
            if np.median(frame.light) > max(grounds) + SLACK:
                yield "a menu brighter than a panel and what is chosen on it"
            return
        if frame.light.mean() > max(page.light.mean() for page in settled) + SLACK:
            yield "as a whole brighter than before and after"
        same = [page.tiles for page in settled if page.image.size() == frame.image.size()]
        if len(same) == len(settled) and (frame.tiles > np.maximum.reduce(same) + SLACK).any():
            yield "brighter in a corner than before and after"


def paint_all(qt: QApplication) -> None:
    """Paint until all is settled: a page may ask for another layout, and that one for a scroll bar."""
    for _ in range(4):
        qt.processEvents()


@pytest.fixture
def tour(qapp: QApplication, home: Path) -> Iterator[Callable[..., Viewer]]:
    """Return a function that opens the window, watched from the first frame on, with settings by name."""
    (home / "Documents").mkdir()
    (home / "Documents" / "letter.txt").write_text("The first words. And more.")
    viewers: list[Viewer] = []

    def open_one(width: int, height: int, **settings: object) -> Viewer:
        person = Person(qapp, home)
        file = SettingsFile(person.folders.settings)
        file.save(replace(file.load()[0], **settings))
        viewers.append(Viewer(qapp, person))
        viewers[-1].see("the first frame", lambda: person.open(width, height))
        return viewers[-1]

    yield open_one
    for viewer in viewers:
        qapp.removeEventFilter(viewer._frames)
        viewer.person.close()


def read(viewer: Viewer) -> None:
    """Open an article from the library, and do all that is done while reading and listening."""
    person = viewer.person
    if person.page == "comfort":
        viewer.see("the comfort page is left", lambda: person.press("Space"))
    viewer.see("an article", lambda: person.press("Space"))
    for key in (*OF_THE_TEXT, *SPEAKING):
        viewer.see(key, lambda key=key: person.press(key))
        if person.sessions.listening.speaking:
            viewer.see("a word is heard", lambda: person.sound.reach(1.0))
    viewer.see("the rest is over", person.sessions.resting.end)


def look_around(viewer: Viewer) -> None:
    """Open every page over the text, and come back from it."""
    person = viewer.person
    for page in person.window.pages:
        if page not in DARK and page != person.page:
            viewer.see(page, lambda page=page: person.window.show(page))
            viewer.see(f"dimmer on {page}", lambda: person.press("F9"))
            viewer.see(f"brighter on {page}", lambda: person.press("Shift+F9"))
            viewer.see(f"back from {page}", person.window.show_text)


def browse(viewer: Viewer) -> None:
    """Look into a folder and press all kinds of buttons."""
    person = viewer.person
    viewer.see("open a file", lambda: person.press("Ctrl+O"))
    for name in ("Documents. Folder", "Up to Home", "Documents. Folder", "Other folders", "Dimmer", "Back"):
        viewer.push(name)
    viewer.see("menu", lambda: person.press("F10"))
    viewer.push("One sentence")
    viewer.see("closed", lambda: person.press("Esc"))


def ask_for_menus(viewer: Viewer) -> None:
    """Press the right button in every kind of text field, and select what is in it."""
    person = viewer.person
    viewer.see("words", lambda: person.press("Shift+Return"))
    right_press(viewer, person.window.reading.popover.findChild(QTextEdit))
    for page, kind in (("find", QLineEdit), ("around", QTextEdit)):
        viewer.see("text", person.window.show_text)
        viewer.see(page, lambda page=page: person.window.show(page))
        field = next(each for each in person.window.pages[page].findChildren(kind) if each.isVisible())
        if isinstance(field, QLineEdit):
            viewer.see("letters", lambda: person.write("immune"))
        viewer.see("select", field.selectAll)
        right_press(viewer, field)
    viewer.see("text", person.window.show_text)


def right_press(viewer: Viewer, field: QWidget) -> None:
    """Open the menu of a field, go to an entry, and close it."""
    mouse = QContextMenuEvent.Reason.Mouse
    under = field.viewport() if isinstance(field, QTextEdit) else field
    asked = QContextMenuEvent(mouse, QPoint(9, 9), under.mapToGlobal(QPoint(9, 9)))
    viewer.see("a menu", lambda: QApplication.postEvent(under, asked))
    menu: Any = QApplication.activePopupWidget()
    entries = [entry for entry in menu.actions() if not entry.isSeparator()]
    assert min(menu.actionGeometry(entry).height() for entry in entries) >= 44
    viewer.see("an entry", lambda: menu.setActiveAction(next(each for each in entries if each.isEnabled())))
    viewer.see("no menu", menu.close)


def change_all(viewer: Viewer) -> None:
    """Change the look, the letters and the window."""
    window = viewer.person.window
    preferences = viewer.person.sessions.preferences
    before = preferences.settings.theme
    for name in (*THEMES, before):
        viewer.see(f"theme {name}", lambda name=name: preferences.change("theme", name))
    for size in (80, 20):
        viewer.see(f"size {size}", lambda size=size: preferences.change("size", size))
        viewer.see("turned", lambda: viewer.person.press("Space"))
    viewer.see("letters", lambda: preferences.change("font", "Lexend"))
    for wide, high in ((1100, 700), (360, 640), (320, 480), (900, 600)):
        viewer.see(f"{wide} by {high}", lambda wide=wide, high=high: window.resize(wide, high))
    for name, act in (("max", window.showMaximized), ("normal", window.showNormal)):
        viewer.see(name, act)
    for _ in range(2):
        viewer.see("full screen", lambda: viewer.person.press("F11"))
    viewer.see("library", lambda: window.run("library"))


@pytest.mark.parametrize("name", ["night", "paper"])
def test_no_frame_of_a_tour_is_brighter_than_its_page(tour: Any, name: str) -> None:
    viewer = tour(800, 600, theme=name, dimmer=1)
    read(viewer)
    browse(viewer)
    ask_for_menus(viewer)
    change_all(viewer)
    assert not viewer.faults, "\n".join(viewer.faults)
    assert viewer.count > 80, "there was something to see"


@pytest.mark.long
@pytest.mark.parametrize(
    ("width", "height", "size", "dimmer"), [(1280, 800, 20, 0), (1280, 800, 80, 4), (360, 640, 40, 2)]
)
@pytest.mark.parametrize("name", THEMES)
def test_no_frame_is_brighter_in_any_light(
    tour: Any, name: str, width: int, height: int, size: int, dimmer: int
) -> None:
    viewer = tour(width, height, theme=name, dimmer=dimmer, size=size)
    read(viewer)
    look_around(viewer)
    browse(viewer)
    ask_for_menus(viewer)
    change_all(viewer)
    assert not viewer.faults, "\n".join(viewer.faults)


@pytest.mark.parametrize(("name", "dimmer"), [("night", 3), ("paper", 5), ("contrast", 1)])
def test_the_first_frame_is_in_the_theme_and_as_dim_as_it_was_left(tour: Any, name: str, dimmer: int) -> None:
    viewer = tour(600, 480, theme=name, dimmer=dimmer)
    assert viewer.first.image.pixelColor(3, 3).name().upper() == theme(name).dimmed(dimmer).page
    assert not viewer.faults, "\n".join(viewer.faults)


def test_a_flash_of_one_frame_would_be_found(tour: Any, qapp: QApplication) -> None:
    viewer = tour(600, 480, theme="night")

    def flash() -> None:
        bright = QWidget(viewer.person.window)
        bright.setStyleSheet("background: #60605E")
        bright.setGeometry(300, 200, 20, 20)
        bright.show()
        paint_all(qapp)
        bright.hide()

    viewer.see("a flash", flash)
    assert viewer.faults == ["a flash, frame 0: brighter in a corner than before and after"]
