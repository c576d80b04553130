"""What can be named in the terminal: the bundled articles, a person's own texts, and files."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.cli.printing import print_line
from reader.formats import opening
from reader.formats.refusals import Refusal
from reader.formats.shelf import Shelf
from reader.model.document import Document
from reader.model.effort import Effort
from reader.model.kept_text import KeptText
from reader.store.database import Database, opened
from reader.store.effort import EffortStore
from reader.store.folders import Folders, StoreError
from reader.store.texts import TextStore, mended


def named(name: str) -> Document:
    """Return the text of this id or file; raises Refusal."""
    shelf = Shelf()
    if name in shelf.ids() or Path(name).exists():
        return shelf.open(name)
    with _kept_between_days() as database:
        texts = TextStore(Folders.of_person().texts, database) if database else None
        kept = texts.of(name) if texts else None
        if texts is None or kept is None:
            return shelf.open(name)
        document, copy = texts.open(name), texts.original(name)
    if document is not None:
        return document
    if copy is not None:
        return mended(opening.open_file(copy), kept)
    raise Refusal(name, "could not be read")


def has(id_: str) -> bool:
    """Return whether a bundled article or a text of the person's own has this id; else False."""
    if id_ in Shelf().ids():
        return True
    try:
        with _kept_between_days() as database:
            return database is not None and TextStore(Folders.of_person().texts, database).of(id_) is not None
    except Refusal:  # whoever goes on to open it is told
        return False


def listed() -> tuple[tuple[KeptText, Effort | None], ...]:
    """Return the person's own texts, the newest first, and what they ask as far as that is known."""
    with _kept_between_days() as database:
        if database is None:
            return ()
        efforts = EffortStore(database).all()
        texts = TextStore(Folders.of_person().texts, database).all()
        return tuple((text, efforts.get(text.id)) for text in texts)


@contextmanager
def _kept_between_days() -> Iterator[Database | None]:
    """Give the database, None before the window was ever opened: looking makes no files."""
    path = Folders.of_person().database
    if not path.exists():
        yield None
        return
    database, about = opened(path)
    if about:
        print_line(about, sys.stderr)
    try:
        yield database
    except StoreError as error:
        raise Refusal("Your library", "could not be read", "please try again") from error
    finally:
        database.close()
