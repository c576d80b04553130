"""What a person can do with bookmarks: set, take off, rename, and bring back."""

import contextlib
from collections.abc import Callable, Iterator, Sequence

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.model.bookmark import Bookmark
from reader.model.chunk import Chunk
from reader.model.document import Document
from reader.model.place import Place
from reader.session.notices import Notices
from reader.store.bookmarks import BookmarkStore
from reader.store.folders import StoreError
from reader.text.shortening import shortened

LONGEST_NAME = 80
"""Characters of a name; ours: about a line of the list."""


class Bookmarks:
    """The Bookmark key and the list of bookmarks.

    Nothing here raises StoreError: what could not be kept is said in the quiet line, and reading goes on.
    """

    def __init__(self, store: BookmarkStore, notices: Notices, clock: Clock) -> None:
        self.changed: Event[[]] = Event()
        """A bookmark came, went or has another name."""
        self._store = store
        self._notices = notices
        self._clock = clock

    def items(self) -> tuple[Bookmark, ...]:
        """Return all bookmarks, newest first."""
        return self._read(self._store.all)

    def is_marked(self, document: Document, chunk: Chunk) -> bool:
        """Return whether a bookmark lies in a piece."""
        return bool(self._within(document, chunk))

    def toggle(self, document: Document, part_title: str, chunk: Chunk, place: Place) -> None:
        """Set a bookmark at a place of a piece, or take off all that lie in the piece."""
        if marked := self._within(document, chunk):
            self._take_off(marked, "Bookmark taken off.")
            return
        name = _name(document.title, part_title, chunk, place)
        with self._kindly():
            made = self._store.add(document.id, place, name, self._clock.today())
            self._notices.offer_undo("Bookmarked. You can find it in the menu.", lambda: self._unset(made))
            self.changed.emit()

    def remove(self, bookmark: Bookmark) -> None:
        """Take a bookmark off the list; Undo brings it back."""
        self._take_off((bookmark,), "Bookmark taken off. Undo brings it back.")

    def rename(self, bookmark: Bookmark, name: str) -> None:
        """Give a bookmark a name of the person's own; Undo brings the old one back."""
        chosen = shortened(name, LONGEST_NAME)
        if chosen in {"", bookmark.name}:
            self._notices.say("The bookmark keeps its name.")
            return
        with self._kindly():
            self._store.rename(bookmark.id, chosen)
            self._notices.offer_undo("The bookmark has a new name.", lambda: self._unname(bookmark))
            self.changed.emit()

    def _within(self, document: Document, chunk: Chunk) -> tuple[Bookmark, ...]:
        marks = self._read(lambda: self._store.of(document.id))
        return tuple(mark for mark in marks if _holds(chunk, mark.place))

    def _take_off(self, bookmarks: Sequence[Bookmark], words: str) -> None:
        with self._kindly():
            # Another window may have taken it off; what the list showed can then still be brought back.
            gone = [self._store.remove(mark.id) or mark for mark in bookmarks]
            self._notices.offer_undo(words, lambda: self._bring_back(gone))
            self.changed.emit()

    def _bring_back(self, gone: Sequence[Bookmark]) -> None:
        try:
            for mark in gone:
                self._store.restore(mark)
        except StoreError as error:
            self._notices.offer_undo(str(error), lambda: self._bring_back(gone))
        else:
            self._notices.say("The bookmark is back.")
            self.changed.emit()

    # An undo offers no undo of its own: Ctrl+Z would then go back and forth and never reach older things.

    def _unset(self, made: Bookmark) -> None:
        with self._kindly():
            self._store.remove(made.id)
            self._notices.say("Bookmark taken off.")
            self.changed.emit()

    def _unname(self, before: Bookmark) -> None:
        with self._kindly():
            self._store.rename(before.id, before.name)
            self._notices.say("The bookmark has its old name.")
            self.changed.emit()

    def _read(self, look_up: Callable[[], tuple[Bookmark, ...]]) -> tuple[Bookmark, ...]:
        try:
            return look_up()
        except StoreError as error:
            self._notices.say(str(error))
            return ()

    @contextlib.contextmanager
    def _kindly(self) -> Iterator[None]:
        """Say what could not be kept instead of raising it."""
        try:
            yield
        except StoreError as error:
            self._notices.say(str(error))


def _holds(chunk: Chunk, place: Place) -> bool:
    # A heading without text has no letters a place could lie between.
    same = (place.block, place.offset) == (chunk.place.block, chunk.place.offset)
    return same or chunk.offset_of(place) is not None


def _name(title: str, part: str, chunk: Chunk, place: Place) -> str:
    """Return article, part and first words on one line; a long title gives way, for the words tell most."""
    following = chunk.text[chunk.offset_of(place) or 0 :].split(maxsplit=6)
    words = " ".join(following[:6]) + ("…" if len(following) > 6 else "")
    end = ": ".join(filter(None, (shortened(part, 22), shortened(words or chunk.heading, 32))))
    return ", ".join(filter(None, (shortened(title, LONGEST_NAME - len(end) - 2), end)))
