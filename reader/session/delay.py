"""One call that is due later."""

from collections.abc import Callable

from reader.ground.clock import Clock, Timer


class Delay:
    """Makes one call after a while; a new one takes the place of the one that still waits."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._timer: Timer | None = None

    def start(self, seconds: float, call: Callable[[], object]) -> None:
        """Make the call after so many seconds, unless it is cancelled before."""
        self.cancel()

        def due() -> None:
            self._timer = None
            call()

        self._timer = self._clock.later(seconds, due)

    @property
    def waits(self) -> bool:
        """Return whether a call still waits."""
        return self._timer is not None

    def cancel(self) -> None:
        """Do not make the call that waits."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
