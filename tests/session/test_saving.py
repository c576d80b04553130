"""A person takes a text along: they choose how much, see how far it is, and go on reading meanwhile."""

import threading
import wave
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from reader.formats.shelf import Shelf
from reader.ground.beside import AtOnce, Beside, InThread, Post
from reader.ground.inbox import Inbox
from reader.model.level import Level
from reader.model.settings import Settings
from reader.session.bookmarks import Bookmarks
from reader.session.notices import Notices
from reader.session.portions import Portion, Portions
from reader.session.preferences import Preferences
from reader.session.reading import Reading
from reader.session.rendering import NOT_MADE, STOPPED, Rendering
from reader.session.saving import Saving, file_name
from reader.speech.voice import Failed, Ready, Sound, VoiceError
from reader.store.bookmarks import BookmarkStore
from reader.store.database import opened
from reader.store.library import RecordStore
from reader.text.spoken import spoken

ARTICLE = """# The gut

## In short

It leaks.

## First: how/why?

One. Two.

## Second

Three.
"""


class Voice:
    """A voice that needs half a second of the story's time for each sentence."""

    def __init__(self, story: "Story", post: Post) -> None:
        self._story = story
        self._post = post
        self.closed = False

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        def answer() -> None:
            self._story.clock.advance(0.5)
            self._story.before_answer()
            if self._story.voice_error:
                failed(VoiceError("gone"))
            else:
                self._story.spoken.append((text, speed))
                ready(Sound(bytes(16000), 16000))

        self._post(answer)

    def choose(self, voice: str) -> None:
        self._story.chosen = voice

    def close(self) -> None:
        self.closed = True


class Story:
    """One with a text on the shelf, and a folder for what they take along."""

    def __init__(self, folder: Path, clock: Any, beside: Beside | None = None) -> None:
        self.clock = clock
        self.folder = folder / "Music"
        self.folder.mkdir()
        self.file = folder / "1-gut.md"
        self.file.write_text(ARTICLE)
        self.notices = Notices()
        self.reading = Reading(self.notices, Level.SHORT)
        database, _ = opened(folder / "reader.sqlite3")
        self.bookmarks = Bookmarks(BookmarkStore(database), self.notices, clock)
        self.preferences = Preferences(Settings(speed=0.8, voice="anna"), lambda _: None, self.notices, clock)
        self.voice_error = False
        self.before_answer: Callable[[], object] = lambda: None
        self.spoken: list[tuple[str, float]] = []
        self.voices: list[Voice] = []
        self.chosen = ""
        self.seen: list[str] = []
        self.shelf = Shelf([self.file])
        portions = Portions(self.reading, self.bookmarks, self.shelf, RecordStore(database))
        render = partial(Rendering, self.voice, spoken)
        self.saving = Saving(portions, render, beside or AtOnce(), self.notices, self.preferences, clock)
        self.saving.changed.connect(lambda: self.seen.append(self.saving.progress))

    def voice(self, post: Post) -> Voice:
        self.voices.append(Voice(self, post))
        return self.voices[-1]

    def open(self) -> None:
        self.reading.open(self.shelf.open("gut"))

    def bookmark(self) -> None:
        reading = self.reading
        self.bookmarks.toggle(reading.document, reading.part.title, reading.chunk, reading.place)

    def offered(self, name: str) -> Portion:
        return next(portion for portion in self.saving.offered() if portion.name.startswith(name))

    def save(self, name: str, file: str = "out.wav") -> Path:
        path = self.folder / file
        self.saving.save(self.offered(name), path)
        return path

    @property
    def heard(self) -> list[str]:
        return [text for text, _ in self.spoken]


@pytest.fixture
def story(tmp_path: Path, clock: Any) -> Story:
    return Story(tmp_path, clock)


def test_only_what_is_there_is_offered(story: Story) -> None:
    assert story.saving.offered() == ()
    story.open()
    assert [portion.name for portion in story.saving.offered()] == ["This article", "This part: In short"]
    story.bookmark()
    assert [portion.name for portion in story.saving.offered()][2:] == ["My bookmarks"]


def test_an_article_is_saved_part_by_part_as_the_settings_are(story: Story) -> None:
    story.open()
    path = story.save("This article")
    assert story.heard == [
        "The gut",
        "In short",
        "It leaks.",
        "First: how/why?",
        "One.",
        "Two.",
        "Second",
        "Three.",
    ]
    assert story.spoken[0][1] == 0.8
    assert story.chosen == "anna"
    assert story.notices.text == "Saved as out.wav in Music."
    assert "Saving: chapter 2 of 4." in story.seen
    assert not story.saving.is_running
    assert story.saving.progress == ""
    with wave.open(str(path)) as file:
        assert file.getnframes() > 0


def test_a_part_is_saved_under_its_own_name(story: Story) -> None:
    story.open()
    story.reading.next_part()
    part = story.offered("This part")
    assert file_name(part.title) == "The gut First how why"
    story.save("This part")
    assert story.heard == ["First: how/why?", "One.", "Two."]
    assert "Saving the file." in story.seen
    story.reading.toggle_key_points()
    story.save("This part")
    assert story.heard[3:] == story.heard[:3], "from its key point, too, all of it"


def test_bookmarks_are_saved_oldest_first_and_what_is_gone_is_left_out(story: Story) -> None:
    story.open()
    story.bookmark()
    story.reading.open_part(3)
    story.bookmark()
    gone = story.file.with_name("gone.md")
    gone.write_text("# Gone\n\nAway.\n")
    story.reading.open(Shelf([]).open(str(gone)))
    story.bookmark()
    story.open()
    gone.unlink()
    story.save("My bookmarks")
    assert story.heard[-2:] == ["Second", "Three."]
    assert "Saving: chapter 2 of 3." in story.seen
    assert story.notices.text == (
        "Saved as out.wav in Music. One bookmark is left out, as the file was not found."
    )


def test_bookmarks_that_are_all_gone_are_declined(story: Story) -> None:
    gone = story.file.with_name("gone.md")
    gone.write_text("# Gone\n\nAway.\n")
    story.reading.open(Shelf([]).open(str(gone)))
    story.bookmark()
    story.open()
    gone.unlink()
    story.save("My bookmarks")
    assert "was not found" in story.notices.text
    assert not list(story.folder.iterdir())
    assert not story.saving.is_running


def test_length_and_size_are_said_beforehand(story: Story) -> None:
    def seconds(words: int) -> Portion:
        return Portion("", "", words, 0, 1, tuple)

    assert story.saving.estimate(seconds(10)) == "About 1 minute of sound, about 1\u00a0MB"
    # 1,120 words at 0.8 of 140 words a minute are 10 minutes.
    assert story.saving.estimate(seconds(1120)) == "About 10 minutes of sound, about 5\u00a0MB"
    assert story.saving.estimate(seconds(11200)) == "About 2 hours of sound, about 48\u00a0MB"


def test_after_some_sentences_it_is_said_when_the_file_will_be_there(story: Story) -> None:
    story.file.write_text("# Long\n\n" + "One two. " * 500)
    story.open()
    story.save("This article")
    # 500 sentences of half a second are four minutes; some of them were in the works already at the tenth.
    assert story.seen[-2] == "Saving the file. Ready in about 6 minutes."
    assert len(story.seen) <= 4


def test_a_name_that_tells_no_kind_of_sound_is_a_fault(story: Story) -> None:
    story.open()
    with pytest.raises(ValueError, match="not the name of a sound file"):
        story.save("This part", "a. b")


def test_a_voice_that_dies_is_told_calmly_and_the_next_try_works(story: Story) -> None:
    story.open()
    story.voice_error = True
    path = story.save("This article")
    assert story.notices.text == STOPPED
    assert not story.saving.is_running
    story.voice_error = False
    story.save("This article")
    assert path.exists()


def test_cancelled_on_the_way_nothing_is_left(story: Story) -> None:
    story.open()
    story.before_answer = story.saving.cancel
    story.save("This article")
    assert story.notices.text == NOT_MADE
    assert not list(story.folder.iterdir())
    assert story.voices[0].closed
    story.saving.cancel()  # there is nothing to cancel any more


def test_one_file_at_a_time(story: Story) -> None:
    story.open()

    def wish_for_another() -> None:
        assert story.saving.is_running
        story.save("This part", "other.wav")

    story.before_answer = wish_for_another
    story.save("This article")
    assert [path.name for path in story.folder.iterdir()] == ["out.wav"]


def test_a_fault_of_ours_is_not_hidden_and_the_next_try_works(story: Story) -> None:
    story.open()

    def fault() -> None:
        raise KeyError("ours")

    story.before_answer = fault
    with pytest.raises(KeyError):
        story.save("This article")
    assert not story.saving.is_running
    assert not list(story.folder.iterdir())


def test_leaving_in_the_middle_clears_everything_away(tmp_path: Path, clock: Any) -> None:
    inbox = Inbox()
    story = Story(tmp_path, clock, InThread(inbox.post))
    story.open()
    begun, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        assert go_on.wait(10)

    story.before_answer = hold
    story.save("This article")
    assert begun.wait(10)
    assert list(story.folder.iterdir())
    threading.Timer(0.05, go_on.set).start()
    story.saving.leave()
    assert not list(story.folder.iterdir())
    assert story.voices[0].closed
    # What still comes from the other thread is for nobody.
    before = story.notices.text
    inbox.wait_until(lambda: True)
    assert story.notices.text == before
    story.saving.leave()
