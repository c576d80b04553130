"""A text of a person's own that the library keeps."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptText:
    """What the library knows of a text without opening it.

    `id` is a hash of the file's content. `title`, `author` and `language` were read from the file, or mended
    by the person. `words` is its length, and `added` is in seconds since 1970. `path` is where it was opened
    from last, None for what was pasted.
    """

    id: str
    title: str
    author: str
    language: str
    words: int
    added: float
    path: Path | None = None
