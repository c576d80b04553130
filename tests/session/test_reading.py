"""A person moves through a text, and always knows where they are."""

import pytest

from reader.formats.parsing import parse
from reader.model.document import Document
from reader.model.level import Level
from reader.model.record import Record
from reader.session.notices import Notices
from reader.session.reading import Reading


def some(words: int, first: str) -> str:
    """Return a paragraph of two sentences with so many words."""
    return f"{first} {'word ' * (words // 2 - 2)}one. Then {'word ' * (words // 2 - 2)}two."


TEXT = f"""
## In short

{some(40, "Short")}

## The army

{some(40, "Army")}

{some(40, "Soldiers")}

Each has its own job.
{{: .key-point }}

## The war

{some(40, "War")}

{some(40, "Peace")}
"""

PIECES = (
    ("Short", "Press Next when you are ready. There is no hurry."),
    ("Army", "Part 1 of 2"),
    ("Soldiers", "Part 1 of 2"),
    ("Each", "End of this part. This is a good place to stop."),
    ("War", "Part 2 of 2"),
    ("Peace", "This is the end of the text. Library takes you back."),
)


class Story:
    """One who reads: the piece they see by its first word, and the quiet line."""

    def __init__(self, text: str = TEXT, level: Level = Level.SHORT) -> None:
        self.notices = Notices()
        self.reading = Reading(self.notices, level)
        self.happened: list[str] = []
        for name in ("opened", "turned", "moved"):
            getattr(self.reading, name).connect(lambda name=name: self.happened.append(name))
        self.reading.open(parse("markdown", text, "The text.md"))

    @property
    def sees(self) -> str:
        return (self.reading.chunk.text or self.reading.chunk.heading).split()[0]

    @property
    def quiet(self) -> str:
        return self.notices.text

    def turn_to(self, first_word: str) -> None:
        words = [chunk.text.split()[0] for chunk in self.reading.chunks]
        self.reading.show(words.index(first_word))

    def look_back(self) -> None:
        """Come back after a longer break, which shows the piece before first."""
        record = Record("text", "The text", self.reading.place, 0, "", "", read=0.0)
        self.reading.resume(self.reading.document, record, looks_back=True)


@pytest.fixture
def story() -> Story:
    return Story()


def test_piece_after_piece_the_quiet_line_tells_where_one_is(story: Story) -> None:
    seen = [(story.sees, story.quiet)]
    for _ in PIECES[1:]:
        story.reading.next()
        seen.append((story.sees, story.quiet))
    assert tuple(seen) == PIECES
    for piece in PIECES[-2::-1]:
        story.reading.previous()
        assert (story.sees, story.quiet) == piece


def test_at_both_ends_the_piece_stays_and_a_sentence_says_why(story: Story) -> None:
    story.reading.previous()
    assert (story.sees, story.quiet) == ("Short", "This is the first piece.")
    story.turn_to("Peace")
    story.notices.clear()
    story.reading.next()
    assert (story.sees, story.quiet) == ("Peace", "This was the last piece. Library takes you back.")


@pytest.mark.parametrize(
    ("start", "step", "end", "said"),
    [
        ("Short", "next_part", "Army", ""),
        ("Soldiers", "next_part", "War", ""),
        ("Peace", "next_part", "Peace", "This is the last part."),
        ("Peace", "previous_part", "War", ""),
        ("War", "previous_part", "Army", ""),
        ("Army", "previous_part", "Short", ""),
        ("Short", "previous_part", "Short", "This is the first part."),
        ("Soldiers", "start_part_again", "Army", "Your other place is kept. Press Alt and Left to return."),
    ],
)
def test_steps_by_part(story: Story, start: str, step: str, end: str, said: str) -> None:
    story.turn_to(start)
    getattr(story.reading, step)()
    assert (story.sees, story.notices.message) == (end, said)


def test_return_goes_back_jump_by_jump(story: Story) -> None:
    story.turn_to("Soldiers")
    story.reading.open_part(2)
    story.reading.next()
    story.reading.open_part(0)
    assert story.reading.can_return
    seen = []
    for _ in range(3):
        story.reading.go_back()
        seen.append(story.sees)
    assert seen == ["Peace", "Soldiers", "Soldiers"]
    assert story.quiet == "There is no other place to return to."
    assert not story.reading.can_return


def test_another_text_has_no_way_back_into_the_old_one(story: Story) -> None:
    story.reading.open_part(1)
    story.reading.open(parse("markdown", "# Other\n\nAnother text.", "other.md"))
    assert not story.reading.can_return


def test_longer_and_back_to_one_sentence_is_the_same_sentence(story: Story) -> None:
    story.reading.set_level(Level.SENTENCE)
    story.turn_to("Then")
    story.reading.show(story.reading.index + 4)
    sentence = story.reading.sentence
    for level in (Level.LONGER, Level.SHORT, Level.LONGER, Level.SENTENCE):
        story.reading.set_level(level)
        assert story.reading.level is level
        assert sentence in story.reading.chunk.text
        assert story.reading.sentence == sentence
    assert story.reading.chunk.text == sentence


def test_choosing_the_same_level_again_turns_nothing(story: Story) -> None:
    story.happened.clear()
    story.reading.set_level(Level.SHORT)
    assert story.happened == []


def test_a_level_chosen_before_any_text_counts_for_the_first() -> None:
    reading = Reading(Notices(), Level.SHORT)
    reading.set_level(Level.SENTENCE)
    reading.open(parse("markdown", "One here. Two here.", "two.md"))
    assert [chunk.text for chunk in reading.chunks] == ["One here.", "Two here."]


def test_looking_back_shows_the_piece_before_and_keeps_the_place(story: Story) -> None:
    story.turn_to("War")
    place, sentence, part = story.reading.place, story.reading.sentence, story.reading.part
    story.look_back()
    assert story.sees == "Each"
    assert (story.reading.place, story.reading.sentence) == (place, sentence)
    assert story.reading.part != part
    story.reading.next()
    assert (story.sees, story.reading.place) == ("War", place)


def test_there_is_nothing_to_look_back_at_in_the_first_piece(story: Story) -> None:
    story.look_back()
    assert story.sees == "Short"


def test_whoever_reads_on_in_a_look_back_keeps_the_place_until_they_have_come_past_it(story: Story) -> None:
    story.turn_to("Peace")
    second = story.reading.chunk.sentence_spans()[1][0]
    story.reading.reach(second)
    place = story.reading.place
    story.look_back()
    story.reading.reach(5)
    assert (story.reading.here.offset, story.reading.place) == (5, place)
    story.reading.set_level(Level.LONGER)
    assert story.reading.here.offset == 5, "what is read now stays in sight"
    ahead = story.reading.chunk.offset_of(place) or 0
    assert ahead > second
    story.reading.reach(ahead - 1)
    assert story.reading.place == place
    story.reading.reach(ahead + 1)
    assert story.reading.place == story.reading.here != place


def test_a_text_that_was_finished_stays_finished_when_one_looks_back(story: Story) -> None:
    story.turn_to("Peace")
    assert story.reading.text.whole.finished
    story.look_back()
    assert story.reading.text.whole.finished
    story.reading.previous()
    assert not story.reading.text.whole.finished


def test_the_voice_moves_the_place_within_the_piece(story: Story) -> None:
    story.turn_to("Army")
    second = story.reading.chunk.sentence_spans()[1][0]
    story.happened.clear()
    story.reading.reach(second)
    assert story.reading.sentence.startswith("Then")
    assert story.happened == ["moved"], "the page does not turn"
    assert story.reading.place.offset == second


def test_opening_tells_of_the_text_before_the_piece() -> None:
    assert Story().happened == ["opened", "turned", "moved"]


@pytest.mark.parametrize(
    ("piece", "where", "read"),
    [
        ("Short", "In short: The text", ""),
        ("Army", "Part 1 of 2: The army", "Then"),
        ("War", "Part 2 of 2: The war", "Each"),
    ],
)
def test_where_am_i_and_what_did_i_just_read(story: Story, piece: str, where: str, read: str) -> None:
    story.turn_to(piece)
    assert story.reading.where() == where
    assert story.reading.just_read()[: len(read)] == read
    assert bool(story.reading.just_read()) == bool(read)


def test_a_text_without_parts_counts_none() -> None:
    story = Story("\n\n".join(some(40, name) for name in ("One", "Two", "Three")))
    story.reading.next()
    assert (story.sees, story.quiet) == ("Two", "")


def test_a_heading_without_a_body_is_a_piece_of_its_own() -> None:
    story = Story("## Lonely\n\n## Next one\n\nWith a body.")
    assert story.sees == "With", "it is not what a text opens with: there is nothing to read on it"
    story.reading.previous()
    assert (story.sees, story.reading.chunk.text, story.reading.sentence) == ("Lonely", "", "Lonely")
    story.reading.next()
    assert story.reading.just_read() == "", "a heading is no sentence"


def test_a_text_without_pieces_cannot_be_shown(story: Story) -> None:
    with pytest.raises(ValueError, match="without pieces"):
        story.reading.open(Document("none", "None", ()))
    assert story.sees == "Short", "the text before is still there"
