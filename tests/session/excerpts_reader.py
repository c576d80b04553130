"""One who reads key points: a text of three parts, and a database that keeps where they are."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reader.formats.parsing import parse
from reader.model.document import Document
from reader.model.level import Level
from reader.model.record import Record
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.database import Database
from reader.store.library import RecordStore

SHORT = "## In short\n\nAll of it is here. It is short.\n\n"
BODY = "Gut one is here. Gut two is here.\n\nGut three is here."
POINT = "\n\nGut is the point. It has two sentences.\n{: .key-point }\n\n"
ARTICLE = SHORT + "".join(
    f"## {name}\n\n{BODY}{POINT}".replace("Gut", name) for name in ("Gut", "Brain", "Blood")
)
OWN = "".join(f"## {name}\n\n{BODY}\n\n".replace("Gut", name) for name in ("Gut", "Brain", "Blood"))
MIXED = f"## Gut\n\n{BODY}{POINT}## Brain\n\nBrain one is here. Two is not."


def text_of(written: str) -> Document:
    return replace(parse("markdown", written, "The text.md"), id="text")


class Story:
    """One who reads; `shown` is the first two words of the piece, such as "Gut one"."""

    def __init__(self, written: str, database: Database, clock: Any, level: Level = Level.SENTENCE) -> None:
        self.notices = Notices()
        self.records = RecordStore(database)
        self.reading = Reading(self.notices, level)
        self.keeping = Keeping(self.reading, self.records, self.notices, clock)
        self.text = text_of(written)

    @property
    def shown(self) -> str:
        return " ".join(self.reading.chunk.text.split()[:2])

    @property
    def quiet(self) -> str:
        return self.notices.text

    def read_to(self, first_words: str) -> None:
        pieces = [" ".join(chunk.text.split()[:2]) for chunk in self.reading.chunks]
        self.reading.show(pieces.index(first_words))

    def step(self) -> str:
        """Press Ctrl+K."""
        self.notices.clear()
        self.reading.toggle_key_points()
        return self.shown

    def all_from_here(self) -> list[str]:
        shown = [self.shown]
        while not self.reading.ends_text:
            self.reading.next()
            shown.append(self.shown)
        return shown

    def record(self) -> Record:
        self.keeping.keep_now()
        found = self.records.last()
        assert found
        return found

    def come_back(self, **how: bool) -> None:
        """Open the text again as it was kept."""
        self.reading.resume(self.text, self.record(), **how)


Begin = Callable[..., Story]
