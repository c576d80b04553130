"""What a person hears and sees while a text is read aloud, told as they would tell it."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from reader.ground.events import Event
from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.session.listening import END_OF_PART, LOST, NOTHING_HERE, PAUSED, PREPARING, READING, Listening
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.speech.timing import word_times
from reader.speech.voice import Failed, Ready, Sound, SoundState, VoiceError, VoiceName
from reader.text.places import identified

RATE = 1000
SECONDS = 4.0


class FakeVoice:
    """A voice that is as quick as the test lets it be; its samples are the text."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, float, str]] = []
        self.prompt = True
        self.error = ""
        self._waiting: list[Callable[[], object]] = []
        self._chosen = ""

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        self.asked.append((text, speed, self._chosen))
        seconds = SECONDS / speed
        sound = Sound(text.encode().ljust(int(2 * RATE * seconds)), RATE, word_times(text, seconds))
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
        self.state = SoundState.SILENT
        self.volume = 0.0
        self.error = ""
        self.text = ""
        self.soft = False
        self._position = 0.0

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        if self.error:
            raise VoiceError(self.error)
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

    def reach(self, position: float) -> None:
        self._position = position
        self.moved.emit(position)

    def end(self) -> None:
        self.state, self.text = SoundState.SILENT, ""
        self.finished.emit()

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
            paragraph(f"{'Four long words here and ' * 9}more. Five is the last one."),
            paragraph("Second part", Kind.HEADING, 2),
            paragraph("Six begins it. Seven ends it."),
        )
    ),
)

OTHER = Document("other", "Other", identified((paragraph("Another text. It is short."),)))

ONE, TWO, THREE, FIVE = (
    "One small gut.",
    "Two big β2 cells.",
    "Now \U0001f600 three words.",
    "Five is the last one.",
)
SIX, SEVEN = "Six begins it.", "Seven ends it."


class Person:
    """One who listens: what they hear, see and read in the quiet line."""

    def __init__(self, clock: Any, level: Level = Level.SHORT) -> None:
        self.clock = clock
        self.reading = Reading(Notices(), level)
        self.voice = FakeVoice()
        self.sound = FakeSound()
        self.listening = Listening(self.reading, self.voice, self.sound, clock, 0.6, 1.0)
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
        """Return the beginning of the sentence that sounds."""
        return self.sound.text if self.sound.state is SoundState.PLAYING else ""

    @property
    def page(self) -> str:
        """Return the first word of the shown piece."""
        return self.reading.chunk.text.partition(" ")[0]

    @property
    def sentence(self) -> str:
        """Return the marked sentence, cut out of the shown piece."""
        return self.reading.chunk.text[slice(*self._mark.sentence)] if self._mark else ""

    @property
    def word(self) -> str:
        """Return the marked word, cut out of the shown piece."""
        return self.reading.chunk.text[slice(*self._mark.word)] if self._mark and self._mark.word else ""

    def turn_to(self, first_word: str) -> None:
        pieces = self.reading.chunks
        self.reading.show(next(piece.index for piece in pieces if piece.text.startswith(first_word)))

    def hear_to_the_end(self) -> None:
        """Let the sentence that sounds end, and the gap after it pass."""
        self.sound.end()
        self.clock.advance(0.3)

    def forward(self, sentences: int) -> None:
        for _ in range(sentences):
            self.listening.sentence_forward()


@pytest.fixture
def person(clock: Any) -> Person:
    return Person(clock)


def test_listening_starts_softly_and_marks_sentence_and_word(person: Person) -> None:
    assert person.state == "silent"
    person.listening.toggle()
    assert (person.state, person.hears, person.sound.soft) == ("on", ONE, True)
    assert (person.sentence, person.word) == (ONE, "")
    assert person.said == [READING]
    person.sound.reach(0.1)
    assert person.word == "One"
    person.sound.reach(SECONDS - 0.9)
    assert (person.sentence, person.word) == (ONE, "gut")


def test_a_mark_finds_the_letters_whatever_the_voice_was_told(person: Person) -> None:
    person.listening.listen()
    person.forward(1)
    assert person.hears == TWO
    seen = []
    for tenth in range(40):
        person.sound.reach(tenth / 10)
        seen.append(person.word)
    assert list(dict.fromkeys(seen)) == ["Two", "big", "β2", "cells"]
    assert person.sentence == "Two\u00a0big β2 cells."
    person.forward(1)
    person.sound.reach(SECONDS - 0.1)
    assert (person.sentence, person.word) == (THREE, "words")


def test_sentences_follow_with_a_gap_and_the_next_is_made_ahead(person: Person) -> None:
    person.listening.listen()
    assert [text for text, _, _ in person.voice.asked] == [ONE, TWO]
    person.sound.end()
    assert person.hears == ""
    person.clock.advance(0.29)
    assert person.hears == ""
    person.clock.advance(0.01)
    assert (person.hears, person.sound.soft) == (TWO, False)
    assert [text for text, _, _ in person.voice.asked] == [ONE, TWO, THREE]
    assert person.said == [READING]


def test_pieces_turn_with_the_voice_and_it_stops_at_the_end_of_the_part(person: Person) -> None:
    person.listening.listen()
    pages = []
    while person.listening.active:
        pages.append((person.page, person.sentence.split()[0]))
        person.hear_to_the_end()
    assert pages == [
        ("One", "One"),
        ("One", "Two"),
        ("One", "Now"),
        ("Four", "Four"),
        ("Four", "Five"),
    ]
    assert person.said == [READING, END_OF_PART]
    assert (person.state, person.sentence, person.page) == ("silent", "", "Four")
    assert person.states == ["on", "silent"]


def test_the_place_is_kept_to_the_sentence(person: Person) -> None:
    person.listening.listen()
    person.hear_to_the_end()
    place = person.reading.place
    assert place.quote.startswith("Two\u00a0big")


def test_pause_and_go_on_to_the_letter(person: Person) -> None:
    person.listening.toggle()
    person.sound.reach(2.0)
    word = person.word
    person.listening.toggle()
    assert (person.state, person.sound.state, person.word) == ("paused", SoundState.PAUSED, word)
    person.clock.advance(3.0)
    person.listening.toggle()
    assert (person.state, person.hears, person.sound.position()) == ("on", ONE, 2.0)
    assert person.said == [READING, PAUSED, READING]


def test_after_a_long_pause_the_sentence_begins_again_softly(person: Person) -> None:
    person.listening.toggle()
    person.sound.reach(2.0)
    person.listening.toggle()
    person.clock.advance(3.1)
    person.listening.toggle()
    assert (person.hears, person.sound.position(), person.sound.soft) == (ONE, 0.0, True)


def test_a_pause_between_two_sentences_goes_on_with_the_next(person: Person) -> None:
    person.listening.listen()
    person.sound.end()
    person.listening.toggle()
    person.clock.advance(60)
    assert (person.state, person.hears) == ("paused", "")
    person.listening.toggle()
    assert person.hears == TWO


def test_a_pause_while_the_voice_prepares_is_silence(person: Person) -> None:
    person.voice.prompt = False
    person.listening.toggle()
    person.listening.toggle()
    person.voice.answer()
    person.clock.advance(60)
    assert (person.state, person.hears, person.said) == ("paused", "", [PAUSED])
    person.listening.toggle()
    person.voice.answer()
    assert person.hears == ONE


def test_stop_is_silence_at_once_and_for_good(person: Person) -> None:
    person.listening.listen()
    person.sound.reach(1.0)
    person.listening.stop()
    assert (person.state, person.sound.state, person.sentence) == ("silent", SoundState.SILENT, "")
    person.clock.advance(60)
    person.voice.answer()
    assert person.hears == ""
    assert person.said == [READING, ""]


def test_stop_while_the_voice_prepares(person: Person) -> None:
    person.voice.prompt = False
    person.listening.listen()
    person.listening.stop()
    person.voice.answer()
    person.clock.advance(60)
    assert (person.hears, person.said) == ("", [""])


def test_preparing_is_told_only_when_it_takes_a_while(person: Person) -> None:
    person.voice.prompt = False
    person.listening.listen()
    person.clock.advance(0.29)
    assert person.said == []
    person.clock.advance(0.01)
    assert person.said == [PREPARING]
    person.voice.answer()
    assert person.said == [PREPARING, READING]
    assert person.state == "on"


def test_sentence_back_and_forward_and_again(person: Person) -> None:
    person.listening.listen()
    heard = []
    for step in (
        "sentence_forward",
        "sentence_forward",
        "sentence_back",
        "again",
        "sentence_back",
        "sentence_back",
    ):
        getattr(person.listening, step)()
        heard.append(person.hears)
    assert heard == [TWO, THREE, TWO, TWO, ONE, ONE]


def test_between_two_sentences_again_means_the_one_just_heard(person: Person) -> None:
    person.listening.listen()
    person.sound.end()
    person.listening.again()
    assert person.hears == ONE
    person.clock.advance(60)
    assert person.hears == ONE


def test_sentence_forward_crosses_the_end_of_the_part_and_reads_to_the_end_of_that_one(
    person: Person,
) -> None:
    person.listening.listen()
    person.forward(5)
    assert (person.hears, person.page) == (SIX, "Six")
    person.hear_to_the_end()
    assert person.hears == SEVEN
    person.forward(1)
    assert person.hears == SEVEN
    person.hear_to_the_end()
    assert person.said[-1] == END_OF_PART


def test_stepping_while_paused_moves_the_mark_and_stays_silent(person: Person) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.forward(3)
    person.listening.sentence_back()
    assert (person.state, person.hears, person.sentence, person.page) == ("paused", "", THREE, "One")
    person.listening.toggle()
    assert person.hears == THREE


def test_say_that_again_ends_a_pause(person: Person) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.listening.again()
    assert (person.state, person.hears) == ("on", ONE)


def test_nothing_steps_while_it_is_silent(person: Person) -> None:
    for step in ("pause", "stop", "again", "sentence_back", "sentence_forward"):
        getattr(person.listening, step)()
    assert (person.hears, person.said, person.states) == ("", [], [])


def test_turning_by_hand_takes_the_voice_along_across_parts(person: Person) -> None:
    person.listening.listen()
    person.turn_to("Six")
    assert (person.hears, person.sentence) == ("", "")
    person.clock.advance(0.3)
    assert (person.hears, person.sentence) == (SIX, SIX)
    person.hear_to_the_end()
    person.hear_to_the_end()
    assert (person.state, person.said[-1]) == ("silent", END_OF_PART)


def test_turning_quickly_speaks_only_where_one_stays(person: Person) -> None:
    person.listening.listen()
    for first_word in ("Four", "Six", "One", "Six"):
        person.turn_to(first_word)
        person.clock.advance(0.1)
    person.clock.advance(0.3)
    assert person.hears == SIX
    assert [text for text, _, _ in person.voice.asked] == [ONE, TWO, SIX, SEVEN]


def test_turning_while_paused_stays_paused_and_goes_on_there(person: Person) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.turn_to("Six")
    person.clock.advance(60)
    assert (person.state, person.hears, person.sentence) == ("paused", "", "")
    person.listening.toggle()
    assert person.hears == SIX


def test_a_piece_without_text_is_skipped(person: Person) -> None:
    person.reading.show(0)
    assert person.reading.chunk.text == ""
    person.listening.listen()
    assert (person.hears, person.page) == (ONE, "One")


def test_with_nothing_left_to_read_it_says_so(clock: Any) -> None:
    person = Person(clock)
    person.reading.open(Document("empty", "Empty", identified((paragraph("Only a title", Kind.HEADING, 1),))))
    person.listening.toggle()
    assert (person.state, person.said) == ("silent", [NOTHING_HERE])


@pytest.mark.parametrize("level", [Level.SENTENCE, Level.LONGER])
def test_another_level_keeps_the_sentence_that_is_heard(person: Person, level: Level) -> None:
    person.listening.listen()
    person.forward(2)
    person.sound.reach(SECONDS - 0.1)
    person.reading.set_level(level)
    assert (person.hears, person.sentence, person.word) == (THREE, THREE, "words")
    assert len(person.voice.asked) == 4
    person.sound.reach(SECONDS)
    assert (person.sentence, person.word) == (THREE, "words")
    person.hear_to_the_end()
    assert person.hears.startswith("Four")
    assert person.sentence.startswith("Four")


def test_another_level_between_two_sentences_goes_on_with_the_next(person: Person) -> None:
    person.listening.listen()
    person.sound.end()
    person.reading.set_level(Level.SENTENCE)
    person.clock.advance(0.3)
    assert (person.hears, person.page) == (TWO, "Two\u00a0big")


def test_another_level_while_paused_keeps_mark_and_sound(person: Person) -> None:
    person.listening.toggle()
    person.forward(1)
    person.sound.reach(1.2)
    person.listening.toggle()
    person.reading.set_level(Level.SENTENCE)
    assert (person.state, person.sentence, person.word) == ("paused", "Two\u00a0big β2 cells.", "big")
    person.listening.toggle()
    assert (person.hears, person.sound.position()) == (TWO, 1.2)


def test_opening_another_text_stops_the_voice(person: Person) -> None:
    person.listening.listen()
    person.reading.open(OTHER)
    assert (person.state, person.hears, person.sentence) == ("silent", "", "")


def test_another_speed_goes_on_from_the_word(person: Person) -> None:
    person.listening.listen()
    person.sound.reach(SECONDS - 0.9)
    assert person.word == "gut"
    person.listening.set_speed(0.5)
    assert (person.hears, person.voice.asked[-2][:2]) == (ONE, (ONE, 0.5))
    person.sound.reach(person.sound.position())
    assert (person.word, person.sound.soft) == ("gut", False)
    person.hear_to_the_end()
    assert person.hears == TWO


def test_another_speed_while_paused_waits_for_the_person(person: Person) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.listening.set_speed(2.0)
    assert (person.state, person.hears) == ("paused", "")
    person.listening.toggle()
    assert (person.hears, person.voice.asked[-2][1]) == (ONE, 2.0)


def test_another_voice_says_what_the_first_had_begun(person: Person) -> None:
    person.listening.listen()
    person.listening.set_voice("en-GB")
    assert person.hears == ONE
    assert person.voice.asked[-2:] == [(ONE, 1.0, "en-GB"), (TWO, 1.0, "en-GB")]
    asked = len(person.voice.asked)
    person.listening.set_voice("en-GB")
    person.listening.set_speed(1.0)
    assert len(person.voice.asked) == asked


def test_louder_and_softer_have_ends_and_are_told(person: Person) -> None:
    kept: list[float] = []
    person.listening.volume_changed.connect(kept.append)
    person.listening.listen()
    assert person.sound.volume == 0.6
    person.listening.louder()
    assert (person.sound.volume, kept) == (0.65, [0.65])
    for _ in range(20):
        person.listening.louder()
    assert (person.sound.volume, person.said[-1]) == (1.0, "This is as loud as it goes.")
    for _ in range(30):
        person.listening.softer()
    assert (person.sound.volume, person.said[-1]) == (0.05, "This is as soft as it goes.")
    assert len(kept) == 8 + 19


FAULT = "The voice stopped by itself. Your place is safe. Press Listen to try again."


def test_a_voice_that_fails_says_one_sentence_and_the_next_try_works(person: Person) -> None:
    person.voice.error = FAULT
    person.listening.toggle()
    assert (person.state, person.hears, person.said) == ("silent", "", [FAULT])
    person.voice.error = ""
    person.listening.toggle()
    assert (person.hears, person.page) == (ONE, "One")


def test_a_sentence_that_failed_ahead_is_tried_again_when_it_is_wanted(person: Person) -> None:
    person.voice.prompt = False
    person.listening.listen()
    person.voice.error = FAULT
    person.voice.answer()
    person.voice.answer()
    assert (person.hears, person.said) == (ONE, [READING])
    person.voice.error = ""
    person.sound.end()
    person.clock.advance(0.3)
    person.voice.answer()
    assert person.hears == TWO


def test_a_voice_that_fails_on_the_way_keeps_the_place(person: Person) -> None:
    person.listening.listen()
    person.forward(1)
    person.voice.error = FAULT
    person.forward(2)
    assert (person.state, person.sentence, person.said[-1]) == ("silent", "", FAULT)
    assert person.reading.place.quote.startswith(THREE[:5])


def test_without_a_sound_device_one_sentence_says_so_and_the_next_try_works(person: Person) -> None:
    words = "No sound could be played. Your place is safe. You can go on reading."
    person.sound.error = words
    person.listening.toggle()
    assert (person.state, person.said) == ("silent", [words])
    person.sound.error = ""
    person.listening.toggle()
    assert person.hears == ONE


def test_headphones_pulled_out_pause_the_voice_until_asked(person: Person) -> None:
    person.listening.listen()
    person.forward(1)
    person.sound.reach(1.0)
    person.sound.break_off()
    person.clock.advance(60)
    assert (person.state, person.hears, person.said[-1]) == ("paused", "", LOST)
    assert person.sentence == "Two\u00a0big β2 cells."
    person.listening.toggle()
    assert (person.hears, person.sound.position(), person.sound.soft) == (TWO, 0.0, True)


def test_headphones_pulled_out_while_paused_change_nothing(person: Person) -> None:
    person.listening.toggle()
    person.listening.toggle()
    person.sound.break_off()
    assert (person.state, person.said[-1]) == ("paused", PAUSED)
    person.listening.toggle()
    assert person.hears == ONE


def test_the_page_shows_the_piece_before_a_mark_on_it_is_told(clock: Any) -> None:
    person = Person(clock)
    order: list[str] = []
    person.reading.turned.connect(lambda: order.append("page"))
    person.listening.marked.connect(lambda mark: order.append("mark" if mark else "no mark"))
    person.listening.listen()
    person.forward(3)
    assert order == ["mark", "mark", "mark", "page", "mark"]
    order.clear()
    person.reading.set_level(Level.SENTENCE)
    assert order == ["page", "mark"]
