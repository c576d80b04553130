"""What is shipped is found, in a checkout and inside an installed package."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.ground import bundled

ROOT = Path(__file__).parents[2]


def test_in_a_checkout_the_resources_lie_beside_the_package():
    assert bundled.root() == ROOT / "resources"


def test_an_installed_package_holds_its_resources(tmp_path):
    shutil.copytree(ROOT / "reader", tmp_path / "reader", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "reader" / "resources").mkdir()
    ask = "from reader.ground import bundled; print(bundled.root())"
    said = subprocess.run(
        [sys.executable, "-c", ask], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert Path(said.stdout.strip()) == tmp_path / "reader" / "resources"


def test_files_are_listed_by_name():
    names = [path.name for path in bundled.listed("articles", ".md")]
    assert names == sorted(names)
    assert len(names) >= 3


def test_what_is_not_shipped_is_said():
    with pytest.raises(FileNotFoundError):
        bundled.text("articles", "nowhere.md")
