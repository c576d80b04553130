"""Where texts come from: the bundled articles, a person's own that the library keeps, and their files."""

import contextlib
import re
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from reader.formats import opening
from reader.formats.refusals import Refusal
from reader.formats.shelf import Shelf
from reader.ground.beside import Stop
from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.model.document import Document
from reader.model.kept_text import KeptText
from reader.store.folders import StoreError
from reader.store.texts import NOT_KEPT, TextStore, mended

T = TypeVar("T")

_ID = re.compile(r"[0-9a-f]{16}")

COPIED = "Copied text"


class Texts:
    """Opens texts by their id or their file, and keeps each that comes from outside once it is whole.

    The id of a file's text is a hash of its content: a file that was moved or renamed is the same text, and
    one that was changed is another. Called beside the page; what is emitted is emitted there.
    """

    def __init__(self, shelf: Shelf, store: TextStore, clock: Clock) -> None:
        self.kept: Event[[Document]] = Event()
        """A text has come into the library."""
        self.not_kept: Event[[str]] = Event()
        """The library cannot be used, for this reason; what a file holds can be read all the same."""
        self._shelf = shelf
        self._store = store
        self._clock = clock
        self._left_out: set[str] = set()
        """Texts that were taken out of the library while they were still on their way."""

    def leave_out(self, id_: str) -> None:
        """Do not keep a text that is on its way, though it is read: it has left the library."""
        self._left_out.add(id_)

    def let_in(self, id_: str) -> None:
        """Keep a text again once it is whole."""
        self._left_out.discard(id_)

    def ids(self) -> Sequence[str]:
        """Return the ids of the bundled texts, which are there at once."""
        return self._shelf.ids()

    def name_of(self, id_: str, path: Path | None) -> str:
        """Return what opens a text that was once opened from a file: its id if it is here, else the file."""
        return id_ if path is None or self._of(id_) else str(path)

    def open(self, name: str) -> Document:
        """Return the whole text of this id or file; raises Refusal."""
        (whole,) = deque(self.arriving(name), maxlen=1)
        return whole

    def arriving(self, name: str, stop: Stop | None = None) -> Iterator[Document]:
        """Yield the text of this id, else the one in the file of this name, as it grows; raises Refusal."""
        if name in self.ids():
            yield from self._shelf.arriving(name)
        elif kept := self._of(name):
            yield from self._of_library(kept, stop)
        elif _ID.fullmatch(name):
            # Another window has taken it out meanwhile.
            raise Refusal("This text", "is not in the library any more", "its file can be opened again")
        else:
            yield from self._of_file(Path(name).absolute(), stop)

    def arriving_copied(
        self, content: bytes, kind: str, title: str = "", stop: Stop | None = None
    ) -> Iterator[Document]:
        """Yield the text in what a person has copied, as it grows; raises Refusal.

        Whoever stops it once there is something to read does without the rest; the library has all of it.
        `kind` is one that `opening.KINDS` names. Without a title the text gives its own.
        """
        self.let_in(opening.content_id_of(content))
        if kept := self._of(opening.content_id_of(content)):
            yield from self._of_library(kept, stop)
            return
        ending = next(ending for ending, named in opening.KINDS.items() if named == kind)
        with _in_a_file(content, f"{COPIED}{ending}") as file:
            shown = False
            try:
                for document in opening.arriving(file, stop=stop):
                    shown = True
                    yield replace(document, title=title or document.title)
            except (GeneratorExit, Refusal):
                if not (shown and stop and stop.is_asked):
                    raise
                # Nobody can open again what was copied: it is kept whole, and the page need not wait for it.
                document = opening.open_file(file)
            self._keep(replace(document, title=title or document.title), file, None)

    def take_in(self, path: Path) -> KeptText | None:
        """Keep the text in a file without showing it; None if it could not be kept. Raises Refusal."""
        return self._of(self.open(str(path)).id)

    def _of_library(self, kept: KeptText, stop: Stop | None) -> Iterator[Document]:
        """Yield a kept text; what the library has lost of it is made anew from the file."""
        document = self._looked_up(kept.id)
        copy = self._store.original(kept.id)
        if document is not None:
            yield document
        elif copy is not None and opening.content_id(copy) == kept.id:
            yield from self._taken_apart(copy, kept.path, kept, stop)
        elif kept.path is not None:
            yield from self._of_file(kept.path, stop)
        else:
            raise Refusal(kept.title, "could not be read")

    def _of_file(self, path: Path, stop: Stop | None) -> Iterator[Document]:
        """Yield the text in a file: at once, if the library has it."""
        id_ = opening.content_id(path)
        self.let_in(id_)
        kept, copy = self._of(id_), self._store.original(id_)
        # Whoever gives a file another ending wants it to be read otherwise.
        alike = copy is not None and _expected(copy) == _expected(path)
        document = self._looked_up(id_) if kept and alike else None
        if kept is None or document is None:
            yield from self._taken_apart(path, path, kept, stop)
            return
        if kept.path != path:
            self._asked(lambda: self._store.found_at(id_, path))
        yield document

    def _taken_apart(
        self, file: Path, path: Path | None, kept: KeptText | None, stop: Stop | None
    ) -> Iterator[Document]:
        """Yield the text in a file as it grows, and keep it; of one that is `kept`, what was mended stays."""
        for document in opening.arriving(file, path, stop):
            # The pieces that are shown already stay, whatever the language.
            yield replace(mended(document, kept), cuts=document.cuts) if kept else document
        if _is_still(document, file):
            self._keep(document, file, path)
        else:
            self.not_kept.emit(NOT_KEPT)

    def _keep(self, document: Document, file: Path, path: Path | None) -> None:
        if document.id in self._left_out:
            return
        now = self._clock.today()
        if self._asked(lambda: self._store.keep(document, file, file.suffix, path, now)):
            self.kept.emit(document)

    def _of(self, id_: str) -> KeptText | None:
        return self._asked(lambda: self._store.of(id_))

    def _looked_up(self, id_: str) -> Document | None:
        return self._asked(lambda: self._store.open(id_))

    def _asked(self, ask: Callable[[], T]) -> T | None:
        """Return what the library answers; what it cannot do is said."""
        try:
            return ask()
        except StoreError as error:
            self.not_kept.emit(str(error))
            return None


def _expected(file: Path) -> str:
    """Return which kind of text a file's name promises."""
    return opening.KINDS.get(file.suffix.lower(), "")


def _is_still(document: Document, file: Path) -> bool:
    """Return whether a file still holds a text: it may have been written to meanwhile, or taken away."""
    try:
        return opening.content_id(file) == document.id
    except Refusal:
        return False


@contextlib.contextmanager
def _in_a_file(content: bytes, name: str) -> Iterator[Path]:
    """Give a file of this name and content, for as long as it is needed; raises Refusal."""
    try:
        with tempfile.TemporaryDirectory(prefix="gentle-reader-") as folder:
            file = Path(folder) / name
            file.write_bytes(content)
            yield file
    except OSError as error:
        raise Refusal(COPIED, "could not be read") from error
