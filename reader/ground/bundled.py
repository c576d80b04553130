"""The one door to what is shipped with the app."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path


def root() -> Path:
    """Return the folder of resources: inside the package when installed, beside it in a checkout."""
    package = Path(str(files("reader")))
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def text(*parts: str) -> str:
    """Return a resource as text; raises FileNotFoundError when it is not shipped."""
    return root().joinpath(*parts).read_text(encoding="utf-8")


def listed(folder: str, ending: str) -> Iterator[Path]:
    """Yield the files of a resource folder, such as "articles", by name; `ending` is ".md" and the like."""
    yield from sorted((root() / folder).glob(f"*{ending}"))
