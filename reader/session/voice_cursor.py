"""Where the voice is in the text, and whether the page goes with it."""

from reader.model.place import Place
from reader.model.scope import Scope
from reader.session import sentences
from reader.session.reading import Reading
from reader.session.sentences import Sentence


class VoiceCursor:
    """The sentence that is heard, the one that comes after it, and the page that shows it or another.

    The page turns with the voice while both are `together`. A person may look at another piece while the
    voice goes on; then the kept place is where they look.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.sentence: Sentence | None = None
        """The sentence that is heard, or was heard last; None while the voice is off."""
        self.coming: Sentence | None = None
        """The sentence that comes after a gap, or when the person goes on."""
        self.together = True
        self.across_parts = False
        """Whether the voice goes on after the end of a part."""

    @property
    def reads_excerpt(self) -> bool:
        """Return whether an excerpt is read, in which a part is but one piece."""
        return self._reading.scope is not Scope.WHOLE

    @property
    def in_sight(self) -> bool:
        """Return whether the shown piece holds the sentence that is heard."""
        return self.sentence is not None and self.sentence.chunk.index == self._reading.index

    @property
    def place(self) -> Place | None:
        """Return where the voice is, or goes to next."""
        sentence = self.coming or self.sentence
        return sentence.chunk.place_at(sentence.start) if sentence else None

    def on_page(self) -> Sentence | None:
        """Return the first sentence from the shown piece on."""
        return sentences.first_from(self._reading.chunks, self._reading.index)

    def neighbour(self, step: int) -> Sentence | None:
        """Return the sentence after the one that is heard (1) or before it (-1), in any part."""
        return self.sentence and sentences.neighbour(self._reading.chunks, self.sentence, step)

    def following(self) -> Sentence | None:
        """Return the sentence to go on with, None at the end."""
        found = self.neighbour(1)
        if found is None or self.sentence is None:
            return None
        across = self.across_parts or self.reads_excerpt
        return found if across or found.chunk.part == self.sentence.chunk.part else None

    @property
    def awaits_more(self) -> bool:
        """Return whether what follows the sentence that is heard is still on its way."""
        return self._reading.is_arriving and not self.reads_excerpt and self.neighbour(1) is None

    @property
    def is_cut_short(self) -> bool:
        """Return whether the text breaks off after the sentence that is heard."""
        return not (self._reading.document.is_whole or self.reads_excerpt or self.neighbour(1))

    def turn_page(self) -> None:
        """Show the sentence that is heard and keep it as the place, unless the person looks elsewhere."""
        if self.sentence is None or not self.together:
            return
        if not self.in_sight:
            self._reading.show(self.sentence.chunk.index)
        self._reading.reach(self.sentence.start)

    def come_back(self) -> None:
        """Show the sentence that is heard, wherever the person looked."""
        self.together = True
        self.turn_page()

    def find_again(self) -> bool:
        """Look the sentences up in pieces that were cut anew; return whether the one that is heard changed.

        It is None afterwards if the text does not hold it any more.
        """
        before = self.sentence
        self.sentence = before and sentences.again_in(self._reading.chunks, before)
        if self.coming and self.sentence is not before:
            self.coming = sentences.again_in(self._reading.chunks, self.coming) or self.sentence
        return self.sentence is not before

    def leave(self) -> None:
        """Be nowhere: the voice is off."""
        self.sentence = self.coming = None
        self.together = True
