"""The places a person wants to find again."""

import sqlite3

from reader.model.bookmark import Bookmark
from reader.model.place import Place
from reader.store.database import Database
from reader.store.library import place_of, place_values

_INSERT = 'INSERT INTO bookmark (id, document, block, "offset", quote, before, name, made)'


class BookmarkStore:
    """The bookmarks of all documents. Every method raises StoreError when the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Bookmark, ...]:
        """Return every bookmark, newest first."""
        return tuple(map(_bookmark, self._database.rows("SELECT * FROM bookmark ORDER BY id DESC")))

    def of(self, document: str) -> tuple[Bookmark, ...]:
        """Return the bookmarks of one document, newest first."""
        rows = self._database.rows("SELECT * FROM bookmark WHERE document = ? ORDER BY id DESC", (document,))
        return tuple(map(_bookmark, rows))

    def add(self, document: str, place: Place, name: str, made: float) -> Bookmark:
        """Keep a new bookmark and return it; `made` in seconds since 1970."""
        with self._database.change() as connection:
            values = (document, *place_values(place), name, made)
            number = connection.execute(f"{_INSERT} VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", values).lastrowid
        assert number is not None, "SQLite numbers every row it inserts."
        return Bookmark(number, document, place, name, made)

    def remove(self, bookmark: int) -> Bookmark | None:
        """Take off a bookmark by its id and return it; None if another window has done so already."""
        with self._database.change() as connection:
            row = connection.execute("SELECT * FROM bookmark WHERE id = ?", (bookmark,)).fetchone()
            connection.execute("DELETE FROM bookmark WHERE id = ?", (bookmark,))
        return _bookmark(row) if row else None

    def restore(self, bookmark: Bookmark) -> None:
        """Put a removed bookmark back where it was in the list; harmless when it is there."""
        values = (bookmark.id, bookmark.document, *place_values(bookmark.place), bookmark.name, bookmark.made)
        with self._database.change() as connection:
            connection.execute(
                f"{_INSERT} VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING", values
            )

    def rename(self, bookmark: int, name: str) -> None:
        """Give a bookmark another name."""
        with self._database.change() as connection:
            connection.execute("UPDATE bookmark SET name = ? WHERE id = ?", (name, bookmark))


def _bookmark(row: sqlite3.Row) -> Bookmark:
    return Bookmark(row["id"], row["document"], place_of(row), row["name"], row["made"])
