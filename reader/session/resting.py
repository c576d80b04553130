"""Resting: a dark page, silence, and a gentle way back to where the thread was."""

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.session.delay import Delay
from reader.session.eyes_closed import EyesClosed
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.text.shortening import shortened

AGAIN = "Press again to go on."

ONE_PRESS = 0.5
"""Seconds in which several keys count as one press; ours: a hand that leans on the keyboard hits many."""

DIM_FOR = 20.0
"""Seconds without a key after which the dim words go out, so that two bumps in a night bring no light."""

LONGEST_SENTENCE = 80
"""Characters of the last sentence that the quiet line tells."""


class Resting:
    """The rest page's twin. Nothing is heard and nothing is counted until a person presses twice."""

    def __init__(
        self,
        reading: Reading,
        listening: Listening,
        eyes_closed: EyesClosed,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self.began: Event[[]] = Event()
        """The rest has begun, and the voice has stopped."""
        self.ended: Event[[]] = Event()
        """The person is back."""
        self.changed: Event[[]] = Event()
        """The dim words have come or gone."""
        self._reading = reading
        self._listening = listening
        self._eyes_closed = eyes_closed
        self._notices = notices
        self._clock = clock
        self._fading = Delay(clock)
        self._pressed_at = 0.0
        self._on = False

    @property
    def on(self) -> bool:
        """Return whether the person rests."""
        return self._on

    @property
    def dim_words(self) -> str:
        """Return what the dark page shows, "" for nothing."""
        return AGAIN if self._fading.waits else ""

    def begin(self) -> None:
        """Fall silent and rest, with the page where the voice was; harmless when done twice."""
        if self._on:
            return
        self._on = True
        if self._listening.is_elsewhere:
            self._listening.come_back()
        # Its way to be silent also ends an answer, after which the reading would go on.
        self._eyes_closed.stop()
        self.began.emit()

    def press(self) -> None:
        """Take a key, whichever it is: the first one shows dim words only, for it may have been a bump."""
        now = self._clock.now()
        if not self._fading.waits:
            self._pressed_at = now
        elif now - self._pressed_at >= ONE_PRESS:
            self.end()
            return
        self._fading.start(DIM_FOR, self.changed.emit)
        self.changed.emit()

    def end(self) -> None:
        """Come back, to the sentence that was read last; harmless when done twice."""
        if not self._on:
            return
        self._on = False
        self._fading.cancel()
        self.ended.emit()
        sentence = self._last_sentence() if self._reading.chunks else ""
        # One that is all of the page is told by the page itself.
        if sentence and sentence != self._reading.chunk.text.strip():
            # It rests on the line, behind whatever was to be told meanwhile, until the next piece.
            words = shortened(sentence, LONGEST_SENTENCE)
            # A quotation has marks of its own.
            self._notices.rest(f"You last read: {words}" if "“" in words else f"You last read: “{words}”")

    def _last_sentence(self) -> str:
        """Return the sentence that was come to, "" at the very beginning."""
        reading = self._reading
        offset = reading.chunk.offset_of(reading.place)
        if offset is None:
            # The kept place comes after this piece, which is shown to pick up the thread.
            return reading.chunk.sentences[-1].strip() if reading.chunk.sentences else ""
        return reading.sentence if offset else reading.just_read()
