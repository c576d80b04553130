"""What every test stands on: time it owns, and folders that are nobody's home."""

import heapq
import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.store.database import Database, opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.ui.window import Window

# Without a screen Qt would end the whole process; script/test says otherwise where it has set one up.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class ManualTimer:
    """A call that is due later, as ManualClock keeps it."""

    def __init__(self, due: float, call: Callable[[], object]) -> None:
        self.due = due
        self.call = call
        self.cancelled = False

    def cancel(self) -> None:
        """Forget the call."""
        self.cancelled = True


class ManualClock:
    """A clock that stands still until the test moves it."""

    def __init__(self) -> None:
        self._now = 0.0
        self._order = itertools.count()
        self._waiting: list[tuple[float, int, ManualTimer]] = []

    def now(self) -> float:
        """Return the seconds the test has let pass."""
        return self._now

    def today(self) -> float:
        """Return a day in 2026, and the seconds since."""
        return 1_790_000_000.0 + self._now

    def later(self, seconds: float, call: Callable[[], object]) -> ManualTimer:
        """Keep a call until the test has let so many seconds pass."""
        timer = ManualTimer(self._now + seconds, call)
        heapq.heappush(self._waiting, (timer.due, next(self._order), timer))
        return timer

    def advance(self, seconds: float) -> None:
        """Let time pass and make every call that falls due, in order, each at its own moment."""
        until = self._now + seconds
        while self._waiting and self._waiting[0][0] <= until:
            due, _, timer = heapq.heappop(self._waiting)
            self._now = max(self._now, due)
            if not timer.cancelled:
                timer.call()
        self._now = until

    @property
    def waiting(self) -> int:
        """Return how many calls are still to come."""
        return sum(not timer.cancelled for _, _, timer in self._waiting)


@pytest.fixture
def clock() -> ManualClock:
    """Return a clock that the test moves by `advance(seconds)`."""
    return ManualClock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Return a database in which nothing is kept yet."""
    database, said = opened(tmp_path / "reader.sqlite3")
    assert said == ""
    yield database
    database.close()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test, and every process it starts, an empty home; return its folder."""
    folder = tmp_path_factory.mktemp("home")
    for name, value in {
        "HOME": "",
        "XDG_DATA_HOME": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
    }.items():
        monkeypatch.setenv(name, str(folder / value))
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a screen or a message bus where `script/test` has not set them up."""
    stage = os.environ.get("GENTLE_STAGE", "").split()
    for item in items:
        for mark in {"screen", "tree"} - set(stage):
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=f"script/test sets up what {mark!r} tests need"))


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Let the Qt settings of pyproject.toml stand where pytest-qt is switched off or not installed."""
    if pluginmanager.hasplugin("pytest-qt"):
        return
    for name, kind in (("qt_api", "string"), ("qt_log_level_fail", "string"), ("qt_log_ignore", "linelist")):
        parser.addini(name, "Read by pytest-qt only.", kind)


@pytest.fixture
def open_window(qapp: "QApplication", home: Path) -> "Iterator[Callable[..., Window]]":
    """Return a function that opens the window on this test's home, as often as a story needs.

    It takes a width and a height in px, and settings by their names. Whatever is still open at the end of
    the test is closed.
    """
    from PySide6.QtCore import QEvent  # noqa: PLC0415

    from reader.app import prepared, window_for  # noqa: PLC0415  (rooms below `ui` are tested without Qt)
    from reader.store.folders import Folders  # noqa: PLC0415
    from reader.store.settings import SettingsFile  # noqa: PLC0415

    prepared(qapp)
    opened: list[Window] = []

    def open_one(width: int = 1280, height: int = 800, **settings: object) -> "Window":
        folders = Folders(home / "data", home / "config")
        file = SettingsFile(folders.settings)
        # As if the person had set them the last time: what another window of the test set stays.
        file.save(replace(file.load()[0], **{"theme": "paper", **settings}))
        window = window_for(folders)
        window.resize(width, height)
        window.show()
        window.begin()
        qapp.processEvents()
        opened.append(window)
        return window

    yield open_one
    for window in opened:
        window.close()
        window.deleteLater()
    # Outside of a running event loop Qt deletes only when told to; what stays would be styled for ever.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
