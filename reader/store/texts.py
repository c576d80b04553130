"""A person's own texts, copied into the library: they stay when a file is moved, changed or gone."""

import contextlib
import errno
import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reader.ground import files
from reader.model.document import Document
from reader.model.kept_text import KeptText
from reader.store import text_file
from reader.store.database import Database
from reader.store.folders import StoreError, create
from reader.text import words
from reader.text.cutting import cuts

NOT_KEPT = "This text could not be copied into the library. You can still read it."
FULL = "The disk is full, so this text is not in the library. You can still read it."
NOT_REMOVED = "This text could not be removed just now. Please try again later."
NOT_BACK = "This text could not be brought back just now. Please try again later."

_NEW, _REMOVED = ".new-", ".removed-"
"""How folders begin that are not texts of the library yet, or any more."""

_LEFT_LYING = 86_400.0
"""Seconds after which such a folder is nobody's any more; another window may have use for a newer one."""


class TextStore:
    """One folder a text, under its id, and one row of the database; any thread may call.

    In the folder lie the file that was opened, the text as it was taken apart, and its pictures. The folder
    comes first and the row after it: what lies between them when the power goes is put right by `tidy`.
    Every method raises StoreError when the disk or the database refuses.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database
        self._trash = folder / f"{_REMOVED}{secrets.token_hex(8)}"

    # What there is

    def all(self) -> tuple[KeptText, ...]:
        """Return every kept text, the newest first."""
        rows = self._database.rows("SELECT * FROM text ORDER BY added DESC, number DESC")
        return tuple(map(_kept_text, rows))

    def of(self, id_: str) -> KeptText | None:
        """Return what the library knows of a text, None if it is not kept."""
        rows = self._database.rows("SELECT * FROM text WHERE id = ?", (id_,))
        return next(map(_kept_text, rows), None)

    def open(self, id_: str) -> Document | None:
        """Return a kept text; None if there is none, or if it has to be taken apart again."""
        kept = self.of(id_)
        if kept is None:
            return None
        file = self._folder / id_ / "text.json"
        try:
            document = text_file.read(file.read_bytes(), id_, _Pictures(file.parent / "pictures"))
        except (OSError, text_file.UnusableError):  # the file that was opened is there still
            return None
        now = mended(document, kept)
        if now.cuts is not document.cuts:
            # Written as it is cut for another language; where that fails, it is cut each time. No folder is
            # made: the text may have been removed meanwhile.
            with contextlib.suppress(OSError), files.written_whole(file) as anew:
                anew.writelines(text_file.written(now, kept))
        return now

    def original(self, id_: str) -> Path | None:
        """Return where the copy of a text's file lies; None if there is none."""
        return next((self._folder / id_).glob("original*"), None)

    # What comes and goes

    def keep(
        self, document: Document, original: Path | bytes, ending: str, path: Path | None, added: float
    ) -> KeptText:
        """Keep a whole text and the file it was taken from; one that is kept already is made anew.

        `ending` is the one of the file's name, such as ".md". What a person has mended stays mended.
        """
        kept = KeptText(
            document.id,
            document.title,
            document.source.author,
            document.language,
            sum(words.count(block.text) for block in document.blocks),
            added,
            path,
        )
        with _kindly(NOT_KEPT):
            create(self._folder)
            beside = self._folder / f"{_NEW}{secrets.token_hex(8)}"
            try:
                _write(beside, document, kept, original, ending)
                self._put(beside, kept.id)
            finally:
                shutil.rmtree(beside, ignore_errors=True)
        self._list(kept)
        return self.of(kept.id) or kept

    def found_at(self, id_: str, path: Path) -> None:
        """Remember where a kept text was opened from last."""
        with self._database.change() as connection:
            connection.execute("UPDATE text SET path = ? WHERE id = ?", (os.fsencode(path), id_))

    def mend(
        self, id_: str, *, title: str | None = None, author: str | None = None, language: str | None = None
    ) -> None:
        """Change what the library says of a text; what is not given stays."""
        with self._database.change() as connection:
            connection.execute(
                "UPDATE text SET title = coalesce(?, title), author = coalesce(?, author),"
                " language = coalesce(?, language) WHERE id = ?",
                (title, author, language, id_),
            )

    def remove(self, id_: str) -> KeptText:
        """Take a text out of the library and return what `restore` brings it back by."""
        kept = self.of(id_)
        if kept is None:
            raise StoreError(NOT_REMOVED)
        # The row goes first: what lies between them when the power goes is then a text too many, not one that
        # is listed and cannot be opened.
        with self._database.change() as connection:
            connection.execute("DELETE FROM text WHERE id = ?", (id_,))
        try:
            self._throw_away(id_)
        except OSError as error:
            self._list(kept)
            raise StoreError(NOT_REMOVED) from error
        return kept

    def restore(self, kept: KeptText) -> None:
        """Bring back a text that this window has removed; harmless when it is there."""
        thrown_away = self._trash / kept.id
        with _kindly(NOT_BACK):
            if thrown_away.exists() and self.original(kept.id) is None:
                shutil.rmtree(self._folder / kept.id, ignore_errors=True)  # what is left of a text is none
                thrown_away.rename(self._folder / kept.id)
        self._list(kept)

    # Order

    def tidy(self) -> None:
        """Remove what windows of before have left lying, and list what is there and not listed.

        So nothing is lost when the power goes between a folder and its row, or the database with it.
        """
        listed = {kept.id for kept in self.all()}
        for folder in self._folders():
            if folder.name.startswith((_NEW, _REMOVED)):
                with contextlib.suppress(FileNotFoundError):
                    if time.time() - folder.stat().st_mtime > _LEFT_LYING:
                        shutil.rmtree(folder, ignore_errors=True)
            elif folder.name not in listed:
                self._list_again(folder)

    def empty_trash(self) -> None:
        """Remove for good what this window has removed; it cannot be brought back any more."""
        shutil.rmtree(self._trash, ignore_errors=True)

    def _folders(self) -> tuple[Path, ...]:
        with _kindly(NOT_KEPT):
            return tuple(self._folder.iterdir()) if self._folder.is_dir() else ()

    def _list(self, kept: KeptText) -> None:
        path = None if kept.path is None else os.fsencode(kept.path)
        values = (kept.id, kept.title, kept.author, kept.language, kept.words, path, kept.added)
        with self._database.change() as connection:
            connection.execute(
                "INSERT INTO text (id, title, author, language, words, path, added)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET path = coalesce(excluded.path, path)",
                values,
            )

    def _list_again(self, folder: Path) -> None:
        try:
            with (folder / "text.json").open("rb") as file:
                kept = text_file.known(file.readline(), folder.name)
        except (OSError, text_file.UnusableError):  # not one of ours, or of a newer version: it stays
            return
        self._list(kept)

    def _put(self, beside: Path, id_: str) -> None:
        """Give a folder that is whole its name, in place of one of before."""
        if (self._folder / id_).exists():
            self._throw_away(id_)
        beside.rename(self._folder / id_)

    def _throw_away(self, id_: str) -> None:
        self._trash.mkdir(mode=0o700, exist_ok=True)
        shutil.rmtree(self._trash / id_, ignore_errors=True)
        with contextlib.suppress(FileNotFoundError):
            (self._folder / id_).rename(self._trash / id_)


def mended(document: Document, kept: KeptText) -> Document:
    """Return a text with the title, author and language that the library has for it.

    In another language sentences end elsewhere: a whole text is cut anew, a growing one keeps its pieces.
    """
    source = replace(document.source, author=kept.author)
    is_as_cut = document.language == kept.language or not document.is_whole
    found = document.cuts if is_as_cut else cuts(document.blocks, kept.language)
    return replace(document, title=kept.title, language=kept.language, source=source, cuts=found)


class _Pictures(Mapping[str, bytes]):
    """The pictures of a kept text; each is read when it is looked at."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> bytes:
        """Return a picture's bytes; raises KeyError for one that is not there."""
        try:
            return (self._folder / name).read_bytes()
        except OSError as error:
            raise KeyError(name) from error

    def __iter__(self) -> Iterator[str]:
        """Yield their names."""
        return iter(sorted(path.name for path in self._folder.glob("*")))

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(1 for _ in self)


def _write(folder: Path, document: Document, kept: KeptText, original: Path | bytes, ending: str) -> None:
    create(folder)
    create(folder / "pictures")
    with files.written_whole(folder / f"original{ending.lower()}") as file:
        if isinstance(original, bytes):
            file.write(original)
        else:
            with original.open("rb") as read:
                shutil.copyfileobj(read, file)
    for name, picture in document.pictures.items():
        # Not flushed one by one: a thousand would take long, and words stand in for a lost one.
        (folder / "pictures" / name).write_bytes(picture)
    files.write_whole(folder / "text.json", text_file.written(document, kept))


@contextlib.contextmanager
def _kindly(otherwise: str) -> Iterator[None]:
    """Turn what the disk says into a kind sentence."""
    try:
        yield
    except OSError as error:
        raise StoreError(FULL if error.errno == errno.ENOSPC else otherwise) from error


def _kept_text(row: sqlite3.Row) -> KeptText:
    path = None if row["path"] is None else Path(os.fsdecode(row["path"]))
    return KeptText(row["id"], row["title"], row["author"], row["language"], row["words"], row["added"], path)
