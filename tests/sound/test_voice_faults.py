"""Whatever goes wrong with the voice, what is heard goes on or one calm sentence says why not."""

import os
import shutil
import signal
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from reader.session.playback import END_OF_PART, PREPARING
from reader.speech.engines import SYSTEM_INSTEAD
from reader.speech.worker import STOPPED, TOO_SLOW
from tests.sound.person import RATES
from tests.sound.pulse import played

FIRST = "With this illness people rest."
TEXT = f"{FIRST} This is short. Rest well."
SPEED = 1.5
"""Nobody has to understand it here."""

LIMIT = 3.0
"""Seconds that a voice may take here, its start on a busy machine included; in the app they are ten."""


@pytest.mark.parametrize("voice", RATES)
def test_a_voice_killed_before_its_sound_is_there_again_at_the_next_try(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    plug_in("killed")
    recording = record("killed")
    person = listens(TEXT, speed=SPEED)
    person.does("warm")
    pid = person.sees("voice")["pid"]
    os.kill(pid, signal.SIGSTOP)
    person.does("toggle")
    # By then the question has reached the voice; one that ends before is replaced without a word.
    person.sees("said", words=PREPARING)
    os.kill(pid, signal.SIGKILL)
    person.sees("said", words=STOPPED)
    person.sees("changed", state="silent")
    assert recording.loud_seconds() == 0
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    assert recording.loud_seconds() > 1


@pytest.mark.parametrize(
    "moment",
    [("playing", {}), ("marked", {"word": "illness"}), ("passed", {"sentence": FIRST})],
    ids=["at its first sound", "in its middle", "between two sentences"],
)
def test_a_voice_killed_while_it_is_heard_is_not_missed(
    plug_in: Callable[..., Any],
    record: Callable[..., Any],
    listens: Callable[..., Any],
    moment: tuple[str, dict[str, str]],
) -> None:
    plug_in("struck")
    recording = record("struck")
    person = listens(TEXT, speed=SPEED)
    person.does("warm")
    pid = person.sees("voice")["pid"]
    person.does("toggle")
    event, what = moment
    person.sees(event, **what)
    os.kill(pid, signal.SIGKILL)
    softly = -1
    if person.hears(STOPPED, END_OF_PART) == STOPPED:
        # It was killed while the next sentence was waited for. A short one that begins softly is less like
        # itself.
        softly = len(person.all("playing"))
        person.does("toggle")
        person.sees("said", words=END_OF_PART)
    recording.wait(0.5)
    sounds = [played(told) for told in person.all("playing")]
    heard = [recording.find(sound) for sound in sounds][-3:]
    numbers = range(len(sounds))[-3:]
    like = [0.4 if number == softly else 0.8 for number in numbers]
    assert all(match.correlation >= least for match, least in zip(heard, like, strict=True))
    assert heard == sorted(heard, key=lambda match: match.second)


def test_a_voice_that_hangs_is_ended_and_the_next_try_is_heard(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    plug_in("hung")
    recording = record("hung")
    person = listens(TEXT, speed=SPEED, limit=LIMIT)
    person.does("warm")
    os.kill(person.sees("voice")["pid"], signal.SIGSTOP)
    person.does("toggle")
    person.sees("said", words=TOO_SLOW)
    assert recording.loud_seconds() == 0
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    assert recording.loud_seconds() > 1


def without_model(package: Path) -> None:
    (package / "assets" / "hibari.onnx").unlink()


def with_half_a_model(package: Path) -> None:
    model = package / "assets" / "hibari.onnx"
    whole = model.read_bytes()
    model.unlink()
    model.write_bytes(whole[: len(whole) // 2])


def without_package(package: Path) -> None:
    shutil.rmtree(package)
    package.with_suffix(".py").write_text("raise ImportError('not installed here')")


@pytest.mark.parametrize("harm", [without_model, with_half_a_model, without_package])
def test_where_the_natural_voice_cannot_speak_the_computers_does_and_one_sentence_says_so(
    plug_in: Callable[..., Any],
    record: Callable[..., Any],
    listens: Callable[..., Any],
    tmp_path: Path,
    harm: Callable[[Path], None],
) -> None:
    plug_in("harmed")
    recording = record("harmed")
    found = find_spec("hibari")
    assert found is not None
    assert found.origin is not None
    copy = tmp_path / "packages" / "hibari"
    shutil.copytree(Path(found.origin).parent, copy, copy_function=os.symlink)
    harm(copy)
    person = listens(TEXT, speed=SPEED, PYTHONPATH=str(copy.parent))
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    assert recording.loud_seconds() > 1
    assert [told["words"] for told in person.all("said")].count(SYSTEM_INSTEAD) == 1
    assert {told["rate"] for told in person.all("playing")} == {RATES["system"]}


@pytest.mark.parametrize("voice", ["system"])
def test_without_a_speech_library_the_packaged_one_speaks(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any], tmp_path: Path
) -> None:
    plug_in("speechless")
    recording = record("speechless")
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    for name in ("libespeak-ng.so.1", "libespeak.so.1"):
        (libraries / name).write_text("no library")
    person = listens(TEXT, speed=SPEED, LD_LIBRARY_PATH=str(libraries))
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    assert recording.loud_seconds() > 1
