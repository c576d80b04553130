"""What a person installs holds all that it needs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> set[str]:
    """Return the names of the files in a wheel made from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (made,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(made).namelist())


def test_every_resource_is_in_the_wheel(wheel):
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert {f"reader/{path.relative_to(ROOT).as_posix()}" for path in resources} <= wheel


@pytest.mark.parametrize("folder", ["articles", "glossary", "styles/themes", "icons", "desktop"])
def test_no_folder_of_resources_is_empty(wheel, folder):
    assert any(name.startswith(f"reader/resources/{folder}/") for name in wheel)


def test_every_module_is_in_the_wheel_and_no_test(wheel):
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "reader").rglob("*.py")}
    assert modules <= wheel
    assert not [name for name in wheel if name.startswith(("tests/", "benchmarks/", "script/"))]
