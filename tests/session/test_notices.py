"""The quiet line: one sentence at a time, and the way back."""

import pytest

from reader.session.notices import Notices


@pytest.fixture
def notices() -> Notices:
    quiet = Notices()
    quiet.rest("Part 1 of 7")
    return quiet


def test_a_message_stands_in_front_of_the_resting_text_until_the_next_action(notices: Notices) -> None:
    notices.say("One step dimmer.")
    assert notices.text == "One step dimmer."
    notices.clear()
    assert notices.text == "Part 1 of 7"


def test_a_piece_that_turns_with_the_voice_takes_no_message_away(notices: Notices) -> None:
    notices.say("Reading this part aloud.")
    notices.rest("Part 2 of 7")
    assert notices.text == "Reading this part aloud."
    notices.clear()
    assert notices.text == "Part 2 of 7"


def test_there_is_one_sentence_at_a_time(notices: Notices) -> None:
    notices.say("First.")
    notices.say("Second.")
    assert notices.text == "Second."
    notices.clear()
    assert notices.text == "Part 1 of 7"


def test_undo_outlives_its_sentence(notices: Notices) -> None:
    back: list[str] = []
    notices.offer_undo("Bookmark taken off.", lambda: back.append("bookmark"))
    assert notices.offer
    for _turn in range(3):
        notices.clear()
    assert notices.text == "Part 1 of 7"
    assert not notices.offer
    assert notices.can_undo
    notices.undo()
    assert back == ["bookmark"]
    assert not notices.can_undo


def test_another_sentence_comes_without_the_undo_button(notices: Notices) -> None:
    notices.offer_undo("Bookmark taken off.", lambda: None)
    notices.say("One step dimmer.")
    assert not notices.offer
    assert notices.can_undo


def test_the_newest_thing_is_undone_first_and_each_once(notices: Notices) -> None:
    back: list[str] = []
    notices.offer_undo("Taken off.", lambda: back.append("first"))
    notices.offer_undo("Taken off.", lambda: back.append("second"))
    notices.undo()
    notices.undo()
    assert back == ["second", "first"]
    notices.undo()
    assert back == ["second", "first"]
    assert notices.text == "There is nothing to undo."


def test_an_undo_says_for_itself_what_is_back(notices: Notices) -> None:
    notices.offer_undo("Bookmark taken off.", lambda: notices.say("The bookmark is back."))
    notices.undo()
    assert notices.text == "The bookmark is back."


def test_whoever_shows_the_line_is_told_of_each_change_only(notices: Notices) -> None:
    seen: list[str] = []
    notices.changed.connect(lambda: seen.append(notices.text))
    notices.clear()
    assert seen == []
    notices.say("One step dimmer.")
    notices.rest("Part 2 of 7")
    notices.clear()
    notices.clear()
    notices.rest("Part 2 of 7")
    assert seen == ["One step dimmer.", "Part 2 of 7"]


def test_a_sentence_said_twice_is_told_twice_so_that_it_is_heard_again(notices: Notices) -> None:
    seen: list[str] = []
    notices.changed.connect(lambda: seen.append(notices.text))
    notices.say("This is the last piece.")
    notices.say("This is the last piece.")
    assert len(seen) == 2
