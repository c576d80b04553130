"""A person who listens: a text with two parts, a voice and a loudspeaker whose time the test moves."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.ground.events import Event
from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.model.settings import Settings
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.speech.timing import word_times
from reader.speech.voice import Failed, Ready, Sound, SoundState, VoiceError, VoiceName
from reader.store.database import Database
from reader.text.places import identified
from reader.text.spoken import Speak, spoken
from tests.session.editions_reader import Reader, sentences
from tests.session.excerpts_reader import ARTICLE, Begin, Story

RATE = 1000
SECONDS = 4.0


class FakeVoice:
    """A voice that is as quick as the test lets it be; its samples are the text."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, float, str]] = []
        """The first word of each text, the speed, and the voice."""
        self.prompt = self.measured = True
        self.error = ""
        self._waiting: list[Callable[[], object]] = []
        self._chosen = ""

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        self.asked.append((text.split(maxsplit=1)[0], speed, self._chosen))
        seconds = SECONDS / speed
        sound = Sound(
            text.encode().ljust(int(2 * RATE * seconds)),
            RATE,
            word_times(text, seconds),
            measured=self.measured,
        )
        error = self.error
        self._waiting.append(lambda: failed(VoiceError(error)) if error else ready(sound))
        if self.prompt:
            self.answer()

    def answer(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()

    def forget(self) -> None:
        self._waiting.clear()

    def names(self, ready: Callable[[Sequence[VoiceName]], object], failed: Failed) -> None:
        raise NotImplementedError

    def choose(self, voice: str) -> None:
        self._chosen = voice

    def close(self) -> None:
        raise NotImplementedError


class FakeSound:
    """A loudspeaker whose time the test moves."""

    def __init__(self) -> None:
        self.finished: Event[[]] = Event()
        self.moved: Event[[float]] = Event()
        self.lost: Event[[]] = Event()
        self.failed: Event[[VoiceError]] = Event()
        self.state = SoundState.SILENT
        self.volume = 0.0
        self.text = ""
        self.soft = self.is_warm = False
        self._position = 0.0

    def warm(self) -> None:
        self.is_warm = True

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        self.text, self.soft = sound.samples.decode().strip(), softly
        self.state, self._position = SoundState.PLAYING, start

    def pause(self) -> None:
        self.state = SoundState.PAUSED

    def resume(self) -> None:
        self.state = SoundState.PLAYING

    def stop(self) -> None:
        self.state, self.text = SoundState.SILENT, ""

    def position(self) -> float:
        return self._position

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def close(self) -> None:
        self.stop()

    def reach(self, position: float) -> None:
        self._position = position
        self.moved.emit(position)

    def end(self) -> None:
        self.state, self.text = SoundState.SILENT, ""
        self.finished.emit()

    def fail(self, words: str) -> None:
        self.state, self.text = SoundState.SILENT, ""
        self.failed.emit(VoiceError(words))

    def break_off(self) -> None:
        self.state, self.text = SoundState.SILENT, ""
        self.lost.emit()


def paragraph(text: str, kind: Kind = Kind.PARAGRAPH, level: int = 0) -> Block:
    return Block("", kind, text, level)


GUT = Document(
    "gut",
    "The gut",
    identified(
        (
            paragraph("The gut", Kind.HEADING, 1),
            paragraph("First part", Kind.HEADING, 2),
            paragraph("One small gut. Two\u00a0big β2 cells. Now \U0001f600 three words."),
            paragraph(f"{'Four long words here and ' * 8}more. Five is the last one."),
            paragraph("Second part", Kind.HEADING, 2),
            paragraph("Six begins it. Seven ends it."),
        )
    ),
)


class Person:
    """One who listens: what they hear, see and read in the quiet line."""

    def __init__(self, clock: Any, speak: Speak = spoken) -> None:
        self.clock = clock
        self.reading = Reading(Notices(), Level.SHORT)
        self.voice = FakeVoice()
        self.sound = FakeSound()
        self.settings = Settings()
        self.listening = Listening(self.reading, self.voice, self.sound, clock, self.settings, speak)
        self.said: list[str] = []
        self.states: list[str] = []
        self._mark: Any = None
        self.listening.said.connect(self.said.append)
        self.listening.changed.connect(lambda: self.states.append(self.state))
        self.listening.marked.connect(self._see)
        self.reading.open(GUT)
        self.turn_to("One")

    def _see(self, mark: Any) -> None:
        self._mark = mark

    @property
    def state(self) -> str:
        if self.listening.speaking:
            return "on"
        return "paused" if self.listening.active else "silent"

    @property
    def hears(self) -> str:
        """Return the first word of the sentence that sounds."""
        return self.sound.text.split()[0] if self.sound.state is SoundState.PLAYING else ""

    @property
    def page(self) -> str:
        """Return the first word of the shown piece."""
        return self.reading.chunk.text.split()[0]

    @property
    def marked(self) -> str:
        """Return the marked sentence, cut out of the shown piece."""
        return self.reading.chunk.text[slice(*self._mark.sentence)] if self._mark else ""

    @property
    def sees(self) -> str:
        """Return the first word of the marked sentence."""
        return self.marked.split()[0] if self.marked else ""

    @property
    def word(self) -> str:
        """Return the marked word, cut out of the shown piece."""
        return self.reading.chunk.text[slice(*self._mark.word)] if self._mark and self._mark.word else ""

    def set(self, **settings: Any) -> None:
        """Change some settings."""
        self.settings = replace(self.settings, **settings)
        self.listening.use(self.settings)

    def turn_on_to(self, first_word: str) -> None:
        """Turn to a piece by hand and have the voice come along."""
        self.listening.take_along(lambda: self.turn_to(first_word))

    def turn_to(self, first_word: str) -> None:
        pieces = self.reading.chunks
        self.reading.show(next(piece.index for piece in pieces if piece.text.startswith(first_word)))

    def hear_to_the_end(self) -> None:
        """Let the sentence that sounds end, and the gap after it pass."""
        self.sound.end()
        self.clock.advance(0.3)

    def open(self, *texts: str) -> None:
        """Open another text; what begins with "# " is a heading."""
        blocks = (
            paragraph(text[2:], Kind.HEADING, 1) if text.startswith("# ") else paragraph(text)
            for text in texts
        )
        self.reading.open(Document("other", "Other", identified(blocks)))

    def forward(self, sentences: int) -> None:
        for _ in range(sentences):
            self.listening.sentence_forward()


@pytest.fixture
def notices() -> Notices:
    return Notices()


@pytest.fixture
def person(clock: Any) -> Person:
    return Person(clock)


@pytest.fixture
def person_who(clock: Any) -> Callable[[Speak], Person]:
    """Return a person whose voice says things in another way."""
    return lambda speak: Person(clock, speak)


@pytest.fixture
def begin(database: Database, clock: Any) -> Begin:
    """Return a function that opens a text for one who reads key points, on one database."""

    def begin_one(written: str = ARTICLE, level: Level = Level.SENTENCE) -> Story:
        story = Story(written, database, clock, level)
        story.reading.open(story.text)
        return story

    return begin_one


@pytest.fixture
def reader(tmp_path: Path, clock: Any) -> Iterator[Reader]:
    """Return one whose files change between two readings."""
    reader = Reader(tmp_path, clock)
    yield reader
    reader.database.close()


@pytest.fixture
def halfway(reader: Reader) -> Reader:
    """Return one who stopped at number 20, with bookmarks at 5 and 30."""
    reader.read(sentences())
    reader.bookmark(5)
    reader.bookmark(30)
    reader.reading.show(20)
    return reader
