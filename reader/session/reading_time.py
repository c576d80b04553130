"""For how long a person has read and listened today, however long the window was open."""

from dataclasses import replace
from datetime import date

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.model.today import Today
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.pace import Pace
from reader.session.reading import Reading
from reader.session.resting import Resting
from reader.session.sentences import Sentence
from reader.store.folders import StoreError
from reader.store.today import TodayStore
from reader.text import words

MOST = 3.0
"""How many times what this reader needs for a piece it may count; ours: after that nobody is reading."""


class ReadingTime:
    """Counts the time in which the voice speaks, or a piece is in sight that can still be read.

    It is shown nowhere (R30); session/good_place.py asks for it, for those who want to be told.
    """

    def __init__(
        self,
        reading: Reading,
        listening: Listening,
        resting: Resting,
        pace: Pace,
        kept: TodayStore,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self.stopped: Event[[]] = Event()
        """A piece was turned in silence, or a sentence was heard to its end."""
        self._reading = reading
        self._listening = listening
        self._resting = resting
        self._pace = pace
        self._kept = kept
        self._notices = notices
        self._clock = clock
        self._since = clock.now()
        self._in_sight = True
        self._listens = self._reads = False
        self._left = 0.0
        self._today = self._as_kept()
        reading.turned.connect(self._turn)
        listening.passed.connect(self._hear)
        listening.changed.connect(self._follow)
        resting.began.connect(self._follow)
        resting.ended.connect(self._follow)

    @property
    def today(self) -> Today:
        """Return what is counted of today."""
        return self._today

    def see(self, in_sight: bool) -> None:
        """Learn whether the text is in sight, in a window that a person looks at; at first it is."""
        self._in_sight = in_sight
        self._follow()

    def note_told(self) -> None:
        """Keep that the person was told of today's time, so that it is told once."""
        self._today = replace(self._today, told=self._today.seconds)
        self.keep_now()

    def keep_now(self) -> None:
        """Write today's time to the disk, that of the piece in sight included."""
        self._follow()
        try:
            self._kept.keep(self._today)
        except StoreError as error:
            self._notices.say(str(error))

    def _as_kept(self) -> Today:
        try:
            return self._kept.of(self._day())
        except StoreError as error:
            self._notices.say(str(error))
            return Today(self._day())

    def _day(self) -> str:
        return date.fromtimestamp(self._clock.today()).isoformat()

    def _turn(self) -> None:
        self._follow()
        self._left = MOST * self._pace.seconds(words.count(self._reading.chunk.text))
        if not self._listens:
            self.stopped.emit()

    def _hear(self, _heard: Sentence, _following: Sentence | None) -> None:
        self._follow()
        self.stopped.emit()

    def _follow(self) -> None:
        """Count the time since the last look, as things were then, and see how they are now."""
        now, day = self._clock.now(), self._day()
        passed, self._since = now - self._since, now
        if day != self._today.day:
            self._today = Today(day)
        if self._listens:
            self._add(passed)
        elif self._reads:
            counted = min(passed, self._left)
            self._left -= counted
            self._add(counted)
        self._listens = self._listening.speaking
        self._reads = self._in_sight and not self._resting.on

    def _add(self, seconds: float) -> None:
        self._today = replace(self._today, seconds=self._today.seconds + seconds)
