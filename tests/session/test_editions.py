"""A file that was changed is another text, to which place and bookmarks can come along."""

from pathlib import Path

import pytest

from reader.session.editions import AS_BEFORE, BRING, OFFERED
from tests.session.editions_reader import NEWER, Reader, sentences


def test_place_and_bookmarks_come_along_when_the_person_wants_it(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    assert reader.sees == "Something new comes first"
    assert (reader.notices.message, reader.button) == (OFFERED, BRING)
    assert reader.bookmarks == []
    reader.press()
    assert (reader.sees, reader.bookmarks) == ("Number 20", ["Number 30", "Number 5:"])
    assert reader.notices.message == "Your place and 2 bookmarks are here now."
    assert not reader.editions.offered


def test_undo_takes_back_what_came_along(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    heard: list[str] = []
    reader.editions.brought.connect(lambda: heard.append("changed"))
    reader.editions.carry_over()
    reader.notices.undo()
    assert (reader.sees, reader.bookmarks) == ("Something new comes first", [])
    assert (reader.notices.message, heard) == (AS_BEFORE, ["changed"] * 2)


def test_what_could_not_be_found_again_is_said_and_stays_in_the_older_copy(halfway: Reader) -> None:
    reader = halfway
    older = reader.reading.document.id
    reader.read([line for line in sentences() if "Number 5:" not in line and "Number 30:" not in line])
    reader.editions.carry_over()
    assert reader.notices.message == (
        "Your place is here now. Not found again: “Number 5:”, “Number 30”. They stay in the older copy."
    )
    reader.opening.open_text(older)
    assert (reader.sees, reader.bookmarks) == ("Number 20", ["Number 30", "Number 5:"])
    assert not reader.editions.offered, "the older copy is not a newer one"


def test_a_place_that_is_gone_is_said_and_the_bookmarks_come_along(halfway: Reader) -> None:
    reader = halfway
    reader.read([line for line in sentences() if "Number 20:" not in line and "Number 5:" not in line])
    reader.editions.carry_over()
    assert reader.notices.message == (
        "1 bookmark is here now. Your place could not be found again; it stays in the older copy."
        " Not found again: “Number 5:”. It stays in the older copy."
    )
    assert reader.sees == "Number 0"


def test_from_a_newer_copy_nothing_comes_to_the_older_one(halfway: Reader) -> None:
    reader = halfway
    older = reader.reading.document.id
    reader.read(NEWER)
    reader.reading.show(25)
    reader.bookmark(26)
    reader.opening.open_text(older)
    assert (reader.sees, reader.editions.offered) == ("Number 20", False)


def test_the_place_in_the_older_copy_is_never_lost(halfway: Reader) -> None:
    reader = halfway
    older = reader.reading.document.id
    reader.read(NEWER)
    reader.file.unlink()
    reader.opening.open_text(older)
    assert (reader.sees, len(reader.bookmarks)) == ("Number 20", 2)


def test_the_same_title_and_author_are_the_same_work_in_another_file(reader: Reader, tmp_path: Path) -> None:
    head = "---\ntitle: Notes\nauthor: Ann\n---\n\n"
    reader.read(sentences(), head=head)
    reader.reading.show(20)
    reader.read(["Something new.", *sentences()], tmp_path / "second edition.md", head)
    assert reader.button == BRING
    reader.editions.carry_over()
    assert reader.sees == "Number 20"


def edited(*changed: int) -> list[str]:
    """Return the paragraphs with these ones written otherwise."""
    return [f"Changed. {line}" if n in changed else line for n, line in enumerate(sentences())]


def test_a_copy_with_another_name_and_no_author_is_known_by_its_words(
    halfway: Reader, tmp_path: Path
) -> None:
    reader = halfway
    reader.read(edited(1, 2, 3, 33), tmp_path / "download (2).md", "# A new title\n\n")
    assert reader.button == BRING
    reader.press()
    assert (reader.sees, reader.bookmarks) == ("Number 20", ["Number 30", "Number 5:"])


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(edited(*range(0, 40, 2)), id="half of it is something else"),
        pytest.param(sentences()[18:24], id="a few paragraphs may be a form"),
        pytest.param(["Yes."] * 40, id="short ones tell nothing"),
    ],
)
def test_what_is_less_alike_is_another_text(halfway: Reader, tmp_path: Path, paragraphs: list[str]) -> None:
    halfway.read(paragraphs, tmp_path / "other.md")
    assert not halfway.editions.offered


def test_words_are_compared_only_where_nothing_else_tells(halfway: Reader, tmp_path: Path) -> None:
    reader = halfway
    before = reader.asked
    reader.read(edited(1))
    assert reader.asked == before, "the file tells"
    other = tmp_path / "other.md"
    reader.read(sentences()[:10], other)
    assert reader.asked == before + 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(0, sentences()[1:], id="nothing was read of the older copy"),
        pytest.param(20, ["Another text altogether."] * 3, id="nothing of it is in the newer one"),
        pytest.param(39, ["New.", *sentences()], id="the older one was read to its end"),
    ],
)
def test_nothing_is_offered_where_there_is_nothing_to_bring(
    reader: Reader, first: int, second: list[str]
) -> None:
    reader.read(sentences())
    reader.reading.show(first)
    reader.read(second)
    assert (reader.notices.message, reader.editions.offered) == ("", False)


def test_of_several_older_copies_the_furthest_place_comes_along_and_all_bookmarks(halfway: Reader) -> None:
    reader = halfway
    reader.read(["A second copy.", *sentences()])
    reader.turn(4)
    reader.bookmark(5)
    reader.bookmark(9)
    reader.read(["A third copy.", *sentences()])
    reader.press()
    assert reader.sees == "Number 20"
    assert reader.bookmarks == ["Number 9:", "Number 30", "Number 5:"], "none of them twice"


def test_from_a_copy_to_which_all_was_brought_it_goes_on_to_the_next(halfway: Reader) -> None:
    reader = halfway
    reader.read(["A second copy.", *sentences()])
    reader.press()
    reader.marks.remove(reader.marks.of(reader.reading.document.id)[0].id)
    reader.turn(11)
    reader.read(["A third copy.", *sentences()])
    reader.press()
    assert (reader.sees, reader.bookmarks) == ("Number 11", ["Number 5:"])


def test_what_was_taken_back_comes_along_to_the_copy_after_that(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    reader.press()
    reader.notices.undo()
    reader.read(["A third copy.", *sentences()])
    reader.press()
    assert (reader.sees, len(reader.bookmarks)) == ("Number 20", 2)


def test_a_database_that_fails_is_said_and_reading_goes_on(halfway: Reader) -> None:
    reader = halfway
    reader.read(NEWER)
    reader.database.rows("DROP TABLE bookmark")
    reader.editions.carry_over()
    assert reader.notices.message
    assert reader.sees == "Something new comes first"
