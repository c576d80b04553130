"""A newer copy asks whether place and bookmarks shall come along, until that is answered."""

from reader.session.editions import BRING, NOTHING, OFFERED
from tests.session.editions_reader import NEWER, Reader, sentences


def test_the_offer_comes_back_each_time_the_text_is_opened(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    for _ in range(2):
        reader.turn(2)
        reader.read(NEWER)
        assert (reader.notices.message, reader.sees) == (OFFERED, "Number 2")
    last = reader.records.last()
    assert last is not None
    reader.notices.clear()
    reader.opening.carry_on(last)
    assert reader.button == BRING
    reader.press()
    assert reader.sees == "Number 20"


def test_the_offer_ends_where_a_person_has_read_past_the_place(halfway: Reader) -> None:
    reader = halfway
    reader.read(sentences()[6:29])
    reader.turn(15)
    assert not reader.editions.offered, "they are at number 21 now"
    reader.editions.carry_over()
    assert (reader.notices.message, reader.sees) == (NOTHING, "Number 21")
    reader.read(sentences()[6:29])
    assert (reader.notices.message, reader.editions.offered) == ("", False)


def test_past_the_place_bookmarks_alone_come_along(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    reader.turn(26)
    reader.read(NEWER)
    reader.press()
    assert (reader.sees, reader.notices.message) == ("Number 26", "2 bookmarks are here now.")


def test_in_a_text_that_was_read_to_its_end_nothing_is_offered_by_itself(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    reader.turn(39)
    reader.read(NEWER)
    assert (reader.notices.message, reader.editions.offered) == ("", True)


def test_who_reads_on_for_long_is_not_asked_again(reader: Reader) -> None:
    lines = sentences(120)
    reader.read(lines)
    reader.turn(110)
    newer = ["Something new comes first.", *lines]
    reader.read(newer)
    for number, message in ((20, OFFERED), (100, "")):
        reader.turn(number)
        reader.read(newer)
        assert (reader.notices.message, reader.editions.offered) == (message, True)


def test_what_was_brought_once_is_not_offered_again(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    reader.press()
    reader.editions.carry_over()
    assert reader.notices.message == NOTHING
    reader.marks.remove(reader.marks.of(reader.reading.document.id)[0].id)
    reader.turn(3)
    reader.read(NEWER)
    assert (reader.notices.message, reader.sees) == ("", "Number 3")
    assert reader.editions.offered, "the place, once more"
    reader.editions.carry_over()
    assert (reader.sees, len(reader.bookmarks)) == ("Number 20", 2)


def test_what_was_brought_along_and_taken_back_is_not_offered_again(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    reader.press()
    reader.notices.undo()
    assert reader.editions.offered, "it can be taken still"
    reader.notices.clear()
    reader.read(NEWER)
    assert (reader.notices.message, reader.editions.offered) == ("", True)


def test_a_text_that_was_removed_and_comes_again_is_asked_about_again(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    reader.press()
    newer = reader.reading.document.id
    reader.read(["Yes."], reader.file.with_name("other.md"))
    reader.belongings.take_out(newer)
    reader.read(NEWER)
    assert (reader.button, reader.sees) == (BRING, "Something new comes first")


def test_where_a_text_is_opened_again_the_offer_gives_way_to_other_words(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    reader.turn(2)
    reader.hears = "Something that matters more."
    reader.read(NEWER)
    assert (reader.notices.message, reader.editions.offered) == ("Something that matters more.", True)
