"""The only way in: from a file to a document, or to one kind sentence that says why not."""

import codecs
import re
import stat
from dataclasses import replace
from hashlib import blake2s
from pathlib import Path

from reader.formats.parsing import parse, parse_apart
from reader.formats.refusals import Refusal
from reader.model.document import Document

KINDS = {".md": "markdown", ".markdown": "markdown", ".txt": "plain", ".text": "plain", "": "plain"}
"""The kind of text by the ending of its file's name; one without an ending is tried as plain text."""

LARGEST = 5_000_000
"""Bytes; the largest of 337 honest markup files had two million."""

_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")  # rare in any text, every tenth letter in a picture

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def may_hold_text(path: Path) -> bool:
    """Return whether a file is of a kind that is known here, by its name alone."""
    return path.suffix.lower() in KINDS


def open_file(path: Path) -> Document:
    """Return the document in a file; its id is a hash of the content. Raises Refusal, never anything else."""
    name = path.name or str(path)
    content = _content(path, name)
    if not may_hold_text(path):
        raise Refusal(
            path.name, "is a kind of file that is not known here", "please choose a .md or .txt file"
        )
    text = _text(content)
    if _is_binary(text):
        raise Refusal(name, "does not seem to hold text")
    document = parse_apart(KINDS[path.suffix.lower()], text, name, path.absolute().parent)
    if not any(letter.isalnum() for block in document.blocks for letter in block.text):
        raise Refusal(name, "has no words in it")
    return replace(document, id=blake2s(content, digest_size=8).hexdigest())


def open_bundled(path: Path) -> Document:
    """Return a bundled article, which needs no guard."""
    document = parse("markdown", path.read_text(encoding="utf-8"), path.name, path.parent)
    return replace(document, id=bundled_id(path))


def bundled_id(path: Path) -> str:
    """Return the id of a bundled article: the name of its file without number and ending."""
    return re.sub(r"^\d+[-_]", "", path.stem)


def _content(path: Path, name: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Refusal(name, "is a folder", "please choose a file in it")
        if not stat.S_ISREG(mode):
            # To read from a pipe or a device might never end.
            raise Refusal(name, "is not an ordinary file")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Refusal(name, "was not found", "please check the name") from error
    except PermissionError as error:
        raise Refusal(name, "may not be read here") from error
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        raise Refusal(name, "could not be read") from error
    if len(content) > LARGEST:
        raise Refusal(name, f"is larger than {LARGEST // 1_000_000} MB", "please choose a smaller file")
    return content


def _text(content: bytes) -> str:
    """Decode by byte order mark, else as UTF-8, else as Windows text, which did as well as guessing."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _is_binary(text: str) -> bool:
    return "\0" in text or len(_ODD.findall(text)) * 10 > len(text)
