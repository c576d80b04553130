"""How long a piece was read: from being shown until the person turned to the next one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.ground.clock import Clock
from reader.model.chunk import Chunk
from reader.session.pace import Pace
from reader.session.reading import Reading
from reader.text import words


@dataclass(frozen=True, slots=True)
class _Shown:
    """A piece, and since when it is read."""

    chunks: Sequence[Chunk]
    index: int
    since: float


class PieceTiming:
    """Teaches the pace by the pieces that a person reads and turns themselves.

    What is interrupted does not count: by the voice, a rest, another page or window, or open words. Nor does
    what was not left for the piece after it. `by_hand` returns whether nothing else turns the pieces now.
    """

    def __init__(self, reading: Reading, pace: Pace, clock: Clock, by_hand: Callable[[], bool]) -> None:
        self._reading = reading
        self._pace = pace
        self._clock = clock
        self._by_hand = by_hand
        self._shown: _Shown | None = None
        reading.turned.connect(self._turn)

    def interrupt(self) -> None:
        """Do not count the piece that is shown."""
        self._shown = None

    def _turn(self) -> None:
        left, self._shown = self._shown, None
        if not self._by_hand():
            return
        shown = _Shown(self._reading.chunks, self._reading.index, self._clock.now())
        if left and left.chunks is shown.chunks and left.index + 1 == shown.index:
            self._pace.learn(words.count(left.chunks[left.index].text), shown.since - left.since)
        self._shown = shown
