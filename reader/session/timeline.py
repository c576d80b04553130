"""Which letters are heard at which second of a sound file, for other programs."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from reader.model.chunk import Chunk
from reader.session.rendering import Said


class Timeline:
    """Collects the words of a text as they come into the file.

    `start` and `length` count code points of the texts of the pieces joined without anything between.
    Words that are said for the same letters are one, with the time of the first. Times never go back.
    """

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        texts = [chunk.text for chunk in chunks]
        self._joined = "".join(texts)
        self._begins = dict(
            zip((chunk.index for chunk in chunks), accumulate(map(len, texts), initial=0), strict=False)
        )
        self._words: list[tuple[int, int, float]] = []
        self.estimated = False
        """Whether the voice only estimated some of the times."""

    def add(self, said: Said) -> None:
        """Take the words of a line; a heading is not in the pieces and has none."""
        sentence = said.line.sentence
        if sentence is None:
            return
        self.estimated |= not said.sound.measured
        begin = self._begins[sentence.chunk.index] + sentence.start
        for word in said.sound.words:
            start, end = said.line.utterance.shown(word.start, word.length)
            self._take(begin + start, begin + end, said.begin + min(word.time, said.sound.seconds))

    def as_data(self) -> list[dict[str, Any]]:
        """Return the words in the shape that `say --marks` promises."""
        return [
            {
                "word": self._joined[start:end],
                "start": start,
                "length": end - start,
                "time": round(time, 3),
            }
            for start, end, time in self._words
        ]

    def _take(self, start: int, end: int, time: float) -> None:
        before, reached, earlier = self._words[-1] if self._words else (0, 0, 0.0)
        if self._words and start < reached:
            self._words[-1] = (min(before, start), max(reached, end), earlier)
        elif end > start:
            self._words.append((start, end, max(time, earlier)))
