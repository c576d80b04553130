"""A private sound system for each test: devices without a loudspeaker, recorders, and someone who listens."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from ctypes.util import find_library
from pathlib import Path
from typing import Any

import pytest

from tests.sound import pulse
from tests.sound.person import RATES, Person
from tests.sound.pulse import Recording, SoundSystem

NEEDED = {
    "pulseaudio": ("the program pulseaudio (Debian: pulseaudio)", lambda: shutil.which("pulseaudio")),
    "parec": ("the program parec (Debian: pulseaudio-utils)", lambda: shutil.which("parec")),
    "pulse": ("the library libpulse (Debian: libpulse0)", lambda: find_library("pulse")),
    "espeak": ("an eSpeak library (Debian: libespeak-ng1)", lambda: find_library("espeak-ng")),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, and skip it, with the reason, where real sound cannot be had."""
    missing = [words for words, is_there in NEEDED.values() if not is_there()]
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.sound)
            if missing:
                item.add_marker(pytest.mark.skip(reason=f"no real sound without {', '.join(missing)}"))


@pytest.fixture
def voice() -> str:
    """Return the voice that is listened to; a test may ask for "system" instead."""
    return "natural"


@pytest.fixture
def sound_system(tmp_path_factory: pytest.TempPathFactory, voice: str) -> Iterator[SoundSystem]:
    """Return a sound system without any device; it ends with the test."""
    with pulse.sound_system(tmp_path_factory.mktemp("pulse"), RATES[voice]) as system:
        yield system


@pytest.fixture
def plug_in(sound_system: SoundSystem) -> Callable[[str], Callable[[], object]]:
    """Return how to plug a device in by name; that returns how to pull it out. The first is the default."""
    return sound_system.plug_in


@pytest.fixture
def record(sound_system: SoundSystem) -> Iterator[Callable[[str], Recording]]:
    """Return how to record what arrives at a device."""
    with ExitStack() as ending:

        def start(device: str) -> Recording:
            made = Recording(sound_system, device)
            ending.callback(made.end)
            return made

        yield start


@pytest.fixture
def listens(sound_system: SoundSystem, voice: str, tmp_path: Path) -> Iterator[Callable[..., Person]]:
    """Return how to let a person listen to a text, at a speed; `limit` is how long the voice may take."""
    with ExitStack() as ending:

        def start(text: str, *, speed: float = 1.0, limit: float = 0.0, **environment: Any) -> Person:
            made = Person(sound_system.environment | environment, tmp_path, text, voice=voice, limit=limit)
            ending.callback(made.end)
            made.does("speed", str(speed))
            return made

        yield start
