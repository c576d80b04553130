"""The repository speaks of the project alone: no machine's folders, no address of a package registry."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE = {"build", "dist", "tour", "__pycache__"}
OURS = {".ci", ".gitignore"}
# Written so that this file does not hold what it looks for.
ELSEWHERE = re.compile(
    r"/[w]ork/|/[r]oot/|[p]ypi\.org/simple|[p]ythonhosted\.org|[d]eb\.debian\.org|[r]egistry\.npmjs|-[-]index-url|-[-]find-links"
)


def is_ours(path: Path) -> bool:
    return not any(
        part in MADE or part.endswith(".egg-info") or (part.startswith(".") and part not in OURS)
        for part in path.relative_to(ROOT).parts
    )


def test_no_file_names_a_folder_of_a_machine_or_a_registry():
    found = {
        str(path.relative_to(ROOT)): names
        for path in ROOT.rglob("*")
        if path.is_file() and is_ours(path)
        if (names := ELSEWHERE.findall(path.read_bytes().decode("utf-8", errors="ignore")))
    }
    assert found == {}
