"""Every part ends with a good place to stop, whatever text it is and however much is shown at a time."""

from typing import Any

import pytest

from reader.formats.parsing import parse
from reader.model.level import Level
from reader.session.notices import Notices
from reader.session.playback import END_OF_PART
from reader.session.reading import Reading

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
