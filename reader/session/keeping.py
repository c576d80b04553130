"""Keeps the place while a person reads, without being asked."""

from pathlib import Path

from reader.ground.clock import Clock
from reader.model.record import Record
from reader.model.scope import Scope
from reader.session.delay import Delay
from reader.session.notices import Notices
from reader.session.open_text import OpenText
from reader.session.reading import Reading
from reader.store.folders import StoreError
from reader.store.library import RecordStore

KEEP_AFTER = 0.5
"""Seconds from a move to the disk, so that quick turning writes once; R16 allows 2."""


class Keeping:
    """Watches the reading and writes down where it is."""

    def __init__(self, reading: Reading, records: RecordStore, notices: Notices, clock: Clock) -> None:
        self._reading = reading
        self._records = records
        self._notices = notices
        self._clock = clock
        self._delay = Delay(clock)
        self._waiting: Record | None = None
        self.path: Path | None = None
        """The file that is open, None for a bundled text."""
        self._left_out = ""
        reading.moved.connect(self._move)
        reading.opened.connect(lambda: self.leave_out(""))
        reading.grown.connect(self._note_part)

    def leave_out(self, document: str) -> None:
        """Keep no place of a text that has left the library, until a text is opened; "" ends that."""
        self._left_out = document

    def keep_now(self) -> None:
        """Write what is still waiting; called before the window goes."""
        self._delay.cancel()
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        try:
            self._records.keep(waiting)
        except StoreError as error:
            self._notices.say(str(error))

    def _move(self) -> None:
        if self._reading.scope is Scope.REMINDER or self._reading.document.id == self._left_out:
            return
        # The record is made now: another text may be open when the timer is due.
        if self._waiting and self._waiting.document != self._reading.document.id:
            self.keep_now()
        self._waiting = self._record()
        # The first move starts the timer and later ones leave it running: what is kept is never older.
        if not self._delay.waits:
            self._delay.start(KEEP_AFTER, self.keep_now)

    def _note_part(self) -> None:
        """Write down which part it is: that shows when the text is whole."""
        if not self._reading.is_arriving:
            self._move()

    def _record(self) -> Record:
        text = self._reading.text
        number, part_title = self._part(text)
        return Record(
            document=text.whole.document.id,
            title=text.whole.document.title,
            place=text.whole.place,
            part=number,
            part_title=part_title,
            sentence=text.read.sentence,
            read=self._clock.today(),
            finished=text.whole.finished and not text.key_point,
            path=self.path,
            key_point=text.key_point,
            left_behind=text.trail.places,
        )

    def _part(self, text: OpenText) -> tuple[int, str]:
        """Return number and title of the part that is read; no number while the text is not whole."""
        if text.whole.arrives:
            return 0, text.read.piece_at(text.read.place).heading
        part = text.whole.part_of(text.read.place)
        return (part.number, part.title) if len(text.whole.parts) > 1 else (0, "")
