"""The power goes, or the window is killed: nothing that is older than two seconds is lost (R16)."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from reader.store.bookmarks import BookmarkStore
from reader.store.database import opened
from reader.store.folders import Folders
from reader.store.library import RecordStore
from reader.store.settings import SettingsFile

RESTLESS = Path(__file__).with_name("restless.py")
ROOT = Path(__file__).parents[2]
SAFE_AFTER = 2.0
KINDS = ("place", "bookmarks", "settings")
State = dict[str, Any]


@contextmanager
def restless(home: Path, seed: str) -> Iterator[subprocess.Popen[str]]:
    """Start someone who does things at random, and let nobody outlive the test."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(RESTLESS), str(home), seed]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as person:
        try:
            yield person
        finally:
            person.kill()


def said(person: subprocess.Popen[str]) -> Any:
    assert person.stdout is not None
    line = person.stdout.readline()
    assert line, f"the window ended by itself with {person.wait()}"
    return json.loads(line)


def lived(home: Path, seed: str) -> tuple[list[Any], float]:
    """Let someone do a few things and kill them 0 to 3 s later; return their lines, and when that was."""
    chance = random.Random(seed)
    with restless(home, seed) as person:
        lines = [said(person) for _ in range(1 + 2 * chance.randrange(1, 6))]
        try:
            pytest.fail(f"the window ended by itself with {person.wait(chance.uniform(0, 3))}")
        except subprocess.TimeoutExpired:
            killed = time.monotonic()
        person.kill()
        assert person.stdout is not None
        # The last line may be cut off in the middle.
        rest = person.stdout.read().rpartition("\n")[0].splitlines()
    return [*lines, *map(json.loads, rest)], killed


def found(home: Path) -> State:
    """Return what the disk holds."""
    folders = Folders(home / "data", home / "config")
    settings, about_settings = SettingsFile(folders.settings).load()
    database, about_database = opened(folders.database)
    last = RecordStore(database).last()
    marks = BookmarkStore(database).all()
    database.close()
    assert (about_settings, about_database) == ("", "")
    return {
        "place": last and [last.document, last.place.block, last.place.offset],
        "bookmarks": [[mark.document, mark.place.block, mark.name] for mark in marks],
        "settings": asdict(settings),
    }


def killed_again_and_again(home: Path, seeds: list[str]) -> None:
    """Kill the window once a seed, always on the same home, and look each time what is left."""
    before: State = {}
    for seed in seeds:
        lines, killed = lived(home, seed)
        states = [line for line in lines if line != "doing"]
        assert {kind: states[0][kind] for kind in before} == before, f"seed {seed}: opened elsewhere"
        old = [at for at, state in enumerate(states) if state["at"] <= killed - SAFE_AFTER]
        good = states[old[-1] if old else 0 :]
        before = found(home)
        for kind in KINDS:
            unheard = kind == "bookmarks" and lines[-1] == "doing"
            young = kind == "place" and not old and before[kind] is None
            kept = unheard or young or before[kind] in [state[kind] for state in good]
            assert kept, f"seed {seed}: {kind} {before[kind]} after {states}, killed at {killed}"
        if before["place"] is None:
            before = {}


def kill(tmp_path: Path, homes: int, times: int) -> None:
    """Kill so many windows in so many homes at the same time."""
    seed = os.environ.get("GENTLE_SEED") or str(random.randrange(10**6))
    sys.stdout.write(f"GENTLE_SEED={seed} brings the same lives again\n")
    stories = [
        (tmp_path / f"home {home}", [f"{seed}-{home}-{number}" for number in range(times)])
        for home in range(homes)
    ]
    with ThreadPoolExecutor(homes) as pool:
        for story in [pool.submit(killed_again_and_again, *story) for story in stories]:
            story.result()


def test_five_kills_lose_nothing_that_is_older_than_two_seconds(tmp_path: Path) -> None:
    kill(tmp_path, homes=2, times=2)
    kill(tmp_path / "one more", homes=1, times=1)


@pytest.mark.long
def test_a_hundred_kills_lose_nothing_that_is_older_than_two_seconds(tmp_path: Path) -> None:
    kill(tmp_path, homes=4, times=25)
