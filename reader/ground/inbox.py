"""Where answers of other threads wait for a thread that has nothing else to do."""

from collections.abc import Callable
from queue import Empty, SimpleQueue

AWAKE = 0.5
"""Seconds after which who waits looks up: a signal, such as Ctrl+C, does not always end a wait by itself."""


class Inbox:
    """Takes calls from any thread, and makes them on the thread that waits: a post without a window."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], object]] = SimpleQueue()

    def post(self, call: Callable[[], object]) -> None:
        """Have a call made by whoever waits, in the order of posting."""
        self._calls.put(call)

    def wait_until(self, done: Callable[[], bool]) -> None:
        """Make every call that has come, and wait for more until `done`; raises what a call raises."""
        while not (done() and self._calls.empty()):
            self._next()()

    def _next(self) -> Callable[[], object]:
        try:
            return self._calls.get(timeout=AWAKE)
        except Empty:
            return lambda: None
