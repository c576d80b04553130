"""Every part ends with a good place to stop, whatever text it is and however much is shown at a time."""

from typing import Any

import pytest

from reader.formats.parsing import parse
from reader.model.level import Level
from reader.session.notices import Notices
from reader.session.playback import END_OF_PART
from reader.session.reading import Reading
from reader.session.whereabouts import MANY

LINE = "This is the first of two short sentences here. And this is the second one of them. "
TEXTS = {
    "with key points": f"## One\n\n{LINE * 4}\n\nIn short.\n{{: .key-point }}\n\n## Two\n\n{LINE * 4}",
    "without key points": f"## One\n\n{LINE * 4}\n\n{LINE * 4}\n\n## Two\n\n{LINE * 4}",
    "parts of one piece": "## One\n\nA single one.\n\n## Two\n\nAnother one.\n\n## Three\n\nThe last one.",
    "with something before": f"# Title\n\n{LINE}\n\n## One\n\n{LINE}\n\n## Two\n\n{LINE}\n\n## Three\n\nEnd.",
    "with an empty part": f"## One\n\n## Two\n\n{LINE}\n\n## Three\n\n{LINE}",
    "ending with a list": f"## One\n\n{LINE}\n\n- first\n- second\n\n## Two\n\n{LINE}",
}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("text", TEXTS)
def test_the_last_piece_of_each_part_says_so_and_no_other(text: str, level: Level) -> None:
    notices = Notices()
    reading = Reading(notices, level)
    reading.open(parse("markdown", TEXTS[text], "The text.md"))
    ends = []
    for index, piece in enumerate(reading.chunks[:-1]):
        reading.show(index)
        is_end = reading.chunks[index + 1].part != piece.part and reading.part.number > 0
        assert (notices.text == END_OF_PART) == is_end
        ends.append(is_end)
    assert sum(ends) == reading.parts[-1].number - 1
    reading.show(len(ends))
    assert notices.text == "This is the end of the text. Library takes you back."


@pytest.mark.parametrize("level", Level)
def test_a_voice_that_comes_to_the_end_of_a_part_says_so(person: Any, level: Level) -> None:
    person.reading.set_level(level)
    person.turn_to("Five" if level is Level.SENTENCE else "Four" if level is Level.SHORT else "One")
    person.listening.listen()
    for _ in range(6):
        person.hear_to_the_end()
    assert person.said[-1] == END_OF_PART
    assert person.state == "silent"


def many(parts: int) -> str:
    """Return a text of so many parts, of three pieces each."""
    pieces = "\n\n".join([LINE * 3] * 3)
    return "\n\n".join(f"## Chapter {number}\n\n{pieces}" for number in range(1, parts + 1))


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (1, "Near the beginning of the text"),
        (10, "In the first half of the text"),
        (21, "About half way through the text"),
        (30, "In the second half of the text"),
        (40, "Near the end of the text"),
    ],
)
def test_of_very_many_parts_none_is_counted_but_when_one_asks(part: int, told: str) -> None:
    notices = Notices()
    reading = Reading(notices, Level.SHORT)
    reading.open(parse("markdown", many(40), "The text.md"))
    reading.open_part(part - 1)
    notices.clear()
    assert notices.text == told
    assert reading.where() == f"{told}. Part {part}: Chapter {part}"


def test_of_as_many_as_one_can_keep_in_mind_each_is_counted() -> None:
    notices = Notices()
    reading = Reading(notices, Level.SHORT)
    reading.open(parse("markdown", many(MANY), "The text.md"))
    assert notices.text == f"Part 1 of {MANY}"
