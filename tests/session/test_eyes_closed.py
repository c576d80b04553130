"""A person listens with closed eyes, and each key is answered aloud."""

from pathlib import Path
from typing import Any

import pytest

from reader.assembly.assembling import assemble
from reader.session.eyes_closed import BOOKMARKED, END_OF_PART, END_OF_TEXT, ONCE_MORE
from reader.session.playback import END_OF_EXCERPT
from reader.session.words import NO_WORDS
from reader.speech.voice import SoundState
from reader.store.folders import Folders

GONE = "The voice could not be heard. Your place is safe."


class Story:
    """One who has closed their eyes: what they press, and what they hear."""

    def __init__(self, person: Any, home: Path) -> None:
        self.voice, self.sound = person.voice, person.sound
        folders = Folders(home / "data", home / "config")
        self.do = assemble(folders, person.clock, person.voice, person.sound)
        self.eyes, self.listening, self.reading = self.do.eyes_closed, self.do.listening, self.do.reading
        self.clock = person.clock
        self.opened = 0
        self.eyes.opened.connect(self._open)
        self.reading.open(person.reading.document)
        self.turn_to("One")

    def _open(self) -> None:
        self.opened += 1
        self.eyes.end()

    @property
    def hears(self) -> str:
        """Return what sounds: an answer in full, of a sentence of the text the first word."""
        if self.sound.state is not SoundState.PLAYING:
            return ""
        first = self.sound.text.split()[0]
        return first if first in {"One", "Two", "Now", "Four", "Five", "Six", "Seven"} else self.sound.text

    def turn_to(self, first_word: str) -> None:
        pieces = self.reading.chunks
        self.reading.show(next(piece.index for piece in pieces if piece.text.startswith(first_word)))

    def press(self, *names: str) -> None:
        for name in names:
            self.eyes.press(name)

    def hear_on(self) -> None:
        """Let what sounds end, and the gap after it pass."""
        self.sound.end()
        self.clock.advance(0.3)

    def hear_until(self, answer: str) -> None:
        """Listen until something is told."""
        for _ in range(10):
            if self.hears == answer:
                return
            self.hear_on()
        pytest.fail(f"{answer!r} was never heard, last {self.hears!r}")


@pytest.fixture
def story(person: Any, home: Path) -> Story:
    made = Story(person, home)
    made.eyes.begin()
    return made


def test_the_voice_begins_by_itself_for_closing_the_eyes_is_asking(story: Story) -> None:
    assert (story.eyes.on, story.hears, story.eyes.dim_words) == (True, "One", "")


def test_what_was_paused_goes_on_and_what_is_read_is_read_on(person: Any, home: Path) -> None:
    story = Story(person, home)
    story.listening.listen()
    story.sound.reach(2.0)
    story.eyes.begin()
    assert (story.hears, story.sound.position()) == ("One", 2.0)
    story.listening.pause()
    story.eyes.begin()
    assert (story.hears, story.sound.position()) == ("One", 2.0)


def test_the_keys_are_about_what_is_heard_also_after_looking_elsewhere(person: Any, home: Path) -> None:
    story = Story(person, home)
    story.listening.listen()
    story.turn_to("Six")
    story.eyes.begin()
    assert story.reading.chunk.text.startswith("One")


def test_space_is_silence_and_space_goes_on(story: Story) -> None:
    story.press("space")
    assert story.hears == ""
    story.press("space")
    assert story.hears == "One"


@pytest.mark.parametrize("before", ["reading", "paused", "stopped"])
def test_a_step_is_always_heard(story: Story, before: str) -> None:
    story.hear_on()
    story.press(*{"reading": [], "paused": ["space"], "stopped": ["escape", "listen"]}[before])
    here = "Two" if before != "stopped" else "One"
    for key, heard in (("forward", {"Two": "Now", "One": "Two"}[here]), ("back", here), ("again", here)):
        story.press(key)
        assert story.hears == heard, key
        if before == "paused":
            story.press("space")


def test_escape_stops_and_any_step_reads_again(story: Story) -> None:
    story.press("escape")
    assert (story.listening.active, story.eyes.on) == (False, True)
    story.press("back")
    assert story.hears == "One"


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("bookmark", BOOKMARKED),
        ("where", "Part 1 of 2: First part. This is the beginning."),
        ("words", "cell: The smallest living part of the body."),
    ],
)
def test_an_answer_interrupts_the_reading_which_then_begins_its_sentence_again(
    story: Story, key: str, answer: str
) -> None:
    story.hear_on()
    story.sound.reach(2.0)
    story.press(key)
    assert story.hears.startswith(answer)
    assert not story.listening.speaking
    story.sound.end()
    assert (story.hears, story.sound.position()) == ("Two", 0.0)


def test_a_piece_without_hard_words_says_so(story: Story) -> None:
    story.turn_to("Four")
    story.press("words")
    assert story.hears == NO_WORDS


def test_an_answer_in_silence_leaves_silence(story: Story) -> None:
    story.press("space", "bookmark")
    assert story.hears == BOOKMARKED
    story.sound.end()
    assert story.hears == ""


def test_a_key_ends_an_answer_at_once(story: Story) -> None:
    story.press("where", "bookmark")
    assert story.hears == BOOKMARKED
    story.press("space")
    assert story.hears == "", "Space is silence, whatever is heard"
    story.press("space")
    assert story.hears == "One"
    story.press("where", "forward")
    assert story.hears == "Two"
    story.press("where", "escape")
    assert (story.hears, story.listening.active) == ("", False)


def test_the_reading_goes_on_after_the_last_of_several_answers(story: Story) -> None:
    story.press("where", "bookmark")
    story.sound.end()
    assert story.hears == "One"


def test_a_bookmark_is_set_at_the_heard_sentence_and_taken_off_again(story: Story) -> None:
    story.hear_on()
    story.press("bookmark")
    assert [mark.place.quote[:3] for mark in story.do.bookmarks.items()] == ["Two"]
    story.press("bookmark")
    assert (story.hears, story.do.bookmarks.items()) == ("Bookmark taken off.", ())


def test_where_tells_what_was_just_read(story: Story) -> None:
    story.turn_to("Four")
    story.press("where")
    assert story.sound.text == "Part 1 of 2: First part. Just read: Now 😀 three words."


def test_the_words_come_with_their_meanings_the_hardest_first_and_few(story: Story) -> None:
    story.do.opening.open_text("immune-system-changes")
    piece = next(piece for piece in story.reading.chunks if len(story.do.words.terms(piece)) > 3)
    story.reading.show(piece.index)
    story.eyes.begin()
    story.press("words")
    first, *_, last = story.do.words.terms(piece)[:3]
    assert story.sound.text.startswith(f"{first.name}: {first.meaning}")
    assert story.sound.text.endswith(f"{last.name}: {last.meaning}")


def test_the_end_of_a_part_is_told_and_space_goes_on_with_the_next(story: Story) -> None:
    story.hear_until(END_OF_PART)
    story.sound.end()
    assert (story.hears, story.listening.active) == ("", False)
    story.press("space")
    assert story.hears == "Six"
    story.hear_until(END_OF_TEXT)
    story.sound.end()
    story.press("forward")
    assert story.hears == END_OF_TEXT
    story.press("back")
    assert story.hears == "Six", "the last piece"


def test_the_end_of_the_key_points_is_told_as_that_and_no_part_comes_after_it(story: Story) -> None:
    story.reading.toggle_key_points()
    story.hear_until(END_OF_EXCERPT)
    story.sound.end()
    story.press("forward")
    assert story.hears == END_OF_EXCERPT


def test_the_page_takes_two_presses_and_the_first_shows_dim_words_only(story: Story) -> None:
    story.press("next")
    assert (story.eyes.dim_words, story.opened, story.hears) == (ONCE_MORE, 0, "One")
    story.clock.advance(3600)
    assert story.eyes.dim_words == ONCE_MORE, "nothing changes by itself"
    story.press("space")
    assert story.eyes.dim_words == "", "one of the few keys makes it dark again"
    story.press("", "")
    assert (story.opened, story.eyes.on) == (1, False)


def test_an_answer_that_is_left_lets_the_reading_go_on(story: Story) -> None:
    story.press("where", "next")
    assert story.hears == "One"


def test_what_fails_is_said_if_it_can_be_and_shown_when_the_page_is_back(story: Story) -> None:
    story.voice.error = GONE
    story.press("where")
    story.voice.error = ""
    assert story.hears == "One", "the reading goes on"
    story.press("next")
    assert story.eyes.dim_words == f"{GONE} {ONCE_MORE}"
    story.press("next")
    assert story.do.notices.message == GONE


def test_a_voice_that_fails_in_the_reading_is_told_by_itself_if_it_can_speak_again(story: Story) -> None:
    story.press("escape")
    told: list[str] = []
    story.listening.said.connect(told.append)
    story.press("space")
    story.sound.fail(GONE)
    assert GONE in told
    story.press("space", "next", "next")
    assert story.do.notices.message == GONE


def test_a_voice_that_speaks_again_has_nothing_to_excuse(story: Story) -> None:
    story.press("escape")
    story.voice.error = GONE
    story.press("space")
    story.voice.error = ""
    story.press("space")
    story.hear_on()
    story.press("next", "next")
    assert story.do.notices.message != GONE


def test_a_sleeper_is_not_woken(story: Story) -> None:
    story.do.sleep_timer.set("5")
    story.clock.advance(300)
    story.clock.advance(30)
    assert (story.listening.active, story.hears) == (False, "")


def test_with_open_eyes_nothing_is_answered_aloud(story: Story) -> None:
    story.eyes.end()
    for _ in range(6):
        story.hear_on()
    assert (story.listening.active, story.hears) == (False, "")
