"""The meanings that a person has written, and the words they know."""

from reader.store.database import Database


class MeaningStore:
    """Own meanings and known words. Every method raises StoreError when the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(self) -> dict[str, str]:
        """Return each word that has a meaning of the person's own, by the alphabet."""
        rows = self._database.rows("SELECT word, meaning FROM meaning")
        return {
            row["word"]: row["meaning"] for row in sorted(rows, key=lambda row: str(row["word"]).casefold())
        }

    def known(self) -> tuple[str, ...]:
        """Return the words that are no longer dotted, by the alphabet."""
        return tuple(
            sorted((row["term"] for row in self._database.rows("SELECT term FROM known")), key=str.casefold)
        )

    def write(self, word: str, meaning: str) -> None:
        """Keep a meaning; "" takes it off."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM meaning WHERE word = ?", (word,))
            if meaning:
                connection.execute("INSERT INTO meaning (word, meaning) VALUES (?, ?)", (word, meaning))

    def know(self, term: str, is_known: bool) -> None:
        """Count a word among those that are known, or no longer."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM known WHERE term = ?", (term,))
            if is_known:
                connection.execute("INSERT INTO known (term) VALUES (?)", (term,))
