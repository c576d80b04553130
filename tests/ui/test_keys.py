"""What each key does, while all is silent and while the voice is on: the table of REQUIREMENTS, pressed."""

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.model.level import Level
from reader.session.commands import COMMANDS
from reader.text.chunks import chunks
from reader.ui.keys import Keys, spelt

PLAIN, SHIFT, CTRL, KEYPAD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
Changes = Mapping[str, object]

NEXT, PREVIOUS = {"piece": 1}, {"piece": -1}
SENTENCE, SHORT, LONGER = {"level": "sentence"}, {"level": "short"}, {"level": "longer"}
HELP = {"text": "How to use this reader", "part": -1, "piece": -1}
JUMP = "Ctrl+T Tab Return "

TABLE: dict[str, tuple[Changes, Changes]] = {
    "Space": (NEXT, {"voice": "paused"}),
    "Return": (NEXT, NEXT),
    "Right": (NEXT, NEXT),
    "PgDown": (NEXT, NEXT),
    "Shift+Space": (PREVIOUS, {"heard": -1}),
    "Left": (PREVIOUS, PREVIOUS),
    "PgUp": (PREVIOUS, PREVIOUS),
    "Down": ({}, {}),
    "Up": ({}, {}),
    "Ctrl+Space": ({"voice": "on"}, {"voice": "paused"}),
    "Media Play": ({"voice": "on"}, {"voice": "paused"}),
    "Ctrl+Right Ctrl+Left": ({"part": -1}, {"sentence": -1}),
    "Ctrl+Right": ({"part": 1, "piece": -1}, {"sentence": 1, "heard": -1}),
    "Media Next": ({"part": 1, "piece": -1}, {"sentence": 1, "heard": -1}),
    "Media Previous": ({"piece": -1}, {"piece": -1, "sentence": 3, "heard": -1}),
    "Ctrl+Shift+Left": ({}, {"heard": -1}),
    "Media Stop": ({}, {"voice": "off"}),
    "Ctrl+Up": ({}, {"volume": 0.05}),
    "Ctrl+Down": ({}, {"volume": -0.05}),
    "Shift+Return": ({"open": "Words of this piece"}, {"open": "Words of this piece", "voice": "paused"}),
    "Ctrl+I Esc": ({"open": ""}, {"voice": "off"}),
    "Ctrl+B": ({"bookmarks": 1}, {"bookmarks": 1}),
    "Ctrl+B Ctrl+Z": ({"bookmarks": -1}, {"bookmarks": -1}),
    JUMP + "Alt+Left": ({"part": -1, "piece": 1}, {"part": -1, "piece": 1}),
    "Ctrl+F": ({"page": "find"}, {"page": "find"}),
    "Ctrl+Shift+F": ({"page": "search"}, {"page": "search"}),
    "Ctrl+Shift+V": ({}, {}),  # nothing was copied
    "Ctrl+R": ({}, {}),
    "Ctrl+I": ({"open": "Where am I"}, {"open": "Where am I"}),
    "Ctrl+T": ({"page": "contents"}, {"page": "contents"}),
    "Ctrl+K": ({"piece": 1}, {"piece": 1, "voice": "off"}),
    "Ctrl+G": ({"hands free": 1}, {}),
    "F8": ({"page": "rest"}, {"page": "rest", "voice": "off"}),
    "Ctrl+E": ({"page": "eyes closed", "voice": "on"}, {"page": "eyes closed"}),
    # The word that is heard begins anew, at the slower pace of this answer.
    "Ctrl+1": (SENTENCE, SENTENCE | {"heard": -0.31}),
    "Ctrl+3 Ctrl+2": (SHORT, SHORT),
    "Ctrl+3": (LONGER, LONGER),
    "Ctrl++": ({"size": 2}, {"size": 2}),
    "Ctrl+-": ({"size": -2}, {"size": -2}),
    "Ctrl++ Ctrl+0": ({"size": -2}, {"size": -2}),
    "F9": ({"dimmer": 1}, {"dimmer": 1}),
    "F9 Shift+F9": ({"dimmer": -1}, {"dimmer": -1}),
    "F1": (HELP, HELP | {"voice": "off"}),
    "F7": ({"caret": 1}, {"caret": 1}),
    "F10": ({"page": "menu"}, {"page": "menu"}),
    "F11": ({"full screen": 1}, {"full screen": 1}),
    "Ctrl+O": ({"page": "open"}, {"page": "open"}),
}
"""The last key of each row, and what it changes of what is seen: silent, and while the voice is on.

Numbers are differences. One second of the first sentence has been heard.
"""


def presses(keys: str) -> list[str]:
    """Return one key after another; those of the media keys have names of two words."""
    return [keys] if keys.startswith("Media") else keys.split(" ")


def key_event(name: str) -> QKeyEvent:
    """Return the press of a key, named as Qt names it."""
    pressed = QKeySequence(name)[0]
    return QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())


def seen(person: Any) -> dict[str, object]:
    """Return what a person could see and hear now."""
    sessions, page = person.sessions, person.window.reading
    reading, settings = sessions.reading, sessions.preferences.settings
    # Counted in short pieces, whatever the level is: a level leaves the place as it was.
    pieces = chunks(reading.document, Level.SHORT)
    piece = pieces[pieces.index_of(reading.place)]
    sentences = [sentence.strip() for sentence in piece.sentences]
    return {
        "page": person.page,
        "text": reading.document.title,
        "part": piece.part,
        "piece": piece.index - next(other.index for other in pieces if other.part == piece.part),
        "voice": "on" if sessions.listening.speaking else "paused" if sessions.listening.active else "off",
        "sentence": sentences.index(person.marked.strip()) if person.marked else 0,
        "heard": person.sound.position(),
        "volume": round(settings.volume, 2),
        "level": settings.level,
        "size": settings.size,
        "dimmer": settings.dimmer,
        "bookmarks": len(sessions.bookmarks.items()),
        "hands free": sessions.hands_free.on,
        "open": person.focused if page.popover.isVisible() else "",
        "caret": page.view.caret,
        "full screen": person.window.isFullScreen(),
    }


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, object]:
    """Return what is different: numbers as differences, words as they are now."""
    return {
        name: value if isinstance(value, str) else round(value - before[name], 2)
        for name, value in after.items()
        if value != before[name]
    }


@pytest.fixture
def at_work(reader: Any) -> Any:
    """Return a person on the second piece of the first part, where each key has something to do."""
    reader.press("Ctrl+Right", "Space")
    return reader


@pytest.mark.parametrize("voice", ["silent", "on"])
@pytest.mark.parametrize("keys", TABLE)
def test_a_key_does_what_the_table_says_and_nothing_else(at_work: Any, keys: str, voice: str) -> None:
    if voice == "on":
        at_work.press("Ctrl+Space")
        at_work.sound.reach(1.0)
    *first, last = presses(keys)
    at_work.press(*first)
    before = seen(at_work)
    at_work.press(last)
    assert changes(before, seen(at_work)) == TABLE[keys][voice == "on"]


def test_the_table_above_has_every_command_that_has_a_key() -> None:
    known = Keys(COMMANDS)
    pressed = {known.command_of(key_event(presses(keys)[-1])).name for keys in TABLE}
    assert pressed == {command.name for command in COMMANDS if command.keys}


EVERY_KEY = [presses(keys)[-1] for keys in TABLE if keys not in ("F11", "Media Play")]


@pytest.mark.parametrize("key", EVERY_KEY)
def test_with_no_text_open_a_key_asks_for_one_or_does_nothing(person: Any, key: str) -> None:
    person.press("Esc")
    person.press(key if key != "Space" else "F9")
    assert person.window.page in {"library", "menu", "open", "reading", "rest", "search"}
    assert (person.window.page == "reading") == bool(person.sessions.reading.chunks)
    assert not person.sessions.listening.active


@pytest.mark.parametrize("page", ["library", "menu", "contents", "find", "around", "text and light"])
@pytest.mark.parametrize("key", ["Ctrl+B", "Ctrl+Left", "Ctrl+Right", "Right", "PgDown"])
def test_keys_about_the_piece_do_nothing_where_no_piece_is_seen(at_work: Any, page: str, key: str) -> None:
    at_work.window.show(page)
    before = seen(at_work)
    at_work.press(key)
    assert changes(before, seen(at_work)) == {}


@pytest.mark.parametrize(
    ("key", "modifiers", "letters", "written"),
    [
        (Qt.Key.Key_Enter, KEYPAD, "\r", "Enter"),
        (Qt.Key.Key_Enter, KEYPAD | SHIFT, "\r", "Shift+Enter"),
        (Qt.Key.Key_Left, KEYPAD, "", "Left"),
        (Qt.Key.Key_PageDown, KEYPAD, "", "Page Down"),
        (Qt.Key.Key_B, CTRL, "\x02", "Ctrl+B"),
        (Qt.Key.Key_Plus, CTRL, "+", "Ctrl++"),
        (Qt.Key.Key_Plus, CTRL | SHIFT, "+", "Ctrl++"),
        (Qt.Key.Key_Plus, CTRL | KEYPAD, "+", "Ctrl++"),
        (Qt.Key.Key_Equal, CTRL, "=", "Ctrl++"),
        (Qt.Key.Key_Underscore, CTRL | SHIFT, "_", "Ctrl+-"),
        (Qt.Key.Key_1, CTRL | SHIFT, "1", "Ctrl+1"),
        (Qt.Key.Key_0, CTRL | KEYPAD, "0", "Ctrl+0"),
        (Qt.Key.Key_MediaTogglePlayPause, PLAIN, "", "media Play"),
        (Qt.Key.Key_MediaPause, PLAIN, "", "media Play"),
    ],
)
def test_a_key_is_known_wherever_a_keyboard_has_it(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, letters: str, written: str
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, letters)
    assert spelt(event) == written
    assert Keys(COMMANDS).command_of(event) is not None


def test_a_key_that_a_person_has_moved_does_the_same_work(person: Any) -> None:
    person.close()
    person.folders.settings.parent.mkdir(exist_ok=True)
    person.folders.settings.write_text('{"keys": {"F9": "F2", "F6": "F3"}}')
    person.open()
    assert person.quiet == "Some keys in your settings did not fit, so they are as usual: F6."
    person.press("F9")
    assert person.sessions.preferences.settings.dimmer == 0
    person.press("F2")
    assert person.sessions.preferences.settings.dimmer == 1
    person.come_back()
    person.press("F2")
    assert person.sessions.preferences.settings.dimmer == 2, "the moved key outlives a change of settings"
