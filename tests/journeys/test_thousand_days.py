"""A thousand days: the reader never raises anything by itself, offers no more, and names no gap (R30)."""

import random
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from reader.assembly.assembling import assemble
from reader.model.level import Level
from reader.model.settings import LIMITS, Settings
from reader.session import commands
from reader.speech.voice import Failed, Ready
from reader.store.folders import Folders
from tests.house.test_words_on_screen import faults
from tests.journeys.conftest import SilentSound, SilentVoice

DAYS, DAY = 1000, 86_400
LIGHTEST, DARKEST = 0, 3
"""How far the dimmer goes in the only themes of these days."""

READS = (
    "space", "next", "next", "next", "again", "previous", "forward", "back", "listen", "listen", "escape",
    "slower again", "bookmark", "return", "where", "words", "key points", "go on by itself", "references",
    "focus on", "focus back",
)  # fmt: skip
"""Commands that read, listen or look about: none of them may change a setting."""

SETS = {
    "sentence": {"level", "presets", "speed", "gap", "long_sentences"},
    "short": {"level", "presets", "speed", "gap", "long_sentences"},
    "longer": {"level", "presets", "speed", "gap", "long_sentences"},
    "bigger": {"size"},
    "smaller": {"size"},
    "usual": {"size"},
    "dimmer": {"dimmer", "theme"},
    "brighter": {"dimmer", "theme"},
    "louder": {"volume"},
    "softer": {"volume"},
}
"""Commands that set something, and the settings that each of them is about."""

GAP = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|a few|several|many) (days?|weeks?|months?)\b", re.I
)


class ListeningVoice(SilentVoice):
    """A voice that remembers how fast it was asked to read."""

    def __init__(self) -> None:
        super().__init__()
        self.speeds: list[float] = []

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        self.speeds.append(speed)
        super().synthesise(text, speed, ready, failed)


class LoudSound(SilentSound):
    """A loudspeaker that remembers the loudest it was told to be."""

    def __init__(self) -> None:
        super().__init__()
        self.loudest = 0.0

    def set_volume(self, volume: float) -> None:
        self.loudest = max(self.loudest, volume)


class Life:
    """Somebody with the window open or closed; also their screen, which shows all of a piece at once."""

    def __init__(self, home: Path, clock: Any) -> None:
        self.clock = clock
        self._folders = Folders(home / "data", home / "config")
        self.open()

    def open(self) -> None:
        self.voice, self.sound = ListeningVoice(), LoudSound()
        self.do = assemble(self._folders, self.clock, self.voice, self.sound)
        self.do.preferences.know_themes(lambda _: DARKEST, lambda theme: theme == "night")
        self.do.preferences.changed.connect(lambda new: self.do.reading.set_level(Level(new.level)))
        self.said: list[str] = []
        self.do.notices.changed.connect(lambda: self.said.append(self.do.notices.text))
        self._commands = {command.name: command for command in self.do.commands}

    def run(self, name: str) -> None:
        commands.run(self._commands[name], self.do, self)

    @property
    def settings(self) -> Settings:
        return self.do.preferences.settings

    # What a command may ask of the screen

    def forward(self) -> None:
        self.do.reading.next()

    def back(self) -> None:
        self.do.reading.previous()

    read_on = forward

    def step_focus(self, steps: int) -> None:
        (self.forward if steps > 0 else self.back)()

    def in_sight(self) -> str:
        return str(self.do.reading.chunk.text)

    def has_more(self) -> bool:
        return False

    def show(self, page: str) -> None:
        """Every page is the same here."""

    close_popover = close_open = toggle_words = toggle_where = show_text = lambda self: None


def a_day(life: Life, chance: random.Random) -> None:
    """Read, listen, rest and leave as the day allows, and hold each moment of it."""
    do = life.do
    rows = do.library.rows()
    begin: Sequence[Callable[[], object]] = (
        lambda: do.opening.open_text(chance.choice(rows).id),
        lambda: do.opening.carry_on(do.library.last()) if do.library.last() else None,
        lambda: do.opening.remind(do.library.last()) if do.library.last() else None,
        lambda: do.reading.chunks,
    )
    if not do.reading.chunks or chance.random() < 0.2:
        unchanged(life, chance.choice(begin))
    if not do.reading.chunks:
        return
    for _ in range(chance.randrange(8)):
        unchanged(life, lambda: life.run(chance.choice(READS)))
        unchanged(life, lambda: life.clock.advance(chance.choice((0.5, 4, 20, 90))))
        unchanged(life, life.sound.end if do.listening.speaking else life.sound.stop)
    if chance.random() < 0.3:
        set_something(life, chance)
    if chance.random() < 0.3:
        unchanged(life, lambda: rest(life, chance))


def unchanged(life: Life, act: Callable[[], object]) -> None:
    """Do something, and hold that no setting has changed by it."""
    before = life.settings
    act()
    assert life.settings == before


def set_something(life: Life, chance: random.Random) -> None:
    """Change one thing, and hold that nothing else has changed with it; only Brighter brings light."""
    before, name = life.settings, chance.choice(list(SETS))
    life.run(name)
    changed = {each for each in LIMITS if getattr(life.settings, each) != getattr(before, each)}
    assert changed <= SETS[name]
    assert name == "brighter" or not changed & {"dimmer", "theme"} or light(life.settings) < light(before)


def light(settings: Settings) -> float:
    """Return how light it is, in steps: night is darker than the darkest paper."""
    return -settings.dimmer - (DARKEST + 1) * (settings.theme == "night")


def rest(life: Life, chance: random.Random) -> None:
    life.do.resting.begin()
    life.clock.advance(chance.randrange(7200))
    life.do.resting.end()


def night(life: Life, chance: random.Random) -> None:
    """Let hours or weeks pass, with the window open or closed."""
    before, closes = life.settings, chance.random() < 0.05
    if closes:
        life.do.leave()
    life.clock.advance(DAY * chance.choice((0.3, 1, 1, 1, 3, 30)))
    if closes:
        life.open()
    assert life.settings == before


def offered(life: Life) -> list[Any]:
    """Return what the library and the keys offer: how many texts, of how many parts, and each command."""
    rows = [(row.id, re.findall(r"\d+ parts", row.line)) for row in life.do.library.rows()]
    return [sorted(rows), [command.name for command in life.do.commands]]


@pytest.fixture
def home_in_memory(home: Path) -> Iterator[Path]:
    """Return a home that writes quickly where there is one: this is not about the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else home) as folder:
        yield Path(folder)


def test_nothing_rises_by_itself_in_a_thousand_days(home_in_memory: Path, clock: Any) -> None:
    chance, life = random.Random(1), Life(home_in_memory, clock)
    at_first = offered(life)
    for _ in range(DAYS):
        fastest, loudest = life.settings.speed, life.settings.volume
        life.voice.speeds.clear()
        life.said.clear()
        a_day(life, chance)
        fastest, loudest = max(fastest, life.settings.speed), max(loudest, life.settings.volume)
        assert max(life.voice.speeds, default=0) <= fastest
        assert life.sound.loudest <= loudest
        life.sound.loudest = 0.0
        assert life.do.reading.level == life.settings.level
        assert offered(life) == at_first
        # What is quoted are the author's words.
        said = [re.sub("“.*”", "…", text) for text in life.said]
        assert [fault for text in said for fault in faults(text)] == []
        assert [text for text in said if GAP.search(text)] == []
        night(life, chance)
    life.do.leave()
