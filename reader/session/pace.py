"""How quickly this person reads, learned from the pieces they turned by hand, and from nothing else."""

from collections import deque

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.session.delay import Delay
from reader.session.notices import Notices
from reader.store.folders import StoreError
from reader.store.pace import PaceStore
from reader.text.pacing import WORDS_A_MINUTE, Sample, is_reading, pace

ENOUGH = 5
"""Pieces after which the pace is taken to be known."""

KEPT = 30
"""Pieces that count, the newest: ours. The pace may be another one next week."""

KEEP_AFTER = 0.5
"""Seconds from a piece to the disk: the next one is painted first."""

FORGOTTEN = "Your pace is forgotten. Minutes are told at a calm pace again."
BACK = "Your pace is back."


class Pace:
    """The pace of this reader. It stays on this computer, and can be forgotten."""

    def __init__(self, kept: PaceStore, notices: Notices, clock: Clock) -> None:
        self.changed: Event[[]] = Event()
        """A piece was read, or the pace was forgotten or brought back."""
        self._store = kept
        self._notices = notices
        self._delay = Delay(clock)
        self._samples: deque[Sample] = deque(maxlen=KEPT)
        try:
            self._samples.extend(filter(is_reading, kept.all()))
        except StoreError as error:
            notices.say(str(error))

    @property
    def is_learned(self) -> bool:
        """Return whether enough pieces were read to know the pace."""
        return len(self._samples) >= ENOUGH

    @property
    def words_a_minute(self) -> float:
        """Return the pace, the usual one until enough pieces were read."""
        return pace(self._samples) if self.is_learned else WORDS_A_MINUTE

    def seconds(self, words: int) -> float:
        """Return how long this person takes for so many words."""
        return 60 * words / self.words_a_minute

    def learn(self, words: int, seconds: float) -> None:
        """Take in how long a piece of so many words was read; what nobody can have read is left out."""
        if is_reading((words, seconds)):
            self._samples.append((words, seconds))
            # A piece that follows leaves the timer running, so that nothing waits for long.
            if not self._delay.waits:
                self._delay.start(KEEP_AFTER, self._keep)
            self.changed.emit()

    def forget(self) -> None:
        """Know nothing of this reader's pace; Undo brings it back."""
        before = tuple(self._samples)
        self._use(())
        self._notices.offer_undo(FORGOTTEN, lambda: self._bring_back(before))

    def keep_now(self) -> None:
        """Write what is still waiting; called before the window goes."""
        if self._delay.waits:
            self._delay.cancel()
            self._keep()

    def _bring_back(self, samples: tuple[Sample, ...]) -> None:
        # What was read since is the newer.
        self._use((*samples, *self._samples))
        self._notices.say(BACK)

    def _use(self, samples: tuple[Sample, ...]) -> None:
        self._samples = deque(samples, maxlen=KEPT)
        self._delay.cancel()
        self._keep()
        self.changed.emit()

    def _keep(self) -> None:
        try:
            self._store.keep(self._samples)
        except StoreError as error:
            self._notices.say(str(error))
