"""Time behind a protocol, so that a test can own it."""

from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """A call that is due later."""

    def cancel(self) -> None:
        """Forget the call; harmless when it has been made already."""


class Clock(Protocol):
    """What the time is, and a call later on."""

    def now(self) -> float:
        """Return seconds that only grow."""

    def today(self) -> float:
        """Return seconds since 1970, as the calendar counts them."""

    def later(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Call once after so many seconds, on the thread that owns the session."""
