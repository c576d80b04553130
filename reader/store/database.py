"""The one file that holds the truth between days: SQLite in the person's data folder."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.ground import files
from reader.store.flushing import Flushing
from reader.store.folders import REFUSED, StoreError, create

BUSY_SECONDS = 1.0
"""How long a write waits for another window to finish its own; R16 allows 2 in all."""

# One step a version, never changed once published: a new version adds a step.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE record (
            kept INTEGER PRIMARY KEY,
            document TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            block TEXT NOT NULL, "offset" INTEGER NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL,
            part INTEGER NOT NULL,
            part_title TEXT NOT NULL,
            sentence TEXT NOT NULL,
            read REAL NOT NULL,
            finished INTEGER NOT NULL,
            path BLOB
        )""",
        # AUTOINCREMENT: the number of a deleted bookmark is never given away, so Undo can restore it.
        """CREATE TABLE bookmark (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document TEXT NOT NULL,
            block TEXT NOT NULL, "offset" INTEGER NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL,
            name TEXT NOT NULL,
            made REAL NOT NULL
        )""",
        "CREATE INDEX bookmark_document ON bookmark (document)",
    ),
    (
        "CREATE TABLE pace (id INTEGER PRIMARY KEY, words INTEGER NOT NULL, seconds REAL NOT NULL)",
        """CREATE TABLE effort (
            document TEXT PRIMARY KEY,
            words INTEGER NOT NULL,
            hard_words INTEGER NOT NULL,
            longest_sentence INTEGER NOT NULL,
            parts INTEGER NOT NULL
        )""",
        "CREATE TABLE today (day TEXT PRIMARY KEY, seconds REAL NOT NULL, told REAL NOT NULL)",
        # Places as JSON: they are only ever read and written with their record, as a whole.
        "ALTER TABLE record ADD COLUMN key_point TEXT",
        "ALTER TABLE record ADD COLUMN left_behind TEXT NOT NULL DEFAULT '[]'",
    ),
    (
        """CREATE TABLE text (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            author TEXT NOT NULL,
            language TEXT NOT NULL,
            words INTEGER NOT NULL,
            path BLOB,
            added REAL NOT NULL
        )""",
        "CREATE TABLE meaning (word TEXT PRIMARY KEY, meaning TEXT NOT NULL)",
        "CREATE TABLE known (term TEXT PRIMARY KEY)",
    ),
    (
        """CREATE TABLE answer (
            newer TEXT NOT NULL,
            older TEXT NOT NULL,
            brought INTEGER NOT NULL,
            PRIMARY KEY (newer, older)
        )""",
    ),
)

_FULL = "The disk is full, so nothing new can be kept. You can still read."
_BUSY = "Another window is busy, so this was not kept. You can still read."
_WORDS = {sqlite3.SQLITE_FULL: _FULL, sqlite3.SQLITE_BUSY: _BUSY, sqlite3.SQLITE_LOCKED: _BUSY}

_DAMAGED = "Your kept places could not be read, so a new list begins. The old file is kept."
_NEWER = "Your places are safe, but only a newer version of this reader can open them."


class _DamagedError(StoreError):
    """The file is there, and SQLite cannot make sense of it."""


class Database:
    """An open database. Each change outlives the program when it returns, and a power cut a moment later.

    Other windows may have it open too. Any thread may use it, one after the other: texts are kept beside
    the page.
    """

    def __init__(self, connection: sqlite3.Connection, flushing: Flushing | None = None) -> None:
        self._connection = connection
        self._flushing = flushing
        self._turn = threading.RLock()

    @contextlib.contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Make some changes together, wholly or not at all.

        Raises StoreError with a kind sentence when they could not be kept; nothing has then changed.
        """
        with self._turn, _kindly(), _transaction(self._connection):
            yield self._connection
        if self._flushing:
            self._flushing.ask()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """Return what a query finds; raises StoreError."""
        with self._turn, _kindly():
            return self._connection.execute(query, values).fetchall()

    def close(self) -> None:
        """Let go of the file; harmless when done twice."""
        with self._turn:
            if self._flushing:
                self._flushing.close()
            self._connection.close()


def opened(path: Path) -> tuple[Database, str]:
    """Open the database at a path, and return it with what is to be said, if anything. Never fails.

    A damaged file is set aside and a new one begun. Where nothing can be written, or a newer version of
    the reader wrote the file, it stays untouched, and the window works on a copy in memory.
    """
    try:
        with _kindly():
            return _opened_or_begun(path)
    except StoreError as error:
        return Database(_copy_in_memory(path)), str(error)


def _opened_or_begun(path: Path) -> tuple[Database, str]:
    create(path.parent)
    try:
        return _flushed(path), ""
    except _DamagedError:
        _set_aside(path)
        return _flushed(path), _DAMAGED


def _flushed(path: Path) -> Database:
    return Database(_open(path), Flushing(Path(f"{path}-wal")))


def _open(path: Path) -> sqlite3.Connection:
    connection = _connected(str(path))
    try:
        _prepare(connection)
        return connection
    except sqlite3.Error as error:
        connection.close()
        if _code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise _DamagedError(REFUSED) from error
        raise
    except StoreError:
        connection.close()
        raise


def _prepare(connection: sqlite3.Connection) -> None:
    try:
        # With a log beside the file, readers and a writer do not wait for each other.
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        # Another window is opening the same new file, and begins the log for both.
        if _code(error) != sqlite3.SQLITE_BUSY:
            raise
    connection.execute("PRAGMA synchronous = NORMAL")  # the log is brought to the disk by `Flushing`
    connection.execute("PRAGMA foreign_keys = ON")
    _migrate(connection)
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _DamagedError(REFUSED)


def _connected(name: str, *, uri: bool = False) -> sqlite3.Connection:
    # Without an isolation level the module begins no transactions behind our back.
    connection = sqlite3.connect(
        name, timeout=BUSY_SECONDS, isolation_level=None, uri=uri, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date; raises StoreError for those of a newer version."""
    # The version is looked up inside the transaction: another window may be taking the same step.
    with _transaction(connection):
        version = _version(connection)
        if version > len(MIGRATIONS):
            raise StoreError(_NEWER)
        for number, step in enumerate(MIGRATIONS[version:], version + 1):
            for statement in step:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    # IMMEDIATE waits for its turn here; a later upgrade from reading to writing would fail at once.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk has rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def _kindly() -> Iterator[None]:
    """Turn what SQLite and the disk say into a kind sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_WORDS.get(_code(error), REFUSED)) from error
    except (OSError, UnicodeEncodeError) as error:
        raise StoreError(REFUSED) from error


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code; Python's own mistakes have none."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _set_aside(path: Path) -> None:
    """Move a damaged database away with its companions, under names that still belong together."""
    # Should the computer stop in between, SQLite itself drops a log that lies beside an empty database.
    aside = files.set_aside(path)
    for ending in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{ending}").rename(f"{aside}{ending}")


def _copy_in_memory(path: Path) -> sqlite3.Connection:
    """Return a database in memory that holds what can be read of the file, else nothing."""
    memory = _connected(":memory:")
    # Immutable: SQLite then needs no files beside it, which a full or read-only disk would refuse.
    name = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with contextlib.closing(_connected(name, uri=True)) as file:
            file.backup(memory)
        _migrate(memory)
    except (sqlite3.Error, StoreError):  # nothing of use in it, which the person is told in any case
        memory.close()
        memory = _connected(":memory:")
        _migrate(memory)
    return memory
