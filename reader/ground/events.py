"""A signal without Qt: calls go down, events come up."""

from collections.abc import Callable
from typing import Generic, ParamSpec

P = ParamSpec("P")


class Event(Generic[P]):
    """Something that happens; whoever wants to know connects a function.

    Receivers are called at once, in the order in which they connected, on the thread that emits.
    """

    def __init__(self) -> None:
        self._receivers: list[Callable[P, object]] = []

    def connect(self, receiver: Callable[P, object]) -> None:
        """Call `receiver` each time the event is emitted."""
        self._receivers.append(receiver)

    def emit(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Tell every receiver."""
        for receiver in self._receivers:
            receiver(*args, **kwargs)
