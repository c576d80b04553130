"""All that the library keeps of a text: what it is, where one is in it, and the bookmarks in it."""

from dataclasses import dataclass
from sqlite3 import Row

from reader.model.bookmark import Bookmark
from reader.model.kept_text import KeptText
from reader.store.answers import AnswerStore
from reader.store.bookmarks import BookmarkStore
from reader.store.folders import StoreError
from reader.store.library import RecordStore
from reader.store.texts import TextStore


@dataclass(frozen=True, slots=True)
class TakenOut:
    """All that has left with a text; what a file of an earlier version has is a record alone."""

    id: str
    text: KeptText | None
    record: Row | None
    marks: tuple[Bookmark, ...]

    @property
    def title(self) -> str:
        """Return what the text is called, "" if nothing was kept of it."""
        title: str = self.text.title if self.text else self.record["title"] if self.record else ""
        return title


@dataclass(frozen=True, slots=True)
class Belongings:
    """Where the three are kept; they go together, and come back together. Everything raises StoreError.

    `answers` are of two texts each: what was brought along from one to the other stays known.
    """

    texts: TextStore
    records: RecordStore
    marks: BookmarkStore
    answers: AnswerStore

    def take_out(self, id_: str) -> TakenOut:
        """Take out all that belongs to a text, or nothing."""
        text, marks = self.texts.of(id_), self.marks.of(id_)
        gone = TakenOut(id_, text, self.records.remove(id_), marks)
        try:
            for mark in marks:
                self.marks.remove(mark.id)
            if text:
                self.texts.remove(id_)
        except StoreError:
            self.put_back(gone)
            raise
        return gone

    def put_back(self, gone: TakenOut) -> None:
        """Put back whatever of a text is not there any more."""
        if gone.text:
            self.texts.restore(gone.text)
        if gone.record:
            self.records.restore(gone.record)
        for mark in gone.marks:
            self.marks.restore(mark)
