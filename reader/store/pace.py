"""How long the last pieces were read, from which the pace is learned."""

from collections.abc import Iterable

from reader.store.database import Database
from reader.text.pacing import Sample


class PaceStore:
    """The samples of one reader. Every method raises StoreError when the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Sample, ...]:
        """Return the samples, the oldest first."""
        rows = self._database.rows("SELECT words, seconds FROM pace ORDER BY id")
        return tuple((row["words"], row["seconds"]) for row in rows)

    def keep(self, samples: Iterable[Sample]) -> None:
        """Keep these samples in place of all others; nothing else of the reading is kept with them."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM pace")
            connection.executemany("INSERT INTO pace (words, seconds) VALUES (?, ?)", samples)
