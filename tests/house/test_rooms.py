"""The rooms: each stands without Qt below the window, and the plan of the house names each."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WITH_QT = {"ui", "app"}
ROOMS = sorted(
    path.stem
    for path in [
        *(ROOT / "reader").glob("*.py"),
        *(file.parent for file in (ROOT / "reader").glob("*/__init__.py")),
    ]
    if path.stem != "__init__"
)

WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} is out of reach")

sys.meta_path.insert(0, NoQt())
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(room, "__path__", []), f"{room.__name__}."):
    importlib.import_module(module.name)
"""


@pytest.mark.parametrize("room", [room for room in ROOMS if room not in WITH_QT])
def test_a_room_below_the_window_stands_without_qt(room):
    subprocess.run([sys.executable, "-c", WITHOUT_QT, f"reader.{room}"], cwd=ROOT, check=True, timeout=60)


@pytest.mark.parametrize("room", ROOMS)
def test_the_plan_of_the_house_gives_the_room_a_floor(room):
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    floors = [line for line in plan.splitlines() if re.match(r"\| \d \|", line)]
    assert [line for line in floors if f"`{room}`" in line]


@pytest.mark.parametrize("room", [room for room in ROOMS if (ROOT / "reader" / room).is_dir()])
def test_a_room_says_what_it_is_for(room):
    first = (ROOT / "reader" / room / "__init__.py").read_text(encoding="utf-8")
    assert first.startswith('"""')
    assert len(first.splitlines()) == 1, "a room's __init__ holds its sentence and no code"
