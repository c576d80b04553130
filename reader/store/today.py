"""How long a person has read today, over restarts."""

from reader.model.today import Today
from reader.store.database import Database


class TodayStore:
    """Holds one day. Every method raises StoreError when the database cannot be used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, day: str) -> Today:
        """Return what is kept of a day, nothing if it is another one."""
        rows = self._database.rows("SELECT day, seconds, told FROM today WHERE day = ?", (day,))
        return Today(*rows[0]) if rows else Today(day)

    def keep(self, today: Today) -> None:
        """Keep a day in place of the one before: nobody's days are counted."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM today")
            connection.execute(
                "INSERT INTO today (day, seconds, told) VALUES (?, ?, ?)",
                (today.day, today.seconds, today.told),
            )
