"""A text becomes a sound file: in order, with pauses, with a voice that may fail, and never half."""

import io
import os
import signal
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.ground.beside import Post
from reader.ground.children import worker
from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.session import chapters, rendering
from reader.session.rendering import CancelledError, Manner, NotSavedError, Rendering, Said
from reader.session.timeline import Timeline
from reader.speech.audio_file import WAVE
from reader.speech.timing import word_times
from reader.speech.voice import Failed, Ready, Sound, VoiceError, VoiceMissingError
from reader.speech.worker import WorkerVoice
from reader.text.chunks import chunks
from reader.text.places import identified
from reader.text.spoken import Utterance, spoken

RATE = 1000


class Voice:
    """A voice whose every text lasts one second; `plan` says what happens to the next ones."""

    def __init__(self, post: Post, plan: list[Callable[[], object]]) -> None:
        self.asked: list[str] = []
        self.closed = False
        self.chosen = "nobody"
        self.waiting = self.most = 0
        self._post = post
        self._plan = plan

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        self.asked.append(text)
        self.waiting += 1
        self.most = max(self.most, self.waiting)

        def answer() -> None:
            self.waiting -= 1
            try:
                rate = (self._plan.pop(0)() if self._plan else None) or RATE
            except VoiceError as error:
                failed(error)
            else:
                ready(Sound(b"\1\0" * rate, rate, word_times(text, 1.0), measured=True))

        self._post(answer)

    def choose(self, voice: str) -> None:
        self.chosen = voice

    def close(self) -> None:
        self.closed = True


class Person:
    """One who takes a text along."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "sound.wav"
        self.plan: list[Callable[[], object]] = []
        self.voices: list[Voice] = []
        self.said: list[Said] = []
        self.manner = Manner("anna", 1.0, 0.25)

    def voice(self, post: Post) -> Voice:
        self.voices.append(Voice(post, self.plan))
        return self.voices[-1]

    def save(self, document: Document) -> None:
        self.rendering = Rendering(self.voice, spoken, self.manner)
        pieces = chapters.of_text(document, chunks(document, Level.SHORT))
        self.rendering.write(self.path, WAVE, document.title, pieces, self.said.append)

    @property
    def words(self) -> list[str]:
        return [said.line.utterance.text for said in self.said]


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def text(*blocks: str) -> Document:
    """A text; what begins with "# " is a heading."""
    return Document(
        "gut",
        "The gut",
        identified(
            tuple(
                Block("", Kind.HEADING, block[2:], 2)
                if block.startswith("# ")
                else Block("", Kind.PARAGRAPH, block)
                for block in blocks
            )
        ),
    )


GUT = text("# First", "One. Two.", "# Second", "Three.", "Four.")


def fail(error: VoiceError) -> Callable[[], object]:
    def raise_it() -> None:
        raise error

    return raise_it


def test_headings_and_sentences_are_read_in_order_with_silence_between(person: Person):
    person.save(GUT)
    assert person.words == ["First", "One.", "Two.", "Second", "Three.", "Four."]
    assert [said.begin for said in person.said] == [0, 1.6, 2.85, 5.35, 6.95, 8.2]
    assert [said.chapter for said in person.said] == [0, 0, 0, 1, 1, 1]
    with wave.open(str(person.path)) as file:
        assert file.getnframes() / file.getframerate() == 9.2


def test_the_headings_can_be_left_out(person: Person):
    person.manner = Manner(headings=False)
    person.save(GUT)
    assert person.words == ["One.", "Two.", "Three.", "Four."]


def test_where_there_is_nothing_to_say_nobody_is_asked(person: Person):
    person.save(text("# First", "One.", "* * *", "# Empty", "# …", "Two."))
    assert person.words == ["First", "One.", "Empty", "Two."]


def test_only_a_few_sentences_are_in_the_works_and_the_voice_ends_with_the_file(person: Person):
    person.save(text("# Long", *(f"Sentence {number}." for number in range(50))))
    (voice,) = person.voices
    assert voice.most == rendering.AHEAD
    assert voice.chosen == "anna"
    assert voice.closed


def test_a_sentence_that_fails_is_tried_once_more_and_keeps_its_turn(person: Person):
    person.plan += [lambda: None, fail(VoiceError("gone")), lambda: None]
    person.save(GUT)
    assert person.words == ["First", "One.", "Two.", "Second", "Three.", "Four."]
    assert person.voices[0].asked.count("One.") == 2


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (VoiceError("gone"), rendering.STOPPED),
        (VoiceMissingError("none"), rendering.NO_VOICE),
    ],
)
def test_a_voice_that_fails_for_good_leaves_the_old_file_and_the_next_try_works(
    person: Person, error: VoiceError, says: str
):
    person.path.write_bytes(b"old")
    person.plan += [lambda: None, *[fail(error)] * 8]
    with pytest.raises(NotSavedError) as told:
        person.save(GUT)
    assert str(told.value) == says
    assert person.path.read_bytes() == b"old"
    assert list(person.path.parent.iterdir()) == [person.path]
    assert person.voices[0].closed
    person.plan.clear()
    person.save(GUT)
    assert person.path.read_bytes().startswith(b"RIFF")


def test_a_voice_that_changes_on_the_way_is_not_saved(person: Person):
    person.plan += [lambda: None, lambda: 2 * RATE]
    with pytest.raises(NotSavedError, match="The voice changed"):
        person.save(GUT)
    assert not list(person.path.parent.iterdir())


def test_cancelled_in_the_middle_nothing_is_left(person: Person):

    def cancel() -> None:
        person.rendering.cancel()

    person.plan += [lambda: None, cancel]
    with pytest.raises(CancelledError):
        person.save(GUT)
    assert person.words in ([], ["First"])
    assert not list(person.path.parent.iterdir())
    assert person.voices[0].closed
    person.rendering.wait(0)  # it has ended: nobody waits


def test_a_place_where_nothing_can_be_written_is_told_before_any_voice_is_asked(person: Person):
    person.path = person.path.parent / "no such folder" / "sound.wav"
    with pytest.raises(NotSavedError) as told:
        person.save(GUT)
    assert str(told.value) == rendering.REFUSED
    assert not person.voices


@pytest.mark.parametrize("number", [27, 28, 122])
def test_a_full_disk_is_told_as_such(person: Person, number: int, monkeypatch: pytest.MonkeyPatch):
    class Full(io.BytesIO):
        def write(self, _content: object) -> int:
            raise OSError(number, "full")

    monkeypatch.setattr(rendering, "written_whole", lambda _path: Full())
    with pytest.raises(NotSavedError) as told:
        person.save(GUT)
    assert str(told.value) == rendering.FULL


@pytest.mark.skipif(os.name != "posix", reason="a process is killed otherwise elsewhere")
def test_a_real_voice_that_is_killed_on_the_way_begins_anew(tmp_path: Path):
    voices: list[WorkerVoice] = []
    said: list[str] = []

    def voice(post: Post) -> WorkerVoice:
        voices.append(WorkerVoice(worker("system"), post))
        return voices[-1]

    def kill_once(line: Said) -> None:
        said.append(line.line.utterance.text)
        if len(said) == 2:
            assert voices[0].pid is not None
            os.kill(voices[0].pid, signal.SIGKILL)

    pieces = chapters.of_text(GUT, chunks(GUT, Level.SHORT))
    Rendering(voice, spoken, Manner()).write(tmp_path / "sound.wav", WAVE, "", pieces, kill_once)
    assert said == ["First", "One.", "Two.", "Second", "Three.", "Four."]
    assert voices[0].pid is None


# The marks

WORDS = st.text(alphabet="ab é😀 \n.,β2–[]", min_size=1, max_size=40)


def mumbled(shown: str, _spans: object) -> Utterance:
    """Say each letter "b" as "bee bee", and leave out what stands in brackets: so letters come and go."""
    said: list[str] = []
    letters: list[tuple[int, int]] = []
    outside = True
    for place, letter in enumerate(shown):
        outside = letter == "]" or (outside and letter != "[")
        if outside and letter not in "[]":
            for one in " bee bee " if letter == "b" else letter:
                said.append(one)
                letters.append((place, place + 1))
    return Utterance("".join(said), tuple(letters))


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_every_mark_is_a_word_of_the_text_and_time_never_goes_back(
    tmp_path_factory: pytest.TempPathFactory, blocks: list[str]
):
    document = text("# Title", "One word.", *blocks)
    pieces = chunks(document, Level.SHORT)
    timeline = Timeline(pieces)
    path = tmp_path_factory.mktemp("marks") / "sound.wav"
    Rendering(lambda post: Voice(post, []), mumbled, Manner()).write(
        path, WAVE, "", chapters.of_text(document, pieces), timeline.add
    )
    with wave.open(str(path)) as file:
        seconds = file.getnframes() / file.getframerate()
    joined = "".join(piece.text for piece in pieces)
    marks = timeline.as_data()
    assert marks[0]["word"] == "One"
    for mark in marks:
        assert mark["word"] == joined[mark["start"] : mark["start"] + mark["length"]] != ""
    times = [mark["time"] for mark in marks]
    assert times == sorted(times)
    assert times[-1] <= seconds
    ends = [mark["start"] + mark["length"] for mark in marks]
    assert all(mark["start"] >= end for mark, end in zip(marks[1:], ends, strict=False))


def test_words_said_for_the_same_letters_are_one_mark(person: Person):
    document = text("a b c")
    pieces = chunks(document, Level.SHORT)
    timeline = Timeline(pieces)
    Rendering(person.voice, mumbled, Manner()).write(
        person.path, WAVE, "", chapters.of_text(document, pieces), timeline.add
    )
    assert [(mark["word"], mark["start"]) for mark in timeline.as_data()] == [("a", 0), ("b", 2), ("c", 4)]
    assert not timeline.estimated
