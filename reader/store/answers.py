"""What a person has answered to the offer to bring something along from older copies of a text."""

from collections.abc import Iterable

from reader.store.database import Database


class AnswerStore:
    """One answer for a newer copy and an older one, named by their ids. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, newer: str, older: Iterable[str], *, brought: bool) -> None:
        """Keep that what some older copies hold was brought along to a newer one, or was not wanted there."""
        with self._database.change() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO answer (newer, older, brought) VALUES (?, ?, ?)",
                [(newer, document, brought) for document in older],
            )

    def forget(self, newer: str) -> None:
        """Forget what was answered for a newer copy."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM answer WHERE newer = ?", (newer,))

    def given(self, newer: str) -> frozenset[str]:
        """Return the older copies for which it was answered here."""
        return self._older("newer = ?", newer)

    def brought_elsewhere(self, newer: str) -> frozenset[str]:
        """Return the older copies of which another copy that was begun has what they held."""
        return self._older("brought AND newer <> ? AND newer IN (SELECT document FROM record)", newer)

    def _older(self, condition: str, newer: str) -> frozenset[str]:
        rows = self._database.rows(f"SELECT older FROM answer WHERE {condition}", (newer,))
        return frozenset(row["older"] for row in rows)
