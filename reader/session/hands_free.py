"""Hands free: the text goes on by itself, in silence and at the reader's own pace, to the end of the part."""

from typing import Protocol

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.session.delay import Delay
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.pace import Pace
from reader.session.reading import Reading
from reader.text import words

LONGER = 1.5
"""Times the reader's own pace: whoever reads a line twice is not hurried."""

LEAST = 4.0
"""Seconds that anything stays at least; ours: to see that it is new takes a while, too."""

PICTURE = 15.0
"""Seconds more for a picture, which no count of words knows about; ours."""

GOES_ON = "Goes on by itself. Any key stops it."
STOPPED = "Stopped. Next goes on."
PART_ENDS = "This part ends here, so it stays. Next goes on."


class Sight(Protocol):
    """What is before the eyes, and what comes after it in the piece; the window knows."""

    def in_sight(self) -> str:
        """Return the letters of the piece that are to be read now."""

    def has_more(self) -> bool:
        """Return whether some of the piece comes after them."""

    def read_on(self) -> None:
        """Show what comes after them, in this piece or in the next one."""


class HandsFree:
    """Begins only when it is asked to, and never leaves the part.

    It stops at once when the voice begins, and when a piece is shown that it has not turned to itself. Keys,
    presses and the window are told by the window.
    """

    def __init__(
        self, reading: Reading, pace: Pace, listening: Listening, notices: Notices, clock: Clock
    ) -> None:
        self.changed: Event[[]] = Event()
        """It has begun or ended."""
        self._reading = reading
        self._pace = pace
        self._notices = notices
        self._delay = Delay(clock)
        self._sight: Sight | None = None
        self._turns = False
        listening.changed.connect(self._end)
        reading.turned.connect(self._leave_to_others)

    @property
    def on(self) -> bool:
        """Return whether it goes on by itself now."""
        return self._sight is not None

    def begin(self, sight: Sight) -> None:
        """Go on by itself from what is before the eyes, if anything follows in the part."""
        if self._is_at_end(sight):
            self._notices.say(PART_ENDS)
            return
        self._sight = sight
        self._notices.say(GOES_ON)
        self._stay(sight)
        self.changed.emit()

    def stop(self) -> None:
        """Go on no more, and say so; harmless while it is off."""
        if self.on:
            self._end()
            self._notices.say(STOPPED)

    def _stay(self, sight: Sight) -> None:
        seconds = LONGER * self._pace.seconds(words.count(sight.in_sight()))
        if self._reading.chunk.begins_picture:
            seconds += PICTURE
        self._delay.start(max(LEAST, seconds), self._go_on)

    def _go_on(self) -> None:
        sight = self._sight
        assert sight is not None, "The timer ends with what it is for."
        if self._reading.awaits_next and not sight.has_more():
            self._delay.start(LEAST, self._go_on)
            return
        # The window may have grown meanwhile: then nothing of the part is left to show.
        if not self._is_at_end(sight):
            self._turns = True
            sight.read_on()
            self._turns = False
        if self._is_at_end(sight):
            self._end()
        else:
            self._stay(sight)

    def _is_at_end(self, sight: Sight) -> bool:
        return self._reading.ends_part and not sight.has_more()

    def _leave_to_others(self) -> None:
        if not self._turns:
            self._end()

    def _end(self) -> None:
        """Go on no more; what rests on the quiet line, such as the end of the part, is seen again."""
        if not self.on:
            return
        self._sight = None
        self._delay.cancel()
        if self._notices.message == GOES_ON:
            self._notices.clear()
        self.changed.emit()
