"""Learning the language of the open text, and the abbreviations that it explains itself, as it comes in."""

from collections.abc import Mapping
from functools import partial
from itertools import islice

from reader.ground.beside import Beside, reraise, unhurried
from reader.session.reading import Reading
from reader.session.words import Words
from reader.text.abbreviations import alike, learned


class Learning:
    """Searches each text beside the page, and only what of it is new: a long book may take a while."""

    def __init__(self, reading: Reading, words: Words, beside: Beside) -> None:
        self._reading = reading
        self._words = words
        self._beside = beside
        self._document = ""
        self._searched = 0
        self._found: dict[str, tuple[str, ...]] = {}
        reading.opened.connect(self._begin)
        reading.grown.connect(self._search)

    def _begin(self) -> None:
        if self._reading.document.id != self._document:
            self._document = self._reading.document.id
            self._searched, self._found = 0, {}
            self._words.learn({})
        self._search()

    def _search(self) -> None:
        self._words.read_in(self._reading.document.language)
        blocks = self._reading.document.blocks
        # Taken one by one beside: those of a long text are only made then.
        new = islice(blocks, self._searched, None)
        self._searched = len(blocks)
        self._beside.do(partial(learned, unhurried(new)), partial(self._take, self._document), reraise)

    def _take(self, document: str, found: Mapping[str, tuple[str, ...]]) -> None:
        if document == self._document and found:
            for short, longs in found.items():
                held = {alike(long): long for long in (*longs, *self._found.get(short, ()))[::-1]}
                self._found[short] = tuple(held.values())
            self._words.learn(self._found)
