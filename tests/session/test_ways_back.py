"""From one text to another and back: Return leads to the text and piece one came from."""

from pathlib import Path
from typing import Any

import pytest

from reader.store.database import Database
from tests.session.test_session_opening import Story


@pytest.fixture
def story(tmp_path: Path, clock: Any, database: Database) -> Story:
    return Story(tmp_path, clock, database)


def go_back(story: Story) -> str:
    """Press Return."""
    if not story.opening.return_to_text():
        story.reading.go_back()
    return story.sees


def test_one_return_leads_from_a_sentence_found_in_another_text_to_where_one_was(story: Story) -> None:
    story.opening.open_text("brain")
    story.reading.show(4)
    there = story.reading.place
    story.reading.show(1)
    story.opening.open_text("gut")
    story.reading.show(3)
    story.opening.visit("brain", there)
    assert story.sees == "brain: First of 3"
    assert story.opening.can_return
    assert go_back(story) == "gut: Second of 2"
    assert not story.opening.can_return


def test_a_jump_within_the_other_text_is_taken_back_first(story: Story) -> None:
    story.opening.open_text("gut")
    story.reading.show(4)
    there = story.reading.place
    story.opening.open_text("brain")
    story.reading.show(2)
    story.opening.visit("gut", there)
    story.reading.open_part(0)
    assert [go_back(story), go_back(story)] == ["gut: First of 3", "brain: First of 2"]


def test_from_text_to_text_the_way_leads_back_step_by_step(story: Story) -> None:
    story.opening.open_text("brain")
    there = story.reading.place
    letter = story.write("letter.md", "letter")
    story.opening.open_file(letter)
    far = (story.reading.document.id, story.reading.chunks[5].place)
    story.opening.open_text("gut")
    story.reading.show(3)
    story.opening.visit("brain", there)
    story.opening.visit(*far)
    assert [story.sees, go_back(story), go_back(story)] == [
        "letter: Second of 3",
        "brain: First of 1",
        "gut: Second of 2",
    ]


def test_whoever_opens_a_text_by_hand_has_come_from_nowhere(story: Story) -> None:
    story.opening.open_text("gut")
    there = story.reading.place
    story.opening.open_text("brain")
    story.opening.visit("gut", there)
    story.opening.open_text("brain")
    assert not story.opening.return_to_text()
