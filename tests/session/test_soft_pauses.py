"""A long sentence is said with a soft pause where the page begins a new line, if a person wants it so."""

from pathlib import Path
from typing import Any

import pytest

from reader.model.chunk import Chunk
from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.session import sentences
from reader.session.rendering import Manner
from reader.session.soft_pauses import with_soft_pauses
from reader.speech.pausing import SOFT
from reader.speech.timing import word_times
from reader.speech.voice import Sound
from reader.text import sense_lines
from reader.text.chunks import chunks
from reader.text.spoken import Utterance, spoken
from tests.session.test_rendering import Person as Traveller
from tests.session.test_rendering import text

LONG = (
    "When a person with ME/CFS rests before they are tired, the body has time to recover, and the next day "
    "is often easier than it would have been without that rest."
)
LATER = ("the", "and")
RATE, SECONDS = 1000, 12.0


def piece(text: str) -> Chunk:
    return chunks(Document("d", "D", (Block("b", Kind.PARAGRAPH, text),)), Level.SENTENCE)[0]


def quiet(text: str) -> Sound:
    return Sound(bytes(int(2 * RATE * SECONDS)), RATE, word_times(text, SECONDS), measured=True)


@pytest.fixture
def heard(person: Any, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Sound, float]]:
    """Return each sound that the loudspeaker is given, with the second it begins at."""
    given: list[tuple[Sound, float]] = []

    def play(sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        given.append((sound, start))

    def synthesise(text: str, speed: float, ready: Any, failed: Any) -> None:
        ready(quiet(text))

    monkeypatch.setattr(person.sound, "play", play)
    monkeypatch.setattr(person.voice, "synthesise", synthesise)
    return given


def later(sound: Sound, text: str = LONG) -> dict[str, float]:
    """Return the words that are heard later than the voice made them, and by how much more than before."""
    steps = {}
    behind = 0.0
    for made, plain in zip(sound.words, quiet(text).words, strict=True):
        if round(made.time - plain.time - behind, 6):
            steps[text[made.start : made.start + made.length]] = round(made.time - plain.time - behind, 6)
            behind = made.time - plain.time
    return steps


def test_a_long_sentence_pauses_where_a_line_begins(person: Any, heard: list[tuple[Sound, float]]) -> None:
    person.open(LONG)
    person.set(long_sentences="clauses")
    person.listening.listen()
    assert later(heard[-1][0]) == dict.fromkeys(LATER, SOFT)
    assert heard[-1][0].seconds == SECONDS + 2 * SOFT


def test_as_written_nothing_pauses(person: Any, heard: list[tuple[Sound, float]]) -> None:
    person.open(LONG)
    person.listening.listen()
    assert heard[-1][0] == quiet(LONG)


def test_a_slower_voice_pauses_longer(person: Any, heard: list[tuple[Sound, float]]) -> None:
    person.open(LONG)
    person.set(long_sentences="clauses", speed=0.5)
    person.listening.listen()
    assert later(heard[-1][0]) == dict.fromkeys(LATER, SOFT / 0.5)


def test_a_short_sentence_is_said_as_ever(person: Any, heard: list[tuple[Sound, float]]) -> None:
    person.set(long_sentences="clauses")
    person.listening.listen()
    assert heard[-1][0] == quiet("One small gut.")


def test_the_mark_stays_in_step_and_the_voice_goes_on_from_the_same_word(
    person: Any, heard: list[tuple[Sound, float]]
) -> None:
    person.open(LONG)
    person.set(long_sentences="clauses")
    person.listening.listen()
    sound = heard[-1][0]
    for word in sound.words:
        person.sound.moved.emit(word.time + 0.01)
        assert person.word == LONG[word.start : word.start + word.length]
    recover = next(word for word in sound.words if LONG.startswith("recover", word.start))
    person.sound.moved.emit(recover.time)
    person.set(speed=0.8)
    assert heard[-1][1] == next(word.time for word in heard[-1][0].words if word.start == recover.start)


def test_what_is_said_otherwise_than_written_pauses_at_the_same_words() -> None:
    text = LONG.replace("they are tired", "£5 is spent")
    said = text.replace("£5", "five pounds")
    at = text.index("£5")
    letters = [(i, i + 1) for i in range(at)] + [(at, at + 2)] * len("five pounds")
    letters += [(i, i + 1) for i in range(at + 2, len(text))]
    sentence = sentences.of(piece(text))[0]
    made = with_soft_pauses(quiet(said), sentence, Utterance(said, tuple(letters)), 1.0)
    assert later(made, said) == dict.fromkeys(LATER, SOFT)


def test_a_sentence_in_two_parts_pauses_in_each() -> None:
    text = " ".join([LONG[:-1]] * 6) + "."
    chunk = piece(text)
    parts = sentences.of(chunk)
    assert len(parts) > 1
    pauses = 0
    for part in parts:
        made = with_soft_pauses(quiet(part.text), part, spoken(part.text), 1.0)
        pauses += round((made.seconds - SECONDS) / SOFT)
    begins = {part.start for part in parts}
    assert pauses == len([at for at in sense_lines.breaks_in(chunk) if at not in begins]) > 4


def test_a_sound_file_pauses_there_too_if_it_is_wished(tmp_path: Path) -> None:
    traveller = Traveller(tmp_path)
    for manner in (Manner(speed=0.5), Manner(speed=0.5, clauses=True)):
        traveller.manner = manner
        traveller.save(text(LONG, "This one is short."))
    assert [said.sound.seconds for said in traveller.said] == [1.0, 1.0, 2.0, 1.0]
