"""The real app as its own process, heard from outside."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tree.bus import Bus
from tests.tree.outside import Outside

ROOT = Path(__file__).parents[2]


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., Outside]]:
    """Return a function that starts the app, with more variables of its environment, and meets its window."""
    session = Bus(os.environ["DBUS_SESSION_BUS_ADDRESS"])
    outside = Outside(session)
    started: list[subprocess.Popen[bytes]] = []

    def start_app(**environment: str) -> Outside:
        settings = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", **environment}
        app = subprocess.Popen([sys.executable, "-m", "reader"], cwd=ROOT, env={**os.environ, **settings})
        started.append(app)
        outside.meet()
        return outside

    yield start_app
    for app in started:
        app.terminate()
        app.wait(timeout=20)
    outside.bus.close()
    session.close()


@pytest.fixture
def first_page(start: Callable[..., Outside]) -> Outside:
    """Return the app started for the very first time, as a screen reader meets it."""
    return start()


@pytest.fixture
def outside(first_page: Outside) -> Outside:
    """Return the app with its library before it."""
    first_page.find("Start").press()
    first_page.find("Read the first one")
    return first_page


@pytest.fixture
def article(outside: Outside) -> Outside:
    """Return the app with the first article open."""
    outside.find("Read the first one").press()
    outside.until(lambda: outside.find("Article text").text, "the first piece")
    return outside
