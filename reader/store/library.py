"""Where a person is in each text they have begun."""

import json
import os
import sqlite3
from pathlib import Path

from reader.model.place import Place
from reader.model.record import LeftBehind, Record
from reader.store.database import Database


class RecordStore:
    """One record a document. Every method raises StoreError when the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, document: str) -> Record | None:
        """Return the record of a document, or None if it is not started."""
        return self._first("SELECT * FROM record WHERE document = ?", document)

    def last(self) -> Record | None:
        """Return the record kept last, or None the first time."""
        return self._first("SELECT * FROM record ORDER BY kept DESC LIMIT 1")

    def all(self) -> tuple[Record, ...]:
        """Return every record, the one kept last first."""
        return tuple(map(_record, self._database.rows("SELECT * FROM record ORDER BY kept DESC")))

    def keep(self, record: Record) -> None:
        """Keep a record in place of the document's older one; it is on the disk when this returns."""
        # Each keeping gets a higher `kept`: the order holds even when the computer's clock is set back.
        with self._database.change() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO record"
                ' (document, title, block, "offset", quote, before,'
                " part, part_title, sentence, read, finished, path, key_point, left_behind)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    record.document,
                    record.title,
                    *place_values(record.place),
                    record.part,
                    record.part_title,
                    record.sentence,
                    record.read,
                    record.finished,
                    # As bytes, since a file's name on the disk need not be text.
                    None if record.path is None else os.fsencode(record.path),
                    record.key_point and json.dumps(place_values(record.key_point)),
                    json.dumps(
                        [(*place_values(left.place), left.among_key_points) for left in record.left_behind]
                    ),
                ),
            )

    def rename(self, document: str, title: str) -> None:
        """Give the record of a document, if there is one, another title; the order stays."""
        with self._database.change() as connection:
            connection.execute("UPDATE record SET title = ? WHERE document = ?", (title, document))

    def remove(self, document: str) -> sqlite3.Row | None:
        """Take the record of a document away, and return what `restore` brings it back by."""
        with self._database.change() as connection:
            query = "SELECT * FROM record WHERE document = ?"
            removed: sqlite3.Row | None = connection.execute(query, (document,)).fetchone()
            connection.execute("DELETE FROM record WHERE document = ?", (document,))
        return removed

    def restore(self, removed: sqlite3.Row) -> None:
        """Put a removed record back where it was in the order; one that was kept since stays."""
        holes = ", ".join("?" * len(removed))
        columns = ", ".join(f'"{name}"' for name in removed.keys())  # noqa: SIM118  (a row's items are values)
        with self._database.change() as connection:
            connection.execute(f"INSERT OR IGNORE INTO record ({columns}) VALUES ({holes})", tuple(removed))

    def _first(self, query: str, *values: object) -> Record | None:
        return next(map(_record, self._database.rows(query, values)), None)


def place_values(place: Place) -> tuple[str, int, str, str]:
    """Return a place as the four columns block, offset, quote and before."""
    return place.block, place.offset, place.quote, place.before


def place_of(row: sqlite3.Row) -> Place:
    """Return the place in those four columns."""
    return Place(row["block"], row["offset"], row["quote"], row["before"])


def _record(row: sqlite3.Row) -> Record:
    return Record(
        document=row["document"],
        title=row["title"],
        place=place_of(row),
        part=row["part"],
        part_title=row["part_title"],
        sentence=row["sentence"],
        read=row["read"],
        finished=bool(row["finished"]),
        path=None if row["path"] is None else Path(os.fsdecode(row["path"])),
        key_point=None if row["key_point"] is None else Place(*json.loads(row["key_point"])),
        left_behind=tuple(
            LeftBehind(Place(*place), among) for *place, among in json.loads(row["left_behind"])
        ),
    )
