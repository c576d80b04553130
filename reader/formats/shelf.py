"""What there is to read: the bundled articles, and any file a person names."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from reader.formats import opening
from reader.ground import bundled
from reader.ground.beside import Stop
from reader.model.document import Document


class Shelf:
    """The bundled articles in the order of their files; each is taken apart once, when first needed."""

    def __init__(self, paths: Sequence[Path] | None = None) -> None:
        found = bundled.listed("articles", ".md") if paths is None else paths
        self._paths = {opening.bundled_id(path): path for path in found}
        self._document = cache(opening.open_bundled)

    def ids(self) -> tuple[str, ...]:
        """Return the ids, in order."""
        return tuple(self._paths)

    def name_of(self, id_: str, path: Path | None) -> str:
        """Return what opens a text that was once opened from a file, or is bundled."""
        return str(path or id_)

    def documents(self) -> Iterator[Document]:
        """Yield the articles, in order."""
        return map(self._document, self._paths.values())

    def arriving(self, name: str, stop: Stop | None = None) -> Iterator[Document]:
        """Yield the article of this id, else the document in the file of this name, as it grows.

        Raises Refusal.
        """
        if name in self._paths:
            yield self._document(self._paths[name])
        else:
            yield from opening.arriving(Path(name), stop=stop)

    def open(self, name: str) -> Document:
        """Return the article of this id, else the document in the file of this name; raises Refusal."""
        return self._document(self._paths[name]) if name in self._paths else opening.open_file(Path(name))
