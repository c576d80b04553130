"""Saying a word as a person wants to hear it."""

from collections.abc import Sequence

from reader.ground.events import Event
from reader.model.document import Span
from reader.model.sayings import Sayings
from reader.text.pronunciation import Pronunciation
from reader.text.spoken import Utterance


class Pronouncing:
    """The twin of the page "Say it like this"."""

    def __init__(self, sayings: Sayings) -> None:
        self.changed: Event[[]] = Event()
        """Something is said otherwise from now on: what is being said may be made anew."""
        self._pronunciation = Pronunciation(sayings, {})

    def utterance(self, text: str, spans: Sequence[Span] = ()) -> Utterance:
        """Return what to say for a text; this is the Speak of the voice."""
        return self._pronunciation.utterance(text, spans)

    def references(self, text: str, spans: Sequence[Span] = ()) -> Utterance:
        """Return what to say for the references that are skipped in a text."""
        return self._pronunciation.references(text, spans)
