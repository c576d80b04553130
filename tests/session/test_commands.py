"""The table of commands: every row does what it says, with the voice and without it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.assembly.assembling import assemble
from reader.model.settings import Settings
from reader.session.command import Command, Sessions
from reader.session.commands import COMMANDS, run
from reader.session.copying import Copied
from reader.store.folders import Folders

NAMED = {command.name: command for command in COMMANDS}
READING_KEYS = {"slower again", "space", "next", "again", "previous", "back", "forward", "words"}
READING_KEYS |= {"focus on", "focus back"}


class Recorder:
    """A screen that only remembers what it was asked to do."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def in_sight(self) -> str:
        return "Some words."

    def has_more(self) -> bool:
        return False

    def copied(self) -> Copied:
        self.asked.append(("copied",))
        return Copied()

    def close_popover(self) -> bool:
        return False

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *words: self.asked.append((name, *words))


class Story:
    """One at the keys, with an article open in the middle of its second part."""

    def __init__(self, do: Sessions) -> None:
        self.do = do
        self.screen: Any = Recorder()
        self.do.opening.open_text("low-level-activation")
        self.do.reading.open_part(1)
        self.do.reading.next()

    def press(self, name: str) -> None:
        run(NAMED[name], self.do, self.screen)

    @property
    def state(self) -> str:
        listening = self.do.listening
        return "on" if listening.speaking else "paused" if listening.active else "silent"


@pytest.fixture
def story(tmp_path: Path, clock: Any, person: Any) -> Iterator[Story]:
    """Return the story; voice and loudspeaker are those of the listening stories."""
    person.voice.close = lambda: None
    do = assemble(Folders(tmp_path / "data", tmp_path / "config"), clock, person.voice, person.sound)
    yield Story(do)
    do.leave()


def every(wanted: Callable[[Command], bool] = lambda _command: True) -> Any:
    return pytest.mark.parametrize("name", [command.name for command in COMMANDS if wanted(command)])


@every()
def test_every_row_resolves_silent_speaking_and_paused(story: Story, name: str) -> None:
    story.press(name)
    story.do.listening.listen()
    story.press(name)
    story.do.listening.listen()
    story.do.listening.pause()
    story.press(name)


def test_every_name_and_every_key_stands_once() -> None:
    assert len(NAMED) == len(COMMANDS)
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


@every()
def test_same_means_the_very_same(name: str) -> None:
    command = NAMED[name]
    assert (command.speaking == "same") == (command.act is command.act_speaking)
    assert command.silent


@every(lambda command: command.silent == "–")
def test_a_dash_means_nothing_while_silent(story: Story, name: str) -> None:
    before = story.do.preferences.settings, story.do.reading.place, story.state
    story.press(name)
    assert (story.do.preferences.settings, story.do.reading.place, story.state) == before
    assert story.screen.asked == []


def test_only_reading_keys_are_kept_from_focused_buttons() -> None:
    assert {command.name for command in COMMANDS if command.of_text} == READING_KEYS


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("space", ("forward",)),
        ("next", ("forward",)),
        ("again", ("back",)),
        ("previous", ("back",)),
        ("words", ("toggle_words",)),
        ("focus on", ("step_focus", 1)),
        ("focus back", ("step_focus", -1)),
        ("escape", ("close_open",)),
        ("return", ("show_text",)),
        ("where", ("toggle_where",)),
        ("help", ("show_help",)),
        ("caret", ("toggle_caret",)),
        ("full screen", ("toggle_full_screen",)),
        ("back out", ("close_open",)),
        *((page, ("show", page)) for page in ("find", "contents", "menu", "library", "places", "open")),
        *((page, ("show", page)) for page in ("bookmarks", "around", "text and light", "voice")),
    ],
)
def test_what_the_screen_is_asked_while_silent(story: Story, name: str, asked: tuple[str, ...]) -> None:
    story.press(name)
    assert story.screen.asked == [asked]
    assert story.state == "silent"


@pytest.mark.parametrize(
    ("name", "state", "asked"),
    [
        ("space", "paused", []),
        ("listen", "paused", []),
        ("escape", "silent", []),
        ("words", "paused", [("toggle_words",)]),
        ("next", "on", [("forward",)]),
        ("previous", "on", [("back",)]),
        ("focus on", "on", []),
        ("focus back", "on", []),
        ("go on by itself", "on", []),
        ("again", "on", []),
        ("back", "on", []),
        ("forward", "on", []),
    ],
)
def test_what_the_keys_mean_while_the_voice_is_on(
    story: Story, name: str, state: str, asked: list[tuple[str, ...]]
) -> None:
    story.do.listening.listen()
    story.press(name)
    assert (story.state, story.screen.asked) == (state, asked)


@pytest.mark.parametrize(
    ("name", "setting", "value"),
    [
        ("sentence", "level", "sentence"),
        ("longer", "level", "longer"),
        ("bigger", "size", 22),
        ("smaller", "size", 18),
    ],
)
def test_settings_have_keys(story: Story, name: str, setting: str, value: object) -> None:
    story.press(name)
    assert getattr(story.do.preferences.settings, setting) == value
    story.press("undo")
    assert story.do.preferences.settings == Settings()


def test_louder_and_softer_are_about_the_voice_that_is_on(story: Story) -> None:
    story.press("listen")
    story.press("louder")
    assert story.do.preferences.settings.volume == 0.65
    story.press("softer")
    assert story.do.preferences.settings.volume == 0.6


def test_a_bookmark_and_undo(story: Story) -> None:
    story.press("bookmark")
    assert len(story.do.bookmarks.items()) == 1
    story.press("undo")
    assert story.do.bookmarks.items() == ()


def test_go_on_by_itself_shows_the_text_and_begins_with_it(story: Story) -> None:
    story.press("go on by itself")
    assert story.screen.asked == [("show_text",)]
    assert story.do.hands_free.on


def test_while_the_voice_is_on_it_goes_on_by_itself_already(story: Story) -> None:
    story.do.listening.listen()
    story.press("go on by itself")
    assert story.do.notices.text == "The voice goes on by itself. Space pauses it, or goes on."
    assert not story.do.hands_free.on


def test_parts_by_key_and_return(story: Story) -> None:
    story.press("forward")
    assert story.do.reading.part.number == 2
    story.press("back")
    assert story.do.reading.part.number == 1
    story.press("return")
    assert story.do.reading.part.number == 0, "where the jump of the beginning came from"


def test_esc_closes_or_stops_one_thing_at_a_time(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    do, screen = story.do, story.screen
    going = {
        "an example of a voice": (do.saying, "hush"),
        "a popover": (screen, "close_popover"),
        "a text that opens": (do.opening, "stop"),
        "the page it was chosen on": (screen, "close_open"),
        "files that are added": (do.taking_in, "stop"),
        "the rest of a long book": (do.reading, "do_without_rest"),
    }
    for name, (owner, method) in going.items():
        monkeypatch.setattr(owner, method, lambda name=name: going.pop(name, None) is not None, raising=False)
    names = list(going)
    for number in range(len(names)):
        story.press("escape")
        assert list(going) == names[number + 1 :]


def test_the_next_action_takes_the_message_away(story: Story) -> None:
    story.press("bookmark")
    assert story.do.notices.message
    story.press("menu")
    assert story.do.notices.message == ""
