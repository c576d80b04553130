"""The soft pauses of a long sentence: in what is heard, where a new line begins in what is seen."""

from reader.session.sentences import Sentence
from reader.speech.pausing import SOFT, with_pauses
from reader.speech.voice import Sound
from reader.text import sense_lines
from reader.text.spoken import Utterance


def with_soft_pauses(sound: Sound, sentence: Sentence, utterance: Utterance, speed: float) -> Sound:
    """Return the sound of a sentence with a pause before each clause that would begin a new line."""
    inside = (at for at in sense_lines.breaks_in(sentence.chunk) if sentence.start < at < sentence.end)
    places = [utterance.said_from(at - sentence.start) for at in inside]
    return with_pauses(sound, places, SOFT / speed)
