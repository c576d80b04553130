"""What there is to take along as sound: the open article, its part, the bookmarks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from reader.formats.refusals import Refusal
from reader.model.bookmark import Bookmark
from reader.model.document import Document, Kind, Part
from reader.model.level import Level
from reader.session import chapters
from reader.session.bookmarks import Bookmarks
from reader.session.chapters import Chapter
from reader.session.fetching import Texts
from reader.session.reading import Reading
from reader.store.folders import StoreError
from reader.store.library import RecordStore
from reader.text.chunks import chunks

ARTICLE = "This article"

WORDS_A_MINUTE = 140
"""Measured on the articles at speed 1.0: 132 by the natural voice, 154 by eSpeak, without the gaps."""

WORDS_A_SENTENCE = 16
"""Measured on the articles; only a guess is needed, and only for pieces that are not opened yet."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Something to take along: its name on the page, the title of the file, and about how long it is."""

    name: str
    title: str
    words: int
    sentences: int
    count: int
    """How many chapters there are; some may turn out to be gone."""
    chapters: Callable[[], Sequence[Chapter]]
    """Opens what is not open yet, which may take long. Raises Refusal when none of it can be opened."""
    language: str = "en"

    def seconds(self, speed: float, gap: float) -> float:
        """Return about how long it is as sound, at a speed and with a gap in seconds after each sentence."""
        return self.words * 60 / (WORDS_A_MINUTE * speed) + self.sentences * gap


class Portions:
    """Looks up what there is to take along now."""

    def __init__(self, reading: Reading, bookmarks: Bookmarks, texts: Texts, records: RecordStore) -> None:
        self._reading = reading
        self._bookmarks = bookmarks
        self._texts = texts
        self._records = records

    def offered(self) -> tuple[Portion, ...]:
        """Return what there is, the most likely wish first."""
        return (*self._of_text(), *self._of_bookmarks())

    def _of_text(self) -> tuple[Portion, ...]:
        whole = self._reading.text.whole
        if not whole.chunks or whole.arrives:
            return ()
        document, level = whole.document, self._reading.level
        parts = [part for part in whole.parts if whole.chunks.of_part(part.index)]
        article = _of_parts(ARTICLE, document, level, parts)
        if len(parts) < 2:
            return (article,)
        here = self._reading.part
        return (article, _of_parts(f"This part: {here.title or document.title}", document, level, [here]))

    def _of_bookmarks(self) -> tuple[Portion, ...]:
        # Oldest first: so they were met, and so they are listened to.
        marks = tuple(reversed(self._bookmarks.items()))
        if not marks:
            return ()
        level = self._reading.level
        guess = len(marks) * (level.words * 4 // 5 or WORDS_A_SENTENCE)
        opens = partial(
            self._opened, [(mark, self._where(mark)) for mark in marks], level, self._reading.document
        )
        name = "My bookmarks"
        return (Portion(name, name, guess, guess // WORDS_A_SENTENCE, len(marks), opens),)

    def _where(self, mark: Bookmark) -> str:
        """Return the id of a text that is here, or the file of another one."""
        try:
            record = self._records.record(mark.document)
        except StoreError:  # the list of bookmarks has said so already
            record = None
        return self._texts.name_of(mark.document, record.path if record else None)

    def _opened(
        self, marks: Sequence[tuple[Bookmark, str]], level: Level, open_now: Document
    ) -> Sequence[Chapter]:
        """Return the piece of each bookmark; those whose text is gone are left out."""
        pieces = {open_now.id: (open_now, chunks(open_now, level))} if open_now.is_whole else {}
        found = []
        refused: Refusal | None = None
        for mark, where in marks:
            try:
                if mark.document not in pieces:
                    document = self._texts.open(where)
                    pieces[mark.document] = (document, chunks(document, level))
            except Refusal as refusal:
                refused = refusal
                continue
            _, cut = pieces[mark.document]
            index = cut.index_of(mark.place)
            found.append(Chapter(mark.name, cut[index : index + 1]))
        if refused and not found:
            raise refused
        return found


def _of_parts(name: str, document: Document, level: Level, parts: Sequence[Part]) -> Portion:
    title = document.title if name == ARTICLE else f"{document.title}: {parts[0].title or document.title}"

    def opened() -> Sequence[Chapter]:
        # Pieces of its own: those of the page are made on another thread.
        return chapters.of_text(document, chunks(document, level), parts)

    blocks = [block for part in parts for block in document.blocks[part.first : part.end]]
    told = [block.text for block in blocks if block.kind not in (Kind.HEADING, Kind.NOTE)]
    single = chunks(document, Level.SENTENCE)
    return Portion(
        name,
        title,
        sum(len(text.split()) for text in told),
        sum(len(single.of_part(part.index)) for part in parts),
        len(parts),
        opened,
        document.language,
    )
