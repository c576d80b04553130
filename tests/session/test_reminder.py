"""A person is reminded of what they have read, and then carries on."""

from typing import Any

import pytest

from reader.model.level import Level
from reader.model.scope import Scope
from tests.session.excerpts_reader import ARTICLE, OWN, Begin

DAY = 86_400.0


@pytest.mark.parametrize(
    ("written", "place", "shown", "quiet"),
    [
        (ARTICLE, "Blood one", ["Brain is", "Gut is"], "Key points so far. Part 2 of 3."),
        (ARTICLE, "Gut three", ["All of"], ""),
        (ARTICLE, "All of", ["All of"], ""),
        (ARTICLE, "Blood is", ["Blood is", "Brain is", "Gut is"], "Key points so far. Part 3 of 3."),
        (OWN, "Blood two", ["Blood one", "Brain one", "Gut one"], "First sentences so far. Part 3 of 3."),
        (OWN, "Brain three", ["Gut one"], ""),
        (OWN, "Gut three", ["Gut one"], ""),
    ],
)
def test_a_reminder_goes_backwards_and_then_carries_on(
    begin: Begin, written: str, place: str, shown: list[str], quiet: str
) -> None:
    story = begin(written, Level.SHORT)
    story.reading.set_level(Level.SENTENCE)
    story.read_to(place)
    story.reading.set_level(Level.SHORT)
    kept = story.record()
    story.come_back(reminds=True)
    if quiet:
        assert story.quiet == quiet
    assert story.all_from_here() == shown
    assert story.quiet.endswith(" Carry on when you are ready.")
    story.reading.next()
    assert story.reading.scope is Scope.WHOLE
    assert story.reading.place == kept.place


def test_in_short_is_named_for_what_it_is(begin: Begin) -> None:
    story = begin(level=Level.SHORT)
    story.come_back(reminds=True)
    assert story.quiet == "In short. Carry on when you are ready."


def test_after_a_longer_break_the_piece_before_comes_first(begin: Begin) -> None:
    story = begin()
    story.read_to("Brain three")
    story.come_back(reminds=True, looks_back=True)
    story.all_from_here()
    story.reading.next()
    assert story.shown == "Brain two"
    assert story.reading.sentence == "Brain three is here."


def test_a_reminder_changes_nothing_kept_however_it_is_left(begin: Begin, clock: Any) -> None:
    story = begin()
    story.read_to("Blood two")
    kept = story.record()
    clock.advance(DAY)
    story.come_back(reminds=True)
    for move in (story.reading.next, story.reading.next_part, lambda: story.reading.reach(0)):
        move()
        assert story.record() == kept
    assert story.step() == "Blood two", "Ctrl+K carries on"
    assert story.record().place == kept.place
    assert not story.reading.can_return


def test_a_jump_out_of_a_reminder_leads_back_to_the_text(begin: Begin) -> None:
    story = begin()
    story.read_to("Blood two")
    story.come_back(reminds=True)
    story.reading.open_part(1)
    assert story.shown == "Gut one"
    story.reading.go_back()
    assert (story.shown, story.reading.scope) == ("Blood two", Scope.WHOLE)


def test_who_reads_key_points_is_reminded_of_those_before_and_carries_on_among_them(begin: Begin) -> None:
    story = begin(level=Level.SHORT)
    story.step()
    story.read_to("Brain is")
    story.come_back(reminds=True)
    assert story.all_from_here() == ["Gut is"]
    story.reading.next()
    assert (story.shown, story.reading.scope) == ("Brain is", Scope.KEY_POINTS)


def test_without_a_word_to_remind_of_the_text_itself_opens(begin: Begin) -> None:
    story = begin("| a | b |\n|---|---|\n| c | d |")
    story.come_back(reminds=True)
    assert story.reading.scope is Scope.WHOLE
