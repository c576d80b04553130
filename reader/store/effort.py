"""What a person's own texts ask of them, kept so that the library can tell it without opening the file."""

from reader.model.effort import Effort
from reader.store.database import Database


class EffortStore:
    """One effort a document. Every method raises StoreError when the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, Effort]:
        """Return every effort by the id of its document."""
        return {
            row["document"]: Effort(row["words"], row["hard_words"], row["longest_sentence"], row["parts"])
            for row in self._database.rows("SELECT * FROM effort")
        }

    def keep(self, document: str, effort: Effort) -> None:
        """Keep what a document asks, in place of what was kept of it."""
        with self._database.change() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO effort (document, words, hard_words, longest_sentence, parts)"
                " VALUES (?, ?, ?, ?, ?)",
                (document, effort.words, effort.hard_words, effort.longest_sentence, effort.parts),
            )
