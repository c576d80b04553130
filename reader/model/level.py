"""How much is shown at a time."""

from enum import StrEnum


class Level(StrEnum):
    """The three answers to "How much at a time?"."""

    SENTENCE = "sentence"
    SHORT = "short"
    LONGER = "longer"

    @property
    def words(self) -> int:
        """Return the most words a piece holds: 50 (COGA o3p05) or 100 (GOV.UK); 0 is one sentence."""
        return {Level.SENTENCE: 0, Level.SHORT: 50, Level.LONGER: 100}[self]

    @property
    def label(self) -> str:
        """Return the words a person sees."""
        return {
            Level.SENTENCE: "One sentence",
            Level.SHORT: "A short piece",
            Level.LONGER: "A longer piece",
        }[self]
