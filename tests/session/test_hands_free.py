"""A person whose hands are tired lets the text go on by itself."""

from collections.abc import Callable
from typing import Any

import pytest

from reader.assembly.assembling import assemble
from reader.model.chunk import Chunk
from reader.model.level import Level
from reader.model.scope import Scope
from reader.session.commands import COMMANDS, run
from reader.session.hands_free import GOES_ON, LEAST, LONGER, PART_ENDS, PICTURE, STOPPED
from reader.store.folders import Folders
from reader.text import words

NAMED = {command.name: command for command in COMMANDS}
END_OF_PART = "End of this part. This is a good place to stop."


class Eyes:
    """A screen on which a piece has so many views; it remembers what was read, and for how long."""

    def __init__(self, reading: Any, clock: Any) -> None:
        self.reading, self.clock = reading, clock
        self.views = 1
        self.view = 0
        self.read: list[tuple[str, float]] = []
        self._since = clock.now()
        reading.turned.connect(self._begin_again)

    def _begin_again(self) -> None:
        self.view = 0

    def in_sight(self) -> str:
        shown = self.reading.chunk.text.split()
        size = -(-len(shown) // self.views)
        return " ".join(shown[self.view * size :][:size])

    def has_more(self) -> bool:
        return self.view + 1 < self.views

    def read_on(self) -> None:
        self.read.append((self.in_sight(), round(self.clock.now() - self._since, 3)))
        self._since = self.clock.now()
        if self.has_more():
            self.view += 1
        else:
            self.reading.next()

    def look(self) -> None:
        self._since = self.clock.now()

    def show_text(self) -> None:
        """It is shown all the time."""

    forward = read_on


class Story:
    """One at the beginning of the second part of an article, with an article's usual pieces."""

    def __init__(self, do: Any, clock: Any) -> None:
        self.do, self.clock, self.reading, self.hands_free = do, clock, do.reading, do.hands_free
        do.opening.open_text("immune-system-changes")
        do.reading.open_part(2)
        do.notices.clear()
        self.eyes = Eyes(do.reading, clock)

    def press(self, name: str) -> None:
        run(NAMED[name], self.do, self.eyes)

    def begin(self) -> None:
        self.eyes.look()
        self.press("go on by itself")

    @property
    def quiet(self) -> str:
        return str(self.do.notices.text)

    def seconds(self, text: str) -> float:
        return max(LEAST, LONGER * self.do.pace.seconds(words.count(text)))

    def pieces_of_part(self) -> list[Any]:
        return [piece for piece in self.reading.chunks if piece.part == self.reading.chunk.part]

    def wait_for_a_turn(self) -> None:
        before = self.reading.index
        while self.reading.index == before:
            self.clock.advance(1)


@pytest.fixture
def story(tmp_path: Any, clock: Any, person: Any) -> Any:
    person.voice.close = lambda: None
    do = assemble(Folders(tmp_path / "data", tmp_path / "config"), clock, person.voice, person.sound)
    yield Story(do, clock)
    do.leave()


def test_it_goes_through_the_part_piece_by_piece_and_ends_with_it(story: Story) -> None:
    pieces = story.pieces_of_part()
    story.begin()
    assert (story.hands_free.on, story.quiet) == (True, GOES_ON)
    for piece in pieces[:-1]:
        assert story.reading.chunk is piece
        assert story.quiet == GOES_ON
        story.wait_for_a_turn()
    assert story.reading.chunk is pieces[-1]
    assert (story.hands_free.on, story.quiet) == (False, END_OF_PART)
    assert story.eyes.read == [
        (" ".join(piece.text.split()), pytest.approx(story.seconds(piece.text), abs=1e-3))
        for piece in pieces[:-1]
    ]
    story.clock.advance(10_000)
    assert story.reading.chunk is pieces[-1], "never into the next part"


def test_nobody_asked_and_nothing_goes_on(story: Story) -> None:
    before = story.reading.index
    story.clock.advance(10_000)
    assert (story.reading.index, story.eyes.read) == (before, [])


def test_a_piece_of_several_views_is_shown_view_by_view(story: Story) -> None:
    story.eyes.views = 3
    text = story.reading.chunk.text
    story.begin()
    story.wait_for_a_turn()
    assert " ".join(seen for seen, _ in story.eyes.read) == " ".join(text.split())
    for seen, lasted in story.eyes.read:
        assert lasted == pytest.approx(story.seconds(seen), abs=1e-3)


def test_at_the_slow_pace_of_this_reader(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(story.do.pace), "seconds", lambda _pace, count: 2.0 * count)
    count = words.count(story.reading.chunk.text)
    story.begin()
    story.clock.advance(3.0 * count - 0.01)
    assert story.eyes.read == []
    story.clock.advance(0.02)
    assert len(story.eyes.read) == 1


def test_two_words_stay_long_enough_to_be_noticed(story: Story) -> None:
    story.eyes.views = 40
    story.begin()
    story.wait_for_a_turn()
    assert min(lasted for _, lasted in story.eyes.read) == LEAST


def test_a_picture_stays_to_be_looked_at(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Chunk, "begins_picture", property(lambda piece: piece is first))
    first = story.reading.chunk
    story.begin()
    for _ in range(2):
        story.wait_for_a_turn()
    (seen, long), (then, usual) = story.eyes.read
    assert long == pytest.approx(PICTURE + story.seconds(seen), abs=1e-3)
    assert usual == pytest.approx(story.seconds(then), abs=1e-3)


def test_a_stop_is_said_and_nothing_turns_afterwards(story: Story) -> None:
    told: list[bool] = []
    story.hands_free.changed.connect(lambda: told.append(story.hands_free.on))
    story.begin()
    story.wait_for_a_turn()
    story.hands_free.stop()
    before = story.reading.index
    story.clock.advance(10_000)
    assert (story.reading.index, story.quiet, told) == (before, STOPPED, [True, False])
    story.hands_free.stop()
    assert told == [True, False], "a second stop is nothing new"


WAYS_OUT: dict[str, Callable[[Story], object]] = {
    "the voice begins": lambda story: story.press("listen"),
    "a piece is turned by hand": lambda story: story.reading.next(),
    "another part is opened": lambda story: story.reading.open_part(1),
    "another text is opened": lambda story: story.do.opening.open_text("low-level-activation"),
    "the level changes": lambda story: story.reading.set_level(Level.SENTENCE),
    "the key points are shown": lambda story: story.press("key points"),
    "rest begins": lambda story: story.do.resting.begin(),
    "the window closes": lambda story: story.do.leave(),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_it_ends_when(story: Story, way: str) -> None:
    story.begin()
    WAYS_OUT[way](story)
    assert not story.hands_free.on
    assert story.quiet != GOES_ON
    index, read = story.reading.index, len(story.eyes.read)
    story.do.listening.stop()
    story.clock.advance(10_000)
    assert (story.reading.index, len(story.eyes.read)) == (index, read)


def test_at_the_end_of_a_part_it_does_not_begin(story: Story) -> None:
    story.reading.show(story.pieces_of_part()[-1].index)
    story.begin()
    assert (story.hands_free.on, story.quiet) == (False, PART_ENDS)
    story.clock.advance(10_000)
    assert story.eyes.read == []


def test_a_window_that_has_grown_meanwhile_still_keeps_it_within_the_part(story: Story) -> None:
    story.eyes.views = 2
    last = story.pieces_of_part()[-1]
    story.reading.show(last.index)
    story.begin()
    assert story.hands_free.on
    story.eyes.views = 1
    story.clock.advance(10_000)
    assert (story.reading.chunk, story.hands_free.on) == (last, False)


def test_key_points_go_on_to_the_last_of_them(story: Story) -> None:
    story.press("key points")
    story.begin()
    story.clock.advance(10_000)
    assert story.reading.scope is Scope.KEY_POINTS
    assert story.reading.ends_text


def test_the_pace_learns_nothing_from_it(story: Story) -> None:
    for _ in story.pieces_of_part()[:-1]:
        story.clock.advance(10)
        story.reading.next()
    before = story.do.pace.words_a_minute
    story.reading.open_part(2)
    story.begin()
    story.clock.advance(10_000)
    assert len(story.eyes.read) > 2
    assert story.do.pace.words_a_minute == before
