"""The only way in: from a file to a document, or to one kind sentence that says why not."""

import re
import stat
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2s, file_digest
from pathlib import Path

from reader.formats.apart import has_words, taken_apart
from reader.formats.parsing import parse
from reader.formats.refusals import Refusal, Unfit
from reader.formats.signatures import kind_in
from reader.ground.beside import Stop
from reader.model.document import Document

KINDS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".rst": "plain",
    ".org": "plain",
    ".debian": "plain",  # of README.Debian
    "": "plain",
    ".epub": "epub",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xht": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".fragment": "fragment",  # what was copied out of a web page, on its way into the library
}
"""The kind of text by the ending of its file's name; one without an ending is tried as plain text."""

LARGEST = {
    "markdown": 5_000_000,
    "plain": 5_000_000,
    "epub": 200_000_000,
    "docx": 200_000_000,
    "pdf": 200_000_000,
    "fragment": 20_000_000,
    "html": 20_000_000,
    "mhtml": 40_000_000,
}
"""Bytes of a file of each kind; the largest of 337 honest markup files had two million."""


def kind_of(path: Path) -> str:
    """Return of what kind a file is, by its bytes, else by its name; raises Refusal for one not known."""
    return _looked_at(path, path.name or str(path))


def may_hold_text(path: Path) -> bool:
    """Return whether a file is of a kind that is known here, by its name alone."""
    return path.suffix.lower() in KINDS


def open_file(path: Path) -> Document:
    """Return the document in a file; its id is a hash of the content. Raises Refusal, never anything else."""
    (whole,) = deque(arriving(path), maxlen=1)
    return whole


def arriving(path: Path, named: Path | None = None, stop: Stop | None = None) -> Iterator[Document]:
    """Yield the document in a file as it grows, until it is whole; raises Refusal, never anything else.

    Its id is a hash of the file's content. A refusal after the first document says that the rest is missing.
    A copy is taken for the file that it was `named`: the title may come from there, and the pictures.
    """
    named = named or path.absolute()
    name = named.name or str(path)
    id_ = content_id(path, name)
    is_found = False
    for document in taken_apart(kind_of(path), path, name, named.parent, stop):
        is_found = is_found or has_words(document)
        if is_found:
            yield replace(document, id=id_)
    if not is_found:
        raise Refusal(name, "has no words in it")


def open_bundled(path: Path) -> Document:
    """Return a bundled article, which needs no guard."""
    return replace(parse("markdown", path.read_bytes(), path.name, path.parent), id=bundled_id(path))


def bundled_id(path: Path) -> str:
    """Return the id of a bundled article: the name of its file without number and ending."""
    return re.sub(r"^\d+[-_]", "", path.stem)


def content_id_of(content: bytes) -> str:
    """Return the id of a text that came as its content and not as a file."""
    return _hash(content).hexdigest()


def content_id(path: Path, name: str = "") -> str:
    """Return a hash of a file's content, once the file has been looked at from outside; raises Refusal."""
    name = name or path.name or str(path)
    _looked_at(path, name)
    with _declining(name), path.open("rb") as file:
        return file_digest(file, _hash).hexdigest()


def _looked_at(path: Path, name: str) -> str:
    """Return the kind of a file, as far as it can be told from outside; raises Refusal."""
    with _declining(name):
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unfit("is a folder", "please choose a file in it")
        if not stat.S_ISREG(status.st_mode):
            # To read from a pipe or a device might never end.
            raise Unfit("is not an ordinary file")
        kind = kind_in(path, KINDS.get(path.suffix.lower(), ""))
        if kind not in LARGEST:
            raise Unfit("is a kind of file that is not known here", "please choose a text, book or web page")
        if status.st_size > LARGEST[kind]:
            raise Unfit(f"is larger than {LARGEST[kind] // 1_000_000} MB", "please choose a smaller file")
    return kind


@contextmanager
def _declining(name: str) -> Iterator[None]:
    """Decline in one sentence whatever cannot be read, or not here."""
    try:
        yield
    except Unfit as unfit:
        raise Refusal(name, *unfit.args) from unfit
    except FileNotFoundError as error:
        raise Refusal(name, "was not found", "please check the name") from error
    except PermissionError as error:
        raise Refusal(name, "may not be read here") from error
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        raise Refusal(name, "could not be read") from error


def _hash(content: bytes = b"") -> blake2s:
    return blake2s(content, digest_size=8)
