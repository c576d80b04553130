"""The one text that a person asks about, and its way out of the library and back."""

from functools import partial

from reader.ground.events import Event
from reader.session.belongings import Belongings, TakenOut
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.store.folders import StoreError
from reader.text.shortening import shortened

LONGEST_TITLE = 40
"""Letters of a title in the quiet line; ours: it stays a line or two."""

REMOVED = "{} is out of the library now. Undo brings it back."
STILL_OPEN = "{} is out of the library now. You can still read it until you open another."
BACK = "{} is back, with its place and bookmarks."


class About:
    """Whatever is removed comes back as it was (R27), for as long as the window is open.

    Nothing here raises StoreError: what could not be done is said in the quiet line.
    """

    def __init__(self, belongings: Belongings, reading: Reading, keeping: Keeping, notices: Notices) -> None:
        self.left: Event[[str]] = Event()
        """The text of this id has left the library."""
        self.came_back: Event[[str]] = Event()
        """The text of this id is in the library again."""
        self._belongings = belongings
        self._reading = reading
        self._keeping = keeping
        self._notices = notices
        self._chosen = ""

    @property
    def subject(self) -> str:
        """Return the id of the text that is asked about: the chosen one, else the open one, "" for none."""
        return self._chosen or (self._reading.document.id if self._reading.chunks else "")

    def choose(self, document_id: str) -> None:
        """Ask about a text of the library; about the open one again with an empty id."""
        self._chosen = document_id

    def remove(self, id_: str) -> None:
        """Take a text out of the library with its place and bookmarks; Undo brings all of it back."""
        # The move of just now belongs to what comes back.
        self._keeping.keep_now()
        try:
            gone = self._belongings.take_out(id_)
        except StoreError as error:
            self._notices.say(str(error))
            return
        is_open = id_ == self._reading.document.id
        if is_open:
            self._keeping.leave_out(id_)
        self.left.emit(id_)
        told = (STILL_OPEN if is_open else REMOVED).format(_named(gone))
        self._notices.offer_undo(told, partial(self._bring_back, gone))

    def _bring_back(self, gone: TakenOut) -> None:
        try:
            self._belongings.put_back(gone)
        except StoreError as error:
            self._notices.offer_undo(str(error), partial(self._bring_back, gone))
            return
        if gone.id == self._reading.document.id:
            self._keeping.leave_out("")
        self.came_back.emit(gone.id)
        self._notices.say(BACK.format(_named(gone)))


def _named(gone: TakenOut) -> str:
    return f"“{shortened(gone.title, LONGEST_TITLE)}”"
