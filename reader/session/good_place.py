"""Telling of a good place to stop, once a day, to those who have set how long is safe."""

from reader.ground.clock import Clock
from reader.session.delay import Delay
from reader.session.eyes_closed import EyesClosed
from reader.session.listening import Listening
from reader.session.notices import UNDO, Notices
from reader.session.playback import END_OF_PART
from reader.session.preferences import Preferences
from reader.session.reading_time import ReadingTime
from reader.session.sleep_timer import SleepTimer

GOOD_PLACE = "This is a good place to stop."
NOT_AGAIN = "Do not tell me"
SWITCHED_OFF = "You will not be told again."

KEEP_AFTER = 10.0
"""Seconds from a turn to the disk, so that quick turning writes once."""

TIME_TO_SEE = 60.0
"""Seconds after which another message may be covered, while nobody does anything that takes it away."""


class GoodPlace:
    """Watches today's time, and tells at half of what is safe; nothing stops or changes by it.

    At half, since the bill comes a day later. What would wake somebody, or cover another message, waits
    for the end of a later sentence or piece. While nothing is set, nothing is kept.
    """

    def __init__(
        self,
        time: ReadingTime,
        listening: Listening,
        eyes_closed: EyesClosed,
        sleep_timer: SleepTimer,
        preferences: Preferences,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._time = time
        self._listening = listening
        self._eyes_closed = eyes_closed
        self._sleep_timer = sleep_timer
        self._preferences = preferences
        self._notices = notices
        self._clock = clock
        self._soon, self._keeping = Delay(clock), Delay(clock)
        self._of_the_voice = ""
        self._stands_since = clock.now()
        time.stopped.connect(self._look)
        listening.said.connect(self._note_voice)
        notices.changed.connect(self._note_message)

    def keep_now(self) -> None:
        """Write today's time; called before the window goes."""
        self._keeping.cancel()
        if self._half is not None:
            self._time.keep_now()

    def _note_voice(self, text: str) -> None:
        self._of_the_voice = text

    def _note_message(self) -> None:
        self._stands_since = self._clock.now()

    def _look(self) -> None:
        if self._half is None:
            return
        if not self._keeping.waits:
            self._keeping.start(KEEP_AFTER, self._time.keep_now)
        # A moment later: what the person has just done may have something to tell, too.
        self._soon.start(0, self._tell)

    def _tell(self) -> None:
        if not self._is_due or not self._is_free:
            return
        self._time.note_told()
        if self._eyes_closed.on:
            self._eyes_closed.tell(GOOD_PLACE)
        else:
            text = END_OF_PART if self._notices.message == END_OF_PART else GOOD_PLACE
            self._notices.offer_to(text, NOT_AGAIN, self._switch_off)

    def _switch_off(self) -> None:
        self._preferences.change("safe", "off")
        self._notices.offer_to(SWITCHED_OFF, UNDO, self._notices.undo)

    @property
    def _half(self) -> float | None:
        """Return the seconds after which to tell, None for never."""
        safe = self._preferences.settings.safe
        return None if safe == "off" else 60 * int(safe) / 2

    @property
    def _is_due(self) -> bool:
        half, today = self._half, self._time.today
        # Whoever sets another time the same day is told of it, too, if its half was still to come.
        return half is not None and today.told < half <= today.seconds

    @property
    def _is_free(self) -> bool:
        """Return whether telling wakes nobody, and covers nothing that is new and matters."""
        if self._sleep_timer.is_fading:
            return False
        told_by_voice = self._of_the_voice if self._listening.speaking else END_OF_PART
        has_stood = self._clock.now() - self._stands_since >= TIME_TO_SEE
        return self._eyes_closed.on or has_stood or self._notices.message in ("", told_by_voice)
