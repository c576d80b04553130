"""A person reads the key points only, steps into a part and back, and finds both places on another day."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.formats.shelf import Shelf
from reader.model.level import Level
from reader.model.scope import Scope
from reader.session.reading import BACK_TO_POINTS, INTO_PART, NO_KEY_POINTS
from tests.session.excerpts_reader import ARTICLE, MIXED, OWN, SHORT, Begin, text_of


def test_all_key_points_one_after_the_other(begin: Begin) -> None:
    story = begin(level=Level.SHORT)
    assert story.step() == "All of"
    assert story.quiet == f"Key points only. {INTO_PART}"
    assert story.all_from_here() == ["All of", "Gut is", "Brain is", "Blood is"]
    story.notices.clear()
    assert story.quiet == "Key points only. Part 3 of 3."
    story.reading.next()
    assert (story.shown, story.quiet) == ("Blood is", "This was the last one. Ctrl+K goes into the part.")
    assert story.reading.where() == "Key points only. Part 3 of 3: Blood"
    assert story.reading.just_read() == "It has two sentences."


@pytest.mark.parametrize(
    ("written", "quiet"),
    [
        (ARTICLE, ["Key points only."] + [f"Key points only. Part {n} of 3." for n in (1, 2, 3)]),
        (OWN, [f"First sentences only. Part {n} of 3." for n in (1, 2, 3)]),
        (MIXED, ["Key points only. Part 1 of 2.", "First sentences only. Part 2 of 2."]),
        (
            SHORT + OWN,
            ["First sentences only."] + [f"First sentences only. Part {n} of 3." for n in (1, 2, 3)],
        ),
        ("Only one. No parts.", ["First sentences only."]),
    ],
)
def test_first_sentences_are_said_to_be_that(begin: Begin, written: str, quiet: list[str]) -> None:
    story = begin(written, Level.SHORT)
    story.step()
    told = []
    for index in range(len(story.reading.chunks)):
        story.reading.show(index)
        story.notices.clear()
        told.append(story.quiet)
    assert told == quiet


def test_from_a_place_in_a_part_to_its_key_point_and_back_to_that_very_place(begin: Begin) -> None:
    story = begin()
    story.read_to("Brain three")
    assert story.step() == "Brain is"
    assert story.reading.chunk.text == "Brain is the point. It has two sentences.", "a key point stays whole"
    story.reading.reach(len("Brain is the point. "))
    assert story.step() == "Brain three"
    assert story.quiet == BACK_TO_POINTS
    assert story.step() == "Brain is"
    assert story.reading.sentence == "It has two sentences.", "that very sentence of the key point"
    story.reading.go_back()
    assert (story.shown, story.reading.scope) == ("Brain three", Scope.WHOLE)
    assert not story.reading.can_return, "one step in, one step back"


def test_return_leads_from_the_key_points_to_the_sentence_that_was_read(begin: Begin) -> None:
    """However many jumps lie before it, and on another day, too."""
    story = begin()
    story.reading.open_part(2)
    story.reading.go_back()
    story.read_to("Gut three")
    story.step()
    story.reading.next()
    record = story.record()
    story = begin()
    story.reading.resume(story.text, record)
    story.reading.go_back()
    assert (story.shown, story.reading.scope) == ("Gut three", Scope.WHOLE)


def test_return_into_the_key_points_says_how_to_leave_them(begin: Begin) -> None:
    story = begin()
    story.read_to("Gut three")
    story.step()
    story.step()
    story.reading.go_back()
    assert (story.shown, story.quiet) == ("Gut is", f"Key points only. {INTO_PART}")


def test_into_another_part_is_its_beginning_and_nothing_is_lost(begin: Begin) -> None:
    story = begin()
    story.read_to("Gut three")
    story.step()
    story.read_to("Blood is")
    assert story.step() == "Blood one"
    story.reading.next()
    story.reading.go_back()
    assert (story.shown, story.reading.scope) == ("Blood is", Scope.KEY_POINTS)
    assert story.step() == "Blood two", "where one was in this part"
    assert story.step() == "Blood is"
    story.reading.go_back()
    assert story.shown == "Blood two"
    story.reading.go_back()
    assert (story.shown, story.reading.scope) == ("Gut three", Scope.WHOLE)
    assert not story.reading.can_return


def test_a_jump_leads_into_the_whole_text_and_return_back_to_the_key_point(begin: Begin) -> None:
    story = begin()
    story.read_to("Gut two")
    story.step()
    story.reading.open_part(2)
    assert (story.shown, story.reading.scope) == ("Brain one", Scope.WHOLE)
    story.reading.go_back()
    assert (story.shown, story.reading.scope) == ("Gut is", Scope.KEY_POINTS)
    story.reading.go_back()
    assert (story.shown, story.reading.scope) == ("Gut two", Scope.WHOLE)


def test_parts_are_stepped_through_among_key_points_too(begin: Begin) -> None:
    story = begin()
    story.step()
    seen = []
    for move in ("next_part", "next_part", "previous_part", "next_part", "next_part"):
        getattr(story.reading, move)()
        seen.append((story.shown, story.reading.part.title))
    assert [shown for shown, _ in seen] == ["Gut is", "Brain is", "Gut is", "Brain is", "Blood is"]
    assert all(shown.startswith(part) for shown, part in seen)


def test_without_anything_shorter_the_text_stays(begin: Begin) -> None:
    story = begin("| a | b |\n|---|---|\n| c | d |")
    before = story.reading.chunk
    story.reading.toggle_key_points()
    assert (story.reading.chunk, story.quiet) == (before, NO_KEY_POINTS)


# Between days


def test_carry_on_opens_the_key_points_and_the_place_in_the_whole_text_is_kept_too(begin: Begin) -> None:
    story = begin()
    story.read_to("Gut three")
    place = story.record().place
    story.step()
    story.reading.reach(len("Gut is the point. "))
    record = story.record()
    assert (record.place, record.sentence, record.part_title) == (place, "It has two sentences.", "Gut")
    story = begin()
    story.reading.resume(story.text, record)
    assert (story.reading.sentence, story.reading.scope) == ("It has two sentences.", Scope.KEY_POINTS)
    assert story.step() == "Gut three"
    assert story.record().key_point is None


def test_after_the_last_key_point_the_article_is_not_finished(begin: Begin) -> None:
    story = begin()
    story.reading.show(len(story.reading.chunks) - 1)
    assert story.record().finished
    story.step()
    assert not story.record().finished, "there is a key point to carry on from"
    story.step()
    assert story.record().finished


def test_a_file_that_lost_its_key_points_opens_in_the_whole_text(begin: Begin) -> None:
    story = begin()
    story.read_to("Brain two")
    story.step()
    record = story.record()
    changed = text_of("| Brain | two |\n|---|---|\n| is | here |")
    story.reading.resume(changed, record)
    assert story.reading.scope is Scope.WHOLE


def test_a_file_that_was_changed_opens_at_the_same_key_point(begin: Begin) -> None:
    story = begin()
    story.read_to("Brain two")
    story.step()
    record = story.record()
    changed = text_of(ARTICLE.replace("Brain one", "Now the brain one").replace("Brain is", "Now. Brain is"))
    story.reading.resume(changed, record)
    assert (story.reading.sentence, story.reading.scope) == ("Brain is the point.", Scope.KEY_POINTS)
    assert story.step() == "Brain two"
    story.reading.set_level(Level.LONGER)
    assert story.reading.sentence == "Brain two is here."


def test_start_this_part_again_and_return_on_another_day(begin: Begin) -> None:
    story = begin()
    story.read_to("Brain three")
    story.reading.start_part_again()
    record = story.record()
    story = begin()
    story.reading.resume(story.text, record)
    assert story.shown == "Brain one"
    story.reading.go_back()
    assert story.shown == "Brain three"
    assert story.record().left_behind == ()


def test_the_trail_stays_short(begin: Begin) -> None:
    story = begin()
    for part in (1, 2, 3) * 6:
        story.reading.open_part(part)
    left = story.record().left_behind
    assert len(left) == 9
    story.reading.go_back()
    assert story.shown == "Brain one", "the newest are kept"


# Whatever a person does

ARTICLES = tuple(Shelf().documents())
ACTS = st.sampled_from(["key points", "come back", *Level, "next key point", "remind"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.lists(ACTS, max_size=14))
def test_the_sentence_stays_the_same_whatever_is_looked_at_meanwhile(
    begin: Begin, data: st.DataObject, acts: list[str]
) -> None:
    """In and out of the key points, at any level, with the app closed in between, from any sentence."""
    story = begin()
    story.text = data.draw(st.sampled_from(ARTICLES))
    story.reading.open(story.text)
    story.reading.show(data.draw(st.integers(0, len(story.reading.chunks) - 1)))
    place, sentence = story.reading.place, story.reading.sentence
    for act in acts:
        reading = story.reading
        if act == "key points" and reading.scope is Scope.WHOLE:
            reading.toggle_key_points()
        elif act == "next key point" and reading.scope is not Scope.WHOLE and not reading.ends_text:
            reading.next()
        elif act in ("come back", "remind"):
            story.come_back(reminds=act == "remind")
        elif isinstance(act, Level):
            reading.set_level(act)
        assert story.record().place == place
    whole = story.reading.text.whole
    whole.cut(Level.SENTENCE)
    assert (whole.place, whole.sentence) == (place, sentence)
