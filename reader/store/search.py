"""Every word of every text, so that all of them can be searched at once: SQLite's FTS5, in a file of its own.

It is never the truth: a file that is damaged or gone is built anew from the texts. Being apart from the
places, it lets none of them wait while a book is taken in.
"""

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Lock
from zlib import crc32

from reader.ground.beside import unhurried
from reader.model.document import Document
from reader.model.listed import ids
from reader.store.folders import REFUSED, StoreError, create
from reader.text.finding import Folds
from reader.text.searching import Term, searchable, together

MOST_HITS = 200
"""Ours: more than that is a list nobody reads; another word finds fewer."""
BATCH = 500
"""Blocks that are written together: between two batches another window may write."""
BUSY_SECONDS = 5.0
"""How long a batch waits for another window's; nobody waits for it."""

VERSION = 2
"""Of the tables below, and of how words are compared; a file of another version is built anew."""

# The words are kept once, in `block`: FTS5 holds none of them, and is told them again when they go.
_TABLES = (
    "CREATE TABLE text (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, stamp INTEGER NOT NULL,"
    " whole INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE block (number INTEGER PRIMARY KEY, text INTEGER NOT NULL, id TEXT NOT NULL,"
    " words TEXT NOT NULL)",
    "CREATE INDEX block_text ON block (text)",
    "CREATE VIRTUAL TABLE found USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2')",
    f"PRAGMA user_version = {VERSION}",
)
_FIND = (
    "SELECT text.id, block.id, block.words FROM found"
    " JOIN block ON block.number = found.rowid JOIN text ON text.number = block.text"
    " WHERE found MATCH ? AND text.whole ORDER BY found.rank LIMIT ?"
)
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class _OtherVersionError(sqlite3.DatabaseError):
    """The tables are not those of this version."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A block in which everything was found that was asked for: the ids of its text and of itself."""

    document: str
    block: str
    text: str


class SearchStore:
    """The words of all texts. Made for threads: each call has a connection of its own.

    Every method raises StoreError when the file cannot be used; a damaged one is thrown away first.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._one_writes = Lock()

    def ids(self) -> frozenset[str]:
        """Return the ids of the texts that are taken in, wholly."""
        with self._connected() as file:
            return frozenset(id_ for (id_,) in file.execute("SELECT id FROM text WHERE whole"))

    def add(self, document: Document) -> None:
        """Take a text in, in place of an older edition with its id; one that has not changed is left."""
        with self._one_writes, self._connected() as file:
            stamp = _stamp(document)
            kept = file.execute("SELECT stamp, whole FROM text WHERE id = ?", (document.id,)).fetchone()
            if kept != (stamp, 1):
                _take_out(file, document.id)
                _take_in(file, document, stamp)

    def remove(self, document: str) -> None:
        """Take a text out; harmless for one that is not in."""
        with self._one_writes, self._connected() as file:
            _take_out(file, document)

    def find(self, wanted: Sequence[Term], most: int = MOST_HITS) -> tuple[Hit, ...]:
        """Return the blocks that hold all that is wanted, the best first; none if nothing is wanted.

        The nearest to what was asked come first, and among them those that FTS5 ranks best.
        """
        found: dict[Hit, None] = {}
        with self._connected() as file:
            for query in _queries(wanted):
                rows = file.execute(_FIND, (query, most)) if len(found) < most else ()
                found.update((Hit(*row), None) for row in rows)
        return tuple(islice(found, most))

    def holders(self, blocks: Collection[str]) -> dict[str, int]:
        """Return the ids of the texts that hold some of these blocks, and how many of them each holds."""
        query = (
            "SELECT text.id, count(*) FROM block JOIN text ON text.number = block.text"
            f" WHERE block.id IN ({', '.join('?' * len(blocks))}) AND text.whole GROUP BY text.id"
        )
        with self._connected() as file:
            return dict(file.execute(query, tuple(blocks)).fetchall())

    @contextlib.contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            create(self._path.parent)
            with contextlib.closing(self._opened()) as file:
                yield file
        except sqlite3.Error as error:
            if _is_damaged(error):
                self._throw_away()
            raise StoreError(REFUSED) from error
        except OSError as error:
            raise StoreError(REFUSED) from error

    def _opened(self) -> sqlite3.Connection:
        """Return a connection; a file that is no such database, or of another version, begins anew."""
        try:
            return _connection(self._path)
        except sqlite3.Error as error:
            if not _is_damaged(error):
                raise
        self._throw_away()
        return _connection(self._path)

    def _throw_away(self) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(f"{self._path}{ending}").unlink(missing_ok=True)


def _connection(path: Path) -> sqlite3.Connection:
    """Return a connection with the tables ready; a file of another version counts as a damaged one."""
    file = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        if _version(file) == 0:
            # With a log beside the file, a search waits for no batch.
            file.execute("PRAGMA journal_mode = WAL")
            _make_tables(file)
        # What a power cut takes of the last batches is built anew.
        file.execute("PRAGMA synchronous = NORMAL")
        if _version(file) != VERSION:
            raise _OtherVersionError
    except BaseException:
        file.close()
        raise
    return file


def _make_tables(file: sqlite3.Connection) -> None:
    with _together(file):
        # Another window may have made them meanwhile.
        if _version(file) == 0:
            for statement in _TABLES:
                file.execute(statement)


def _version(file: sqlite3.Connection) -> int:
    return int(file.execute("PRAGMA user_version").fetchone()[0])


def _is_damaged(error: sqlite3.Error) -> bool:
    return isinstance(error, _OtherVersionError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN


def _take_in(file: sqlite3.Connection, document: Document, stamp: int) -> None:
    with _together(file):
        text = file.execute("INSERT INTO text (id, stamp) VALUES (?, ?)", (document.id, stamp)).lastrowid
    folds = Folds()
    blocks = iter(document.blocks)
    while batch := list(islice(blocks, BATCH)):
        # A letter that is half of a pair has no bytes.
        written = [block.text.encode("utf-8", "replace").decode() for block in batch]
        compared = [searchable(words, folds) for words in unhurried(written)]
        with _together(file):
            first = file.execute("SELECT coalesce(max(number), 0) + 1 FROM block").fetchone()[0]
            file.executemany(
                "INSERT INTO block (number, text, id, words) VALUES (?, ?, ?, ?)",
                [(first + at, text, batch[at].id, words) for at, words in enumerate(written)],
            )
            file.executemany(
                "INSERT INTO found (rowid, words) VALUES (?, ?)",
                list(enumerate(compared, first)),
            )
    with _together(file):
        file.execute("UPDATE text SET whole = 1 WHERE number = ?", (text,))


def _take_out(file: sqlite3.Connection, document: str) -> None:
    kept = file.execute("SELECT number FROM text WHERE id = ?", (document,)).fetchone()
    if kept is None:
        return
    file.execute("UPDATE text SET whole = 0 WHERE number = ?", kept)
    folds = Folds()
    query = "SELECT number, words FROM block WHERE text = ? LIMIT ?"
    while batch := file.execute(query, (*kept, BATCH)).fetchall():
        with _together(file):
            for number, words in batch:
                file.execute(
                    "INSERT INTO found (found, rowid, words) VALUES ('delete', ?, ?)",
                    (number, searchable(words, folds)),
                )
                file.execute("DELETE FROM block WHERE number = ?", (number,))
    with _together(file):
        file.execute("DELETE FROM text WHERE number = ?", kept)


@contextlib.contextmanager
def _together(file: sqlite3.Connection) -> Iterator[None]:
    """Make some changes wholly or not at all."""
    file.execute("BEGIN IMMEDIATE")
    with file:
        yield


def _queries(wanted: Sequence[Term]) -> Iterable[str]:
    """Return in FTS5's language what to ask for, the nearest first: as a phrase, in any order, in any way."""
    if not wanted:
        return ()
    phrase = together(wanted)
    in_any_way = " AND ".join(
        f"({' OR '.join((_phrase(term), *(_phrase(Term(way)) for way in term.others)))})" for term in wanted
    )
    exactly = " AND ".join(map(_phrase, wanted))
    return dict.fromkeys((_phrase(Term(phrase.words)), _phrase(phrase), exactly, in_any_way))


def _phrase(term: Term) -> str:
    """Return a term in FTS5's language; in quotes none of its words is an order to it."""
    return f'"{" ".join(term.words)}"' + "*" * term.is_open


def _stamp(document: Document) -> int:
    """Return what changes when the words or their order do: the blocks' ids are made of their words."""
    return crc32(" ".join(ids(document.blocks)).encode())
