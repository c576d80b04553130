"""Whatever goes wrong with a device or what plays, one calm sentence says so, and the next try is heard."""

import os
import signal
import threading
from collections.abc import Callable
from typing import Any

import pytest

from reader.session.playback import END_OF_PART, LOST
from reader.ui.sound import NOT_PLAYED
from tests.sound.pulse import SILENCE

AWAY = 5
"""Seconds after which Qt gives a sound system up for good; after two it still finds it again."""

TEXT = "With this illness people rest. Rest well."


def test_headphones_pulled_out_pause_the_voice_and_it_does_not_go_on_through_the_speakers(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    pull_out = plug_in("headphones")
    plug_in("speakers")
    speakers = record("speakers")
    person = listens(TEXT, speed=1.5)
    person.does("toggle")
    person.sees("marked", word="illness")
    assert speakers.loud_seconds() == 0
    pull_out()
    person.sees("said", words=LOST)
    speakers.wait(2.0)
    # PulseAudio itself hands the sound over to the speakers, and tells afterwards: 0 to 5 ms were measured.
    assert speakers.loud_seconds() < 0.05
    assert person.all("changed")[-1]["state"] == "paused"
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    assert speakers.loud_seconds() > 1


def test_without_a_device_reading_goes_on_and_the_next_try_is_heard(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    person = listens(TEXT, speed=1.5)
    person.does("toggle")
    person.sees("said", words=NOT_PLAYED)
    person.sees("changed", state="silent")
    plug_in("found")
    recording = record("found")
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    assert recording.loud_seconds() > 1


def test_a_sound_system_that_is_gone_ends_nothing_and_is_heard_again_when_it_is_back(
    sound_system: Any, plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    plug_in("before")
    record("before")
    person = listens(TEXT, speed=1.5)
    person.does("toggle")
    person.sees("marked", word="illness")
    sound_system.end(signal.SIGKILL)
    person.sees("said", words=LOST)
    assert person.all("changed")[-1]["state"] == "paused"
    person.does("toggle")
    person.sees("said", words=NOT_PLAYED)
    sound_system.start()
    plug_in("after")
    recording = record("after")
    person.does("toggle")
    person.sees("marked", word="illness")
    person.sees("said", words=END_OF_PART)
    assert recording.loud_seconds() > 1


def test_a_sound_system_that_was_away_in_a_silence_is_not_missed(
    sound_system: Any, plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any]
) -> None:
    plug_in("before")
    record("before")
    person = listens(TEXT, speed=1.5)
    person.does("toggle")
    person.sees("marked", word="illness")
    person.does("stop")
    sound_system.end(signal.SIGKILL)
    away = threading.Event()
    away.wait(AWAY)
    sound_system.start()
    plug_in("after")
    recording = record("after")
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    assert recording.loud_seconds() > 1


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGABRT, signal.SIGSTOP])
def test_a_loudspeaker_that_dies_or_hangs_pauses_the_voice_and_is_there_again_at_the_next_try(
    plug_in: Callable[..., Any], record: Callable[..., Any], listens: Callable[..., Any], blow: signal.Signals
) -> None:
    plug_in("struck")
    recording = record("struck")
    person = listens(TEXT, speed=1.5)
    person.does("toggle")
    person.sees("marked", word="illness")
    person.does("find-loudspeaker")
    os.kill(person.all("loudspeaker")[-1]["pid"], blow)
    person.sees("said", words=LOST)
    lost = recording.seconds
    assert person.all("changed")[-1]["state"] == "paused"
    person.does("toggle")
    person.sees("said", words=END_OF_PART)
    assert recording.loudest(lost) > SILENCE
